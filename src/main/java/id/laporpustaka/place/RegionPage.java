package id.laporpustaka.place;

import java.util.List;

/// Some of the regions that were found, best first.
///
/// @param more whether there are further ones behind these
public record RegionPage(List<FoundRegion> results, boolean more) {
    public RegionPage {
        results = List.copyOf(results);
    }
}
