package id.laporpustaka.place;

import java.time.ZoneId;
import java.util.Optional;

/// A library that may report.
///
/// @param npp the national library number, 15 characters; most have none
/// @param region the village for most, a larger region for a library that serves one
public record Library(
        long id, String name, LibraryType type, Scheme scheme, Optional<String> npp, Region region, boolean active) {

    public Library named(String other) {
        return new Library(id, other, type, scheme, npp, region, active);
    }

    public Library of(LibraryType other) {
        return new Library(id, name, other, scheme, npp, region, active);
    }

    public Library joinedBy(Scheme other) {
        return new Library(id, name, type, other, npp, region, active);
    }

    public Library numbered(Optional<String> other) {
        return new Library(id, name, type, scheme, other, region, active);
    }

    public Library in(Region other) {
        return new Library(id, name, type, scheme, npp, other, active);
    }

    public ZoneId zone() {
        return TimeZones.of(region.code());
    }
}
