package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static org.jooq.impl.DSL.count;

import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;

/// How many libraries and coordinators a change of a region concerns: those of the region and of all that lies in
/// it.
public final class RegionUse {
    private final Map<String, Integer> libraries;
    private final Map<String, Integer> coordinators;

    private RegionUse(Map<String, Integer> libraries, Map<String, Integer> coordinators) {
        this.libraries = libraries;
        this.coordinators = coordinators;
    }

    public static RegionUse read(DSLContext db) {
        return new RegionUse(
                withLarger(db.select(REGION.CODE, count())
                        .from(LIBRARY)
                        .join(REGION)
                        .on(REGION.ID.eq(LIBRARY.REGION_ID))
                        .groupBy(REGION.CODE)
                        .fetch()),
                withLarger(db.select(REGION.CODE, count())
                        .from(ASSIGNMENT)
                        .join(REGION)
                        .on(REGION.ID.eq(ASSIGNMENT.REGION_ID))
                        .where(ASSIGNMENT.REVOKED_AT.isNull())
                        .groupBy(REGION.CODE)
                        .fetch()));
    }

    private static Map<String, Integer> withLarger(Result<Record2<String, Integer>> rows) {
        var counts = new HashMap<String, Integer>();
        for (var row : rows) {
            RegionCode.withLarger(row.value1()).forEach(code -> counts.merge(code, row.value2(), Integer::sum));
        }
        return counts;
    }

    public int libraries(Region region) {
        return libraries.getOrDefault(region.code(), 0);
    }

    public int coordinators(Region region) {
        return coordinators.getOrDefault(region.code(), 0);
    }
}
