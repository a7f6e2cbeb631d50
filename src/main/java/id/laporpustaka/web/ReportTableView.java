package id.laporpustaka.web;

import java.util.List;

/// All that the page of reports shows.
///
/// @param title what the reports are of
/// @param problems what could not be understood in the address
/// @param typed words that are looked for
/// @param unfiltered where nothing is left out; empty where nothing is
record ReportTableView(
        String title,
        RegionPicker picker,
        List<String> problems,
        List<SummaryView.Choice> periods,
        String from,
        String to,
        String region,
        List<QueueView.Option> kinds,
        List<QueueView.Option> statuses,
        List<QueueView.Option> topics,
        String typed,
        String unfiltered,
        TableView table) {}
