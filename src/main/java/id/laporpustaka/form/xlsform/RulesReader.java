package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.DynamicText;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Range;
import id.laporpustaka.form.Rules;
import id.laporpustaka.form.expression.Datum;
import id.laporpustaka.form.expression.Expression;
import id.laporpustaka.form.xlsform.ExpressionReader.Scope;
import id.laporpustaka.form.xlsform.Sheets.Row;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Compiles the rules and texts of the sheet `survey`.
final class RulesReader {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}$]{0,100}}");
    private static final Pattern CALL = Pattern.compile("[a-z]\\(");

    private final Texts texts;
    private final ExpressionReader expressions;
    private final Problems problems;
    private final Map<ChoiceList, List<DynamicText>> labels = new HashMap<>();

    private RulesReader(Texts texts, ExpressionReader expressions, Problems problems) {
        this.texts = texts;
        this.expressions = expressions;
        this.problems = problems;
    }

    static Rules read(
            Survey survey, Texts texts, ChoiceLists choices, Tables tables, Optional<Row> settings, Problems problems) {
        var expressions = new ExpressionReader(survey, choices, tables, problems);
        var reader = new RulesReader(texts, expressions, problems);
        var groups = survey.groups().stream().map(reader::rules).toList();
        var questions = survey.questions().stream().map(reader::rules).toList();
        var name = settings.flatMap(row -> row.find("instance_name")
                .flatMap(text ->
                        expressions.find(FormSettings.SHEET, row.number(), "instance_name", text, Scope.ofForm())));
        return new Rules(groups, questions, tables.all(), name);
    }

    private Rules.OfGroup rules(Survey.Group group) {
        var row = group.row();
        var repeat = group.repeat()
                ? Optional.of(new Rules.OfRepeat(expressions.find(row, "repeat_count", Scope.ofForm())))
                : Optional.<Rules.OfRepeat>empty();
        var name = LocalizedText.of(group.name(), group.name());
        return new Rules.OfGroup(
                group.name(),
                group.parent(),
                expressions.find(row, "relevant", Scope.ofForm()),
                repeat,
                dynamic(Survey.SHEET, row.number(), "label", group.label().orElse(name)),
                group.hint().map(hint -> dynamic(Survey.SHEET, row.number(), "hint", hint)));
    }

    private Rules.OfQuestion rules(Survey.Asked asked) {
        var row = asked.row();
        var scope = Scope.of(asked.question());
        var calculation = expressions.find(row, "calculation", scope);
        var proposed = findSuggestion(row, asked.question());
        var value = calculation.isPresent() ? calculation : proposed;
        var isValue = asked.isComputed() || asked.question().type() == QuestionType.CALCULATE;
        return new Rules.OfQuestion(
                asked.group(),
                expressions.find(row, "relevant", scope),
                findRequired(row, scope),
                constraints(asked, scope),
                listChecks(row, "warning", scope),
                isValue ? value : Optional.empty(),
                isValue ? Optional.empty() : value,
                findChoiceFilter(asked),
                asked.choiceTable(),
                wording(asked));
    }

    private Optional<Expression> findRequired(Row row, Scope scope) {
        var cell = row.find("required");
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        return switch (cell.get().toLowerCase(Locale.ROOT)) {
            case "yes", "true", "true()", "1", "ya" -> Optional.of(Expression.constant(Datum.TRUE));
            case "no", "false", "false()", "0", "tidak" -> Optional.empty();
            default -> expressions.find(row, "required", scope);
        };
    }

    /// What the form says itself, and what follows from the type.
    private List<Rules.Check> constraints(Survey.Asked asked, Scope scope) {
        var checks = new ArrayList<Rules.Check>();
        if (asked.question().type() == QuestionType.RANGE) {
            Range.of(asked.question().parameters())
                    .flatMap(range -> ofRange(range, asked.row(), scope))
                    .ifPresent(checks::add);
        }
        checks.addAll(listChecks(asked.row(), "constraint", scope));
        return checks;
    }

    /// A step of a decimal number can be met only nearly.
    private Optional<Rules.Check> ofRange(Range range, Row row, Scope scope) {
        var start = range.start().toPlainString();
        var end = range.end().toPlainString();
        var step = range.step().toPlainString();
        var steps = "((. - " + start + ") div " + step + ")";
        var expression =
                ". >= " + start + " and . <= " + end + " and abs(" + steps + " - round(" + steps + ")) < 0.000001";
        var message = LocalizedText.of(
                "Jawab dengan bilangan dari " + start + " sampai " + end + ", dalam langkah " + step + ".",
                "Answer with a number from " + start + " to " + end + ", in steps of " + step + ".");
        return expressions
                .find(Survey.SHEET, row.number(), "parameters", expression, scope)
                .map(holds -> new Rules.Check(holds, DynamicText.fixed(message)));
    }

    /// `warning`, `warning_2` and so on, each with a message of its own.
    private List<Rules.Check> listChecks(Row row, String column, Scope scope) {
        return Headers.numbered(column).stream()
                .flatMap(numbered -> expressions
                        .find(row, numbered, scope)
                        .map(expression -> new Rules.Check(
                                expression,
                                dynamic(
                                        Survey.SHEET,
                                        row.number(),
                                        numbered + "_message",
                                        texts.find(row, numbered + "_message").orElse(LocalizedText.empty()))))
                        .stream())
                .toList();
    }

    private Optional<Rules.ChoiceFilter> findChoiceFilter(Survey.Asked asked) {
        var row = asked.row();
        if (row.find("choice_filter").isEmpty()
                || (asked.list().isEmpty() && asked.choiceTable().isEmpty())) {
            return Optional.empty();
        }
        var columns = asked.list().map(ChoiceList::columns).orElse(List.of());
        return expressions
                .find(row, "choice_filter", Scope.ofChoices(asked))
                .map(expression -> new Rules.ChoiceFilter(expression, columns));
    }

    private Optional<Expression> findSuggestion(Row row, Question question) {
        var cell = row.find("default");
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        if (cell.get().contains("${") || CALL.matcher(cell.get()).find()) {
            return expressions.find(row, "default", Scope.of(question));
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
                case TEXT, HIDDEN, CALCULATE, NOTE, START, END, TODAY, USERNAME -> Optional.of(Datum.of(text));
                case INTEGER -> Optional.of(Datum.of((double) Long.parseLong(text)));
                case DECIMAL, RANGE -> Optional.of(Datum.of(Double.parseDouble(text)));
                case DATE -> Optional.of(new Datum.Day(LocalDate.parse(text)));
                case TIME -> Optional.of(new Datum.TimeOfDay(LocalTime.parse(text)));
                case DATETIME -> Optional.of(new Datum.Moment(LocalDateTime.parse(text)));
                case SELECT_ONE, SELECT_MULTIPLE ->
                    question.choices().isEmpty()
                                    || List.of(text.split("\\s+", -1)).stream()
                                            .allMatch(code ->
                                                    question.findChoice(code).isPresent())
                            ? Optional.of(Datum.of(text))
                            : Optional.empty();
                case IMAGE, AUDIO, VIDEO, FILE, GEOPOINT, ACKNOWLEDGE -> Optional.empty();
            };
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private Rules.Wording wording(Survey.Asked asked) {
        var question = asked.question();
        var row = asked.row().number();
        return new Rules.Wording(
                dynamic(Survey.SHEET, row, "label", question.label()),
                question.hint().map(hint -> dynamic(Survey.SHEET, row, "hint", hint)),
                question.requiredMessage().map(message -> dynamic(Survey.SHEET, row, "required_message", message)),
                asked.list()
                        .map(list -> labels.computeIfAbsent(list, this::choiceLabels))
                        .orElse(List.of()));
    }

    private List<DynamicText> choiceLabels(ChoiceList list) {
        if (list.choices().stream().noneMatch(choice -> hasReference(choice.label()))) {
            return List.of();
        }
        var labels = new ArrayList<DynamicText>();
        for (var i = 0; i < list.choices().size(); i++) {
            labels.add(dynamic(
                    list.sheet(),
                    list.rows().get(i),
                    "label",
                    list.choices().get(i).label()));
        }
        return labels;
    }

    private static boolean hasReference(LocalizedText text) {
        return text.texts().values().stream().anyMatch(words -> words.contains("${"));
    }

    private DynamicText dynamic(String sheet, int row, String column, LocalizedText text) {
        if (!hasReference(text)) {
            return DynamicText.fixed(text);
        }
        var parts = new EnumMap<Language, List<DynamicText.Part>>(Language.class);
        text.texts().forEach((language, words) -> parts.put(language, parts(sheet, row, column, words)));
        return new DynamicText(text, parts);
    }

    private List<DynamicText.Part> parts(String sheet, int row, String column, String words) {
        var parts = new ArrayList<DynamicText.Part>();
        var references = REFERENCE.matcher(words);
        var end = 0;
        while (references.find()) {
            parts.add(new DynamicText.Part.Words(words.substring(end, references.start())));
            expressions
                    .find(sheet, row, column, references.group(), Scope.ofForm())
                    .ifPresent(answer -> parts.add(new DynamicText.Part.Answer(answer)));
            end = references.end();
        }
        parts.add(new DynamicText.Part.Words(words.substring(end)));
        return parts;
    }
}
