package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.ASSIGNMENT_LIBRARY;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.TimeZones;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Reads persons with all that belongs to them: one query for them and their libraries, one for their duties.
final class ActorQuery {
    private static final id.laporpustaka.db.generated.tables.Region AROUND = REGION.as("around");

    private final DSLContext db;

    ActorQuery(DSLContext db) {
        this.db = db;
    }

    /// Reads those persons for whom the condition is true.
    ///
    /// @param condition on `person`; must be false for erased ones
    /// @return by Telegram id
    Map<Long, Actor> findAll(Condition condition) {
        var rows = db.select(
                        PERSON.ID,
                        PERSON.TELEGRAM_ID,
                        PERSON.NAME,
                        PERSON.LANGUAGE,
                        PERSON.CONSENTED_AT,
                        MEMBERSHIP.STATUS,
                        LIBRARY.ID,
                        LIBRARY.NAME,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME,
                        AROUND.ID,
                        AROUND.CODE,
                        AROUND.LEVEL,
                        AROUND.NAME)
                .from(PERSON)
                .leftJoin(MEMBERSHIP)
                .on(MEMBERSHIP.PERSON_ID.eq(PERSON.ID))
                .and(MEMBERSHIP.STATUS.in("waiting", "accepted"))
                .leftJoin(LIBRARY)
                .on(LIBRARY.ID.eq(MEMBERSHIP.LIBRARY_ID))
                .leftJoin(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .leftJoin(AROUND)
                .on(AROUND.ID.eq(REGION.PARENT_ID))
                .where(condition)
                .orderBy(PERSON.ID, MEMBERSHIP.ID)
                .fetch();
        if (rows.isEmpty()) {
            return Map.of();
        }
        var duties = findDuties(condition);
        var found = new LinkedHashMap<Long, Record>();
        var reportings = new HashMap<Long, List<Reporting>>();
        for (var row : rows) {
            found.putIfAbsent(row.get(PERSON.TELEGRAM_ID), row);
            if (row.get(LIBRARY.ID) != null) {
                reportings
                        .computeIfAbsent(row.get(PERSON.ID), _ -> new ArrayList<>())
                        .add(reporting(row));
            }
        }
        var actors = new HashMap<Long, Actor>();
        found.forEach((telegramId, row) -> {
            var id = row.get(PERSON.ID);
            actors.put(
                    telegramId,
                    new Actor(
                            id,
                            telegramId,
                            row.get(PERSON.NAME),
                            row.get(PERSON.LANGUAGE),
                            row.get(PERSON.CONSENTED_AT) != null,
                            reportings.getOrDefault(id, List.of()),
                            duties.getOrDefault(id, List.of())));
        });
        return actors;
    }

    private Map<Long, List<Duty>> findDuties(Condition condition) {
        var libraries = field(select(arrayAgg(ASSIGNMENT_LIBRARY.LIBRARY_ID))
                .from(ASSIGNMENT_LIBRARY)
                .where(ASSIGNMENT_LIBRARY.ASSIGNMENT_ID.eq(ASSIGNMENT.ID)));
        var duties = new HashMap<Long, List<Duty>>();
        db.select(ASSIGNMENT.PERSON_ID, ASSIGNMENT.ROLE, REGION.ID, REGION.CODE, REGION.LEVEL, REGION.NAME, libraries)
                .from(ASSIGNMENT)
                .join(PERSON)
                .on(PERSON.ID.eq(ASSIGNMENT.PERSON_ID))
                .leftJoin(REGION)
                .on(REGION.ID.eq(ASSIGNMENT.REGION_ID))
                .where(condition)
                .and(ASSIGNMENT.REVOKED_AT.isNull())
                .orderBy(ASSIGNMENT.ID)
                .forEach(row -> duties.computeIfAbsent(row.get(ASSIGNMENT.PERSON_ID), _ -> new ArrayList<>())
                        .add(new Duty(
                                Role.valueOf(row.get(ASSIGNMENT.ROLE)),
                                findRegion(row, REGION),
                                row.get(libraries) == null ? Set.of() : Set.of(row.get(libraries)))));
        return duties;
    }

    private static Reporting reporting(Record row) {
        var region = findRegion(row, REGION).orElseThrow();
        var around = findRegion(row, AROUND);
        return new Reporting(
                row.get(LIBRARY.ID),
                row.get(LIBRARY.NAME),
                around.map(parent -> region.title() + ", " + parent.title()).orElseGet(region::title),
                TimeZones.of(region.code()),
                "accepted".equals(row.get(MEMBERSHIP.STATUS)));
    }

    private static Optional<Region> findRegion(Record row, id.laporpustaka.db.generated.tables.Region table) {
        return Optional.ofNullable(row.get(table.ID))
                .map(id ->
                        new Region(id, row.get(table.CODE), RegionLevel.of(row.get(table.LEVEL)), row.get(table.NAME)));
    }
}
