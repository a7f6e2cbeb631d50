package id.laporpustaka.form.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The layout that pyxform accepts for a whole form in one CSV file (RFC 4180): the name of a sheet in the first
/// column, then a row of headers, then rows, all with an empty first column.
///
/// Columns may also be separated by semicolons, as Excel does where the comma is the decimal sign.
public final class CsvSheets {
    private static final Pattern SEMICOLON_FIRST = Pattern.compile("(?m)^;");
    private static final Pattern COMMA_FIRST = Pattern.compile("(?m)^,");

    private final List<Sheets.Sheet> sheets = new ArrayList<>();
    private String name = "";
    private List<String> headers = List.of();
    private int headerRow;
    private List<Sheets.Row> rows = new ArrayList<>();

    private CsvSheets() {}

    /// Reads any text at all; what is no form has no sheets.
    public static Sheets read(String csv) {
        var reader = new CsvSheets();
        for (var line : lines(csv)) {
            reader.take(line);
        }
        reader.finishSheet();
        return new Sheets(reader.sheets);
    }

    /// Writes with commas and `\n`; [#read] gives the same sheets, headers and cells again.
    public static String write(Sheets sheets) {
        var csv = new StringBuilder();
        for (var sheet : sheets.sheets()) {
            csv.append(quoted(sheet.name())).append('\n');
            var headers = sheet.headers().stream().distinct().toList();
            if (!headers.isEmpty()) {
                headers.forEach(header -> csv.append(',').append(quoted(header)));
                csv.append('\n');
            }
            for (var row : sheet.rows()) {
                headers.forEach(
                        header -> csv.append(',').append(quoted(row.cells().getOrDefault(header, ""))));
                csv.append('\n');
            }
        }
        return csv.toString();
    }

    private static String quoted(String cell) {
        var plain = cell.chars().noneMatch(letter -> letter == '"' || letter == ',' || letter == ';' || letter == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private void take(CsvLines.Line line) {
        var first = Sheets.tidy(line.cells().getFirst());
        if (!first.isEmpty()) {
            finishSheet();
            name = first.toLowerCase(Locale.ROOT);
        }
        var content = line.cells().subList(1, line.cells().size());
        if (name.isEmpty()
                || content.stream().allMatch(cell -> Sheets.tidy(cell).isEmpty())) {
            return;
        }
        if (headerRow == 0) {
            headers = content.stream().map(Sheets::tidy).toList();
            headerRow = line.number();
        } else {
            rows.add(new Sheets.Row(line.number(), cells(content)));
        }
    }

    private Map<String, String> cells(List<String> content) {
        var cells = new LinkedHashMap<String, String>();
        for (var i = 0; i < Math.min(content.size(), headers.size()); i++) {
            var cell = Sheets.tidy(content.get(i));
            if (!cell.isEmpty() && !headers.get(i).isEmpty()) {
                cells.putIfAbsent(headers.get(i), cell);
            }
        }
        return cells;
    }

    private void finishSheet() {
        if (!name.isEmpty()) {
            var named = headers.stream().filter(header -> !header.isEmpty()).toList();
            sheets.add(new Sheets.Sheet(name, headerRow, named, rows));
        }
        headers = List.of();
        headerRow = 0;
        rows = new ArrayList<>();
    }

    private static List<CsvLines.Line> lines(String csv) {
        var semicolons =
                SEMICOLON_FIRST.matcher(csv).find() && !COMMA_FIRST.matcher(csv).find();
        return CsvLines.read(csv, semicolons ? ';' : ',');
    }
}
