package id.laporpustaka.form.xlsform;

import java.util.ArrayList;
import java.util.List;

/// The lines of any CSV text (RFC 4180), whatever separates its columns.
final class CsvLines {
    /// What separates columns, the likeliest first.
    private static final char[] SEPARATORS = {';', '\t', ','};

    private static final int LOOKED_AT = 20_000;

    private CsvLines() {}

    /// A line and where it begins, from 1; a quoted cell may hold several lines.
    record Line(int number, List<String> cells) {}

    /// The separator that makes the widest line of the beginning.
    static char separatorOf(String csv) {
        var beginning = csv.substring(0, Math.min(csv.length(), LOOKED_AT));
        var best = SEPARATORS[0];
        var widest = 1;
        for (var separator : SEPARATORS) {
            var width = read(beginning, separator).stream()
                    .limit(Grid.HEADINGS_WITHIN)
                    .mapToInt(line -> line.cells().size())
                    .max()
                    .orElse(0);
            if (width > widest) {
                best = separator;
                widest = width;
            }
        }
        return best;
    }

    static List<Line> read(String csv, char separator) {
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
            } else if (letter == separator) {
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
}
