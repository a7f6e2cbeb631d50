package id.laporpustaka.submission;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What reports say that no person has written.
public final class MadeUpReport {
    private MadeUpReport() {}

    /// An activity of one day, one session and so many people, of which nothing more is known.
    public static SubmissionColumns of(Optional<String> title, LocalDate day, int total) {
        return new SubmissionColumns(
                title,
                day,
                day,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(total),
                OptionalInt.empty(),
                OptionalLong.empty(),
                0);
    }
}
