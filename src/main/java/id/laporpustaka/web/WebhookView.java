package id.laporpustaka.web;

import java.util.List;

/// All that the page of one webhook shows, worded and formatted.
///
/// @param here its address, below which what can be done lies
/// @param bad whether it needs somebody
/// @param advice what to do next; empty for nothing
record WebhookView(
        String here,
        String notice,
        String url,
        String state,
        boolean bad,
        String advice,
        boolean paused,
        List<String> events,
        String region,
        String madeBy,
        String waiting,
        List<Row> rows,
        Pager pages) {

    /// @param answer what the receiver said, or why it said nothing
    /// @param again where it is sent again; empty if it can't be
    record Row(String when, String what, String state, String answer, String tries, String again) {}
}
