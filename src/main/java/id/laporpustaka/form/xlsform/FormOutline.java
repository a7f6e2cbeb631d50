package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A form as it is read from top to bottom, with its rules as their author wrote them, for people to check.
public record FormOutline(List<Item> items) {
    private static final List<String> DEFAULTS = List.of("", "no", "false", "false()", "0", "tidak");

    public FormOutline {
        items = List.copyOf(items);
    }

    /// What stands on one row of the sheet `survey`.
    public sealed interface Item {
        /// How many groups are around it.
        int depth();
    }

    /// The beginning of a group; `label` may be empty.
    ///
    /// @param together whether its questions are asked in one message
    /// @param repeated whether they are asked several times
    /// @param relevant the condition under which it is asked, if there is one
    public record Section(
            int depth, String name, LocalizedText label, boolean together, boolean repeated, Optional<String> relevant)
            implements Item {}

    /// A question.
    ///
    /// @param required the expression, if it is not simply left out; `yes` if it always is
    /// @param constraints what an answer must satisfy
    /// @param warnings what asks for confirmation if an answer does not satisfy it
    public record Asked(
            int depth,
            Question question,
            Optional<String> required,
            Optional<String> relevant,
            List<Rule> constraints,
            List<Rule> warnings,
            Optional<String> calculation,
            Optional<String> suggestion,
            Optional<String> choiceFilter)
            implements Item {
        public Asked {
            constraints = List.copyOf(constraints);
            warnings = List.copyOf(warnings);
        }
    }

    /// An expression, and what people are told if it does not hold; the message may be empty.
    public record Rule(String expression, LocalizedText message) {}

    /// Reads the sheets that the form was made of.
    public static FormOutline of(Form form, Sheets sheets) {
        var texts = new Texts(form.defaultLanguage());
        var items = new ArrayList<Item>();
        var depth = 0;
        for (var row : sheets.find(Survey.SHEET).map(Sheets.Sheet::rows).orElse(List.of())) {
            var type = row.find("type").orElse("").toLowerCase(Locale.ROOT).replace('_', ' ');
            if (type.startsWith("begin ")) {
                items.add(section(row, depth, type, texts));
                depth++;
            } else if (type.startsWith("end ")) {
                depth--;
            } else {
                var place = depth;
                row.find("name")
                        .flatMap(form::findQuestion)
                        .ifPresent(question -> items.add(asked(row, place, question, texts)));
            }
        }
        return new FormOutline(items);
    }

    private static Section section(Sheets.Row row, int depth, String type, Texts texts) {
        return new Section(
                depth,
                row.find("name").orElse(""),
                texts.find(row, "label").orElse(LocalizedText.empty()),
                row.find("appearance").orElse("").contains("field-list"),
                type.contains("repeat"),
                row.find("relevant"));
    }

    private static Asked asked(Sheets.Row row, int depth, Question question, Texts texts) {
        return new Asked(
                depth,
                question,
                row.find("required").filter(cell -> !DEFAULTS.contains(cell.toLowerCase(Locale.ROOT))),
                row.find("relevant"),
                rules(row, "constraint", texts),
                rules(row, "warning", texts),
                row.find("calculation"),
                row.find("default"),
                row.find("choice_filter"));
    }

    private static List<Rule> rules(Sheets.Row row, String column, Texts texts) {
        var rules = new ArrayList<Rule>();
        for (var header : Headers.numbered(column)) {
            row.find(header)
                    .ifPresent(expression -> rules.add(new Rule(
                            expression, texts.find(row, header + "_message").orElse(LocalizedText.empty()))));
        }
        return rules;
    }
}
