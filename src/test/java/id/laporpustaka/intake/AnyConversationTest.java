package id.laporpustaka.intake;

import id.laporpustaka.conversation.Effect;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.JobResult;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.conversation.SummaryAnswer;
import id.laporpustaka.conversation.SummaryAsk;
import id.laporpustaka.conversation.Turn;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.summary.Coverage;
import id.laporpustaka.summary.Totals;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever somebody does in a chat, in whatever order, what [TurnChecks] asks for holds after every message.
///
/// The tries are the same in every run; `-Djqwik.tries.default=30000` has more of them.
class AnyConversationTest {
    private static final FormCatalogue FORMS = forms();

    @Property(seed = "20250820", edgeCases = EdgeCasesMode.NONE)
    void every_message_is_answered_and_no_answer_is_wrong(
            @ForAll("people") String who, @ForAll("deeds") List<Deed> deeds) {
        var play = new Play(FORMS, TranscriptTest.actor(who), TranscriptTest.WEDNESDAY);

        var done = new ArrayList<Input>();

        try {
            for (var deed : deeds) {
                input(play, deed).ifPresent(input -> {
                    done.add(input);
                    take(play, input);
                });
            }
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(who + " did " + done, failure);
        }
    }

    private static void take(Play play, Input input) {
        var state = play.state();
        var draft = play.draft();
        var heard = play.send(input);
        new TurnChecks(play.actor(), state, draft, input, play.last().orElseThrow()).check(heard);
    }

    private static FormCatalogue forms() {
        var all = new ArrayList<>(TranscriptTest.FORMS.listCurrent());
        all.add(UnusualForm.get());
        return new FormCatalogue() {
            @Override
            public List<Form> listCurrent() {
                return all;
            }

            @Override
            public Optional<Form> find(String formId, String version) {
                return findCurrent(formId).filter(form -> form.version().equals(version));
            }
        };
    }

    @Provide
    Arbitrary<String> people() {
        return Deeds.people();
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Deeds.sequences();
    }

    /// Empty when the deed reaches nobody.
    private static Optional<Input> input(Play play, Deed deed) {
        return switch (deed) {
            case Deed.Advance(var which) -> Optional.of(leadingOn(play, which));
            case Deed.Type(var text) -> Optional.of(play.typed(text));
            case Deed.Press(var which) ->
                pick(callbacks(play.shown().reversed()), which).map(AnyConversationTest::tap);
            case Deed.Forge(var data, var card) ->
                Optional.of(
                        new Input.Tap("q", 1, data, card.map(OptionalInt::of).orElse(OptionalInt.empty())));
            case Deed.Twist(var action, var question) -> twisted(play, action, question);
            case Deed.Photo(var album) -> Optional.of(play.newPhoto(album, Optional.empty()));
            case Deed.Edit(var message, var text) ->
                Optional.of(new Input.Edited(play.lastMessage() - message % 20, text));
            case Deed.Send(var input) -> Optional.of(input);
            case Deed.Finish(var lines) -> finished(play, lines);
            case Deed.Become(var who) -> {
                play.become(TranscriptTest.actor(who));
                yield Optional.empty();
            }
            case Deed.Wait(var hours) -> {
                play.later(Duration.ofHours(hours));
                yield Optional.empty();
            }
        };
    }

    private static Input leadingOn(Play play, int which) {
        var newest =
                play.shown().stream().skip(Math.max(0, play.shown().size() - 1)).toList();
        var leading =
                callbacks(newest).stream().filter(AnyConversationTest::leadsOn).toList();
        var asked = asked(play);
        if (asked.isPresent() && (leading.isEmpty() || which % 2 == 0)) {
            return fitting(play, asked.get());
        }
        if (leading.isEmpty()) {
            return play.typed("/lapor");
        }
        return tap(which % 3 == 0 ? leading.getLast() : leading.get(which % leading.size()));
    }

    /// The prompt that is answered by typing or sending.
    private static Optional<Prompt> asked(Play play) {
        return play.last().flatMap(Turn::reply).map(Turn.Placed::reply).stream()
                .flatMap(reply -> reply instanceof Reply.Ask ask ? Stream.of(ask.prompt()) : Stream.empty())
                .filter(prompt -> prompt.questions().stream()
                        .anyMatch(question -> !question.type().isSelect()))
                .findFirst();
    }

    private static Input fitting(Play play, Prompt prompt) {
        var type = prompt.questions().getFirst().type();
        if (type == QuestionType.IMAGE) {
            return play.newPhoto(Optional.empty(), Optional.empty());
        }
        if (prompt instanceof Prompt.FieldList) {
            return play.typed("12 L 20 P");
        }
        return play.typed(
                switch (type) {
                    case DATE -> "kemarin";
                    case INTEGER, DECIMAL, RANGE -> "2";
                    case TIME -> "10.00";
                    case DATETIME -> "kemarin jam 10.00";
                    case GEOPOINT -> "-7.7, 110.0";
                    case ACKNOWLEDGE -> "ya";
                    default -> "https://www.instagram.com/p/abc123/";
                });
    }

    private static Optional<Input> twisted(Play play, String action, boolean question) {
        var buttons = callbacks(play.shown().reversed()).stream()
                .map(button -> button.data().split("\\.", 3))
                .filter(data -> data.length == 3 && data[1].startsWith("r") != question)
                .toList();
        return pick(buttons, 0).map(data -> new Input.Tap("q", 1, data[0] + "." + data[1] + "." + action));
    }

    private static boolean leadsOn(Button.Callback button) {
        return Press.parse(button.data())
                .map(press -> switch (press) {
                    case Press.OfPrompt of ->
                        switch (of.verb()) {
                            case CHOOSE, MARK, DONE, DAY, TOTAL, NUMBER, PROPOSED, AGREE, CONFIRM, ADD -> true;
                            case UNMARK, MONTH, PAGE, SKIP, BACK, SAVE, CANCEL, GO_ON, ENOUGH, NOTHING -> false;
                        };
                    case Press.OfDraft of ->
                        switch (of.verb()) {
                            case SEND, SEND_ANYWAY, DETAILS, JUMP, RENEW, KIND -> true;
                            case ADD_PHOTOS, DISCARD, EDIT, REMOVE, REVIEW, SAVE, CANCEL, GO_ON -> false;
                        };
                    case Press.OfMenu of ->
                        switch (of.verb()) {
                            case REPORT, LIBRARY, AGAIN, OPEN, PRIVACY -> true;
                            case TEMPLATE,
                                    RESTORE,
                                    DRAFTS,
                                    HISTORY,
                                    SUMMARY,
                                    SCORE,
                                    LANGUAGE,
                                    MY_DATA,
                                    ERASE,
                                    MINE,
                                    SUCCESSOR,
                                    HAND_OVER,
                                    LEAVE -> false;
                        };
                    case Press.OfForm _,
                            Press.OfJoin _,
                            Press.OfMember _,
                            Press.OfPerson _,
                            Press.OfLibrary _,
                            Press.OfReport _,
                            Press.OfReview _,
                            Press.OfExport _,
                            Press.OfBoard _,
                            Press.OfReminder _,
                            Press.OfSummary _ -> true;
                })
                .orElse(false);
    }

    private static List<Button.Callback> callbacks(List<OutgoingMessage> messages) {
        return messages.stream()
                .flatMap(message -> message.keyboard().stream().flatMap(List::stream))
                .flatMap(button -> button instanceof Button.Callback callback ? Stream.of(callback) : Stream.empty())
                .toList();
    }

    private static <T> Optional<T> pick(List<T> all, int which) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(which % all.size()));
    }

    private static Input tap(Button.Callback button) {
        return new Input.Tap("q", 1, button.data());
    }

    private static Optional<Input> finished(Play play, int lines) {
        var asked = new ArrayList<Job.Summarise>();
        for (var effect : play.effects()) {
            if (effect instanceof Effect.StartJob(Job.Summarise summarise)) {
                asked.add(summarise);
            }
        }
        return pick(asked.reversed(), 0)
                .map(job -> new Input.Finished(new JobResult.Summarised(job, answer(job, lines))));
    }

    private static SummaryAnswer answer(Job.Summarise job, int lines) {
        var label =
                job.asked().by() == SummaryAsk.By.MONTH ? "2025-08" : "Perpustakaan & Taman Baca <Cahaya> ".repeat(3);
        var totals = new Totals(lines, 4, 12, 20, 32, 1, 500_000, 7, 3, 0, 1, BigDecimal.ZERO);
        return new SummaryAnswer(
                "Kabupaten Purworejo",
                List.of("Terverifikasi"),
                totals,
                Totals.NONE,
                new Coverage(lines % 3, 1, 0),
                "o",
                Collections.nCopies(lines, new SummaryAnswer.Line(label, 1_000_000, 12, lines % 2 == 0 ? "" : "r1a")),
                lines * 7,
                false);
    }
}
