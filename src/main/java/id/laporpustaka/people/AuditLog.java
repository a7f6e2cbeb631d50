package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.coalesce;

import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/// Reads the audit log. An entry lies where its library or its region lies; one that has neither is seen only by
/// who sees everything.
public final class AuditLog {
    private static final int ROWS_AT_ONCE = 500;
    private static final id.laporpustaka.db.generated.tables.Person ABOUT = PERSON.as("about");

    private final DSLContext db;

    public AuditLog(DSLContext db) {
        this.db = db;
    }

    /// The entries in a scope that a filter lets through, the newest first.
    public Page<AuditLine> list(Scope scope, AuditFilter filter, int page) {
        var wanted = ScopeCondition.restrictPlaces(scope).and(condition(filter));
        return new Page<>(
                read(wanted)
                        .orderBy(AUDIT.ID.desc())
                        .limit(Page.SIZE)
                        .offset(Page.offset(page))
                        .fetch(AuditLog::line),
                page,
                db.fetchCount(db.selectOne()
                        .from(AUDIT)
                        .leftJoin(PERSON)
                        .on(PERSON.ID.eq(AUDIT.PERSON_ID))
                        .leftJoin(ABOUT)
                        .on(ABOUT.ID.eq(AUDIT.ABOUT_PERSON_ID))
                        .leftJoin(LIBRARY)
                        .on(LIBRARY.ID.eq(AUDIT.LIBRARY_ID))
                        .leftJoin(REGION)
                        .on(REGION.ID.eq(coalesce(LIBRARY.REGION_ID, AUDIT.REGION_ID)))
                        .where(wanted)));
    }

    /// All of them one after the other, the newest first, without holding them all. To be called within a
    /// transaction.
    public void forEach(Scope scope, AuditFilter filter, Consumer<AuditLine> reader) {
        try (var rows = read(ScopeCondition.restrictPlaces(scope).and(condition(filter)))
                .orderBy(AUDIT.ID.desc())
                .fetchSize(ROWS_AT_ONCE)
                .fetchLazy()) {
            rows.forEach(row -> reader.accept(line(row)));
        }
    }

    private static Condition condition(AuditFilter filter) {
        var conditions = new ArrayList<Condition>();
        filter.personId().ifPresent(id -> conditions.add(AUDIT.PERSON_ID.eq(id).or(AUDIT.ABOUT_PERSON_ID.eq(id))));
        filter.personName()
                .ifPresent(part ->
                        conditions.add(PERSON.NAME.containsIgnoreCase(part).or(ABOUT.NAME.containsIgnoreCase(part))));
        filter.libraryName().ifPresent(part -> conditions.add(LIBRARY.NAME.containsIgnoreCase(part)));
        filter.libraryId().ifPresent(id -> conditions.add(AUDIT.LIBRARY_ID.eq(id)));
        filter.rowId().ifPresent(id -> conditions.add(AUDIT.SUBJECT_ID.eq(id)));
        filter.action().ifPresent(action -> conditions.add(AUDIT.ACTION.eq(action.stored())));
        filter.from().ifPresent(first -> conditions.add(AUDIT.AT.ge(first)));
        filter.until().ifPresent(end -> conditions.add(AUDIT.AT.lt(end)));
        return and(conditions);
    }

    private SelectConditionStep<? extends Record> read(Condition wanted) {
        return db.select(
                        AUDIT.ID,
                        AUDIT.AT,
                        AUDIT.ACTION,
                        AUDIT.PERSON_ID,
                        PERSON.NAME,
                        AUDIT.ABOUT_PERSON_ID,
                        ABOUT.NAME,
                        AUDIT.LIBRARY_ID,
                        LIBRARY.NAME,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME,
                        AUDIT.DETAILS,
                        AUDIT.CHANNEL,
                        AUDIT.ADDRESS)
                .from(AUDIT)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(AUDIT.PERSON_ID))
                .leftJoin(ABOUT)
                .on(ABOUT.ID.eq(AUDIT.ABOUT_PERSON_ID))
                .leftJoin(LIBRARY)
                .on(LIBRARY.ID.eq(AUDIT.LIBRARY_ID))
                .leftJoin(REGION)
                .on(REGION.ID.eq(coalesce(LIBRARY.REGION_ID, AUDIT.REGION_ID)))
                .where(wanted);
    }

    private static AuditLine line(Record row) {
        var details = row.get(AUDIT.DETAILS);
        return new AuditLine(
                row.get(AUDIT.ID),
                row.get(AUDIT.AT),
                row.get(AUDIT.ACTION),
                optional(row.get(AUDIT.PERSON_ID)),
                Optional.ofNullable(row.get(PERSON.NAME)),
                optional(row.get(AUDIT.ABOUT_PERSON_ID)),
                Optional.ofNullable(row.get(ABOUT.NAME)),
                optional(row.get(AUDIT.LIBRARY_ID)),
                Optional.ofNullable(row.get(LIBRARY.NAME)),
                Optional.ofNullable(row.get(REGION.ID))
                        .map(id -> new Region(
                                        id,
                                        row.get(REGION.CODE),
                                        RegionLevel.of(row.get(REGION.LEVEL)),
                                        row.get(REGION.NAME))
                                .title()),
                details == null ? "{}" : details.data(),
                Optional.ofNullable(row.get(AUDIT.CHANNEL)).map(By.Channel::of),
                Optional.ofNullable(row.get(AUDIT.ADDRESS)));
    }

    private static OptionalLong optional(@Nullable Long id) {
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }
}
