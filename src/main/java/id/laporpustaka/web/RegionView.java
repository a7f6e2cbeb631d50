package id.laporpustaka.web;

import java.util.List;

/// All that the page of the region data shows, worded and formatted.
///
/// @param version the present one
/// @param offers versions that could be looked at and applied
/// @param problem why an upload was refused; empty for nothing
/// @param name of the uploaded version, as it was typed
/// @param day its first day, as it was typed
/// @param changes what was applied before, the newest first
record RegionView(
        String notice,
        String version,
        List<LibraryListView.Count> counts,
        List<Offer> offers,
        String problem,
        String name,
        String day,
        List<LibraryView.HistoryRow> changes,
        Pager pages) {

    record Offer(String text, String address) {}
}
