package id.laporpustaka.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    private final int[] order;
    private final Map<String, Question> questionsByName = new LinkedHashMap<>();
    private final Map<String, Prompt> promptsByName = new LinkedHashMap<>();
    private final Map<String, Integer> groupsByName;

    /// `groups` are the names of [Rules#groups()].
    ///
    /// @throws IllegalArgumentException if rules need each other in a circle, or a name comes twice
    public Form(
            String id,
            String version,
            LocalizedText title,
            Language defaultLanguage,
            List<Prompt> prompts,
            List<Question> questions,
            List<String> groups,
            Rules rules) {
        this.id = id;
        this.version = version;
        this.title = title;
        this.defaultLanguage = defaultLanguage;
        this.prompts = List.copyOf(prompts);
        this.questions = List.copyOf(questions);
        this.rules = rules;
        this.order = switch (EvaluationOrder.of(rules)) {
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
            promptsByName.put(prompt.name(), prompt);
        }
        groupsByName = new TreeMap<>();
        for (var group = 0; group < groups.size(); group++) {
            groupsByName.put(groups.get(group), group);
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

    /// What people see, in order: everything but calculated and hidden questions.
    public List<Prompt> prompts() {
        return prompts;
    }

    /// All questions in the order of the form, calculated and hidden ones too; a question's slot is its place here.
    public List<Question> questions() {
        return questions;
    }

    public Optional<Question> findQuestion(String name) {
        return Optional.ofNullable(questionsByName.get(name));
    }

    /// By the name of the question, or of the group that is asked in one message.
    public Optional<Prompt> findPrompt(String name) {
        return Optional.ofNullable(promptsByName.get(name));
    }

    /// The prompt in which a question is asked.
    public Optional<Prompt> findPromptOf(Question question) {
        return prompts.stream()
                .filter(prompt -> prompt.questions().contains(question))
                .findFirst();
    }

    /// Answers to questions that this form does not have are left alone and count for nothing.
    public Evaluation evaluate(Answers answers, Facts facts) {
        return new Evaluation(this, answers, facts);
    }

    Rules rules() {
        return rules;
    }

    int[] order() {
        return order;
    }

    int groupOf(Prompt.FieldList list) {
        var group = groupsByName.get(list.name());
        if (group == null) {
            throw new IllegalArgumentException(list.name() + " is not a group of form " + id);
        }
        return group;
    }
}
