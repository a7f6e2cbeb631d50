package id.laporpustaka.web;

import id.laporpustaka.submission.SentReport;

/// A report as a line in a list.
///
/// @param note its kind and number, and the library where the list is about several
record ReportRow(String date, String title, String address, String note, StatusMark status) {
    private static final String BETWEEN = " · ";

    static ReportRow inLibrary(SentReport report, Frame frame, ReportLabels labels) {
        return of(report, frame, labels, "");
    }

    static ReportRow withLibrary(SentReport report, Frame frame, ReportLabels labels) {
        return of(report, frame, labels, Typed.harmless(report.libraryName()) + BETWEEN);
    }

    private static ReportRow of(SentReport report, Frame frame, ReportLabels labels, String library) {
        return new ReportRow(
                frame.words().shortDate(report.dateStart()),
                labels.title(report),
                frame.link(ReportRoutes.address(report.number())),
                library + labels.kind(report.formId()) + BETWEEN + report.number(),
                StatusMark.of(report.status(), frame));
    }
}
