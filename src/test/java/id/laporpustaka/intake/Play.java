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
import id.laporpustaka.conversation.HistoryPage;
import id.laporpustaka.conversation.Incoming;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.conversation.Lookup;
import id.laporpustaka.conversation.Step;
import id.laporpustaka.conversation.Turn;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.people.Actor;
import id.laporpustaka.submission.StoredDraft;
import id.laporpustaka.submission.SubmissionNumber;
import id.laporpustaka.texts.Texts;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A private chat played without database and network. Between every two messages all state is written and read again,
/// as it is in the product.
final class Play {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final Conversation conversation = new Conversation();
    private final Texts texts = new Texts();
    private final ObjectMapper json = new ObjectMapper();
    private final StateJson states = new StateJson(json);
    private final FormCatalogue forms;
    private final DraftJson drafts;
    private final Optional<Actor> actor;
    private final Instant now;

    private String state = states.write(ChatState.initial());
    private final Map<Long, StoredDraft> stored = new HashMap<>();
    private final List<OutgoingMessage> shown = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private int messages;
    private long position = 100;
    private int photos;

    Play(FormCatalogue forms, Optional<Actor> actor, Instant now) {
        this.forms = forms;
        this.drafts = new DraftJson(json, forms);
        this.actor = actor;
        this.now = now;
    }

    /// What the person reads after a message.
    record Heard(boolean edited, Optional<OutgoingMessage> message, Optional<String> toast) {}

    Heard say(String text) {
        var id = ++messages;
        if (text.startsWith("/")) {
            var parts = text.substring(1).split(" ", 2);
            return take(new Input.Command(id, parts[0], parts.length > 1 ? parts[1] : ""));
        }
        return take(new Input.Text(id, text));
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

    Heard photo(Optional<String> album) {
        var name = "photo" + ++photos;
        return take(
                new Input.Photo(++messages, new MediaFile(name, name, "image/jpeg", 1000), Optional.empty(), album));
    }

    Heard edit(int message, String text) {
        return take(new Input.Edited(message, text));
    }

    Heard send(Input input) {
        return take(input);
    }

    int lastMessage() {
        return messages;
    }

    List<Effect> effects() {
        return effects;
    }

    private Heard take(Input input) {
        var before = states.read(state);
        var draft = before.draft().isPresent()
                ? Optional.ofNullable(stored.get(before.draft().getAsLong())).map(drafts::read)
                : Optional.<Draft>empty();
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
            switch (conversation.step(before, draft, incoming, context)) {
                case Step.Done(var turn) -> {
                    position++;
                    return settle(turn);
                }
                case Step.Needs(var lookups) -> {
                    for (var lookup : lookups) {
                        findings = find(findings, lookup);
                    }
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
            case Lookup.DraftById wanted ->
                findings.with(
                        wanted,
                        Optional.ofNullable(stored.get(wanted.draftId())).map(drafts::read));
            case Lookup.DraftsOf wanted ->
                findings.with(wanted, stored.values().stream().map(drafts::read).toList());
            case Lookup.HistoryOf wanted -> findings.with(wanted, new HistoryPage(0, 0, List.of()));
            case Lookup.FirstAdminLink link -> findings.with(link, link.token().equals("good"));
        };
    }

    private Heard settle(Turn turn) {
        state = states.write(turn.after());
        for (var effect : turn.effects()) {
            effects.add(effect);
            if (effect instanceof Effect.SaveDraft(var person, var draft)) {
                stored.put(draft.id(), drafts.write(person, draft, now));
            }
            if (effect instanceof Effect.Submit submit) {
                stored.remove(submit.draft().id());
            }
        }
        var message = turn.reply()
                .map(placed -> texts.message(
                        placed.reply(), turn.language(), turn.after().draft()));
        message.ifPresent(shown::add);
        message.stream()
                .flatMap(card -> card.keyboard().stream().flatMap(List::stream))
                .forEach(button -> assertThat(button.label()).isNotBlank());
        return new Heard(
                turn.reply().map(Turn.Placed::edit).orElse(false),
                message,
                turn.toast().map(toast -> texts.toast(toast, turn.language())));
    }
}
