package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT_LIBRARY;
import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.DRAFT;
import static id.laporpustaka.db.generated.Tables.INVITE;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.NO_ACTIVITY;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;

/// Makes one library of two that are the same. What belongs to the one that goes belongs to the other one from
/// then on; nothing is deleted, and the audit log has all that is needed to take it back by hand.
///
/// Rows are locked in the order in which everybody does: chat, library, invite, membership, assignment, draft,
/// submission, each by its key. The chats are those of all who report for either library, so that none of them
/// is in the middle of a report.
public final class LibraryMerging {
    private static final String WAITING = "waiting";
    private static final String ACCEPTED = "accepted";

    private final DSLContext db;

    public LibraryMerging(DSLContext db) {
        this.db = db;
    }

    /// Merges a library into another one, which must be active.
    ///
    /// @param keptId stays
    /// @param goneId becomes inactive for ever
    /// @param scope where whoever merges may; both must lie in it
    public Merging merge(By by, long keptId, long goneId, Scope scope, Instant now) {
        return db.transactionResult(
                transaction -> new LibraryMerging(transaction.dsl()).mergeIn(by, keptId, goneId, scope, now));
    }

    private Merging mergeIn(By by, long keptId, long goneId, Scope scope, Instant now) {
        lockChats(List.of(keptId, goneId));
        var libraries = lockLibraries(keptId, goneId);
        var kept = libraries.get(keptId);
        var gone = libraries.get(goneId);
        if (keptId == goneId || kept == null || gone == null) {
            return new Merging.NoSuchPair();
        }
        if (!isWithin(scope, kept) || !isWithin(scope, gone)) {
            return new Merging.OutsideScope();
        }
        if (gone.get(LIBRARY.MERGED_INTO) != null) {
            return new Merging.MergedBefore(gone.get(LIBRARY.MERGED_INTO));
        }
        if (!kept.get(LIBRARY.ACTIVE)) {
            return new Merging.KeptInactive();
        }
        var undo = JsonNodeFactory.instance
                .objectNode()
                .put("kept", keptId)
                .put("gone", goneId)
                .put("was_active", gone.get(LIBRARY.ACTIVE));
        var invites = moveInvites(keptId, goneId, undo);
        var reporters = moveMemberships(keptId, goneId, now, undo);
        moveAssignments(keptId, goneId, undo);
        var drafts = moveDrafts(keptId, goneId, undo);
        var submissions = moveSubmissions(by, keptId, goneId, now, undo);
        moveQuietTimes(keptId, goneId, undo);
        retire(kept, gone, undo);
        releaseWaiting(by, keptId, now);
        var audit = new Audit(db);
        audit.record(by, AuditAction.LIBRARY_MERGED, AuditSubject.ofLibrary(goneId), undo);
        audit.record(by, AuditAction.LIBRARY_TOOK_OVER, AuditSubject.ofLibrary(keptId), details(keptId, goneId));
        return new Merging.Done(reporters, drafts, submissions, invites);
    }

    /// What a library has that would go over to another.
    public Belongings countBelongings(long libraryId, Instant now) {
        return new Belongings(
                db.fetchCount(
                        MEMBERSHIP,
                        MEMBERSHIP
                                .LIBRARY_ID
                                .eq(libraryId)
                                .and(MEMBERSHIP.STATUS.in(inline(WAITING), inline(ACCEPTED)))),
                db.fetchCount(DRAFT, DRAFT.LIBRARY_ID.eq(libraryId)),
                db.fetchCount(SUBMISSION, SUBMISSION.LIBRARY_ID.eq(libraryId)),
                db.fetchCount(db.selectOne()
                        .from(INVITE)
                        .join(LIBRARY)
                        .on(LIBRARY.ID.eq(INVITE.LIBRARY_ID))
                        .where(INVITE.LIBRARY_ID.eq(libraryId))
                        .and(Invites.isOpen(now))));
    }

    /// Moves what came to a library after it had been merged, from somebody who had begun before; a task by the
    /// clock.
    ///
    /// @return how many reports
    public int moveLate(Instant now) {
        return db.transactionResult(transaction -> new LibraryMerging(transaction.dsl()).moveLateIn(now));
    }

    private int moveLateIn(Instant now) {
        var late = db.selectDistinct(LIBRARY.ID, LIBRARY.MERGED_INTO)
                .from(LIBRARY)
                .where(LIBRARY.MERGED_INTO.isNotNull())
                .and(LIBRARY.ID
                        .in(select(SUBMISSION.LIBRARY_ID).from(SUBMISSION).where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID)))
                        .or(LIBRARY.ID.in(select(DRAFT.LIBRARY_ID).from(DRAFT).where(DRAFT.LIBRARY_ID.eq(LIBRARY.ID)))))
                .orderBy(LIBRARY.ID)
                .fetch();
        lockChats(late.getValues(LIBRARY.ID));
        var moved = 0;
        for (var library : late) {
            var goneId = library.value1();
            var keptId = library.value2();
            var undo = details(keptId, goneId);
            moveDrafts(keptId, goneId, undo);
            moved += moveSubmissions(By.product(), keptId, goneId, now, undo);
            new Audit(db).record(By.product(), AuditAction.LIBRARY_MERGED_LATE, AuditSubject.ofLibrary(goneId), undo);
        }
        return moved;
    }

    private static ObjectNode details(long keptId, long goneId) {
        return JsonNodeFactory.instance.objectNode().put("kept", keptId).put("gone", goneId);
    }

    /// Of those who report for the libraries or have drafts for them.
    private void lockChats(Collection<Long> libraryIds) {
        var libraries = libraryIds.toArray(Long[]::new);
        db.select(CHAT.ID)
                .from(CHAT)
                .where(CHAT.ID.in(select(PERSON.TELEGRAM_ID)
                        .from(PERSON)
                        .where(PERSON.ID.in(select(MEMBERSHIP.PERSON_ID)
                                .from(MEMBERSHIP)
                                .where(MEMBERSHIP.LIBRARY_ID.eq(any(libraries)))
                                .and(MEMBERSHIP.STATUS.in(inline(WAITING), inline(ACCEPTED)))
                                .union(select(DRAFT.PERSON_ID)
                                        .from(DRAFT)
                                        .where(DRAFT.LIBRARY_ID.eq(any(libraries))))))))
                .orderBy(CHAT.ID)
                .forUpdate()
                .execute();
    }

    /// Rows that only name a library, as a new draft does, need not wait for this.
    private Map<Long, Record> lockLibraries(long keptId, long goneId) {
        var found = new HashMap<Long, Record>();
        db.select(LIBRARY.ID, LIBRARY.ACTIVE, LIBRARY.MERGED_INTO, LIBRARY.NPP, REGION.CODE)
                .from(LIBRARY)
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(LIBRARY.ID.in(keptId, goneId))
                .orderBy(LIBRARY.ID)
                .forNoKeyUpdate()
                .of(LIBRARY)
                .forEach(row -> found.put(row.get(LIBRARY.ID), row));
        return found;
    }

    private static boolean isWithin(Scope scope, Record library) {
        return scope.includes(library.get(LIBRARY.ID), library.get(REGION.CODE));
    }

    private int moveInvites(long keptId, long goneId, ObjectNode undo) {
        var ids = db.select(INVITE.ID)
                .from(INVITE)
                .where(INVITE.LIBRARY_ID.eq(goneId))
                .orderBy(INVITE.ID)
                .forUpdate()
                .fetch(INVITE.ID);
        db.update(INVITE)
                .set(INVITE.LIBRARY_ID, keptId)
                .where(INVITE.ID.eq(any(ids.toArray(Long[]::new))))
                .execute();
        return keep(undo, "invites", ids);
    }

    /// A person has one place in the library that is kept: the better of the two. The other one ends.
    private int moveMemberships(long keptId, long goneId, Instant now, ObjectNode undo) {
        var rows = db.select(
                        MEMBERSHIP.ID,
                        MEMBERSHIP.PERSON_ID,
                        MEMBERSHIP.LIBRARY_ID,
                        MEMBERSHIP.STATUS,
                        MEMBERSHIP.DECIDED_AT,
                        MEMBERSHIP.DECIDED_BY)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.LIBRARY_ID.in(keptId, goneId))
                .and(MEMBERSHIP.STATUS.in(inline(WAITING), inline(ACCEPTED)))
                .orderBy(MEMBERSHIP.ID)
                .forUpdate()
                .fetch();
        var there = new HashMap<Long, Record>();
        rows.stream()
                .filter(row -> row.get(MEMBERSHIP.LIBRARY_ID) == keptId)
                .forEach(row -> there.put(row.get(MEMBERSHIP.PERSON_ID), row));
        var moved = rows.stream()
                .filter(row -> row.get(MEMBERSHIP.LIBRARY_ID) == goneId)
                .filter(row -> !there.containsKey(row.get(MEMBERSHIP.PERSON_ID)))
                .map(row -> row.get(MEMBERSHIP.ID))
                .toList();
        var doubles = rows.stream()
                .filter(row -> row.get(MEMBERSHIP.LIBRARY_ID) == goneId)
                .filter(row -> there.containsKey(row.get(MEMBERSHIP.PERSON_ID)))
                .toList();
        for (var extra : doubles) {
            var place = there.get(extra.get(MEMBERSHIP.PERSON_ID));
            if (place != null
                    && place.get(MEMBERSHIP.STATUS).equals(WAITING)
                    && extra.get(MEMBERSHIP.STATUS).equals(ACCEPTED)) {
                accept(place, extra);
                undo.withArray("memberships_accepted").add(place.get(MEMBERSHIP.ID));
            }
        }
        var ended = doubles.stream().map(row -> row.get(MEMBERSHIP.ID)).toList();
        db.update(MEMBERSHIP)
                .set(MEMBERSHIP.STATUS, "left")
                .set(MEMBERSHIP.DECIDED_AT, now)
                .where(MEMBERSHIP.ID.eq(any(ended.toArray(Long[]::new))))
                .execute();
        db.update(MEMBERSHIP)
                .set(MEMBERSHIP.LIBRARY_ID, keptId)
                .where(MEMBERSHIP.ID.eq(any(moved.toArray(Long[]::new))))
                .execute();
        keep(undo, "memberships_ended", ended);
        return keep(undo, "memberships", moved);
    }

    private void accept(Record waiting, Record accepted) {
        db.update(MEMBERSHIP)
                .set(MEMBERSHIP.STATUS, ACCEPTED)
                .set(MEMBERSHIP.DECIDED_AT, accepted.get(MEMBERSHIP.DECIDED_AT))
                .set(MEMBERSHIP.DECIDED_BY, accepted.get(MEMBERSHIP.DECIDED_BY))
                .where(MEMBERSHIP.ID.eq(waiting.get(MEMBERSHIP.ID)))
                .execute();
    }

    private void moveAssignments(long keptId, long goneId, ObjectNode undo) {
        db.insertInto(ASSIGNMENT_LIBRARY, ASSIGNMENT_LIBRARY.ASSIGNMENT_ID, ASSIGNMENT_LIBRARY.LIBRARY_ID)
                .select(select(ASSIGNMENT_LIBRARY.ASSIGNMENT_ID, val(keptId))
                        .from(ASSIGNMENT_LIBRARY)
                        .where(ASSIGNMENT_LIBRARY.LIBRARY_ID.eq(goneId))
                        .orderBy(ASSIGNMENT_LIBRARY.ASSIGNMENT_ID))
                .onConflictDoNothing()
                .execute();
        var ids = db.deleteFrom(ASSIGNMENT_LIBRARY)
                .where(ASSIGNMENT_LIBRARY.LIBRARY_ID.eq(goneId))
                .returningResult(ASSIGNMENT_LIBRARY.ASSIGNMENT_ID)
                .fetch(ASSIGNMENT_LIBRARY.ASSIGNMENT_ID);
        keep(undo, "assignments", ids);
    }

    private int moveDrafts(long keptId, long goneId, ObjectNode undo) {
        var ids = db.select(DRAFT.ID)
                .from(DRAFT)
                .where(DRAFT.LIBRARY_ID.eq(goneId))
                .orderBy(DRAFT.ID)
                .forUpdate()
                .fetch(DRAFT.ID);
        db.update(DRAFT)
                .set(DRAFT.LIBRARY_ID, keptId)
                .where(DRAFT.ID.eq(any(ids.toArray(Long[]::new))))
                .execute();
        return keep(undo, "drafts", ids);
    }

    private int moveSubmissions(By by, long keptId, long goneId, Instant now, ObjectNode undo) {
        var ids = db.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(goneId))
                .orderBy(SUBMISSION.ID)
                .forUpdate()
                .fetch(SUBMISSION.ID);
        var moved = SUBMISSION.ID.eq(any(ids.toArray(Long[]::new)));
        db.update(SUBMISSION).set(SUBMISSION.LIBRARY_ID, keptId).where(moved).execute();
        var changes = JsonNodeFactory.instance.objectNode();
        changes.putObject("library_id").put("from", goneId).put("to", keptId);
        new WaitingReports(db).addRevisions(moved, "moved", by.personId(), now, JSONB.jsonb(changes.toString()));
        return keep(undo, "submissions", ids);
    }

    /// What the library that goes has said of times without activities; what the other one has said too, stays
    /// where it is.
    private void moveQuietTimes(long keptId, long goneId, ObjectNode undo) {
        var said = NO_ACTIVITY.as("said");
        var ids = db.update(NO_ACTIVITY)
                .set(NO_ACTIVITY.LIBRARY_ID, keptId)
                .where(NO_ACTIVITY.LIBRARY_ID.eq(goneId))
                .and(NO_ACTIVITY
                        .TAKEN_BACK_AT
                        .isNotNull()
                        .or(notExists(selectOne()
                                .from(said)
                                .where(said.LIBRARY_ID.eq(keptId))
                                .and(said.PERIOD.eq(NO_ACTIVITY.PERIOD))
                                .and(said.FIRST_DAY.eq(NO_ACTIVITY.FIRST_DAY))
                                .and(said.TAKEN_BACK_AT.isNull()))))
                .returningResult(NO_ACTIVITY.ID)
                .fetch(NO_ACTIVITY.ID);
        keep(undo, "no_activity", ids);
    }

    /// The NPP goes over if the one that is kept has none.
    private void retire(Record kept, Record gone, ObjectNode undo) {
        var keptId = kept.get(LIBRARY.ID);
        var goneId = gone.get(LIBRARY.ID);
        var npp = gone.get(LIBRARY.NPP);
        if (npp != null && kept.get(LIBRARY.NPP) == null) {
            db.update(LIBRARY)
                    .set(LIBRARY.NPP, npp)
                    .where(LIBRARY.ID.eq(keptId))
                    .execute();
            undo.put("npp", npp);
        }
        db.update(LIBRARY)
                .set(LIBRARY.ACTIVE, false)
                .set(LIBRARY.MERGED_INTO, keptId)
                .where(LIBRARY.ID.eq(goneId))
                .execute();
        var earlier = db.update(LIBRARY)
                .set(LIBRARY.MERGED_INTO, keptId)
                .where(LIBRARY.MERGED_INTO.eq(goneId))
                .returningResult(LIBRARY.ID)
                .fetch(LIBRARY.ID);
        keep(undo, "merged_before", earlier);
    }

    /// What somebody sent for the one library while they had been accepted for the other.
    private void releaseWaiting(By by, long keptId, Instant now) {
        var accepted = db.select(MEMBERSHIP.PERSON_ID)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.LIBRARY_ID.eq(keptId))
                .and(MEMBERSHIP.STATUS.eq(inline(ACCEPTED)))
                .fetch(MEMBERSHIP.PERSON_ID);
        new WaitingReports(db).release(accepted, keptId, by.personId(), now);
    }

    private static int keep(ObjectNode undo, String name, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            var list = undo.putArray(name);
            ids.forEach(list::add);
        }
        return ids.size();
    }
}
