package id.laporpustaka.people;

import id.laporpustaka.place.Region;
import java.time.YearMonth;
import java.util.Optional;

/// A library as a coordinator sees it in a list.
///
/// @param reporters how many are accepted
/// @param waiting how many wait for being accepted
/// @param invited whether an invitation is open
/// @param lastReport the month of the last activity that was reported and counts
public record LibraryLine(
        long id,
        String name,
        Region region,
        int reporters,
        int waiting,
        boolean invited,
        Optional<YearMonth> lastReport,
        boolean active) {}
