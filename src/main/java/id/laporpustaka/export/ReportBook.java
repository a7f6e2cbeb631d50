package id.laporpustaka.export;

import id.laporpustaka.form.Language;
import java.time.LocalDate;
import java.util.List;

/// The reports of a library that count and begin in a period, the earliest first.
///
/// @param leftOut how many more there are than one document holds
public record ReportBook(
        Language language,
        Letterhead letterhead,
        LocalDate from,
        LocalDate to,
        List<ReportDocument> reports,
        int leftOut) {
    public ReportBook {
        reports = List.copyOf(reports);
    }

    /// In all of its reports.
    public long participants() {
        return reports.stream().mapToLong(report -> report.total().orElse(0)).sum();
    }
}
