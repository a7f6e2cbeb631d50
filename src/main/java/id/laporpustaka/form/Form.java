package id.laporpustaka.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// One published version of a form; immutable, compiled, thread-safe.
///
/// Its rules are evaluated as a whole by [#evaluate(Answers, Facts)], which takes microseconds.
public final class Form {
    private final String id;
    private final String version;
    private final LocalizedText title;
    private final Language defaultLanguage;
    private final List<Prompt> prompts;
    private final List<Question> questions;
    private final Rules rules;
    private final Structure structure;
    private final int[] order;
    private final Map<String, Question> questionsByName = new LinkedHashMap<>();
    private final Map<String, Prompt> promptsByName = new LinkedHashMap<>();
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    /// The place of each prompt is its index.
    ///
    /// @throws IllegalArgumentException if rules need each other in a circle, or a name comes twice
    public Form(
            String id,
            String version,
            LocalizedText title,
            Language defaultLanguage,
            List<Prompt> prompts,
            List<Question> questions,
            Rules rules) {
        this.id = id;
        this.version = version;
        this.title = title;
        this.defaultLanguage = defaultLanguage;
        this.prompts = List.copyOf(prompts);
        this.questions = List.copyOf(questions);
        this.rules = rules;
        this.structure = new Structure(this.questions, rules);
        this.order = switch (EvaluationOrder.of(this.questions, rules)) {
            case EvaluationOrder.Sorted sorted ->
                sorted.nodes().stream().mapToInt(Integer::intValue).toArray();
            case EvaluationOrder.Circle circle ->
                throw new IllegalArgumentException("these need each other: " + circle.nodes());
        };
        for (var question : questions) {
            if (questionsByName.put(question.name(), question) != null) {
                throw new IllegalArgumentException("two questions are named " + question.name());
            }
        }
        for (var prompt : prompts) {
            promptsByName.putIfAbsent(prompt.name(), prompt);
        }
    }

    public String id() {
        return id;
    }

    public String version() {
        return version;
    }

    public LocalizedText title() {
        return title;
    }

    public Language defaultLanguage() {
        return defaultLanguage;
    }

    /// What people see, in order, as it is written: everything but calculated and hidden questions, those of a
    /// repeat once. [Evaluation#prompts()] has what is asked.
    public List<Prompt> prompts() {
        return prompts;
    }

    /// All questions in the order of the form, calculated and hidden ones too, those of a repeat once; a question's
    /// slot is its place here.
    public List<Question> questions() {
        return questions;
    }

    public List<Repeat> repeats() {
        return structure.repeats();
    }

    public Optional<Repeat> findRepeat(String name) {
        return structure.repeats().stream()
                .filter(repeat -> repeat.name().equals(name))
                .findFirst();
    }

    /// The repeat that a question is in.
    public Optional<Repeat> findRepeatOf(Question question) {
        return structure.findRepeatOf(question.slot());
    }

    /// As it is written; also by the name of an instance, such as `name[2]`.
    public Optional<Question> findQuestion(String name) {
        var written = questionsByName.get(name);
        if (written != null || structure.repeats().isEmpty()) {
            return Optional.ofNullable(written);
        }
        var base = questionsByName.get(Instances.base(name));
        return Instances.number(name) > 0 && base != null && structure.isRepeated(base.slot())
                ? Optional.of(base)
                : Optional.empty();
    }

    /// By the name of the question, of the group that is asked in one message, or of a repeat.
    public Optional<Prompt> findPrompt(String name) {
        return Optional.ofNullable(promptsByName.get(name));
    }

    /// The prompt in which a question is asked.
    public Optional<Prompt> findPromptOf(Question question) {
        return prompts.stream()
                .filter(prompt -> prompt.questions().stream().anyMatch(other -> other.slot() == question.slot()))
                .findFirst();
    }

    /// What somebody else makes of this form, made once and kept as long as the form. It must be safe to use from
    /// all threads.
    public <T> T derived(Class<T> type, Function<Form, T> make) {
        return type.cast(derived.computeIfAbsent(type, _ -> make.apply(this)));
    }

    /// Answers to questions that this form does not have are left alone and count for nothing.
    public Evaluation evaluate(Answers answers, Facts facts) {
        return new Evaluation(this, answers, facts);
    }

    Rules rules() {
        return rules;
    }

    Structure structure() {
        return structure;
    }

    int[] order() {
        return order;
    }
}
