package id.laporpustaka.conversation;

import id.laporpustaka.form.Form;
import id.laporpustaka.submission.HistoryFilter;
import id.laporpustaka.submission.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A page of the reports that a person has sent.
///
/// @param page from 0
/// @param all how many reports there are on all pages
public record HistoryPage(HistoryFilter filter, int page, int all, List<Line> lines) {
    /// How many lines a page has.
    public static final int SIZE = 10;

    public HistoryPage {
        lines = List.copyOf(lines);
    }

    /// One report.
    ///
    /// @param form empty if it cannot be read any more
    /// @param title possibly empty
    public record Line(
            String number,
            Optional<Form> form,
            String title,
            LocalDate date,
            long libraryId,
            String libraryName,
            Status status) {}
}
