package id.laporpustaka.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.conversation.ChatState;
import id.laporpustaka.conversation.Context;
import id.laporpustaka.conversation.Conversation;
import id.laporpustaka.conversation.Draft;
import id.laporpustaka.conversation.Effect;
import id.laporpustaka.conversation.Findings;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.conversation.FormShelf;
import id.laporpustaka.conversation.HistoryPage;
import id.laporpustaka.conversation.Incoming;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.conversation.Lookup;
import id.laporpustaka.conversation.NextInQueue;
import id.laporpustaka.conversation.PastReport;
import id.laporpustaka.conversation.ReviewPage;
import id.laporpustaka.conversation.Step;
import id.laporpustaka.conversation.Turn;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.Value;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Page;
import id.laporpustaka.people.Reminder;
import id.laporpustaka.people.ReminderKind;
import id.laporpustaka.submission.StoredDraft;
import id.laporpustaka.submission.StoredReport;
import id.laporpustaka.submission.SubmissionNumber;
import id.laporpustaka.summary.LibraryActivity;
import id.laporpustaka.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A private chat played without database and network. Between every two messages all state is written and read
/// again, as it is in the product.
final class Play {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final Conversation CONVERSATION = new Conversation();
    private static final Texts TEXTS = new Texts();

    private final ObjectMapper json = new ObjectMapper();
    private final FormCatalogue forms;
    private final DraftJson drafts;
    private final StateJson states;
    private Optional<Actor> actor;
    private Instant now;

    private String state;
    private final Map<Long, StoredDraft> stored = new HashMap<>();
    private final List<OutgoingMessage> shown = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final ArrayDeque<PastReport> sent = new ArrayDeque<>();
    private final Map<ReminderKind, Reminder> reminders = new HashMap<>();
    private final Set<Long> quiet = new HashSet<>();
    private int messages;
    private long position = 100;
    private int photos;
    private Optional<Turn> last = Optional.empty();

    Play(FormCatalogue forms, Optional<Actor> actor, Instant now) {
        this.forms = forms;
        this.drafts = new DraftJson(json, forms);
        this.states = new StateJson(json, drafts);
        this.state = states.write(ChatState.initial());
        this.actor = actor;
        this.now = now;
    }

    /// What the person reads after a message.
    ///
    /// @param first sent before the message, to take keys away
    record Heard(
            Optional<OutgoingMessage> first,
            boolean edited,
            Optional<OutgoingMessage> message,
            Optional<String> toast) {}

    Heard say(String text) {
        return take(typed(text));
    }

    /// The next message of the person.
    Input typed(String text) {
        var id = ++messages;
        if (text.startsWith("/")) {
            var parts = text.substring(1).split(" ", 2);
            return new Input.Command(id, parts[0], parts.length > 1 ? parts[1] : "");
        }
        return new Input.Text(id, text);
    }

    /// Presses the button with that label on the newest message that has, or had, one.
    Heard tap(String label) {
        for (var message : shown.reversed()) {
            for (var row : message.keyboard()) {
                for (var button : row) {
                    if (button instanceof Button.Callback(var text, var data) && text.equals(label)) {
                        return tapData(data);
                    }
                }
            }
        }
        throw new AssertionError("No button " + label);
    }

    Heard tapData(String data) {
        return take(new Input.Tap("q", 1, data));
    }

    Heard photo(Optional<String> album, Optional<String> caption) {
        return take(newPhoto(album, caption));
    }

    Input newPhoto(Optional<String> album, Optional<String> caption) {
        var name = "photo" + ++photos;
        return new Input.Media(
                ++messages,
                Input.Kind.PHOTO,
                new MediaFile(name, name, "image/jpeg", 1000),
                Optional.empty(),
                caption,
                album);
    }

    Heard edit(int message, String text) {
        return take(new Input.Edited(message, text));
    }

    Heard send(Input input) {
        return take(input);
    }

    /// From now on this person is somebody else to us, or nobody.
    void become(Optional<Actor> other) {
        actor = other;
    }

    Optional<Actor> actor() {
        return actor;
    }

    void later(Duration by) {
        now = now.plus(by);
    }

    ChatState state() {
        return states.read(state);
    }

    /// The one that typed answers belong to.
    Optional<Draft> draft() {
        if (state().trial().isPresent()) {
            return state().trial();
        }
        return state().draft().stream()
                .mapToObj(stored::get)
                .filter(Objects::nonNull)
                .map(drafts::read)
                .findFirst();
    }

    /// What followed from the last message.
    Optional<Turn> last() {
        return last;
    }

    /// From the first to the newest.
    List<OutgoingMessage> shown() {
        return shown;
    }

    int lastMessage() {
        return messages;
    }

    List<Effect> effects() {
        return effects;
    }

    private Heard take(Input input) {
        var before = state();
        var draft = draft();
        var incoming = new Incoming(7, 7, "Sari", "id", false, now, input);
        var findings = Findings.none();
        while (true) {
            var context = new Context(
                    actor,
                    forms,
                    position,
                    now,
                    "0123456789abcdefghijkl",
                    "https://lapor.example.id",
                    "lapor_bot",
                    ZONE,
                    findings);
            switch (CONVERSATION.step(before, draft, incoming, context)) {
                case Step.Done(var turn) -> {
                    position++;
                    return settle(turn);
                }
                case Step.Needs(var lookups) -> {
                    var found = Findings.none();
                    for (var lookup : lookups) {
                        found = find(found, lookup);
                    }
                    findings = findings.and(found);
                }
            }
        }
    }

    private Findings find(Findings findings, Lookup<?> lookup) {
        return switch (lookup) {
            case Lookup.SubmissionNumber number ->
                findings.with(
                        number,
                        SubmissionNumber.of(number.formId(), YearMonth.of(number.year(), number.month()), 4711));
            case Lookup.ReportsInMonth reports -> findings.with(reports, 2);
            case Lookup.ScoreWith wanted -> findings.with(wanted, Optional.empty());
            case Lookup.DraftById wanted ->
                findings.with(
                        wanted,
                        Optional.ofNullable(stored.get(wanted.draftId())).map(drafts::read));
            case Lookup.DraftsOf wanted ->
                findings.with(wanted, stored.values().stream().map(drafts::read).toList());
            case Lookup.LastReports wanted ->
                findings.with(wanted, List.copyOf(sent).reversed());
            case Lookup.ReportById wanted ->
                findings.with(
                        wanted,
                        sent.stream()
                                .filter(report -> report.submissionId() == wanted.submissionId())
                                .findFirst());
            case Lookup.HistoryOf wanted -> findings.with(wanted, new HistoryPage(wanted.filter(), 0, 0, List.of()));
            case Lookup.DoublesOf wanted -> findings.with(wanted, List.of());
            case Lookup.OpenDraft wanted -> findings.with(wanted, Optional.empty());
            case Lookup.OwnReport wanted -> findings.with(wanted, Optional.empty());
            case Lookup.SeenReports wanted -> findings.with(wanted, List.of());
            case Lookup.ReviewsOf wanted -> findings.with(wanted, new ReviewPage(0, 0, List.of()));
            case Lookup.NextReview wanted -> findings.with(wanted, new NextInQueue(Optional.empty(), 0));
            case Lookup.Forms of -> findings.with(of, new FormShelf(List.of(), List.of(), false));
            case Lookup.CandidateForm of -> findings.with(of, Optional.empty());
            case Lookup.OutsideCell wanted -> findings.with(wanted, PastOfTheLibrary.cell(wanted.cell()));
            case Lookup.OutsideRows wanted -> findings.with(wanted, PastOfTheLibrary.rows(wanted.table()));
            case Lookup.VillagesNamed wanted -> findings.with(wanted, Neighbourhood.villages(wanted));
            case Lookup.VillageById wanted -> findings.with(wanted, Neighbourhood.village(wanted.id()));
            case Lookup.LibrariesIn wanted -> findings.with(wanted, Neighbourhood.libraries(wanted.village()));
            case Lookup.InviteByCode wanted -> findings.with(wanted, Neighbourhood.invite(wanted.code()));
            case Lookup.JoinRequestFor wanted -> findings.with(wanted, Neighbourhood.request(wanted.membership()));
            case Lookup.JoinRequestOf wanted -> findings.with(wanted, Neighbourhood.request(wanted.membership()));
            case Lookup.JoinRequestsFor wanted -> findings.with(wanted, Neighbourhood.requests());
            case Lookup.LibrariesOf wanted -> findings.with(wanted, Neighbourhood.register(wanted));
            case Lookup.LibraryOf wanted -> findings.with(wanted, Optional.empty());
            case Lookup.LibraryHistory wanted -> findings.with(wanted, new Page<>(List.of(), 0, 0));
            case Lookup.LibrariesLike wanted -> findings.with(wanted, List.of());
            case Lookup.PeopleOf wanted -> findings.with(wanted, new Page<>(List.of(), 0, 0));
            case Lookup.PersonOf wanted -> findings.with(wanted, Optional.empty());
            case Lookup.PersonHistory wanted -> findings.with(wanted, new Page<>(List.of(), 0, 0));
            case Lookup.ColleaguesOf wanted -> findings.with(wanted, List.of());
            case Lookup.OpenInvites wanted -> findings.with(wanted, new Page<>(List.of(), 0, 0));
            case Lookup.GroupOf wanted -> findings.with(wanted, Optional.empty());
            case Lookup.OpenSheet wanted -> findings.with(wanted, Optional.empty());
            case Lookup.ExportRegions wanted -> findings.with(wanted, List.of());
            case Lookup.ExportRegion wanted -> findings.with(wanted, Optional.empty());
            case Lookup.RegionsNamed wanted -> findings.with(wanted, List.of());
            case Lookup.RemindersOf wanted -> findings.with(wanted, Map.copyOf(reminders));
            case Lookup.ActivityOf wanted -> findings.with(wanted, activities());
            case Lookup.FirstAdminLink link -> findings.with(link, link.token().equals("good"));
        };
    }

    /// Nothing has been sent this week, and no statistics.
    private List<LibraryActivity> activities() {
        return actor.stream()
                .flatMap(person -> person.reportsFor().stream())
                .map(reporting -> new LibraryActivity(
                        reporting.libraryId(),
                        reporting.libraryName(),
                        reporting.libraryId() == 1 ? 3 : 0,
                        false,
                        quiet.contains(reporting.libraryId()),
                        false,
                        false))
                .toList();
    }

    private Heard settle(Turn turn) {
        last = Optional.of(turn);
        state = states.write(turn.after());
        assertThat(states.read(state)).isEqualTo(turn.after());
        for (var effect : turn.effects()) {
            effects.add(effect);
            if (effect instanceof Effect.SaveDraft(var person, var draft)) {
                stored.put(draft.id(), drafts.write(person, draft, now));
                checkStored(person, draft);
            }
            if (effect instanceof Effect.ChooseReminders(var plans)) {
                plans.forEach(plan -> reminders.put(plan.reminder().kind(), plan.reminder()));
            }
            if (effect instanceof Effect.SayQuietWeek(var _, var library, var _, var _, var takenBack)) {
                if (takenBack) {
                    quiet.remove(library);
                } else {
                    quiet.add(library);
                }
            }
            if (effect instanceof Effect.SetLanguage(var _, var language)) {
                actor = actor.map(person -> person.speaking(language.code()));
            }
            if (effect instanceof Effect.Join join) {
                actor = Optional.of(Neighbourhood.joined(actor, join));
            }
            if (effect instanceof Effect.AcceptPrivacy) {
                actor = actor.map(Play::consenting);
            }
            if (effect instanceof Effect.Submit submit) {
                stored.remove(submit.draft().id());
                sent.add(drafts.findReport(new StoredReport(
                                submit.draft().id(),
                                submit.personId(),
                                submit.draft().libraryId(),
                                submit.draft().formId(),
                                submit.draft().formVersion(),
                                submit.answers().find("title").map(title -> ((Value.Text) title).text()),
                                drafts.answers(submit.answers(), submit.form())))
                        .orElseThrow());
            }
        }
        var first = turn.keysGone()
                .map(placed -> TEXTS.message(
                        placed.reply(), turn.language(), turn.after().draft()));
        var message = turn.reply()
                .map(placed -> TEXTS.message(
                        placed.reply(), turn.language(), turn.after().draft()));
        first.ifPresent(shown::add);
        message.ifPresent(shown::add);
        message.stream()
                .flatMap(card -> card.keyboard().stream().flatMap(List::stream))
                .forEach(button -> assertThat(button.label()).isNotBlank());
        return new Heard(
                first,
                turn.reply().map(Turn.Placed::edit).orElse(false),
                message,
                turn.toast().map(toast -> TEXTS.toast(toast, turn.language())));
    }

    /// What is read again is what was written. Only the number of a repeat's instances, where it need not be
    /// said to be known, is said from then on.
    private void checkStored(long person, Draft draft) {
        var written = Objects.requireNonNull(stored.get(draft.id()));
        var read = drafts.read(written);
        assertThat(drafts.write(person, read, now)).isEqualTo(written);
        if (forms.find(draft.formId(), draft.formVersion())
                .orElseThrow()
                .repeats()
                .isEmpty()) {
            assertThat(read).isEqualTo(draft);
        }
    }

    private static Actor consenting(Actor person) {
        return new Actor(
                person.personId(),
                person.telegramId(),
                person.name(),
                person.language(),
                true,
                person.reportsFor(),
                person.duties());
    }
}
