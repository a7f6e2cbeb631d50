package id.laporpustaka.conversation;

import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.summary.Coverage;
import id.laporpustaka.summary.SmallRows;
import id.laporpustaka.summary.Totals;
import java.time.LocalDate;
import java.util.Optional;

/// How the region of a group does, as the group is told without asking: nothing in it tells of a person or of a
/// single library.
///
/// @param place the region that it is about
/// @param level of that region; empty for the whole country
/// @param from the first day that it is about
/// @param nothing how many libraries have said that the month had no activities, of those that have sent nothing
/// @param before what the period before adds up to
public record GroupDigest(
        String place,
        Optional<RegionLevel> level,
        LocalDate from,
        LocalDate to,
        Coverage coverage,
        int nothing,
        Totals totals,
        Totals before) {
    /// Whether so many libraries stand behind the totals that they may be told.
    public boolean tellsTotals() {
        return coverage.reported() >= SmallRows.FEWEST;
    }
}
