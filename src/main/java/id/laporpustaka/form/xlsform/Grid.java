package id.laporpustaka.form.xlsform;

import java.util.List;

/// A sheet as it lies there, not yet understood: every cell as people see it, without space around it.
///
/// @param name of the sheet, empty if it has none
/// @param lines those that are not empty
/// @param more whether there are more lines than were wanted
public record Grid(String name, List<Line> lines, boolean more) {
    /// Titles and remarks may stand above the headings, in so many lines at most.
    public static final int HEADINGS_WITHIN = 10;

    public Grid {
        lines = List.copyOf(lines);
    }

    /// A row.
    ///
    /// @param number of the row, from 1, as the program shows it
    /// @param cells from the first column
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        /// Empty right of the last cell.
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }
}
