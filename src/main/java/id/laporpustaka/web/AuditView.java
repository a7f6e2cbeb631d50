package id.laporpustaka.web;

import java.util.List;

/// All that the page of the audit log shows, worded and formatted.
///
/// @param typed the filter as it was typed, by the names of fields
/// @param problem what is wrong with the filter; empty for nothing
/// @param download where the filtered log is downloaded
record AuditView(
        String total,
        AuditQuery typed,
        List<Option> actions,
        String problem,
        List<Row> rows,
        Pager pages,
        String download) {

    record Option(String value, String label, boolean chosen) {}

    /// @param about whom, which library and where it was about, as far as known
    /// @param way by which channel, and from which address
    record Row(String when, String what, List<LibraryView.Link> about, String way) {}
}
