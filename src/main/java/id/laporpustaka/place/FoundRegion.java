package id.laporpustaka.place;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A region with all that it lies in, so that it cannot be taken for another of the same name.
///
/// @param within from the next larger one up to the province; empty for a province
public record FoundRegion(Region region, List<Region> within) {
    public FoundRegion {
        within = List.copyOf(within);
    }

    public Optional<Region> district() {
        return find(RegionLevel.DISTRICT);
    }

    public Optional<Region> regency() {
        return find(RegionLevel.REGENCY);
    }

    public Optional<Region> province() {
        return find(RegionLevel.PROVINCE);
    }

    /// `Desa Sidomulyo, Kec. Bener, Kab. Purworejo`; the province only where there is no more than it.
    public String title() {
        return Stream.concat(Stream.of(region), within.stream())
                .filter(it -> it.level() != RegionLevel.PROVINCE || within.size() <= 1)
                .map(Region::title)
                .collect(joining(", "));
    }

    /// The region itself counts, too.
    private Optional<Region> find(RegionLevel level) {
        return Stream.concat(Stream.of(region), within.stream())
                .filter(it -> it.level() == level)
                .findFirst();
    }
}
