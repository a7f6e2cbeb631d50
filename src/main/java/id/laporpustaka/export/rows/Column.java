package id.laporpustaka.export.rows;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.QuestionType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// A column of a table of reports, or of the instances of one of their repeats.
///
/// @param name that of the question, with a choice after `/` where each has a column of its own; never changes
/// @param label what people call it
/// @param type of the question; empty where the column is not one
/// @param choices what the codes in it mean
/// @param width in characters
record Column(
        String name,
        String label,
        Optional<QuestionType> type,
        List<Choice> choices,
        boolean money,
        int width,
        Content content) {
    Column {
        choices = List.copyOf(choices);
    }

    /// What stands over the columns; two are never called alike.
    ///
    /// @param codes whether by names rather than by labels
    static List<String> headings(List<Column> columns, boolean codes) {
        var taken = new HashSet<String>();
        return columns.stream()
                .map(column -> {
                    var heading = codes ? column.name() : column.label();
                    return taken.add(heading) ? heading : heading + " (" + column.name() + ")";
                })
                .toList();
    }

    @FunctionalInterface
    interface Content {
        /// Writes exactly one cell.
        ///
        /// @param instance of the repeat, from 1; 0 in a table of reports
        void write(ReportRow row, int instance, Cells to);
    }
}
