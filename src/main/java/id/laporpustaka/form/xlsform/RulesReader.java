package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.Rules;
import id.laporpustaka.form.expression.Compilation;
import id.laporpustaka.form.expression.Datum;
import id.laporpustaka.form.expression.Expression;
import id.laporpustaka.form.expression.Expressions;
import id.laporpustaka.form.expression.Names;
import id.laporpustaka.form.xlsform.Sheets.Row;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Compiles the expressions of the sheet `survey`.
final class RulesReader {
    private final Survey survey;
    private final Texts texts;
    private final Set<String> choiceColumns;
    private final Problems problems;
    private final Map<String, Integer> slots = new HashMap<>();

    private RulesReader(Survey survey, Texts texts, Set<String> choiceColumns, Problems problems) {
        this.survey = survey;
        this.texts = texts;
        this.choiceColumns = choiceColumns;
        this.problems = problems;
        survey.questions()
                .forEach(asked -> slots.putIfAbsent(
                        asked.question().name(), asked.question().slot()));
    }

    static Rules read(Survey survey, Texts texts, ChoiceLists choices, Problems problems) {
        var reader = new RulesReader(survey, texts, choices.columns(), problems);
        return new Rules(
                survey.groups().stream()
                        .map(group -> new Rules.OfGroup(group.parent(), reader.findExpression(group.row(), "relevant")))
                        .toList(),
                survey.questions().stream().map(reader::rules).toList());
    }

    private Rules.OfQuestion rules(Survey.Asked asked) {
        var row = asked.row();
        return new Rules.OfQuestion(
                asked.group(),
                findExpression(row, "relevant"),
                findRequired(row),
                findCheck(row, "constraint", "constraint_message"),
                findCheck(row, "warning", "warning_message"),
                findExpression(row, "calculation"),
                findSuggestion(row, asked.question()),
                findChoiceFilter(asked));
    }

    private Optional<Expression> findExpression(Row row, String column) {
        return row.find(column).flatMap(text -> compile(row, column, text, Set.of()));
    }

    private Optional<Expression> findRequired(Row row) {
        var cell = row.find("required");
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        return switch (cell.get().toLowerCase(Locale.ROOT)) {
            case "yes", "true", "true()", "1", "ya" -> Optional.of(Expression.constant(Datum.TRUE));
            case "no", "false", "false()", "0", "tidak" -> Optional.empty();
            default -> compile(row, "required", cell.get(), Set.of());
        };
    }

    private Optional<Rules.Check> findCheck(Row row, String column, String messageColumn) {
        return findExpression(row, column)
                .map(expression -> new Rules.Check(
                        expression, texts.find(row, messageColumn).orElse(LocalizedText.empty())));
    }

    private Optional<Rules.ChoiceFilter> findChoiceFilter(Survey.Asked asked) {
        var cell = asked.row().find("choice_filter");
        if (cell.isEmpty() || asked.list().isEmpty()) {
            return Optional.empty();
        }
        var columns = asked.list().get().columns();
        return compile(asked.row(), "choice_filter", cell.get(), choiceColumns)
                .map(expression -> new Rules.ChoiceFilter(expression, columns));
    }

    private Optional<Expression> findSuggestion(Row row, Question question) {
        var cell = row.find("default");
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        if (cell.get().contains("${") || cell.get().matches("(?s).*[a-z]\\(.*\\).*")) {
            return compile(row, "default", cell.get(), Set.of());
        }
        var literal = findLiteral(question, cell.get());
        if (literal.isEmpty()) {
            problems.add(
                    Survey.SHEET,
                    row.number(),
                    "default",
                    "\"" + cell.get() + "\" bukan jawaban yang cocok untuk pertanyaan ini. Tulis jawaban yang sah.",
                    "\"" + cell.get() + "\" is not an answer to this question. Write one that is.");
        }
        return literal.map(Expression::constant);
    }

    private static Optional<Datum> findLiteral(Question question, String text) {
        try {
            return switch (question.type()) {
                case TEXT, HIDDEN, CALCULATE -> Optional.of(Datum.of(text));
                case INTEGER -> Optional.of(Datum.of((double) Long.parseLong(text)));
                case DECIMAL -> Optional.of(Datum.of(Double.parseDouble(text)));
                case DATE -> Optional.of(new Datum.Day(LocalDate.parse(text)));
                case TIME -> Optional.of(new Datum.TimeOfDay(LocalTime.parse(text)));
                case DATETIME -> Optional.of(new Datum.Moment(LocalDateTime.parse(text)));
                case SELECT_ONE, SELECT_MULTIPLE ->
                    List.of(text.split("\\s+", -1)).stream()
                                    .allMatch(code -> question.findChoice(code).isPresent())
                            ? Optional.of(Datum.of(text))
                            : Optional.empty();
                case IMAGE, NOTE, ACKNOWLEDGE -> Optional.empty();
            };
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<Expression> compile(Row row, String column, String text, Set<String> columns) {
        return switch (Expressions.compile(text, new SurveyNames(columns))) {
            case Compilation.Compiled(var expression) -> Optional.of(expression);
            case Compilation.Faulty(var fault) -> {
                problems.add(Survey.SHEET, row.number(), column, FaultWording.of(fault));
                yield Optional.empty();
            }
        };
    }

    private final class SurveyNames implements Names {
        private final Set<String> columns;

        private SurveyNames(Set<String> columns) {
            this.columns = columns;
        }

        @Override
        public OptionalInt findSlot(String name) {
            var slot = slots.get(name);
            return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
        }

        @Override
        public boolean isChoiceColumn(String word) {
            return columns.contains(word);
        }

        @Override
        public Collection<String> questions() {
            return survey.questions().stream()
                    .map(asked -> asked.question().name())
                    .toList();
        }
    }
}
