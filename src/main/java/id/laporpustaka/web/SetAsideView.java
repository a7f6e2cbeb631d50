package id.laporpustaka.web;

import java.util.List;

/// All that the page of what was set aside shows.
///
/// @param notice what has just been done; empty for nothing
record SetAsideView(String notice, List<Row> updates, Pager pages, List<Row> messages) {
    /// @param who whose it is
    /// @param address of their page; empty if they are not known
    /// @param body as it came; empty for none
    /// @param replay where it is tried once more; empty if it can't be
    record Row(String when, String who, String address, String reason, String body, String replay) {}
}
