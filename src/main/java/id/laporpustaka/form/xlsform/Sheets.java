package id.laporpustaka.form.xlsform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The rows of an XLSForm, whatever file they came from.
public record Sheets(List<Sheet> sheets) {
    public Sheets {
        sheets = List.copyOf(sheets);
    }

    /// The first sheet of that name, which is in lower case.
    public Optional<Sheet> find(String name) {
        return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }

    /// `headers` are as written, without those that are empty; `headerRow` is their row, 0 if there is none.
    public record Sheet(String name, int headerRow, List<String> headers, List<Row> rows) {
        public Sheet {
            headers = List.copyOf(headers);
            rows = List.copyOf(rows);
        }
    }

    /// The cells that are not empty, without space around them, by header as written. `number` counts from 1.
    public record Row(int number, Map<String, String> cells) {
        public Row {
            cells = new LinkedHashMap<>(cells);
        }

        /// The cell under a header in whatever spelling: `Constraint message` is `constraint_message`.
        public Optional<String> find(String header) {
            for (var cell : cells.entrySet()) {
                if (canonical(cell.getKey()).equals(header)) {
                    return Optional.of(cell.getValue());
                }
            }
            return Optional.empty();
        }
    }

    /// Headers are compared in lower case, with `_` for space, and by the name that pyxform gives to synonyms.
    static String canonical(String header) {
        if (isCanonical(header)) {
            return header;
        }
        var colons = header.indexOf("::");
        var name = colons < 0 ? header : header.substring(0, colons);
        var plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        var usual = switch (plain) {
            case "relevance" -> "relevant";
            case "calculate" -> "calculation";
            case "readonly" -> "read_only";
            case "value" -> "name";
            case "list" -> "list_name";
            case "constraint_msg", "constraintmsg" -> "constraint_message";
            case "required_msg", "requiredmsg" -> "required_message";
            case "choice_filters" -> "choice_filter";
            case "jr:count" -> "repeat_count";
            default -> plain;
        };
        return colons < 0 ? usual : usual + header.substring(colons);
    }

    /// A cell as it is kept: lines end with `\n`, a no-break space is a space, and what neither a workbook (XML 1.0,
    /// 2.2)
    /// nor the database can hold is left out, as is space at the ends.
    static String tidy(String cell) {
        var plain = true;
        for (var i = 0; i < cell.length() && plain; i++) {
            var letter = cell.charAt(i);
            plain = (letter >= ' ' && letter < 0x7f) || (letter > 0xa0 && letter < 0xd800) || letter == '\n';
        }
        return plain ? cell.strip() : tidied(cell);
    }

    private static String tidied(String cell) {
        var lines = cell.replace("\r\n", "\n").replace('\r', '\n').replace('\u00a0', ' ');
        var tidied = new StringBuilder(lines.length());
        lines.codePoints()
                .filter(point -> point == '\t'
                        || point == '\n'
                        || (point >= ' ' && point < 0xd800)
                        || (point >= 0xe000 && point < 0xfffe)
                        || point >= 0x10000)
                .forEach(tidied::appendCodePoint);
        return tidied.toString().strip();
    }

    /// Whether a header is written as usual, which most are.
    private static boolean isCanonical(String header) {
        for (var i = 0; i < header.length(); i++) {
            var letter = header.charAt(i);
            if ((letter < 'a' || letter > 'z') && letter != '_') {
                return false;
            }
        }
        return switch (header) {
            case "relevance",
                    "calculate",
                    "readonly",
                    "value",
                    "list",
                    "constraint_msg",
                    "constraintmsg",
                    "required_msg",
                    "requiredmsg",
                    "choice_filters" -> false;
            default -> true;
        };
    }
}
