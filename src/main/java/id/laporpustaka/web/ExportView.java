package id.laporpustaka.web;

import java.util.List;

/// What the template of the page of files shows.
///
/// @param notice what has just been done; empty if nothing was
/// @param problem why an order was not taken; empty if it was
/// @param open whether any file is still to be made
/// @param asked what the form has in it
record ExportView(
        String notice,
        String problem,
        boolean open,
        List<Row> rows,
        Asked asked,
        List<Option> kinds,
        List<Option> regions,
        List<Option> forms) {
    ExportView {
        rows = List.copyOf(rows);
        kinds = List.copyOf(kinds);
        regions = List.copyOf(regions);
        forms = List.copyOf(forms);
    }

    /// @param progress in percent; below 0 while it is not known
    /// @param address of the file; empty while there is none
    /// @param cancel where it is cancelled; empty if it can't be
    record Row(String what, String state, String askedAt, int progress, String size, String address, String cancel) {}

    record Option(String value, String label, boolean chosen) {}

    record Asked(String from, String to, boolean codes, boolean split) {}
}
