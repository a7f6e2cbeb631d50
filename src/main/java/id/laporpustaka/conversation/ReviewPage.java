package id.laporpustaka.conversation;

import id.laporpustaka.form.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A page of the reports that wait to be reviewed.
///
/// @param page from 0
/// @param all how many wait in all
public record ReviewPage(int page, int all, List<Line> lines) {
    /// How many lines a page has.
    public static final int SIZE = 10;

    public ReviewPage {
        lines = List.copyOf(lines);
    }

    /// One report.
    ///
    /// @param form empty if it cannot be read any more
    /// @param title possibly empty
    public record Line(
            String number,
            int revision,
            Optional<Form> form,
            String title,
            LocalDate date,
            String libraryName,
            Instant submittedAt) {}
}
