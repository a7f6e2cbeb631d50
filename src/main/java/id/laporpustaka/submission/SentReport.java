package id.laporpustaka.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// A report as a line in a list.
///
/// @param revision counts all that became of it
public record SentReport(
        long id,
        String number,
        int revision,
        String formId,
        long libraryId,
        String libraryName,
        Status status,
        Instant submittedAt,
        Optional<String> title,
        LocalDate dateStart,
        OptionalInt total) {}
