package id.laporpustaka.people;

import java.util.List;

/// That somebody may report for a library from now on, or already could.
///
/// @param isNew false if they had been accepted before; nothing was changed then
/// @param reportsReleased those of their reports that were waiting and count now
public record Admission(long membershipId, long libraryId, boolean isNew, List<Long> reportsReleased) {
    public Admission {
        reportsReleased = List.copyOf(reportsReleased);
    }
}
