package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;

import java.time.Instant;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/// Who reports for which library: asked for, then decided by a coordinator.
public final class Memberships {
    private final DSLContext db;

    public Memberships(DSLContext db) {
        this.db = db;
    }

    /// Asks that a person may report for a library.
    ///
    /// @return whether they had neither asked before nor been accepted
    public boolean request(long personId, long libraryId, MemberRole role) {
        return db.insertInto(MEMBERSHIP)
                        .set(MEMBERSHIP.PERSON_ID, personId)
                        .set(MEMBERSHIP.LIBRARY_ID, libraryId)
                        .set(MEMBERSHIP.ROLE, role.name())
                        .set(MEMBERSHIP.STATUS, "waiting")
                        .onConflict(MEMBERSHIP.PERSON_ID, MEMBERSHIP.LIBRARY_ID)
                        .where(MEMBERSHIP.STATUS.in("waiting", "accepted"))
                        .doNothing()
                        .execute()
                > 0;
    }

    /// Lets somebody report who has asked to.
    ///
    /// @param by empty when nobody had to decide, as with an invitation
    /// @return whether they were waiting
    public boolean accept(long personId, long libraryId, OptionalLong by, Instant at) {
        return change(personId, libraryId, "accepted", by, at);
    }

    /// Refuses somebody who has asked to report.
    ///
    /// @return whether they were waiting
    public boolean refuse(long personId, long libraryId, long by, Instant at) {
        return change(personId, libraryId, "refused", OptionalLong.of(by), at);
    }

    /// Ends that a person reports, or wants to report, for a library.
    ///
    /// @return whether they did
    public boolean leave(long personId, long libraryId, Instant at) {
        return db.update(MEMBERSHIP)
                        .set(MEMBERSHIP.STATUS, "left")
                        .set(MEMBERSHIP.DECIDED_AT, at)
                        .where(MEMBERSHIP.PERSON_ID.eq(personId))
                        .and(MEMBERSHIP.LIBRARY_ID.eq(libraryId))
                        .and(MEMBERSHIP.STATUS.in("waiting", "accepted"))
                        .execute()
                > 0;
    }

    private boolean change(long personId, long libraryId, String status, OptionalLong by, Instant at) {
        return db.update(MEMBERSHIP)
                        .set(MEMBERSHIP.STATUS, status)
                        .set(MEMBERSHIP.DECIDED_AT, at)
                        .set(MEMBERSHIP.DECIDED_BY, by.isPresent() ? by.getAsLong() : null)
                        .where(MEMBERSHIP.PERSON_ID.eq(personId))
                        .and(MEMBERSHIP.LIBRARY_ID.eq(libraryId))
                        .and(MEMBERSHIP.STATUS.eq("waiting"))
                        .execute()
                > 0;
    }
}
