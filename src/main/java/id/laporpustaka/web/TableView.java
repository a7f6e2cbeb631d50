package id.laporpustaka.web;

import java.util.List;

/// All that a [Table] shows, worded and formatted.
///
/// @param total says how many rows there are; empty for none
/// @param empty what to do when there is no row; empty otherwise
/// @param options the columns to choose from, besides the first
/// @param first the name of the first column
/// @param hidden what the choice of columns takes along
/// @param path of the page
/// @param downloads what is seen, as files
record TableView(
        String total,
        List<Heading> headings,
        List<List<Cell>> rows,
        Pager pages,
        String empty,
        List<Option> options,
        String first,
        List<Field> hidden,
        String path,
        List<Download> downloads) {
    /// @param address where the rows are ordered by it, or the other way round; empty if they can't be
    /// @param sorted as in `aria-sort`; empty if they are not
    record Heading(String label, String address, String sorted) {
        String arrow() {
            return switch (sorted) {
                case "ascending" -> " ↑";
                case "descending" -> " ↓";
                default -> "";
            };
        }
    }

    record Option(String name, String label, boolean shown) {}

    record Field(String name, String value) {}

    record Download(String label, String address) {}
}
