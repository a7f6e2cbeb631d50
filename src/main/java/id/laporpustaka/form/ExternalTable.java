package id.laporpustaka.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The tables outside a form that its rules and choices may look at. Forms name them, so the names never change.
public enum ExternalTable {
    /// The reporter's own libraries.
    LIBRARIES,
    /// The library's last ten reports.
    MY_REPORTS,
    /// What the library has reported, by a column and one of its keys; only for `pulldata`, it has no rows.
    HISTORY;

    /// As forms write it: `my_reports`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The columns of its rows; for a table without rows those that `pulldata` can find.
    public List<String> columns() {
        return switch (this) {
            case LIBRARIES -> List.of("name", "label", "type", "scheme");
            case MY_REPORTS -> List.of("name", "label", "form_id", "date", "title");
            case HISTORY -> List.of("number", "count", "mean");
        };
    }

    public boolean hasRows() {
        return this != HISTORY;
    }

    /// The columns by which `pulldata` can find that column; empty for a column that the table does not have.
    public List<String> keys(String column) {
        if (hasRows()) {
            return columns().contains(column) ? columns() : List.of();
        }
        return switch (column) {
            case "number" -> List.of("month", "link", "photo");
            case "count" -> List.of("day");
            case "mean" -> List.of("visits");
            default -> List.of();
        };
    }

    public static Optional<ExternalTable> find(String code) {
        return Arrays.stream(values())
                .filter(table -> table.code().equals(code))
                .findFirst();
    }
}
