package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.REGION_DATA;
import static org.jooq.impl.DSL.count;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// Which region data the database has.
///
/// @param versions all that it has had, the present one last; none before the first
public record RegionData(List<String> versions) {
    public RegionData {
        versions = List.copyOf(versions);
    }

    public static RegionData read(DSLContext db) {
        return new RegionData(db.select(REGION_DATA.VERSION)
                .from(REGION_DATA)
                .orderBy(REGION_DATA.LOADED_AT)
                .fetch(REGION_DATA.VERSION));
    }

    /// The present version; empty if there is none.
    public String present() {
        return versions.isEmpty() ? "" : versions.getLast();
    }

    public boolean hasHad(String version) {
        return versions.contains(version);
    }

    /// How many regions of each level there are at present.
    public static Map<RegionLevel, Integer> countByLevel(DSLContext db) {
        var counts = new EnumMap<RegionLevel, Integer>(RegionLevel.class);
        db.select(REGION.LEVEL, count())
                .from(REGION)
                .where(REGION.VALID_TO.isNull())
                .groupBy(REGION.LEVEL)
                .forEach(row -> counts.put(RegionLevel.of(row.value1()), row.value2()));
        return counts;
    }
}
