package id.laporpustaka.conversation;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import id.laporpustaka.form.reading.AmbiguityKind;
import id.laporpustaka.form.reading.AnswerReader;
import id.laporpustaka.form.reading.Reading;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns what was typed or pressed into answers to the prompt that is being asked.
final class Answering {
    private static final Set<QuestionType> NUMBERS =
            EnumSet.of(QuestionType.INTEGER, QuestionType.DECIMAL, QuestionType.RANGE);

    private final AnswerReader reader = new AnswerReader();

    Filling.Attempt read(Filling filled, Prompt prompt, String text, Optional<Integer> source) {
        if (prompt instanceof Prompt.Another another) {
            return another(filled, another, text);
        }
        var impasse = filled.findImpasse(prompt);
        if (impasse.isPresent()) {
            return new Filling.Attempt.Asked(filled.draft(), impasse.get());
        }
        if (prompt.questions().getFirst().type() == QuestionType.NOTE) {
            return new Filling.Attempt.Asked(filled.draft(), new Problem.ButtonWanted());
        }
        if (FileAnswers.findMedia(prompt).isPresent()) {
            return new Filling.Attempt.Asked(filled.draft(), new Problem.Wanted(FileAnswers.typeOf(prompt)));
        }
        return switch (reading(filled, prompt, text)) {
            case Reading.Understood(var values, var approximate) ->
                filled.accept(prompt, values, source, approximate, false);
            case Reading.Ambiguous(var _, var kind, var candidates) ->
                new Filling.Attempt.Asked(
                        kind instanceof AmbiguityKind.MonthOnly(var month)
                                ? filled.draft().withPending(new Pending.Calendar(month))
                                : filled.draft(),
                        new Problem.Unclear(kind, candidates));
            case Reading.TotalOnly(var total, var _) -> totalOnly(filled, total);
            case Reading.DayRange(var start, var end) -> range(filled, prompt, start, end, source);
            case Reading.Refused(var refusal) ->
                new Filling.Attempt.Asked(
                        filled.draft().withPending(keptAfterRefusal(filled.draft())), new Problem.Unread(refusal));
        };
    }

    /// One more instance of a repeat.
    Filling.Attempt add(Filling filled, Prompt.Another another) {
        return filled.instances(another, another.count() + 1, true);
    }

    /// A number says how many there are in all.
    private static Filling.Attempt another(Filling filled, Prompt.Another another, String text) {
        var count = Press.place(text.strip());
        if (count.isEmpty() || count.get() < another.count()) {
            return new Filling.Attempt.Asked(filled.draft(), new Problem.HowManyWanted(another.count()));
        }
        return count.get() > Prompt.Another.MOST
                ? new Filling.Attempt.Asked(filled.draft(), new Problem.TooMany(Prompt.Another.MOST))
                : filled.instances(another, count.get(), false);
    }

    /// What is marked or half known stays when something unreadable was typed.
    private static Pending keptAfterRefusal(Draft draft) {
        return switch (draft.pending()) {
            case Pending.Marked marked -> marked;
            case Pending.Total total -> total;
            case Pending.Page page -> page;
            case Pending.Nothing _,
                    Pending.Unusual _,
                    Pending.Calendar _,
                    Pending.Editing _,
                    Pending.Doubted _,
                    Pending.Cancelling _ -> new Pending.Nothing();
        };
    }

    private Reading reading(Filling filled, Prompt prompt, String text) {
        var choices = filled.evaluation().choices(prompt.questions().getFirst());
        var facts = filled.facts();
        if (filled.draft().pending() instanceof Pending.Total(var total)) {
            var together = total + " (" + text + ")";
            var split = reader.read(prompt, choices, together, facts.today(), facts.language());
            if (split instanceof Reading.Understood) {
                return split;
            }
        }
        return reader.read(prompt, choices, text, facts.today(), facts.language());
    }

    private static Filling.Attempt totalOnly(Filling filled, long total) {
        return new Filling.Attempt.Asked(
                filled.draft().withPending(new Pending.Total(total)), new Problem.SplitWanted(total));
    }

    private static Filling.Attempt range(
            Filling filled, Prompt prompt, LocalDate start, LocalDate end, Optional<Integer> source) {
        var question = prompt.questions().getFirst();
        var startsHere = question.indicator().filter("date_start"::equals).isPresent();
        var last = filled.form().questions().stream()
                .filter(other -> filled.form().findRepeatOf(other).isEmpty())
                .filter(other -> other.indicator().filter("date_end"::equals).isPresent())
                .findFirst();
        var values = new LinkedHashMap<String, Value>();
        values.put(question.name(), new Value.Day(start));
        if (startsHere && last.isPresent()) {
            values.put(last.get().name(), new Value.Day(end));
        }
        return filled.accept(prompt, values, source, false, false);
    }

    /// What a press about a question has brought.
    sealed interface Pressed {
        record Answered(Filling.Attempt attempt) implements Pressed {}

        /// The same question, shown otherwise.
        record Shown(Draft draft) implements Pressed {}

        record NotTogether(LocalizedText message) implements Pressed {}

        /// It was so already.
        record Same() implements Pressed {}
    }

    /// Empty when the press is none that answers, or makes no sense for this question.
    Optional<Pressed> press(Filling filled, Prompt prompt, Press.OnPrompt verb, String argument) {
        if (prompt instanceof Prompt.Another another) {
            return verb == Press.OnPrompt.ADD
                    ? Press.place(argument).map(count -> added(filled, another, count))
                    : Optional.empty();
        }
        var question = prompt.questions().getFirst();
        if (!fits(verb, prompt, question)) {
            return Optional.empty();
        }
        return switch (verb) {
            case CHOOSE ->
                findCode(question, argument).map(code -> answered(filled, prompt, question, Value.Selected.of(code)));
            case MARK -> findCode(question, argument).map(code -> mark(filled, question, code, true));
            case UNMARK -> findCode(question, argument).map(code -> mark(filled, question, code, false));
            case PROPOSED ->
                filled.evaluation().suggestion(question).map(value -> answered(filled, prompt, question, value));
            case AGREE -> Optional.of(answered(filled, prompt, question, new Value.Acknowledged()));
            case DAY -> findDay(argument).map(day -> answered(filled, prompt, question, new Value.Day(day)));
            case NUMBER ->
                Press.number(argument).map(number -> answered(filled, prompt, question, number(question, number)));
            case TOTAL ->
                Press.number(argument)
                        .flatMap(total -> total(filled, prompt, total))
                        .map(Pressed.Answered::new);
            case MONTH -> findMonth(argument).map(month -> shown(filled, new Pending.Calendar(month)));
            case PAGE -> Press.place(argument).map(page -> shown(filled, paged(filled, question, page)));
            case ADD, DONE, CONFIRM, SKIP, BACK, SAVE, CANCEL, GO_ON, ENOUGH, NOTHING -> Optional.empty();
        };
    }

    /// Whether the question has such buttons; what a press says can be made up.
    private static boolean fits(Press.OnPrompt verb, Prompt prompt, Question question) {
        return switch (verb) {
            case CHOOSE, PAGE -> question.type().isSelect();
            case MARK, UNMARK -> question.type() == QuestionType.SELECT_MULTIPLE;
            case DAY, MONTH -> question.type() == QuestionType.DATE;
            case NUMBER -> NUMBERS.contains(question.type());
            case TOTAL -> prompt instanceof Prompt.FieldList;
            case AGREE -> question.type() == QuestionType.ACKNOWLEDGE;
            case PROPOSED, ADD, DONE, CONFIRM, SKIP, BACK, SAVE, CANCEL, GO_ON, ENOUGH, NOTHING -> true;
        };
    }

    private static Pressed added(Filling filled, Prompt.Another another, int count) {
        return count == another.count() + 1
                ? new Pressed.Answered(filled.instances(another, count, true))
                : new Pressed.Same();
    }

    /// Whether a press repeats an answer that has been taken: a double tap.
    boolean isTaken(Filling filled, Prompt prompt, Press.OnPrompt verb, String argument) {
        if (prompt instanceof Prompt.Another another) {
            return verb == Press.OnPrompt.ADD
                    ? Press.place(argument)
                            .filter(count -> count <= another.count())
                            .isPresent()
                    : verb == Press.OnPrompt.SKIP && filled.draft().skipped().contains(prompt.name());
        }
        var question = prompt.questions().getFirst();
        var present = filled.draft().answers().find(question.name());
        return switch (verb) {
            case CHOOSE ->
                findCode(question, argument)
                        .map(Value.Selected::of)
                        .equals(present.filter(Value.Selected.class::isInstance));
            case DAY -> findDay(argument).map(Value.Day::new).equals(present.filter(Value.Day.class::isInstance));
            case DONE, PROPOSED, AGREE -> present.isPresent();
            case SKIP -> filled.draft().skipped().contains(prompt.name());
            case CONFIRM, TOTAL, NUMBER -> filled.isAnswered(prompt);
            case ADD, MARK, UNMARK, MONTH, PAGE, BACK, SAVE, CANCEL, GO_ON, ENOUGH, NOTHING -> false;
        };
    }

    private static Pressed answered(Filling filled, Prompt prompt, Question question, Value value) {
        return new Pressed.Answered(
                filled.accept(prompt, Map.of(question.name(), value), Optional.empty(), false, false));
    }

    private static Pressed shown(Filling filled, Pending pending) {
        return new Pressed.Shown(filled.draft().withPending(pending));
    }

    private static Value number(Question question, long number) {
        return question.type() == QuestionType.DECIMAL
                ? new Value.Decimal(java.math.BigDecimal.valueOf(number))
                : new Value.Whole(number);
    }

    /// Only the number of all participants is known.
    Optional<Filling.Attempt> total(Filling filled, Prompt prompt, long total) {
        if (!(prompt instanceof Prompt.FieldList list)) {
            return Optional.empty();
        }
        return list.findIndicator("stated_total")
                .map(question -> filled.accept(
                        prompt, Map.of(question.name(), new Value.Whole(total)), Optional.empty(), false, false));
    }

    private static Pressed mark(Filling filled, Question question, String code, boolean on) {
        var codes = new ArrayList<>(marked(filled, question));
        if (on == codes.contains(code)) {
            return new Pressed.Same();
        }
        if (on) {
            codes.add(code);
        } else {
            codes.remove(code);
        }
        var candidate = new Value.Selected(codes);
        var violation = filled.evaluation().violation(question, candidate);
        if (on && codes.size() > 1 && violation.isPresent()) {
            return new Pressed.NotTogether(violation.get());
        }
        return shown(filled, new Pending.Marked(codes, page(filled.draft())));
    }

    private static Pending paged(Filling filled, Question question, int page) {
        return question.type() == QuestionType.SELECT_MULTIPLE
                ? new Pending.Marked(marked(filled, question), page)
                : new Pending.Page(page);
    }

    private static int page(Draft draft) {
        return switch (draft.pending()) {
            case Pending.Marked(var _, var page) -> page;
            case Pending.Page(var number) -> number;
            case Pending.Nothing _,
                    Pending.Total _,
                    Pending.Unusual _,
                    Pending.Calendar _,
                    Pending.Editing _,
                    Pending.Doubted _,
                    Pending.Cancelling _ -> 0;
        };
    }

    /// The choices that are ticked: those marked in this round, else those of the answer.
    static List<String> marked(Filling filled, Question question) {
        if (filled.draft().pending() instanceof Pending.Marked(var codes, var _)) {
            return codes;
        }
        return filled.draft().answers().find(question.name()).orElse(null) instanceof Value.Selected(var codes)
                ? codes
                : List.of();
    }

    private static Optional<String> findCode(Question question, String argument) {
        return Press.findChoice(question, argument).map(Choice::code);
    }

    private static Optional<LocalDate> findDay(String argument) {
        try {
            return Optional.of(LocalDate.parse(argument));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> findMonth(String argument) {
        try {
            return Optional.of(YearMonth.parse(argument));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
