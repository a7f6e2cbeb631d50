package id.laporpustaka.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.conversation.Effect;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Problem;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.conversation.Turn;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import id.laporpustaka.outbox.Button;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How much somebody has to do for a report in which only what is required is answered, counted in the
/// conversation: of the choices the one that leads to the fewest further questions is tapped, all else is typed
/// or sent. What the form finds unusual, such as a month that is closed already, costs a tap more.
class ShortestPathTest {
    private static final int MOST = 40;

    private final Play play = new Play(TranscriptTest.FORMS, TranscriptTest.actor("Bu Sari"), TranscriptTest.WEDNESDAY);
    private int typed;
    private int taps;

    @ParameterizedTest
    @CsvSource({"PM, 4, 7", "AD, 2, 8", "LI, 4, 4", "PB, 3, 4", "CD, 6, 7", "ST, 4, 3"})
    void a_report_needs_so_many_answers_typed_or_sent_and_so_many_taps(String form, int mostTyped, int mostTaps) {
        play.say("/lapor");
        tap(new Press.OfMenu(Press.OnMenu.REPORT, form));

        for (var step = 0; step < MOST && !isSent(); step++) {
            answer(play.last().flatMap(Turn::reply).orElseThrow().reply());
        }

        assertThat(isSent()).isTrue();
        assertThat(typed).as("typed or sent").isEqualTo(mostTyped);
        assertThat(taps).as("taps").isEqualTo(mostTaps);
    }

    private boolean isSent() {
        return play.effects().stream().anyMatch(Effect.Submit.class::isInstance);
    }

    private void answer(Reply reply) {
        switch (reply) {
            case Reply.Review review ->
                tap(new Press.OfDraft(
                        review.filling().draft().id(), review.filling().draft().revision(), Press.OnDraft.SEND, ""));
            case Reply.Ask ask -> answer(ask);
            default -> throw new AssertionError("Not a question: " + reply);
        }
    }

    private void answer(Reply.Ask ask) {
        if (ask.problem().orElse(null) instanceof Problem.Unusual) {
            tap(new Press.OfPrompt(ask.filling().draft().id(), ask.prompt().place(), Press.OnPrompt.CONFIRM, ""));
            return;
        }
        assertThat(ask.problem()).as(ask.prompt().name()).isEmpty();
        var question = ask.prompt().questions().getFirst();
        if (question.type().isSelect()) {
            choose(ask, question);
        } else if (question.type() == QuestionType.IMAGE) {
            typed++;
            play.photo(Optional.empty(), Optional.empty());
        } else {
            typed++;
            play.say(text(ask.prompt(), question));
        }
    }

    private static String text(Prompt prompt, Question question) {
        if (prompt instanceof Prompt.FieldList) {
            return "12 L 20 P";
        }
        return switch (question.type()) {
            case DATE -> question.isMonth() ? "Juli 2025" : "kemarin";
            case INTEGER -> "4";
            default -> "Pelatihan keripik singkong";
        };
    }

    private void choose(Reply.Ask ask, Question question) {
        var evaluation = ask.filling().evaluation();
        var best = evaluation.choices(question).stream()
                .min(Comparator.comparingInt(choice -> questionsAfter(ask, question, choice.code())))
                .orElseThrow();
        var label = best.label().in(ask.filling().facts().language());
        var button = buttons().stream()
                .filter(callback -> callback.label().equals(label))
                .findFirst()
                .orElseThrow();
        taps++;
        play.tapData(button.data());
        if (question.type() == QuestionType.SELECT_MULTIPLE) {
            tap(new Press.OfPrompt(ask.filling().draft().id(), ask.prompt().place(), Press.OnPrompt.DONE, ""));
        }
    }

    private static int questionsAfter(Reply.Ask ask, Question question, String code) {
        var answers = ask.filling().draft().answers().with(question.name(), Value.Selected.of(code));
        var evaluation = ask.filling().form().evaluate(answers, ask.filling().facts());
        return Math.toIntExact(
                evaluation.prompts().stream().filter(evaluation::required).count());
    }

    private List<Button.Callback> buttons() {
        return play.shown().getLast().keyboard().stream()
                .flatMap(List::stream)
                .map(Button.Callback.class::cast)
                .toList();
    }

    private void tap(Press press) {
        assertThat(buttons()).extracting(Button.Callback::data).contains(press.data());
        taps++;
        play.tapData(press.data());
    }
}
