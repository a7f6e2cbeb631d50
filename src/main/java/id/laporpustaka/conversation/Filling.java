package id.laporpustaka.conversation;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Evaluation;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A draft seen through its form at one moment: what is asked next, and what an answer does to it.
public final class Filling {
    private final Draft draft;
    private final Form form;
    private final Facts facts;
    private final Evaluation evaluation;

    Filling(Draft draft, Form form, Facts facts) {
        this(draft, form, facts, form.evaluate(draft.answers(), facts));
    }

    private Filling(Draft draft, Form form, Facts facts, Evaluation evaluation) {
        this.draft = draft;
        this.form = form;
        this.facts = facts;
        this.evaluation = evaluation;
    }

    public Draft draft() {
        return draft;
    }

    public Form form() {
        return form;
    }

    public Facts facts() {
        return facts;
    }

    public Evaluation evaluation() {
        return evaluation;
    }

    Filling with(Draft other) {
        return other.answers().equals(draft.answers())
                ? new Filling(other, form, facts, evaluation)
                : new Filling(other, form, facts);
    }

    /// The focus, else what a reviewer asks for, else the first relevant prompt that is neither answered nor skipped,
    /// else the review.
    Place place() {
        var prompts = evaluation.prompts();
        if (draft.focus().isPresent()) {
            for (var number = 0; number < prompts.size(); number++) {
                var prompt = prompts.get(number);
                if (prompt.name().equals(draft.focus().get()) && evaluation.relevant(prompt)) {
                    return new Place.Question(number, prompt);
                }
            }
        }
        for (var number = 0; number < prompts.size(); number++) {
            if (isAskedAnew(prompts.get(number))) {
                return new Place.Question(number, prompts.get(number));
            }
        }
        for (var number = 0; number < prompts.size(); number++) {
            if (isOpen(prompts.get(number))) {
                return new Place.Question(number, prompts.get(number));
            }
        }
        return new Place.Review();
    }

    /// Whether a reviewer wants to have it answered anew, and it has not been yet.
    public boolean isAskedAnew(Prompt prompt) {
        return draft.toAsk().contains(prompt.name()) && evaluation.relevant(prompt) && isAsked(prompt);
    }

    private boolean isOpen(Prompt prompt) {
        return evaluation.relevant(prompt)
                && (!prompt.detail() || draft.details() || evaluation.required(prompt))
                && !draft.skipped().contains(prompt.name())
                && (isAsked(prompt) ? !isAnswered(prompt) : findImpasse(prompt).isPresent());
    }

    /// Why it does not go on past what the form computes: other answers must change first.
    Optional<Problem> findImpasse(Prompt prompt) {
        return isAsked(prompt)
                ? Optional.empty()
                : prompt.questions().stream()
                        .flatMap(question -> evaluation.violation(question).stream())
                        .<Problem>map(Problem.NotAllowed::new)
                        .findFirst();
    }

    /// Whether people can do something about it; what the form computes is only shown.
    public boolean isAsked(Prompt prompt) {
        return prompt instanceof Prompt.Another
                || prompt.questions().stream()
                        .anyMatch(question -> question.type() == QuestionType.NOTE || !evaluation.isComputed(question));
    }

    /// Whether something of it has been answered and nothing of it that is required is missing.
    public boolean isAnswered(Prompt prompt) {
        var answered = false;
        for (var question : prompt.questions()) {
            if (hasAnswer(question)) {
                answered = true;
            } else if (evaluation.required(question)) {
                return false;
            }
        }
        return answered;
    }

    /// The answers to a prompt, by the name of the question.
    public Map<String, Value> valuesOf(Prompt prompt) {
        var values = new LinkedHashMap<String, Value>();
        for (var question : prompt.questions()) {
            evaluation.findAnswer(question).ifPresent(value -> values.put(question.name(), value));
        }
        return values;
    }

    private boolean hasAnswer(Question question) {
        return question.type() != QuestionType.NOTE
                && evaluation.findAnswer(question).isPresent();
    }

    /// The prompts that have an answer, in the order of the form.
    public List<Prompt> answeredPrompts() {
        return evaluation.prompts().stream()
                .filter(evaluation::relevant)
                .filter(this::isAnswered)
                .toList();
    }

    /// What can be told of several times, in the order of the form.
    public List<Prompt.Another> repeats() {
        return form.repeats().isEmpty()
                ? List.of()
                : evaluation.prompts().stream()
                        .flatMap(prompt -> prompt instanceof Prompt.Another another
                                        && form.findRepeat(another.name())
                                                .filter(evaluation::relevant)
                                                .isPresent()
                                ? Stream.of(another)
                                : Stream.<Prompt.Another>empty())
                        .toList();
    }

    /// Whether the form has questions that are asked only on request and have not been answered.
    public boolean hasMoreDetails() {
        return evaluation.prompts().stream()
                .filter(prompt -> isAsked(prompt) && !(prompt instanceof Prompt.Another))
                .anyMatch(prompt -> prompt.detail() && evaluation.relevant(prompt) && !isAnswered(prompt));
    }

    Progress progress(Prompt present) {
        var required = evaluation.prompts().stream()
                .filter(evaluation::relevant)
                .filter(evaluation::required)
                .map(Prompt::place)
                .toList();
        return new Progress(required.indexOf(present.place()) + 1, required.size());
    }

    /// The prompt before this one that can be gone back to.
    Optional<Prompt> findPrevious(int number) {
        for (var before = number - 1; before >= 0; before--) {
            var prompt = evaluation.prompts().get(before);
            var seen = isAnswered(prompt) || draft.skipped().contains(prompt.name());
            if (evaluation.relevant(prompt) && isAsked(prompt) && seen) {
                return Optional.of(prompt);
            }
        }
        return Optional.empty();
    }

    /// What became of an answer.
    sealed interface Attempt {
        /// It is kept.
        ///
        /// @param problem with another answer, which this one has made impossible and which is asked next
        record Accepted(Draft draft, Optional<Echo> echo, Optional<Problem> problem) implements Attempt {}

        record Asked(Draft draft, Problem problem) implements Attempt {}
    }

    /// Takes the answers to a prompt; they replace what it had before.
    ///
    /// @param sure whether a warning has been answered with yes
    Attempt accept(
            Prompt prompt, Map<String, Value> values, Optional<Integer> source, boolean approximate, boolean sure) {
        var corrected = isAnswered(prompt);
        var emptied = draft;
        for (var question : prompt.questions()) {
            if (!values.containsKey(question.name())) {
                emptied = emptied.withoutAnswer(question.name());
            }
        }
        var next = with(emptied.withAnswers(values, source).withoutSkipped(prompt.name()));
        var refused = next.findRefusal(prompt, values);
        if (refused.isPresent()) {
            return new Attempt.Asked(draft.withPending(new Pending.Nothing()), refused.get());
        }
        var unusual = sure ? Optional.<LocalizedText>empty() : next.findWarning(values);
        if (unusual.isPresent()) {
            var waiting = draft.withPending(new Pending.Unusual(values, source));
            return new Attempt.Asked(waiting, new Problem.Unusual(unusual.get()));
        }
        var kept = with(next.draft.withConfirmed(sure ? values.keySet() : java.util.Set.of()));
        return with(kept.settled().withoutFocus().withoutToAsk(prompt.name()))
                .checked(Optional.of(new Echo(prompt, values, approximate, corrected)));
    }

    /// The draft as it counts now: the day may be another one, or the form.
    Attempt.Accepted rechecked() {
        return with(settled()).checked(Optional.empty());
    }

    /// Looks whether the answers still allow each other.
    private Attempt.Accepted checked(Optional<Echo> echo) {
        return findBroken()
                .map(broken -> new Attempt.Accepted(
                        draft.withFocus(broken.prompt().name()),
                        echo,
                        Optional.of(new Problem.NotAllowed(broken.message()))))
                .orElseGet(() -> new Attempt.Accepted(draft, echo, Optional.empty()));
    }

    /// So many instances of a repeat.
    ///
    /// @param more whether another one is offered after them
    Attempt instances(Prompt.Another another, int count, boolean more) {
        var values = Map.<String, Value>of(another.name(), new Value.Whole(count));
        var counted = draft.withAnswers(values, Optional.empty());
        var next = more ? counted.withoutSkipped(another.name()) : counted.withSkipped(another.name());
        return with(with(next).settled().withoutFocus()).checked(Optional.empty());
    }

    /// Empty if there is no such instance.
    Optional<Attempt> withoutInstance(Prompt.Another another, int instance) {
        return form.findRepeat(another.name())
                .filter(_ -> instance >= 1 && instance <= another.count())
                .map(repeat -> with(draft.withAnswers(counted(another)).withoutInstance(repeat, instance)))
                .map(removed -> with(removed.settled()).checked(Optional.empty()));
    }

    /// The answers with the number of instances written down, also where it is the one that nobody asked for.
    private Answers counted(Prompt.Another another) {
        return draft.answers().with(another.name(), new Value.Whole(another.count()));
    }

    private Optional<Problem> findRefusal(Prompt prompt, Map<String, Value> values) {
        for (var name : values.keySet()) {
            var violation = evaluation.findQuestion(name).flatMap(evaluation::violation);
            if (violation.isPresent()) {
                return Optional.of(new Problem.NotAllowed(violation.get()));
            }
        }
        return prompt.questions().stream()
                .filter(evaluation::required)
                .filter(question -> !hasAnswer(question))
                .findFirst()
                .map(question -> new Problem.Required(question.requiredMessage().orElseGet(LocalizedText::empty)));
    }

    private Optional<LocalizedText> findWarning(Map<String, Value> values) {
        return values.keySet().stream()
                .flatMap(name -> evaluation.findQuestion(name).stream())
                .filter(question -> !draft.confirmed().contains(question.name()))
                .flatMap(question -> evaluation.warning(question).stream())
                .findFirst();
    }

    /// Without answers that count no longer, and with those that are worked out once for good.
    Draft settled() {
        var settled = evaluation.settled();
        return settled.equals(draft.answers()) ? draft : draft.withAnswers(settled);
    }

    private record Broken(Prompt prompt, LocalizedText message) {}

    /// The first answer that the other answers do not allow any more.
    private Optional<Broken> findBroken() {
        for (var prompt : evaluation.prompts()) {
            for (var question : prompt.questions()) {
                var violation = evaluation.violation(question);
                if (violation.isPresent() && !evaluation.isComputed(question)) {
                    return Optional.of(new Broken(prompt, violation.get()));
                }
            }
        }
        return Optional.empty();
    }

    /// What the form finds unusual about the files of a prompt; they are kept all the same.
    Optional<Problem> findNoticed(Prompt prompt) {
        return FileAnswers.findMedia(prompt).flatMap(evaluation::warning).map(Problem.Noticed::new);
    }

    /// What a correction changes about the report.
    public List<Difference> differences() {
        return draft.correction()
                .map(correction -> Difference.list(evaluation, correction.before(), evaluation.effective()))
                .orElseGet(List::of);
    }

    List<MediaFile> filesOf(Question question) {
        return draft.answers().find(question.name()).orElse(null) instanceof Value.Media(var files) ? files : List.of();
    }
}
