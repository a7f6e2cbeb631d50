package id.laporpustaka.web;

import java.util.List;

/// All that the page of webhooks shows, worded and formatted.
///
/// @param typed what was typed, when it has to be mended
/// @param problem what is wrong with it; empty for nothing
/// @param openRosa where the reports that go to another server are looked after; empty for who may not see it
record WebhookListView(
        String notice,
        List<Row> rows,
        String typed,
        String problem,
        List<ExportView.Option> events,
        List<ExportView.Option> regions,
        String openRosa) {

    /// @param about which events, of where, and whose
    record Row(String address, String url, String about, String state, boolean bad) {}
}
