package id.laporpustaka.export.rows;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;

import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.TimeZones;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SelectOnConditionStep;

/// Reads libraries with the regions that they lie in, in the same query.
public final class LibraryPlaces {
    private static final id.laporpustaka.db.generated.tables.Region FIRST = REGION.as("above");
    private static final id.laporpustaka.db.generated.tables.Region SECOND = REGION.as("above_that");
    private static final id.laporpustaka.db.generated.tables.Region THIRD = REGION.as("above_all");
    private static final List<id.laporpustaka.db.generated.tables.Region> PATH = List.of(REGION, FIRST, SECOND, THIRD);

    private LibraryPlaces() {}

    /// A query of `library` and its `region`, with what [#read] needs and more.
    public static SelectOnConditionStep<Record> select(DSLContext db, Collection<? extends SelectField<?>> more) {
        var fields = new ArrayList<SelectField<?>>(List.of(LIBRARY.ID, LIBRARY.NAME, LIBRARY.TYPE, LIBRARY.NPP));
        PATH.forEach(region -> fields.addAll(List.<Field<?>>of(region.ID, region.CODE, region.LEVEL, region.NAME)));
        fields.addAll(more);
        return db.select(fields)
                .from(LIBRARY)
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .leftJoin(FIRST)
                .on(FIRST.ID.eq(REGION.PARENT_ID))
                .leftJoin(SECOND)
                .on(SECOND.ID.eq(FIRST.PARENT_ID))
                .leftJoin(THIRD)
                .on(THIRD.ID.eq(SECOND.PARENT_ID));
    }

    /// The library of a row.
    public static PlacedLibrary read(Record row) {
        return new PlacedLibrary(
                row.get(LIBRARY.NAME),
                LibraryType.valueOf(row.get(LIBRARY.TYPE)),
                Optional.ofNullable(row.get(LIBRARY.NPP)),
                TimeZones.of(row.get(REGION.CODE)),
                places(row));
    }

    private static Map<RegionLevel, Region> places(Record row) {
        var places = new EnumMap<RegionLevel, Region>(RegionLevel.class);
        for (var region : PATH) {
            var id = row.get(region.ID);
            if (id != null) {
                var level = RegionLevel.of(row.get(region.LEVEL));
                places.put(level, new Region(id, row.get(region.CODE), level, row.get(region.NAME)));
            }
        }
        return places;
    }
}
