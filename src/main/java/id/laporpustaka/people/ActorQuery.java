package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.ASSIGNMENT_LIBRARY;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.laporpustaka.db.Written;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.TimeZones;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;

/// Reads persons with all that belongs to them: one query for them and their libraries, one for
/// their duties if anybody has any.
final class ActorQuery {
    private static final id.laporpustaka.db.generated.tables.Region AROUND = REGION.as("around");

    private static final Field<Boolean> HAS_DUTIES = field(exists(selectOne()
            .from(ASSIGNMENT)
            .where(ASSIGNMENT.PERSON_ID.eq(PERSON.ID))
            .and(ASSIGNMENT.REVOKED_AT.isNull())));

    private static final Field<Long[]> LIBRARIES = field(select(arrayAgg(ASSIGNMENT_LIBRARY.LIBRARY_ID))
            .from(ASSIGNMENT_LIBRARY)
            .where(ASSIGNMENT_LIBRARY.ASSIGNMENT_ID.eq(ASSIGNMENT.ID)));

    private static final Written<Long> BY_TELEGRAM_ID = people(PERSON.TELEGRAM_ID);
    private static final Written<Long> BY_ID = people(PERSON.ID);

    private static final Written<Long> DUTIES = Written.forRows("asked", rows -> {
        var personId = rows.column(ASSIGNMENT.PERSON_ID, it -> it);
        return select(
                        ASSIGNMENT.PERSON_ID,
                        ASSIGNMENT.ROLE,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME,
                        LIBRARIES)
                .from(rows.table())
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.PERSON_ID.eq(personId))
                .leftJoin(REGION)
                .on(REGION.ID.eq(ASSIGNMENT.REGION_ID))
                .where(ASSIGNMENT.REVOKED_AT.isNull())
                .orderBy(ASSIGNMENT.ID);
    });

    private final DSLContext db;

    ActorQuery(DSLContext db) {
        this.db = db;
    }

    /// Asks for those who have not been erased.
    static Written.Bound<Long> finding(Collection<Long> telegramIds) {
        return BY_TELEGRAM_ID.with(List.copyOf(telegramIds));
    }

    /// Those who have not been erased, by Telegram id.
    Map<Long, Actor> findById(Collection<Long> personIds) {
        return actors(BY_ID.fetch(db, List.copyOf(personIds)));
    }

    private static Written<Long> people(Field<Long> key) {
        return Written.forRows("asked", rows -> {
            var asked = rows.column(key, it -> it);
            return select(
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
                            AROUND.NAME,
                            HAS_DUTIES)
                    .from(rows.table())
                    .join(PERSON)
                    .on(key.eq(asked))
                    .and(PERSON.TELEGRAM_ID.isNotNull())
                    .leftJoin(MEMBERSHIP)
                    .on(MEMBERSHIP.PERSON_ID.eq(PERSON.ID))
                    .and(MEMBERSHIP.STATUS.in(inline("waiting"), inline("accepted")))
                    .leftJoin(LIBRARY)
                    .on(LIBRARY.ID.eq(MEMBERSHIP.LIBRARY_ID))
                    .leftJoin(REGION)
                    .on(REGION.ID.eq(LIBRARY.REGION_ID))
                    .leftJoin(AROUND)
                    .on(AROUND.ID.eq(REGION.PARENT_ID))
                    .orderBy(PERSON.ID, MEMBERSHIP.ID);
        });
    }

    /// By Telegram id.
    Map<Long, Actor> actors(List<Written.Row> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        var duties = findDuties(rows.stream()
                .filter(row -> row.get(HAS_DUTIES))
                .map(row -> row.get(PERSON.ID))
                .distinct()
                .toList());
        var found = new LinkedHashMap<Long, Written.Row>();
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

    private Map<Long, List<Duty>> findDuties(List<Long> personIds) {
        var duties = new HashMap<Long, List<Duty>>();
        if (personIds.isEmpty()) {
            return duties;
        }
        DUTIES.fetch(db, personIds)
                .forEach(row -> duties.computeIfAbsent(row.get(ASSIGNMENT.PERSON_ID), _ -> new ArrayList<>())
                        .add(new Duty(
                                Role.valueOf(row.get(ASSIGNMENT.ROLE)),
                                findRegion(row, REGION),
                                row.get(LIBRARIES) == null ? Set.of() : Set.of(row.get(LIBRARIES)))));
        return duties;
    }

    private static Reporting reporting(Written.Row row) {
        var region = findRegion(row, REGION).orElseThrow();
        var around = findRegion(row, AROUND);
        return new Reporting(
                row.get(LIBRARY.ID),
                row.get(LIBRARY.NAME),
                around.map(parent -> region.title() + ", " + parent.title()).orElseGet(region::title),
                TimeZones.of(region.code()),
                "accepted".equals(row.get(MEMBERSHIP.STATUS)));
    }

    private static Optional<Region> findRegion(Written.Row row, id.laporpustaka.db.generated.tables.Region table) {
        return Optional.ofNullable(row.get(table.ID))
                .map(id ->
                        new Region(id, row.get(table.CODE), RegionLevel.of(row.get(table.LEVEL)), row.get(table.NAME)));
    }
}
