package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.xlsform.Sheets.Row;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads cells of the sheet `survey` that hold a word, some words, or some settings.
final class Cells {
    private final Problems problems;

    Cells(Problems problems) {
        this.problems = problems;
    }

    boolean isYes(Row row, String column) {
        var cell = row.find(column).orElse("no").toLowerCase(Locale.ROOT);
        return switch (cell) {
            case "yes", "true", "true()", "1", "ya" -> true;
            case "no", "false", "false()", "0", "tidak" -> false;
            default -> {
                problem(row, column, "Tulis yes atau no.", "Write yes or no.");
                yield false;
            }
        };
    }

    static Set<String> words(Row row, String column) {
        var words = new LinkedHashSet<String>();
        row.find(column).ifPresent(cell -> words.addAll(List.of(cell.split("\\s+", -1))));
        return words;
    }

    Map<String, String> parameters(Row row) {
        var parameters = new LinkedHashMap<String, String>();
        var cell = row.find("parameters").orElse("");
        for (var part : cell.replaceAll("\\s{0,20}=\\s{0,20}", "=").split("[\\s;,]+", -1)) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(part.substring(0, equals).toLowerCase(Locale.ROOT), part.substring(equals + 1));
            } else if (!part.isEmpty()) {
                problem(
                        row,
                        "parameters",
                        "\"" + part + "\" tidak dimengerti. Tulis nama=nilai, dipisah spasi.",
                        "\"" + part + "\" is not understood. Write name=value, with spaces between.");
            }
        }
        return parameters;
    }

    void problem(Row row, String column, String indonesian, String english) {
        problems.add(Survey.SHEET, row.number(), column, indonesian, english);
    }

    void remark(Row row, String column, String indonesian, String english) {
        problems.remark(Survey.SHEET, row.number(), column, indonesian, english);
    }
}
