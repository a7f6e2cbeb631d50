package id.laporpustaka.web;

import id.laporpustaka.place.FoundRegion;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Regions;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/// Names regions with what they lie in, many with one query.
final class PlaceNames {
    private final Map<String, Region> around;

    PlaceNames(DSLContext db, Collection<Region> regions) {
        this.around = new Regions(db)
                .findAll(regions.stream().flatMap(PlaceNames::around).distinct().toList());
    }

    /// As in `Desa Sidomulyo, Kec. Bener, Kab. Purworejo`.
    String title(Region region) {
        var within = around(region)
                .flatMap(code -> Stream.ofNullable(around.get(code)))
                .toList();
        return new FoundRegion(region, within).title();
    }

    /// The codes of what a region lies in, the smallest first.
    private static Stream<String> around(Region region) {
        return Stream.of(RegionLevel.DISTRICT, RegionLevel.REGENCY, RegionLevel.PROVINCE)
                .filter(level -> level.codeLength() < region.code().length())
                .map(level -> region.code().substring(0, level.codeLength()));
    }
}
