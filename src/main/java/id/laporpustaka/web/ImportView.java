package id.laporpustaka.web;

import java.util.List;
import java.util.Optional;

/// All that the page shows where many libraries are imported at once, worded and formatted.
///
/// @param notice what has just been done; empty for nothing
/// @param problem why the file was refused; empty if it was not
/// @param open a sheet that waits, where it is not the one shown
/// @param preview the sheet that is shown
record ImportView(String notice, String problem, Optional<Open> open, Optional<Preview> preview) {
    record Open(String text, String address) {}

    /// @param button what it does; empty if there is nothing to do
    /// @param onlyGood the value of the field that leaves out the rows with problems
    /// @param checked where the sheet can be had with the remarks
    /// @param more how many rows are not listed; empty for none
    record Preview(
            String fileName,
            String created,
            String existing,
            String wrong,
            boolean someExist,
            String button,
            String onlyGood,
            String address,
            String run,
            String cancel,
            String checked,
            List<Row> rows,
            String more) {}

    record Row(String number, String message) {}
}
