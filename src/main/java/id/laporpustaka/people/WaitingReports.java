package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;

/// The reports that wait because their sender is not accepted yet: sent with the sender's acceptance, deleted
/// some time after a refusal.
final class WaitingReports {
    private static final String WAITING = "waiting";

    private final DSLContext db;

    WaitingReports(DSLContext db) {
        this.db = db;
    }

    /// Turns what a person sent for a library into reports that count, each with its original time and a
    /// revision.
    ///
    /// @return their ids, in order
    List<Long> release(long personId, long libraryId, OptionalLong by, Instant now) {
        return release(List.of(personId), libraryId, by, now);
    }

    /// The same for several people.
    List<Long> release(Collection<Long> personIds, long libraryId, OptionalLong by, Instant now) {
        var people = personIds.toArray(Long[]::new);
        return release(SUBMISSION.REPORTER_ID.eq(any(people)).and(SUBMISSION.LIBRARY_ID.eq(libraryId)), by, now);
    }

    /// Turns what waits although its sender is accepted into reports that count: a report and the decision about
    /// its sender can pass each other.
    List<Long> releaseAllOfAccepted(Instant now) {
        var accepted = exists(selectOne()
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.PERSON_ID.eq(SUBMISSION.REPORTER_ID))
                .and(MEMBERSHIP.LIBRARY_ID.eq(SUBMISSION.LIBRARY_ID))
                .and(MEMBERSHIP.STATUS.eq("accepted")));
        return release(accepted, OptionalLong.empty(), now);
    }

    private List<Long> release(Condition which, OptionalLong by, Instant now) {
        var ids = db.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION.STATUS.eq(inline(WAITING)))
                .and(which)
                .orderBy(SUBMISSION.ID)
                .forUpdate()
                .fetch(SUBMISSION.ID);
        if (ids.isEmpty()) {
            return ids;
        }
        var released = SUBMISSION.ID.eq(any(ids.toArray(Long[]::new)));
        db.update(SUBMISSION).set(SUBMISSION.STATUS, "sent").where(released).execute();
        addRevisions(released, "released", by, now, JSONB.jsonb("{}"));
        return ids;
    }

    /// Adds a revision to each of these reports, with its present status.
    ///
    /// @param action as the table has it
    void addRevisions(Condition which, String action, OptionalLong by, Instant now, JSONB changes) {
        db.update(SUBMISSION)
                .set(SUBMISSION.REVISION, SUBMISSION.REVISION.plus(1))
                .set(SUBMISSION.UPDATED_AT, now)
                .where(which)
                .execute();
        db.insertInto(
                        SUBMISSION_REVISION,
                        SUBMISSION_REVISION.SUBMISSION_ID,
                        SUBMISSION_REVISION.REVISION,
                        SUBMISSION_REVISION.AT,
                        SUBMISSION_REVISION.PERSON_ID,
                        SUBMISSION_REVISION.STATUS,
                        SUBMISSION_REVISION.ACTION,
                        SUBMISSION_REVISION.CHANGES)
                .select(select(
                                SUBMISSION.ID,
                                SUBMISSION.REVISION,
                                val(now, SUBMISSION_REVISION.AT),
                                val(Audit.nullable(by), SQLDataType.BIGINT),
                                SUBMISSION.STATUS,
                                val(action, SUBMISSION_REVISION.ACTION),
                                val(changes, SUBMISSION_REVISION.CHANGES))
                        .from(SUBMISSION)
                        .where(which)
                        .orderBy(SUBMISSION.ID))
                .execute();
    }

    /// Deletes the waiting reports of those whom nobody lets in: their last wish for the library was refused, or
    /// withdrawn, before this time.
    int deleteOfRefusedBefore(Instant time) {
        var since = MEMBERSHIP.as("since");
        var hopeless = exists(selectOne()
                        .from(MEMBERSHIP)
                        .where(MEMBERSHIP.PERSON_ID.eq(SUBMISSION.REPORTER_ID))
                        .and(MEMBERSHIP.LIBRARY_ID.eq(SUBMISSION.LIBRARY_ID))
                        .and(MEMBERSHIP.STATUS.in("refused", "left")))
                .and(notExists(selectOne()
                        .from(since)
                        .where(since.PERSON_ID.eq(SUBMISSION.REPORTER_ID))
                        .and(since.LIBRARY_ID.eq(SUBMISSION.LIBRARY_ID))
                        .and(since.STATUS.in(WAITING, "accepted").or(since.DECIDED_AT.ge(time)))));
        var ids = db.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION.STATUS.eq(inline(WAITING)))
                .and(hopeless)
                .orderBy(SUBMISSION.ID)
                .forUpdate()
                .skipLocked()
                .fetch(SUBMISSION.ID)
                .toArray(Long[]::new);
        if (ids.length == 0) {
            return 0;
        }
        db.deleteFrom(SUBMISSION_REVISION)
                .where(SUBMISSION_REVISION.SUBMISSION_ID.eq(any(ids)))
                .execute();
        return db.deleteFrom(SUBMISSION).where(SUBMISSION.ID.eq(any(ids))).execute();
    }
}
