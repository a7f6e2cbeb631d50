package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.REGION;
import static org.jooq.impl.DSL.any;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.SelectWhereStep;

/// The regions as they are at present. One that has ended is still found by its id.
public final class Regions {
    private final DSLContext db;

    public Regions(DSLContext db) {
        this.db = db;
    }

    public Optional<Region> findByCode(String code) {
        return findOne(REGION.CODE.eq(code).and(REGION.VALID_TO.isNull()));
    }

    public Optional<Region> findById(long id) {
        return findOne(REGION.ID.eq(id));
    }

    /// All provinces, in the order of their codes.
    public List<Region> listProvinces() {
        return list(REGION.LEVEL.eq((short) RegionLevel.PROVINCE.number()));
    }

    /// What lies directly in a region, in the order of codes.
    public List<Region> listChildren(long parentId) {
        return list(REGION.PARENT_ID.eq(parentId));
    }

    /// From the province down to the region itself; empty if there is no such region.
    public List<Region> listPath(String code) {
        var codes = new ArrayList<String>();
        for (var level : RegionLevel.values()) {
            if (level.codeLength() <= code.length()) {
                codes.add(code.substring(0, level.codeLength()));
            }
        }
        return list(REGION.CODE.in(codes));
    }

    /// By code, those of the codes that have ever been given, in one query. A region that has ended gives way
    /// to the present one of its code.
    public Map<String, Region> findAll(Collection<String> codes) {
        var found = new HashMap<String, Region>();
        select().where(REGION.CODE.eq(any(codes.toArray(String[]::new))))
                .orderBy(REGION.VALID_TO.asc().nullsLast())
                .forEach(row -> found.put(row.value2(), region(row)));
        return found;
    }

    private Optional<Region> findOne(Condition condition) {
        return select().where(condition).fetchOptional(Regions::region);
    }

    private List<Region> list(Condition condition) {
        return select().where(condition)
                .and(REGION.VALID_TO.isNull())
                .orderBy(REGION.CODE)
                .fetch(Regions::region);
    }

    private SelectWhereStep<Record4<Long, String, Short, String>> select() {
        return db.select(REGION.ID, REGION.CODE, REGION.LEVEL, REGION.NAME).from(REGION);
    }

    private static Region region(Record4<Long, String, Short, String> row) {
        return new Region(row.value1(), row.value2(), RegionLevel.of(row.value3()), row.value4());
    }
}
