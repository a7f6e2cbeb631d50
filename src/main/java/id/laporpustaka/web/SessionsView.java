package id.laporpustaka.web;

import java.util.List;

/// What the template of a person's sessions shows.
///
/// @param notice what has just been done; empty if nothing was
/// @param rows never empty, as somebody looks at it
record SessionsView(String notice, List<Row> rows) {
    SessionsView {
        rows = List.copyOf(rows);
    }

    /// @param current whether it is the one that looks at this page
    record Row(String id, String device, String kind, String facts, boolean current) {}

    boolean alone() {
        return rows.size() == 1;
    }
}
