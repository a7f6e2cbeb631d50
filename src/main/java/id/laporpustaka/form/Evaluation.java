package id.laporpustaka.form;

import id.laporpustaka.form.expression.Datum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the form says about a set of answers at one moment. Relevance and calculations are worked out when it is
/// made; it does not change afterwards.
///
/// An answer to a question that is not relevant reads as empty everywhere and is not among the effective ones.
/// Not thread-safe.
public final class Evaluation {
    private final Form form;
    private final Answers answers;
    private final Values values;
    private final Unrolling unrolling;
    private @Nullable List<Prompt> prompts;

    Evaluation(Form form, Answers answers, Facts facts) {
        this.form = form;
        this.answers = answers;
        this.values = new Values(form, answers, facts);
        this.unrolling = new Unrolling(form, values);
    }

    /// What people see, in order: repeats unrolled, answers filled into the texts, choices of tables outside the
    /// form filled in. The form's own list if nothing of the kind is in the form.
    public List<Prompt> prompts() {
        if (prompts == null) {
            prompts = unrolling.prompts();
        }
        return prompts;
    }

    /// By the name of the question, of the group that is asked in one message, or of a repeat; in a repeat with
    /// the instance, as in `name[2]`.
    public Optional<Prompt> findPrompt(String name) {
        if (form.structure().isFixed()) {
            return form.findPrompt(name);
        }
        return prompts().stream().filter(prompt -> prompt.name().equals(name)).findFirst();
    }

    /// By [Prompt#place()].
    public Optional<Prompt> findPromptAt(String place) {
        return prompts().stream().filter(prompt -> prompt.place().equals(place)).findFirst();
    }

    /// The prompt in which a question is asked.
    public Optional<Prompt> findPromptOf(Question question) {
        return prompts().stream()
                .filter(prompt -> prompt.questions().stream()
                        .anyMatch(other -> other.name().equals(question.name())))
                .findFirst();
    }

    /// By its name, in a repeat with the instance, as in `name[2]`; empty if there is no such instance now.
    public Optional<Question> findQuestion(String name) {
        if (form.structure().isFixed()) {
            return form.findQuestion(name);
        }
        return form.findQuestion(name).flatMap(written -> unrolling.findInstance(written, Instances.number(name)));
    }

    public boolean relevant(Question question) {
        return values.isRelevant(question);
    }

    /// A field list is relevant if one of its questions is, [Prompt.Another] while there is room for one more.
    public boolean relevant(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Single(var question, var _, var _) -> values.isRelevant(question);
            case Prompt.FieldList list -> list.questions().stream().anyMatch(values::isRelevant);
            case Prompt.Another another ->
                another.count() < Instances.MOST
                        && form.findRepeat(another.name())
                                .filter(this::relevant)
                                .isPresent();
        };
    }

    public boolean relevant(Repeat repeat) {
        return values.isRelevant(repeat);
    }

    /// Relevant and not to be skipped.
    public boolean required(Question question) {
        return !isComputed(question)
                && relevant(question)
                && rules(question)
                        .required()
                        .map(expression -> expression.holds(values.view(question, values.value(question))))
                        .orElse(false);
    }

    /// Whether the form gives the value itself, so that people see it but are not asked.
    public boolean isComputed(Question question) {
        return rules(question).calculation().isPresent();
    }

    /// The answer that counts, given or computed.
    public Optional<Value> findAnswer(Question question) {
        return findEffective(question);
    }

    /// Whether any question of it is required.
    public boolean required(Prompt prompt) {
        return prompt.questions().stream().anyMatch(this::required);
    }

    /// The answers that count: relevant ones and calculated values, in the order of the form, instance by
    /// instance.
    public Answers effective() {
        var effective = new LinkedHashMap<String, Value>();
        var done = -1;
        for (var question : form.questions()) {
            var repeat = form.findRepeatOf(question);
            if (repeat.isEmpty()) {
                findEffective(question).ifPresent(value -> effective.put(question.name(), value));
            } else if (repeat.get().group() != done) {
                done = repeat.get().group();
                putInstances(repeat.get(), effective);
            }
        }
        return Answers.of(effective);
    }

    private void putInstances(Repeat repeat, Map<String, Value> effective) {
        if (!values.isRelevant(repeat)) {
            return;
        }
        if (!repeat.counted()) {
            effective.put(repeat.name(), new Value.Whole(values.count(repeat)));
        }
        for (var instance = 1; instance <= values.count(repeat); instance++) {
            for (var question : form.questions()) {
                if (repeat.members().contains(question.name())) {
                    var own = question.in(instance);
                    findEffective(own).ifPresent(value -> effective.put(own.name(), value));
                }
            }
        }
    }

    /// The answers to keep: those given, without irrelevant ones and those of instances that are gone, and
    /// values that are worked out once for good. The same object if nothing changes.
    public Answers settled() {
        var settled = answers;
        for (var name : answers.names()) {
            if (!isKept(name)) {
                settled = settled.without(name);
            }
        }
        for (var slot : form.structure().kept()) {
            var question = form.questions().get(slot);
            var repeat = form.findRepeatOf(question);
            var count = repeat.map(values::count).orElse(0);
            for (var instance = repeat.isEmpty() ? 0 : 1; instance <= count; instance++) {
                var own = question.in(instance);
                if (settled.find(own.name()).isEmpty()) {
                    var value = findEffective(own);
                    settled = value.isPresent() ? settled.with(own.name(), value.get()) : settled;
                }
            }
        }
        return settled;
    }

    private boolean isKept(String name) {
        var written = form.findQuestion(name);
        if (written.isEmpty()) {
            return form.findRepeat(name)
                    .filter(repeat -> !repeat.counted() && values.isRelevant(repeat))
                    .isPresent();
        }
        var instance = Instances.number(name);
        var repeat = form.findRepeatOf(written.get());
        var exists = repeat.isEmpty() ? instance == 0 : instance >= 1 && instance <= values.count(repeat.get());
        var isGiven = rules(written.get())
                .calculation()
                .map(calculation -> calculation.uses().once())
                .orElse(true);
        return exists && isGiven && relevant(written.get().in(instance));
    }

    /// What the present answer breaks, if there is one and it breaks something: the form's message, which is
    /// empty if the form has none. An answer that is not among [#choices(Question)] breaks its question too.
    public Optional<LocalizedText> violation(Question question) {
        return findEffective(question).flatMap(value -> violation(question, value));
    }

    /// The same for an answer that is not given yet; all other answers are the present ones.
    public Optional<LocalizedText> violation(Question question, Value candidate) {
        for (var check : rules(question).constraints()) {
            var broken = findBroken(check, question, candidate);
            if (broken.isPresent()) {
                return broken;
            }
        }
        return candidate instanceof Value.Selected(var codes) && !isOffered(question, codes)
                ? Optional.of(LocalizedText.empty())
                : Optional.empty();
    }

    /// What asks for a confirmation, like [#violation(Question)].
    public Optional<LocalizedText> warning(Question question) {
        return findEffective(question).flatMap(value -> warning(question, value));
    }

    /// All that ask for one, each in a line of its own.
    public Optional<LocalizedText> warning(Question question, Value candidate) {
        return rules(question).warnings().stream()
                .flatMap(check -> findBroken(check, question, candidate).stream())
                .reduce(LocalizedText::andThen);
    }

    /// The choices that fit the other answers.
    public List<Choice> choices(Question question) {
        var filter = rules(question).choiceFilter();
        var all = question.choices().isEmpty() ? unrolling.choices(question) : question.choices();
        if (filter.isEmpty()) {
            return all;
        }
        var columns = unrolling.columns(question, filter.get());
        var view = values.view(question, values.value(question));
        var fitting = new ArrayList<Choice>();
        for (var i = 0; i < Math.min(all.size(), columns.size()) && !values.isSpent(); i++) {
            if (filter.get().holds().holds(view.at(columns.get(i)))) {
                fitting.add(all.get(i));
            }
        }
        return fitting;
    }

    /// What the form proposes as the answer (its `default`), whether or not there is one already.
    public Optional<Value> suggestion(Question question) {
        return rules(question)
                .suggestion()
                .flatMap(expression -> Conversion.findSuggested(
                        expression.value(values.view(question, values.value(question))), question, choices(question)));
    }

    /// What the form calls this report, by its `instance_name`; empty if it does not say, or says nothing.
    public Optional<String> instanceName() {
        return form.rules()
                .instanceName()
                .map(expression -> expression.value(values.view(-1, 0)).text().strip())
                .filter(name -> !name.isEmpty());
    }

    private Optional<Value> findEffective(Question question) {
        if (!relevant(question)) {
            return Optional.empty();
        }
        if (!question.type().isShown()) {
            return Conversion.findCalculated(values.value(question), question.type());
        }
        return isComputed(question)
                ? Conversion.findSuggested(values.value(question), question, choices(question))
                : answers.find(question.name());
    }

    private boolean isOffered(Question question, List<String> codes) {
        var offered = choices(question);
        for (var code : codes) {
            if (offered.stream().noneMatch(choice -> choice.code().equals(code))) {
                return false;
            }
        }
        return true;
    }

    private Optional<LocalizedText> findBroken(Rules.Check check, Question question, Value candidate) {
        var self = Conversion.datum(candidate);
        if (Datum.isNothing(self)) {
            return Optional.empty();
        }
        var view = values.viewWith(question, self);
        return check.holds().holds(view)
                ? Optional.empty()
                : Optional.of(check.message().fill(view));
    }

    private Rules.OfQuestion rules(Question question) {
        return form.rules().questions().get(question.slot());
    }
}
