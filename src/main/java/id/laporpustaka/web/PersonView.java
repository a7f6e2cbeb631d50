package id.laporpustaka.web;

import java.util.List;

/// All that the page of one person shows: only what lies within the visitor's scope.
///
/// @param notice what has just been done; empty for nothing
record PersonView(
        String name,
        String notice,
        String reach,
        boolean blocked,
        String since,
        List<Post> posts,
        List<Post> reports,
        List<LibraryView.HistoryRow> history,
        Pager historyPages) {

    /// A role or a library.
    ///
    /// @param address of the library's page; empty for a role
    /// @param end where to take it back; empty if the visitor may not
    record Post(String what, String where, String address, String since, String end) {}
}
