package id.laporpustaka.form.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the layout that pyxform accepts for a whole form in one CSV file (RFC 4180): the name of a sheet in the first
/// column, then a row of headers, then rows, all with an empty first column.
final class CsvSheets {
    private final List<Sheets.Sheet> sheets = new ArrayList<>();
    private String name = "";
    private List<String> headers = List.of();
    private int headerRow;
    private List<Sheets.Row> rows = new ArrayList<>();

    private CsvSheets() {}

    static Sheets read(String csv) {
        var reader = new CsvSheets();
        for (var line : lines(csv)) {
            reader.take(line);
        }
        reader.finishSheet();
        return new Sheets(reader.sheets);
    }

    private void take(Line line) {
        var first = line.cells().getFirst().strip();
        if (!first.isEmpty()) {
            finishSheet();
            name = first.toLowerCase(Locale.ROOT);
        }
        var content = line.cells().subList(1, line.cells().size());
        if (name.isEmpty() || content.stream().allMatch(String::isBlank)) {
            return;
        }
        if (headerRow == 0) {
            headers = content.stream().map(String::strip).toList();
            headerRow = line.number();
        } else {
            rows.add(new Sheets.Row(line.number(), cells(content)));
        }
    }

    private Map<String, String> cells(List<String> content) {
        var cells = new LinkedHashMap<String, String>();
        for (var i = 0; i < Math.min(content.size(), headers.size()); i++) {
            var cell = content.get(i).strip();
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

    private static List<Line> lines(String csv) {
        var lines = new ArrayList<Line>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        var number = 1;
        var start = 1;
        for (var i = csv.startsWith("\ufeff") ? 1 : 0; i < csv.length(); i++) {
            var letter = csv.charAt(i);
            if (letter == '\n') {
                number++;
            }
            if (quoted) {
                if (letter != '"') {
                    cell.append(letter);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (letter == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (letter == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (letter == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                lines.add(new Line(start, List.copyOf(cells)));
                cells.clear();
                start = number;
            } else if (letter != '\r') {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        lines.add(new Line(start, List.copyOf(cells)));
        return lines;
    }

    private record Line(int number, List<String> cells) {}
}
