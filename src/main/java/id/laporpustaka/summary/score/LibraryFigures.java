package id.laporpustaka.summary.score;

import java.time.LocalDate;
import java.util.Optional;

/// What a library has achieved, and how it stands.
///
/// @param regionCode of the region that it is in
/// @param joined whether somebody has been accepted to report for it
/// @param lastReport the day of the last activity since the beginning of the period, or within the last
///     [Scores#SILENT_AFTER_DAYS] days
public record LibraryFigures(
        long libraryId,
        String name,
        String regionCode,
        boolean joined,
        Optional<LocalDate> lastReport,
        Figures figures) {

    /// Whether it has joined and reported nothing for long.
    public boolean isSilent(LocalDate today) {
        return joined
                && lastReport
                        .filter(day -> day.isAfter(today.minusDays(Scores.SILENT_AFTER_DAYS)))
                        .isEmpty();
    }
}
