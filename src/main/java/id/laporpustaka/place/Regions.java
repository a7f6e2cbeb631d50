package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.REGION_FORMER;
import static id.laporpustaka.db.generated.Tables.REGION_SUCCESSOR;
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
import org.jooq.SelectJoinStep;

/// The regions as they are at present. One that has ended is still found by its id.
public final class Regions {
    private final DSLContext db;

    public Regions(DSLContext db) {
        this.db = db;
    }

    /// The present region of a code or, of a code that none has any more, the present one that had it last.
    public Optional<Region> findByCode(String code) {
        var present = findOne(REGION.CODE.eq(code).and(REGION.VALID_TO.isNull()));
        return present.isPresent()
                ? present
                : select().join(REGION_FORMER)
                        .on(REGION_FORMER.REGION_ID.eq(REGION.ID))
                        .where(REGION_FORMER.CODE.eq(code))
                        .and(REGION.VALID_TO.isNull())
                        .orderBy(REGION_FORMER.VALID_TO.desc())
                        .limit(1)
                        .fetchOptional(Regions::region);
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

    /// What has taken the place of a region that has ended, the main one first; empty if it has not, or if nothing
    /// has. A successor may have ended since, too.
    public List<Region> listSuccessors(long id) {
        return select().join(REGION_SUCCESSOR)
                .on(REGION_SUCCESSOR.SUCCESSOR_ID.eq(REGION.ID))
                .where(REGION_SUCCESSOR.REGION_ID.eq(id))
                .orderBy(REGION_SUCCESSOR.POSITION)
                .fetch(Regions::region);
    }

    /// By code, those of the codes that have ever been given, in three queries. What had a code formerly gives
    /// way to what had it later, and both to the present region of the code.
    public Map<String, Region> findAll(Collection<String> codes) {
        var all = codes.toArray(String[]::new);
        var found = new HashMap<String, Region>();
        db.select(REGION.ID, REGION.CODE, REGION.LEVEL, REGION.NAME, REGION_FORMER.CODE)
                .from(REGION)
                .join(REGION_FORMER)
                .on(REGION_FORMER.REGION_ID.eq(REGION.ID))
                .where(REGION_FORMER.CODE.eq(any(all)))
                .orderBy(REGION_FORMER.VALID_TO)
                .forEach(row -> found.put(
                        row.value5(),
                        new Region(row.value1(), row.value2(), RegionLevel.of(row.value3()), row.value4())));
        select().where(REGION.CODE.eq(any(all)))
                .and(REGION.VALID_TO.isNotNull())
                .forEach(row -> found.putIfAbsent(row.value2(), region(row)));
        select().where(REGION.CODE.eq(any(all)))
                .and(REGION.VALID_TO.isNull())
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

    private SelectJoinStep<Record4<Long, String, Short, String>> select() {
        return db.select(REGION.ID, REGION.CODE, REGION.LEVEL, REGION.NAME).from(REGION);
    }

    private static Region region(Record4<Long, String, Short, String> row) {
        return new Region(row.value1(), row.value2(), RegionLevel.of(row.value3()), row.value4());
    }
}
