package id.laporpustaka.summary.score;

import java.time.LocalDate;

/// A report that is counted though it is not stored yet.
///
/// @param inTime whether it was sent before the month of its activity closed
public record FurtherReport(
        long libraryId,
        String formId,
        LocalDate dateStart,
        LocalDate dateEnd,
        int sessions,
        int total,
        int posts,
        int photos,
        boolean inTime) {}
