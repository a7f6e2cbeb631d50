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

    Optional<Sheet> find(String name) {
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
        Optional<String> find(String header) {
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
        var colons = header.indexOf("::");
        var name = colons < 0 ? header : header.substring(0, colons);
        var plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        var usual = switch (plain) {
            case "relevance" -> "relevant";
            case "calculate" -> "calculation";
            case "readonly" -> "read_only";
            case "value" -> "name";
            case "list" -> "list_name";
            case "constraint_msg" -> "constraint_message";
            default -> plain;
        };
        return colons < 0 ? usual : usual + header.substring(colons);
    }
}
