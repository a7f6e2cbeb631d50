package id.laporpustaka.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// A report as a line in a list.
public record SentReport(
        long id,
        String number,
        String formId,
        long libraryId,
        String libraryName,
        Status status,
        Instant submittedAt,
        Optional<String> title,
        LocalDate dateStart,
        OptionalInt total) {}
