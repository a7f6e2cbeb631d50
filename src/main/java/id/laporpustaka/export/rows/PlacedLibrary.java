package id.laporpustaka.export.rows;

import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// A library with where it is, by level.
///
/// @param npp its number with the National Library, if it has one
public record PlacedLibrary(
        String name, LibraryType type, Optional<String> npp, ZoneId zone, Map<RegionLevel, Region> places) {}
