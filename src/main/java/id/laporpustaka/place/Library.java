package id.laporpustaka.place;

import java.time.ZoneId;
import java.util.Optional;

/// A library that may report.
///
/// @param npp the national library number, 15 characters; most have none
/// @param region the village for most, a larger region for a library that serves one
public record Library(
        long id, String name, LibraryType type, Scheme scheme, Optional<String> npp, Region region, boolean active) {

    public ZoneId zone() {
        return TimeZones.of(region.code());
    }
}
