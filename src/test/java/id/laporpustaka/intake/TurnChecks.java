package id.laporpustaka.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.conversation.ChatState;
import id.laporpustaka.conversation.Draft;
import id.laporpustaka.conversation.Effect;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.conversation.JobResult;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.conversation.Turn;
import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Evaluation;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.people.Actor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What holds of every turn in a private chat: it says something unless there is a reason not to, what it says
/// can be sent, and the answers are such as the form takes.
record TurnChecks(Optional<Actor> actor, ChatState before, Optional<Draft> draft, Input input, Turn turn) {
    private static final Pattern TAG = Pattern.compile("<(/?)(b|i|u|s|code|pre)>");
    private static final Pattern REFERENCE = Pattern.compile("&(lt|gt|amp|quot);");

    void check(Play.Heard heard) {

        heard.first().ifPresent(TurnChecks::checkMessage);
        heard.message().ifPresent(TurnChecks::checkMessage);
        heard.toast().ifPresent(toast -> assertThat(toast).isNotBlank().hasSizeLessThanOrEqualTo(200));
        heard.toast().ifPresent(TurnChecks::checkCharacters);
        if (turn.reply().isEmpty() && turn.toast().isEmpty()) {
            assertThat(reasonForSilence()).as("why %s is not answered", input).isNotEmpty();
        }
        if (turn.toast().isPresent()) {
            assertThat(input).isInstanceOf(Input.Tap.class);
        }
        turn.reply().map(Turn.Placed::reply).ifPresent(this::checkReply);
        turn.effects().forEach(this::checkEffect);
    }

    /// Silence is on purpose in these cases only.
    private Optional<String> reasonForSilence() {
        return switch (input) {
            case Input.Tap tap -> reasonForSilence(tap);
            case Input.Edited(var message, var _)
            when draft.isEmpty() || !draft.get().sources().containsValue(message) ->
                Optional.of("the edited message gave no answer of the open report");
            case Input.Edited _ when actor.isEmpty() -> Optional.of("who has no account has no answers");
            case Input.Edited(var message, var _)
            when isOnlyOfPhotos(message) -> Optional.of("the words under a photo are no answer");
            case Input.Blocked() -> Optional.of("nothing can be sent to them");
            case Input.Unblocked() -> Optional.of("they will write themselves");
            case Input.MovedTo _ -> Optional.of("private chats do not move");
            case Input.Finished(JobResult.DraftsAreWaiting()) ->
                Optional.of("there is no report any more to be reminded of");
            case Input.Finished(JobResult.ReminderIsDue _) -> Optional.of("nothing is missing");
            case Input.Finished(JobResult.DigestMade _) -> Optional.of("they do not coordinate any more");
            case Input.Command _ when startsJob() -> Optional.of("the answer comes when the job is done");
            case Input.Text _ when startsJob() -> Optional.of("the answer comes when the job is done");
            case Input.Command _,
                    Input.Text _,
                    Input.Media _,
                    Input.Location _,
                    Input.Edited _,
                    Input.Unreadable _,
                    Input.Finished _ -> Optional.empty();
        };
    }

    private Optional<String> reasonForSilence(Input.Tap tap) {
        if (startsJob()) {
            return Optional.of("the answer comes when the job is done");
        }
        if (!turn.after().equals(before) || !turn.draft().equals(draft)) {
            return Optional.empty();
        }
        return Press.parse(tap.data()).flatMap(press -> switch (press) {
            case Press.OfPrompt of ->
                switch (of.verb()) {
                    case NOTHING -> Optional.of("the button does nothing");
                    case CHOOSE, DAY, TOTAL, NUMBER, PROPOSED, AGREE, CONFIRM, DONE, SKIP, ADD ->
                        Optional.of("it was taken before");
                    case MARK, UNMARK -> Optional.of("it is so already");
                    case MONTH, PAGE, BACK, SAVE, CANCEL, GO_ON, ENOUGH -> Optional.empty();
                };
            case Press.OfMenu of ->
                switch (of.verb()) {
                    case REPORT, LIBRARY -> Optional.of("the first tap has begun the report that is shown");
                    case AGAIN,
                            TEMPLATE,
                            OPEN,
                            RESTORE,
                            DRAFTS,
                            HISTORY,
                            SUMMARY,
                            SCORE,
                            LANGUAGE,
                            PRIVACY,
                            MY_DATA,
                            ERASE,
                            MINE,
                            SUCCESSOR,
                            HAND_OVER,
                            LEAVE -> Optional.empty();
                };
            case Press.OfDraft _,
                    Press.OfForm _,
                    Press.OfJoin _,
                    Press.OfMember _,
                    Press.OfPerson _,
                    Press.OfLibrary _,
                    Press.OfReport _,
                    Press.OfReview _,
                    Press.OfExport _,
                    Press.OfBoard _,
                    Press.OfReminder _,
                    Press.OfSummary _ -> Optional.empty();
        });
    }

    private boolean startsJob() {
        return turn.effects().stream().anyMatch(Effect.StartJob.class::isInstance);
    }

    private boolean isOnlyOfPhotos(int message) {
        var answers = draft.orElseThrow().answers();
        return draft.orElseThrow().sources().entrySet().stream()
                .filter(source -> source.getValue() == message)
                .allMatch(source -> answers.find(source.getKey())
                        .filter(value -> !(value instanceof Value.Media))
                        .isEmpty());
    }

    /// Telegram Bot API: sendMessage, InlineKeyboardMarkup, InlineKeyboardButton; what it does not say is from
    /// trying.
    private static void checkMessage(OutgoingMessage message) {
        assertThat(readable(message.html()))
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(
                        message.attached().isPresent() || message.album().isPresent() ? 1_024 : 4_096);
        checkCharacters(message.html());
        var buttons = message.keyboard().stream().flatMap(List::stream).toList();
        assertThat(buttons).hasSizeLessThanOrEqualTo(100);
        for (var row : message.keyboard()) {
            assertThat(row).hasSizeBetween(1, 8);
        }
        for (var button : buttons) {
            assertThat(button.label()).isNotBlank();
            checkCharacters(button.label());
            if (button instanceof Button.Callback(var _, var data)) {
                assertThat(data.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 64);
                assertThat(Press.parse(data)).as(data).isPresent();
            }
        }
    }

    /// What is left when the styles are taken away; fails if they are not well-formed.
    private static String readable(String html) {
        var open = new ArrayDeque<String>();
        var tags = TAG.matcher(html);
        while (tags.find()) {
            if (tags.group(1).isEmpty()) {
                open.push(tags.group(2));
            } else {
                assertThat(open.poll()).as(html).isEqualTo(tags.group(2));
            }
        }
        assertThat(open).as(html).isEmpty();
        var text = TAG.matcher(html).replaceAll("");
        assertThat(REFERENCE.matcher(text).replaceAll("")).as(html).doesNotContain("<", "&");
        return REFERENCE.matcher(text).replaceAll(".");
    }

    private static void checkCharacters(String text) {
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text))
                .as("half of a pair in %s", text)
                .isTrue();
    }

    private void checkReply(Reply reply) {
        if (reply instanceof Reply.Review(var filling, var _, var _, var _, var _, var _)) {
            checkComplete(filling.evaluation(), filling.draft().answers());
            if (reports(filling.draft().libraryId())) {
                checkAllowed(filling.evaluation());
                checkAnswers(filling.evaluation(), filling.draft().answers());
            }
        }
        if (reply instanceof Reply.Ask ask && reports(ask.filling().draft().libraryId())) {
            checkAnswers(ask.filling().evaluation(), ask.filling().draft().answers());
        }
    }

    /// What is sent is what was shown, and nothing that does not count.
    private void checkEffect(Effect effect) {
        if (effect instanceof Effect.Submit submit) {
            var sent = (Reply.Receipt) turn.reply().orElseThrow().reply();
            var evaluation = sent.filling().evaluation();
            checkComplete(evaluation, submit.answers());
            checkAllowed(evaluation);
            checkAnswers(evaluation, submit.answers());
            for (var name : submit.answers().names()) {
                assertThat(evaluation.findQuestion(name).filter(question -> !evaluation.relevant(question)))
                        .as("an irrelevant answer is sent")
                        .isEmpty();
            }
        }
    }

    /// Who has lost the library can still look at the report; what the form takes from outside is then out of
    /// sight.
    private boolean reports(long libraryId) {
        return actor.flatMap(person -> person.findReporting(libraryId)).isPresent();
    }

    private static void checkComplete(Evaluation evaluation, Answers answers) {
        for (var prompt : evaluation.prompts()) {
            for (var question : prompt.questions()) {
                if (question.type().isAnswered() && evaluation.required(question)) {
                    assertThat(answers.find(question.name()))
                            .as(question.name())
                            .isPresent();
                }
            }
        }
    }

    private static void checkAllowed(Evaluation evaluation) {
        for (var prompt : evaluation.prompts()) {
            for (var question : prompt.questions()) {
                assertThat(evaluation.violation(question)).as(question.name()).isEmpty();
            }
        }
    }

    /// That a value is of its question's type is seen in [Play], which reads it again by that type.
    private static void checkAnswers(Evaluation evaluation, Answers answers) {
        for (var name : answers.names()) {
            evaluation
                    .findQuestion(name)
                    .ifPresent(
                            question -> checkAnswer(question, answers.find(name).orElseThrow()));
        }
    }

    private static void checkAnswer(Question question, Value answer) {
        if (answer instanceof Value.Selected(var codes)) {
            assertThat(codes).as(question.name()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(codes)
                    .as(question.name())
                    .allMatch(code -> question.findChoice(code).isPresent());
            if (question.type() == QuestionType.SELECT_ONE) {
                assertThat(codes).as(question.name()).hasSize(1);
            }
        }
        if (answer instanceof Value.Media(var files)) {
            assertThat(files).as(question.name()).hasSizeBetween(1, question.maximumFiles());
            assertThat(files).as(question.name()).doesNotHaveDuplicates();
        }
        if (answer instanceof Value.Text(var text)) {
            assertThat(text).as(question.name()).isNotBlank();
        }
    }
}
