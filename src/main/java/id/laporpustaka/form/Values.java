package id.laporpustaka.form;

import id.laporpustaka.form.expression.Context;
import id.laporpustaka.form.expression.Datum;
import id.laporpustaka.form.expression.Expression;
import id.laporpustaka.form.expression.OutOfSteps;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Relevance and values of all groups and questions, worked out in the order in which they need each other;
/// those in a repeat once for each instance.
///
/// An instance of 0 means outside of repeats; asked about a question in a repeat, it means the first one.
final class Values {
    /// What one evaluation may cost, in the tokens of expressions and the answers they look at: some ten
    /// milliseconds.
    private static final int MOST_STEPS = 5_000_000;

    private static final boolean[] NOWHERE = {};
    private static final Datum[] NOTHING = {};
    private static final int[] NO_COUNTS = {};

    private final Form form;
    private final Structure structure;
    private final Answers answers;
    private final Facts facts;
    private final int groups;
    private final boolean[] relevant;
    private final Datum[] values;
    private final int[] counts;
    private final boolean[][] relevantIn;
    private final Datum[][] valuesIn;
    private int steps;

    Values(Form form, Answers answers, Facts facts) {
        this.form = form;
        this.structure = form.structure();
        this.answers = answers;
        this.facts = facts;
        this.groups = form.rules().groups().size();
        this.relevant = new boolean[groups + form.questions().size()];
        this.values = new Datum[form.questions().size()];
        if (structure.repeats().isEmpty()) {
            counts = NO_COUNTS;
            relevantIn = new boolean[0][];
            valuesIn = new Datum[0][];
            for (var node : form.order()) {
                evaluate(node, 0);
            }
        } else {
            counts = new int[groups];
            relevantIn = new boolean[relevant.length][];
            valuesIn = new Datum[values.length][];
            for (var node : form.order()) {
                evaluateAll(node);
            }
        }
    }

    private void evaluateAll(int node) {
        var repeat = structure.repeatOf(node);
        if (repeat < 0) {
            evaluate(node, 0);
            return;
        }
        var count = counts[repeat];
        relevantIn[node] = count == 0 ? NOWHERE : new boolean[count];
        if (node >= groups) {
            valuesIn[node - groups] = count == 0 ? NOTHING : new Datum[count];
        }
        for (var instance = 1; instance <= count; instance++) {
            evaluate(node, instance);
        }
    }

    private void evaluate(int node, int instance) {
        if (node >= groups) {
            evaluateQuestion(node - groups, instance);
            return;
        }
        var rules = form.rules().groups().get(node);
        var isRelevant = isRelevant(rules.parent(), rules.relevant(), Datum.NOTHING, node, instance);
        set(node, instance, isRelevant);
        if (rules.repeat().isPresent()) {
            counts[node] = isRelevant ? count(rules, node) : 0;
        }
    }

    private int count(Rules.OfGroup rules, int group) {
        var computed = rules.repeat().flatMap(Rules.OfRepeat::count);
        if (computed.isPresent()) {
            var number = computed.get().value(view(group, 0, Datum.NOTHING)).number();
            return Double.isNaN(number) ? 0 : (int) Math.clamp(number, 0, Instances.MOST);
        }
        return answers.find(rules.name()).orElse(null) instanceof Value.Whole(var number)
                ? Math.clamp(number, 0, Instances.MOST)
                : 1;
    }

    private void evaluateQuestion(int slot, int instance) {
        var question = form.questions().get(slot);
        var rules = form.rules().questions().get(slot);
        var stored = answers.find(Instances.name(question.name(), instance))
                .map(Conversion::datum)
                .orElse(Datum.NOTHING);
        var node = groups + slot;
        var isRelevant = isRelevant(rules.group(), rules.relevant(), stored, node, instance);
        set(node, instance, isRelevant);
        var value = isRelevant ? value(question, rules, stored, node, instance) : Datum.NOTHING;
        if (structure.repeatOf(node) < 0) {
            values[slot] = value;
        } else {
            valuesIn[slot][instance - 1] = value;
        }
    }

    private Datum value(Question question, Rules.OfQuestion rules, Datum stored, int node, int instance) {
        if (rules.calculation().isPresent()) {
            return rules.calculation().get().value(new View(node, instance, question.slot(), stored, Map.of()));
        }
        return switch (question.type()) {
            case HIDDEN ->
                Datum.isNothing(stored) && rules.suggestion().isPresent()
                        ? rules.suggestion().get().value(new View(node, instance, question.slot(), stored, Map.of()))
                        : stored;
            case START -> Datum.isNothing(stored) ? new Datum.Moment(facts.startedAt()) : stored;
            case TODAY ->
                Datum.isNothing(stored) ? new Datum.Day(facts.startedAt().toLocalDate()) : stored;
            case END -> new Datum.Moment(facts.now());
            case USERNAME -> Datum.of(facts.username());
            case TEXT,
                    INTEGER,
                    DECIMAL,
                    DATE,
                    TIME,
                    DATETIME,
                    SELECT_ONE,
                    SELECT_MULTIPLE,
                    RANGE,
                    IMAGE,
                    AUDIO,
                    VIDEO,
                    FILE,
                    GEOPOINT,
                    NOTE,
                    ACKNOWLEDGE,
                    CALCULATE -> stored;
        };
    }

    private boolean isRelevant(int parent, Optional<Expression> own, Datum self, int node, int instance) {
        return (parent < 0 || isRelevant(parent, instance))
                && (own.isEmpty() || own.get().holds(view(node, instance, self)));
    }

    private void set(int node, int instance, boolean isRelevant) {
        if (structure.repeatOf(node) < 0) {
            relevant[node] = isRelevant;
        } else {
            relevantIn[node][instance - 1] = isRelevant;
        }
    }

    private boolean isRelevant(int node, int instance) {
        if (structure.repeatOf(node) < 0) {
            return relevant[node];
        }
        var in = relevantIn[node];
        var place = Math.max(0, instance - 1);
        return place < in.length && in[place];
    }

    boolean isRelevant(Question question) {
        return isRelevant(groups + question.slot(), question.instance());
    }

    boolean isRelevant(Repeat repeat) {
        return isRelevant(repeat.group(), 0);
    }

    /// Whether the evaluation has cost all that it may.
    boolean isSpent() {
        return steps > MOST_STEPS;
    }

    int count(Repeat repeat) {
        return counts[repeat.group()];
    }

    Datum value(Question question) {
        return value(question.slot(), question.instance());
    }

    private Datum value(int slot, int instance) {
        if (structure.repeatOf(groups + slot) < 0) {
            return values[slot];
        }
        var in = valuesIn[slot];
        var place = Math.max(0, instance - 1);
        return place < in.length ? in[place] : Datum.NOTHING;
    }

    List<Map<String, String>> rows(int table) {
        return switch (form.rules().tables().get(table)) {
            case Rules.Table.Written(var rows) -> rows;
            case Rules.Table.Outside(var outside) ->
                facts.external().findRows(outside).orElse(List.of());
        };
    }

    /// How an expression about a question sees the answers; `self` is what `.` stands for.
    Context view(Question question, Datum self) {
        return new View(groups + question.slot(), question.instance(), -1, self, Map.of());
    }

    /// The same, where `self` also stands in for the present answer.
    Context viewWith(Question question, Datum self) {
        return new View(groups + question.slot(), question.instance(), question.slot(), self, Map.of());
    }

    /// How an expression about a group, or about the form itself (-1), sees the answers.
    Context view(int group, int instance) {
        return view(group, instance, Datum.NOTHING);
    }

    private Context view(int node, int instance, Datum self) {
        return new View(node, instance, -1, self, Map.of());
    }

    /// The repeat from whose instance a node looks; a repeat with an instance is in itself.
    private int repeatOf(int node, int instance) {
        if (node < 0) {
            return -1;
        }
        return instance > 0
                        && node < groups
                        && form.rules().groups().get(node).repeat().isPresent()
                ? node
                : structure.repeatOf(node);
    }

    /// The answers as one expression sees them: from an instance of the repeat that `node` is in. `self` also
    /// stands in for the answer in `slot`, unless that is -1.
    private final class View implements Context {
        private final int node;
        private final int repeat;
        private final int instance;
        private final int slot;
        private final Datum self;
        private final Map<String, String> row;

        private View(int node, int instance, int slot, Datum self, Map<String, String> row) {
            this.node = node;
            this.repeat = repeatOf(node, instance);
            this.instance = instance;
            this.slot = slot;
            this.self = self;
            this.row = row;
        }

        /// Whether a slot is in the repeat from which this looks at it.
        private boolean isNear(int other) {
            return other < 0 || other == repeat;
        }

        @Override
        public Datum answer(int wanted) {
            if (wanted == slot) {
                return self;
            }
            return value(wanted, isNear(structure.repeatOf(groups + wanted)) ? instance : 1);
        }

        @Override
        public void answers(int wanted, Consumer<Datum> sink) {
            var theirs = structure.repeatOf(groups + wanted);
            if (isNear(theirs)) {
                if (isRelevant(groups + wanted, instance)) {
                    sink.accept(answer(wanted));
                }
                return;
            }
            spend(counts[theirs]);
            for (var other = 1; other <= counts[theirs]; other++) {
                if (isRelevant(groups + wanted, other)) {
                    sink.accept(value(wanted, other));
                }
            }
        }

        @Override
        public Datum answer(int wanted, int other) {
            return other < 1 ? Datum.NOTHING : value(wanted, other);
        }

        @Override
        public int instances(int wanted) {
            return counts[wanted];
        }

        @Override
        public int position() {
            return Math.max(1, instance);
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
                    .or(() -> findRowLabel(wanted, code))
                    .orElse("");
        }

        private Optional<String> findRowLabel(int wanted, String code) {
            var table = form.rules().questions().get(wanted).choiceTable();
            return table.isEmpty() ? Optional.empty() : Optional.of(cell(table.getAsInt(), "label", "name", code));
        }

        @Override
        public String column(String name) {
            return row.getOrDefault(name, "");
        }

        @Override
        public List<Map<String, String>> rows(int table) {
            return Values.this.rows(table);
        }

        @Override
        public String cell(int table, String column, String key, String value) {
            return switch (form.rules().tables().get(table)) {
                case Rules.Table.Written(var rows) -> {
                    spend(rows.size());
                    yield rows.stream()
                            .filter(candidate -> value.equals(candidate.get(key)))
                            .findFirst()
                            .map(found -> found.getOrDefault(column, ""))
                            .orElse("");
                }
                case Rules.Table.Outside(var outside) ->
                    value.isEmpty()
                            ? ""
                            : facts.external()
                                    .find(new ExternalCell(outside, column, key, value))
                                    .orElse("");
            };
        }

        @Override
        public Context at(Map<String, String> other) {
            return new View(node, instance, slot, self, other);
        }

        @Override
        public String uuid() {
            return Drawn.uuid(facts.seed(), node, instance);
        }

        @Override
        public double random() {
            return Drawn.number(facts.seed(), node, instance);
        }

        @Override
        public void spend(int cost) {
            steps += cost;
            if (steps > MOST_STEPS) {
                throw new OutOfSteps();
            }
        }
    }
}
