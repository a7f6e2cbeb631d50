package id.laporpustaka.conversation;

import id.laporpustaka.form.Evaluation;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A draft seen through its form at one moment: what is asked next, and what an answer does to it.
public final class Filling {
    private final Draft draft;
    private final Form form;
    private final Facts facts;
    private final Evaluation evaluation;

    Filling(Draft draft, Form form, Facts facts) {
        this.draft = draft;
        this.form = form;
        this.facts = facts;
        this.evaluation = form.evaluate(draft.answers(), facts);
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
        return new Filling(other, form, facts);
    }

    /// The focus, else the first relevant prompt that is neither answered nor skipped, else the review.
    Place place() {
        var prompts = form.prompts();
        var focused = draft.focus().flatMap(form::findPrompt).filter(evaluation::relevant);
        if (focused.isPresent()) {
            return new Place.Question(prompts.indexOf(focused.get()), focused.get());
        }
        for (var number = 0; number < prompts.size(); number++) {
            if (isOpen(prompts.get(number))) {
                return new Place.Question(number, prompts.get(number));
            }
        }
        return new Place.Review();
    }

    private boolean isOpen(Prompt prompt) {
        return evaluation.relevant(prompt)
                && (!prompt.detail() || draft.details() || evaluation.required(prompt))
                && !draft.skipped().contains(prompt.name())
                && !isAnswered(prompt);
    }

    /// Whether something of it has been answered and nothing of it that is required is missing.
    public boolean isAnswered(Prompt prompt) {
        return prompt.questions().stream().anyMatch(this::hasAnswer)
                && prompt.questions().stream().filter(evaluation::required).allMatch(this::hasAnswer);
    }

    private boolean hasAnswer(Question question) {
        return draft.answers().find(question.name()).isPresent();
    }

    /// The prompts whose answers can be changed, in the order of the form.
    public List<Prompt> answeredPrompts() {
        return form.prompts().stream()
                .filter(evaluation::relevant)
                .filter(this::isAnswered)
                .toList();
    }

    /// Whether the form has questions that are asked only on request and have not been answered.
    public boolean hasMoreDetails() {
        return form.prompts().stream()
                .anyMatch(prompt -> prompt.detail() && evaluation.relevant(prompt) && !isAnswered(prompt));
    }

    Progress progress(Prompt present) {
        var required = form.prompts().stream()
                .filter(evaluation::relevant)
                .filter(evaluation::required)
                .toList();
        return new Progress(required.indexOf(present) + 1, required.size());
    }

    /// The prompt before this one that can be gone back to.
    Optional<Prompt> findPrevious(int number) {
        for (var before = number - 1; before >= 0; before--) {
            var prompt = form.prompts().get(before);
            var seen = isAnswered(prompt) || draft.skipped().contains(prompt.name());
            if (evaluation.relevant(prompt) && seen) {
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
        record Accepted(Draft draft, Echo echo, Optional<Problem> problem) implements Attempt {}

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
        var kept = next.draft.withConfirmed(sure ? values.keySet() : java.util.Set.of());
        var settled = with(next.withoutIrrelevant(kept).withoutFocus());
        var echo = new Echo(prompt, values, approximate, corrected);
        return settled.findBroken()
                .<Attempt>map(broken -> new Attempt.Accepted(
                        settled.draft.withFocus(broken.prompt().name()),
                        echo,
                        Optional.of(new Problem.NotAllowed(broken.message()))))
                .orElseGet(() -> new Attempt.Accepted(settled.draft, echo, Optional.empty()));
    }

    private Optional<Problem> findRefusal(Prompt prompt, Map<String, Value> values) {
        for (var name : values.keySet()) {
            var violation = form.findQuestion(name).flatMap(evaluation::violation);
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
                .flatMap(name -> form.findQuestion(name).stream())
                .filter(question -> !draft.confirmed().contains(question.name()))
                .flatMap(question -> evaluation.warning(question).stream())
                .findFirst();
    }

    private Draft withoutIrrelevant(Draft from) {
        var kept = from;
        for (var name : from.answers().names()) {
            if (form.findQuestion(name).filter(evaluation::relevant).isEmpty()) {
                kept = kept.withoutAnswer(name);
            }
        }
        return kept;
    }

    private record Broken(Prompt prompt, LocalizedText message) {}

    /// The first answer that the other answers do not allow any more.
    private Optional<Broken> findBroken() {
        for (var prompt : form.prompts()) {
            for (var question : prompt.questions()) {
                var violation = evaluation.violation(question);
                if (violation.isPresent()) {
                    return Optional.of(new Broken(prompt, violation.get()));
                }
            }
        }
        return Optional.empty();
    }

    /// What became of a photo.
    sealed interface PhotoAttempt {
        /// It is kept.
        ///
        /// @param first whether the question had none before
        record Added(Draft draft, Echo echo, boolean first) implements PhotoAttempt {}

        record Refused(Problem problem) implements PhotoAttempt {}
    }

    /// Adds a photo to the question that takes it: the one being asked, else the first that has room. A photo that is
    /// there already is not added twice.
    PhotoAttempt addPhoto(MediaFile file, int messageId) {
        var images = new ArrayList<Prompt>();
        if (place() instanceof Place.Question(var _, var prompt)
                && findImage(prompt).isPresent()) {
            images.add(prompt);
        }
        form.prompts().stream()
                .filter(prompt -> findImage(prompt).isPresent() && evaluation.relevant(prompt))
                .filter(prompt -> !images.contains(prompt))
                .forEach(images::add);
        for (var prompt : images) {
            var question = findImage(prompt).orElseThrow();
            var files = filesOf(question);
            var known = files.stream().anyMatch(other -> other.uniqueId().equals(file.uniqueId()));
            if (known || files.size() < question.maximumFiles()) {
                return add(prompt, question, files, known ? Optional.empty() : Optional.of(file), messageId);
            }
        }
        return new PhotoAttempt.Refused(
                images.isEmpty()
                        ? new Problem.NoPhotoWanted()
                        : new Problem.TooManyPhotos(
                                findImage(images.getFirst()).orElseThrow().maximumFiles()));
    }

    private PhotoAttempt add(
            Prompt prompt, Question question, List<MediaFile> files, Optional<MediaFile> file, int messageId) {
        var all = new ArrayList<>(files);
        file.ifPresent(all::add);
        var values = new LinkedHashMap<String, Value>();
        values.put(question.name(), new Value.Media(all));
        var pending = draft.pending();
        var asked = place() instanceof Place.Question(var _, var present) && present.equals(prompt);
        var next = draft.withAnswers(values, Optional.of(messageId)).withoutSkipped(prompt.name());
        var kept = asked && files.isEmpty() ? next.withoutFocus() : next.withPending(pending);
        return new PhotoAttempt.Added(kept, new Echo(prompt, values, false, false), files.isEmpty());
    }

    static Optional<Question> findImage(Prompt prompt) {
        return prompt.questions().stream()
                .filter(question -> question.type() == QuestionType.IMAGE)
                .findFirst();
    }

    private List<MediaFile> filesOf(Question question) {
        return draft.answers().find(question.name()).orElse(null) instanceof Value.Media(var files) ? files : List.of();
    }
}
