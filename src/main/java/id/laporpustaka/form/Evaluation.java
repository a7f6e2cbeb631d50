package id.laporpustaka.form;

import id.laporpustaka.form.expression.Context;
import id.laporpustaka.form.expression.Datum;
import id.laporpustaka.form.expression.Expression;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the form says about a set of answers at one moment. Relevance and calculations are worked out when it is made;
/// it does not change afterwards.
///
/// An answer to a question that is not relevant reads as empty everywhere and is not among the effective ones.
public final class Evaluation {
    private final Form form;
    private final Answers answers;
    private final Facts facts;
    private final boolean[] relevant;
    private final Datum[] values;
    private final int groups;

    Evaluation(Form form, Answers answers, Facts facts) {
        this.form = form;
        this.answers = answers;
        this.facts = facts;
        this.groups = form.rules().groups().size();
        this.relevant = new boolean[groups + form.questions().size()];
        this.values = new Datum[form.questions().size()];
        for (var node : form.order()) {
            if (node < groups) {
                var group = form.rules().groups().get(node);
                relevant[node] = isRelevant(group.parent(), group.relevant(), Datum.NOTHING);
            } else {
                evaluate(node - groups);
            }
        }
    }

    public boolean relevant(Question question) {
        return relevant[groups + question.slot()];
    }

    /// A field list is relevant if its group and at least one of its questions is.
    public boolean relevant(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Single single -> relevant(single.question());
            case Prompt.FieldList list ->
                relevant[form.groupOf(list)] && list.questions().stream().anyMatch(this::relevant);
        };
    }

    /// Relevant and not to be skipped.
    public boolean required(Question question) {
        return relevant(question)
                && rules(question)
                        .required()
                        .map(expression -> expression.holds(context(question)))
                        .orElse(false);
    }

    /// Whether any question of it is required.
    public boolean required(Prompt prompt) {
        return prompt.questions().stream().anyMatch(this::required);
    }

    /// The answers that count: relevant ones and calculated values, in the order of the form.
    public Answers effective() {
        var effective = new LinkedHashMap<String, Value>();
        for (var question : form.questions()) {
            findEffective(question).ifPresent(value -> effective.put(question.name(), value));
        }
        return Answers.of(effective);
    }

    /// What the present answer breaks, if there is one and it breaks something: the form's message, which is empty if
    /// the form has none. An answer that is not among [#choices(Question)] breaks its question too.
    public Optional<LocalizedText> violation(Question question) {
        return findEffective(question).flatMap(value -> violation(question, value));
    }

    /// The same for an answer that is not given yet; all other answers are the present ones.
    public Optional<LocalizedText> violation(Question question, Value candidate) {
        var broken = rules(question).constraint().flatMap(check -> findBroken(check, question, candidate));
        if (broken.isEmpty() && candidate instanceof Value.Selected(var codes) && !isOffered(question, codes)) {
            return Optional.of(LocalizedText.empty());
        }
        return broken;
    }

    /// What asks for a confirmation, like [#violation(Question)].
    public Optional<LocalizedText> warning(Question question) {
        return findEffective(question).flatMap(value -> warning(question, value));
    }

    public Optional<LocalizedText> warning(Question question, Value candidate) {
        return rules(question).warning().flatMap(check -> findBroken(check, question, candidate));
    }

    /// The choices that fit the other answers.
    public List<Choice> choices(Question question) {
        var filter = rules(question).choiceFilter();
        if (filter.isEmpty()) {
            return question.choices();
        }
        var fitting = new ArrayList<Choice>();
        for (var i = 0; i < question.choices().size(); i++) {
            var choice = question.choices().get(i);
            var self = values[question.slot()];
            if (filter.get()
                    .holds()
                    .holds(new View(-1, self, filter.get().columns().get(i)))) {
                fitting.add(choice);
            }
        }
        return fitting;
    }

    /// What the form proposes as the answer (its `default`), whether or not there is one already.
    public Optional<Value> suggestion(Question question) {
        return rules(question)
                .suggestion()
                .flatMap(expression -> Conversion.findSuggested(expression.value(context(question)), question));
    }

    private void evaluate(int slot) {
        var question = form.questions().get(slot);
        var rules = form.rules().questions().get(slot);
        var stored = answers.find(question.name()).map(Conversion::datum).orElse(Datum.NOTHING);
        var isRelevant = isRelevant(rules.group(), rules.relevant(), stored);
        relevant[groups + slot] = isRelevant;
        if (!isRelevant) {
            values[slot] = Datum.NOTHING;
        } else if (rules.calculation().isPresent()) {
            values[slot] = rules.calculation().get().value(new View(slot, stored, Map.of()));
        } else if (question.type() == QuestionType.HIDDEN
                && Datum.isNothing(stored)
                && rules.suggestion().isPresent()) {
            values[slot] = rules.suggestion().get().value(new View(slot, stored, Map.of()));
        } else {
            values[slot] = stored;
        }
    }

    private boolean isRelevant(int parent, Optional<Expression> own, Datum self) {
        return (parent < 0 || relevant[parent]) && (own.isEmpty() || own.get().holds(new View(-1, self, Map.of())));
    }

    private Optional<Value> findEffective(Question question) {
        if (!relevant(question)) {
            return Optional.empty();
        }
        return question.type().isShown()
                ? answers.find(question.name())
                : Conversion.findCalculated(values[question.slot()]);
    }

    private boolean isOffered(Question question, List<String> codes) {
        var offered = choices(question).stream().map(Choice::code).toList();
        return offered.containsAll(codes);
    }

    private Optional<LocalizedText> findBroken(Rules.Check check, Question question, Value candidate) {
        var self = Conversion.datum(candidate);
        return Datum.isNothing(self) || check.holds().holds(new View(question.slot(), self, Map.of()))
                ? Optional.empty()
                : Optional.of(check.message());
    }

    private Rules.OfQuestion rules(Question question) {
        return form.rules().questions().get(question.slot());
    }

    private Context context(Question question) {
        return new View(-1, values[question.slot()], Map.of());
    }

    /// The answers as one expression sees them; `self` also stands in for the answer in `slot`, unless that is -1.
    private final class View implements Context {
        private final int slot;
        private final Datum self;
        private final Map<String, String> columns;

        private View(int slot, Datum self, Map<String, String> columns) {
            this.slot = slot;
            this.self = self;
            this.columns = columns;
        }

        @Override
        public Datum answer(int wanted) {
            return wanted == slot ? self : values[wanted];
        }

        @Override
        public Datum self() {
            return self;
        }

        @Override
        public LocalDate today() {
            return facts.today();
        }

        @Override
        public LocalDateTime now() {
            return facts.now();
        }

        @Override
        public Locale locale() {
            return facts.language().locale();
        }

        @Override
        public String choiceLabel(int wanted, String code) {
            return form.questions()
                    .get(wanted)
                    .findChoice(code)
                    .map(choice -> choice.label().in(facts.language()))
                    .orElse("");
        }

        @Override
        public String choiceColumn(String column) {
            return columns.getOrDefault(column, "");
        }
    }
}
