package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.Question;
import id.laporpustaka.form.expression.AnswerKind;
import id.laporpustaka.form.expression.Compilation;
import id.laporpustaka.form.expression.Expression;
import id.laporpustaka.form.expression.Expressions;
import id.laporpustaka.form.expression.Names;
import id.laporpustaka.form.xlsform.Sheets.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Compiles expressions with the names of one form, and says where one is wrong or doubtful.
final class ExpressionReader {
    /// All expressions of a form together.
    private static final int MOST_LETTERS = 1_000_000;

    private final Survey survey;
    private final ChoiceLists choices;
    private final Tables tables;
    private final Problems problems;
    private final Map<String, Integer> slots = new HashMap<>();
    private final Map<String, Integer> repeats = new HashMap<>();
    private final List<String> names;
    private int letters;

    ExpressionReader(Survey survey, ChoiceLists choices, Tables tables, Problems problems) {
        this.survey = survey;
        this.choices = choices;
        this.tables = tables;
        this.problems = problems;
        this.names = survey.questions().stream()
                .map(asked -> asked.question().name())
                .toList();
        for (var slot = 0; slot < names.size(); slot++) {
            slots.putIfAbsent(names.get(slot), slot);
        }
        for (var group = 0; group < survey.groups().size(); group++) {
            if (survey.groups().get(group).repeat()) {
                repeats.putIfAbsent(survey.groups().get(group).name(), group);
            }
        }
    }

    /// Where an expression stands.
    ///
    /// @param self the slot of the question that `.` stands for
    /// @param ofChoices whether it looks at choices, one by one
    /// @param table whose rows are the choices
    record Scope(OptionalInt self, boolean ofChoices, OptionalInt table) {
        static Scope ofForm() {
            return new Scope(OptionalInt.empty(), false, OptionalInt.empty());
        }

        static Scope of(Question question) {
            return new Scope(OptionalInt.of(question.slot()), false, OptionalInt.empty());
        }

        static Scope ofChoices(Survey.Asked asked) {
            return new Scope(OptionalInt.of(asked.question().slot()), true, asked.choiceTable());
        }
    }

    Optional<Expression> find(Row row, String column, Scope scope) {
        return row.find(column).flatMap(text -> find(Survey.SHEET, row.number(), column, text, scope));
    }

    /// Empty if it is wrong, which is then among the problems.
    Optional<Expression> find(String sheet, int row, String column, String text, Scope scope) {
        letters += text.length();
        if (problems.areFull()) {
            return Optional.empty();
        }
        if (letters > MOST_LETTERS) {
            if (letters - text.length() <= MOST_LETTERS) {
                problems.add(
                        sheet,
                        row,
                        column,
                        "Rumus-rumus formulir ini terlalu banyak. Hapus sebagian, atau bagi menjadi beberapa formulir.",
                        "This form has too many expressions. Remove some, or make several forms of it.");
            }
            return Optional.empty();
        }
        return switch (Expressions.compile(text, new NamesOfForm(scope))) {
            case Compilation.Compiled(var expression, var doubts) -> {
                doubts.forEach(doubt -> problems.remark(sheet, row, column, FaultWording.of(doubt)));
                yield Optional.of(expression);
            }
            case Compilation.Faulty(var fault) -> {
                problems.add(sheet, row, column, FaultWording.of(fault));
                yield Optional.empty();
            }
        };
    }

    private AnswerKind kind(Survey.Asked asked) {
        var question = asked.question();
        return switch (question.type()) {
            case INTEGER, DECIMAL, RANGE, DATE, TIME, DATETIME -> new AnswerKind.Numeric();
            case TEXT ->
                question.appearances().contains("numbers") || asked.isComputed()
                        ? new AnswerKind.Anything()
                        : new AnswerKind.Words();
            case SELECT_ONE, SELECT_MULTIPLE ->
                new AnswerKind.Codes(asked.list().map(ChoiceList::codes).orElse(Set.of()));
            case IMAGE, AUDIO, VIDEO, FILE, GEOPOINT -> new AnswerKind.Things();
            case NOTE, ACKNOWLEDGE, CALCULATE, HIDDEN, START, END, TODAY, USERNAME -> new AnswerKind.Anything();
        };
    }

    private final class NamesOfForm implements Names {
        private final Scope scope;

        private NamesOfForm(Scope scope) {
            this.scope = scope;
        }

        @Override
        public OptionalInt findSlot(String name) {
            var slot = slots.get(name);
            return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
        }

        @Override
        public OptionalInt findRepeat(String name) {
            var group = repeats.get(name);
            return group == null ? OptionalInt.empty() : OptionalInt.of(group);
        }

        @Override
        public OptionalInt findTable(String name) {
            return tables.find(name);
        }

        @Override
        public Collection<String> tables() {
            return problems.mayPropose() ? tables.names() : List.of();
        }

        @Override
        public Collection<String> columns(int table) {
            return tables.columns(table);
        }

        @Override
        public Collection<String> keys(int table, String column) {
            return tables.keys(table, column);
        }

        @Override
        public boolean hasRows(int table) {
            return tables.hasRows(table);
        }

        @Override
        public AnswerKind kindOf(int slot) {
            return kind(survey.questions().get(slot));
        }

        @Override
        public String nameOf(int slot) {
            return names.get(slot);
        }

        @Override
        public OptionalInt self() {
            return scope.self();
        }

        @Override
        public boolean isChoiceColumn(String word) {
            if (!scope.ofChoices()) {
                return false;
            }
            return scope.table().isPresent()
                    ? tables.columns(scope.table().getAsInt()).contains(word)
                    : choices.columns().contains(word) || tables.isColumn(word);
        }

        @Override
        public Collection<String> questions() {
            return problems.mayPropose() ? names : List.of();
        }
    }
}
