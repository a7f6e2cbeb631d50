package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectCount;

import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Wishes to report, as those who decide, and those who wish, see them. Who has been erased is not among them.
public final class MembershipLines {
    private static final id.laporpustaka.db.generated.tables.Region AROUND = REGION.as("around");
    private static final id.laporpustaka.db.generated.tables.Person DECIDER = PERSON.as("decider");

    private final DSLContext db;

    public MembershipLines(DSLContext db) {
        this.db = db;
    }

    /// One of a scope.
    public Optional<MembershipLine> find(Scope scope, long membershipId) {
        return read(MEMBERSHIP.ID.eq(membershipId).and(ScopeCondition.restrict(scope)), 1, 0).stream()
                .findFirst();
    }

    /// A person's own.
    public Optional<MembershipLine> findOf(long personId, long membershipId) {
        return read(MEMBERSHIP.ID.eq(membershipId).and(MEMBERSHIP.PERSON_ID.eq(personId)), 1, 0).stream()
                .findFirst();
    }

    /// Any, for what is told to those whom it concerns.
    public Optional<MembershipLine> findById(long membershipId) {
        return read(MEMBERSHIP.ID.eq(membershipId), 1, 0).stream().findFirst();
    }

    /// A person's part in a library, accepted or waiting.
    public Optional<MembershipLine> findPresent(long personId, long libraryId) {
        return read(
                        MEMBERSHIP
                                .PERSON_ID
                                .eq(personId)
                                .and(MEMBERSHIP.LIBRARY_ID.eq(libraryId))
                                .and(MEMBERSHIP.STATUS.in(inline("waiting"), inline("accepted"))),
                        1,
                        0)
                .stream()
                .findFirst();
    }

    /// Those who wait in a scope, who has waited longest first.
    public Page<MembershipLine> listWaiting(Scope scope, int page) {
        var waiting =
                MEMBERSHIP.STATUS.eq(inline("waiting")).and(LIBRARY.ACTIVE).and(ScopeCondition.restrict(scope));
        var total = db.fetchCount(db.selectOne()
                .from(MEMBERSHIP)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(MEMBERSHIP.LIBRARY_ID))
                .where(waiting));
        return new Page<>(read(waiting, Page.SIZE, Page.offset(page)), page, total);
    }

    private List<MembershipLine> read(Condition which, int limit, int offset) {
        var reports = field(selectCount()
                .from(SUBMISSION)
                .where(SUBMISSION.REPORTER_ID.eq(MEMBERSHIP.PERSON_ID))
                .and(SUBMISSION.LIBRARY_ID.eq(MEMBERSHIP.LIBRARY_ID))
                .and(SUBMISSION.STATUS.eq(inline("waiting"))));
        return db.select(
                        MEMBERSHIP.ID,
                        MEMBERSHIP.STATUS,
                        MEMBERSHIP.ROLE,
                        DECIDER.NAME,
                        PERSON.ID,
                        PERSON.NAME,
                        PERSON.TELEGRAM_ID,
                        LIBRARY.ID,
                        LIBRARY.NAME,
                        LIBRARY.PROPOSED_BY,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME,
                        AROUND.ID,
                        AROUND.CODE,
                        AROUND.LEVEL,
                        AROUND.NAME,
                        reports)
                .from(MEMBERSHIP)
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(MEMBERSHIP.LIBRARY_ID))
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .leftJoin(AROUND)
                .on(AROUND.ID.eq(REGION.PARENT_ID))
                .leftJoin(DECIDER)
                .on(DECIDER.ID.eq(MEMBERSHIP.DECIDED_BY))
                .where(which)
                .and(PERSON.TELEGRAM_ID.isNotNull())
                .orderBy(MEMBERSHIP.CREATED_AT, MEMBERSHIP.ID)
                .limit(limit)
                .offset(offset)
                .fetch(row -> new MembershipLine(
                        row.get(MEMBERSHIP.ID),
                        row.get(MEMBERSHIP.STATUS),
                        Optional.ofNullable(row.get(DECIDER.NAME)),
                        row.get(PERSON.ID),
                        row.get(PERSON.NAME),
                        row.get(PERSON.TELEGRAM_ID),
                        MemberRole.valueOf(row.get(MEMBERSHIP.ROLE)),
                        row.get(LIBRARY.ID),
                        row.get(LIBRARY.NAME),
                        region(row, REGION),
                        row.get(AROUND.ID) == null ? Optional.empty() : Optional.of(region(row, AROUND)),
                        row.get(PERSON.ID).equals(row.get(LIBRARY.PROPOSED_BY)),
                        row.get(reports)));
    }

    private static Region region(Record row, id.laporpustaka.db.generated.tables.Region table) {
        return new Region(
                row.get(table.ID), row.get(table.CODE), RegionLevel.of(row.get(table.LEVEL)), row.get(table.NAME));
    }
}
