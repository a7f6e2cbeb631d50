package id.laporpustaka.web;

import java.util.List;

/// A page of reports.
///
/// @param total how many there are; empty for none
/// @param empty what to do when there is nothing to show; empty otherwise
record ReportListView(String total, List<ReportRow> rows, Pager pages, String empty) {}
