package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectCount;

import java.util.List;
import org.jooq.DSLContext;

/// Those who report for a library, and those who want to. Who has been erased is not among them.
public final class LibraryMembers {
    private static final String ACCEPTED = "accepted";
    private static final String WAITING = "waiting";

    private final DSLContext db;

    public LibraryMembers(DSLContext db) {
        this.db = db;
    }

    /// Those of a library of the scope: who waits first, then who has been there longest.
    public List<LibraryMember> list(Scope scope, long libraryId) {
        var since = coalesce(MEMBERSHIP.DECIDED_AT, MEMBERSHIP.CREATED_AT);
        var reports = field(selectCount()
                .from(SUBMISSION)
                .where(SUBMISSION.REPORTER_ID.eq(MEMBERSHIP.PERSON_ID))
                .and(SUBMISSION.LIBRARY_ID.eq(MEMBERSHIP.LIBRARY_ID))
                .and(SUBMISSION.STATUS.eq(inline(WAITING))));
        return db.select(
                        MEMBERSHIP.ID,
                        MEMBERSHIP.STATUS,
                        MEMBERSHIP.ROLE,
                        PERSON.ID,
                        PERSON.NAME,
                        PERSON.UNREACHABLE_SINCE,
                        LIBRARY.PROPOSED_BY,
                        since,
                        reports)
                .from(MEMBERSHIP)
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(MEMBERSHIP.LIBRARY_ID))
                .where(MEMBERSHIP.LIBRARY_ID.eq(libraryId))
                .and(MEMBERSHIP.STATUS.in(inline(WAITING), inline(ACCEPTED)))
                .and(PERSON.ERASED_AT.isNull())
                .and(ScopeCondition.restrict(scope))
                .orderBy(MEMBERSHIP.STATUS.desc(), since, MEMBERSHIP.ID)
                .fetch(row -> new LibraryMember(
                        row.get(MEMBERSHIP.ID),
                        row.get(PERSON.ID),
                        row.get(PERSON.NAME),
                        MemberRole.valueOf(row.get(MEMBERSHIP.ROLE)),
                        row.get(MEMBERSHIP.STATUS).equals(ACCEPTED),
                        row.get(since),
                        row.get(PERSON.UNREACHABLE_SINCE) != null,
                        row.get(PERSON.ID).equals(row.get(LIBRARY.PROPOSED_BY)),
                        row.get(reports)));
    }
}
