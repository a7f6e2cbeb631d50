package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static org.jooq.impl.DSL.inline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Who reports for which library: asked for, then decided by a coordinator, or let in by an invitation.
///
/// Each change is one transaction with its entry in the audit log, within that of the context if it has one. Who
/// is accepted has their waiting reports sent in it. The reports of somebody refused go on waiting, because they
/// may ask again or be refused by mistake; they are deleted when [#deleteLeftBefore] comes to them.
public final class Memberships {
    private static final String WAITING = "waiting";
    private static final String ACCEPTED = "accepted";
    private static final String REFUSED = "refused";
    private static final String LEFT = "left";

    private final DSLContext db;

    public Memberships(DSLContext db) {
        this.db = db;
    }

    /// Asks that a person may report for a library, also after having left it or been refused.
    public MembershipRequest request(By by, long personId, long libraryId, MemberRole role, Instant now) {
        return inTransaction(inner -> inner.requestIn(by, personId, libraryId, role, now));
    }

    private MembershipRequest requestIn(By by, long personId, long libraryId, MemberRole role, Instant now) {
        var added = insert(personId, libraryId, role, now);
        if (added.isPresent()) {
            record(by, AuditAction.MEMBERSHIP_REQUESTED, personId, libraryId, added.getAsLong(), Audit.noDetails());
            return new MembershipRequest.Made(added.getAsLong());
        }
        return findPresent(personId, libraryId)
                .<MembershipRequest>map(present -> present.accepted()
                        ? new MembershipRequest.AlreadyAccepted(present.id())
                        : new MembershipRequest.MadeBefore(present.id()))
                .orElseGet(() -> requestIn(by, personId, libraryId, role, now)); // ended in this very moment
    }

    /// Lets a person report for a library without having to ask, or who has asked; whoever does it has decided.
    public Admission admit(By by, long personId, long libraryId, MemberRole role, Instant now) {
        return inTransaction(inner -> inner.admitIn(
                by,
                new Candidate(personId, libraryId, role),
                by.personId(),
                OptionalLong.empty(),
                AuditAction.MEMBERSHIP_ACCEPTED,
                now));
    }

    /// Joins the library of an invitation, accepted at once: who invited has decided. Who may report for it
    /// already does not use the invitation up.
    public Joining join(By by, InviteCode code, long personId, MemberRole role, Instant now) {
        return inTransaction(inner -> inner.joinIn(by, code, personId, role, now));
    }

    private Joining joinIn(By by, InviteCode code, long personId, MemberRole role, Instant now) {
        var state = new Invites(db).use(code, personId, InviteTarget.ToReport.class, now);
        if (!(state instanceof InviteState.Good(var invite))
                || !(invite.target() instanceof InviteTarget.ToReport(var libraryId))) {
            return new Joining.Refused(state);
        }
        return new Joining.Joined(admitIn(
                by,
                new Candidate(personId, libraryId, role),
                invite.createdBy(),
                OptionalLong.of(invite.id()),
                AuditAction.MEMBERSHIP_JOINED,
                now));
    }

    private record Candidate(long personId, long libraryId, MemberRole role) {}

    private Admission admitIn(
            By by, Candidate who, OptionalLong decidedBy, OptionalLong inviteId, AuditAction action, Instant now) {
        insert(who.personId(), who.libraryId(), who.role(), now);
        var accepted = db.update(MEMBERSHIP)
                .set(MEMBERSHIP.STATUS, ACCEPTED)
                .set(MEMBERSHIP.ROLE, who.role().name())
                .set(MEMBERSHIP.DECIDED_AT, now)
                .set(MEMBERSHIP.DECIDED_BY, Audit.nullable(decidedBy))
                .set(MEMBERSHIP.INVITE_ID, Audit.nullable(inviteId))
                .where(MEMBERSHIP.PERSON_ID.eq(who.personId()))
                .and(MEMBERSHIP.LIBRARY_ID.eq(who.libraryId()))
                .and(MEMBERSHIP.STATUS.eq(WAITING))
                .returningResult(MEMBERSHIP.ID)
                .fetchOptional(MEMBERSHIP.ID);
        if (accepted.isEmpty()) {
            var present = findPresent(who.personId(), who.libraryId()).orElseThrow();
            return new Admission(present.id(), who.libraryId(), false, List.of());
        }
        var released = new WaitingReports(db).release(who.personId(), who.libraryId(), decidedBy, now);
        var details = Audit.noDetails();
        decidedBy.ifPresent(id -> details.put("decided_by", id));
        inviteId.ifPresent(id -> details.put("invite", id));
        record(by, action, who.personId(), who.libraryId(), accepted.get(), reports(details, released));
        return new Admission(accepted.get(), who.libraryId(), true, released);
    }

    /// Lets somebody report who has asked to. Who is asked twice, or after another coordinator, gets to know who
    /// has decided, and changes nothing.
    public Decision accept(By by, long membershipId, Instant now) {
        return inTransaction(inner -> inner.decide(by, membershipId, ACCEPTED, now));
    }

    /// Refuses somebody who has asked to report; otherwise as [#accept].
    public Decision refuse(By by, long membershipId, Instant now) {
        return inTransaction(inner -> inner.decide(by, membershipId, REFUSED, now));
    }

    private Decision decide(By by, long membershipId, String status, Instant now) {
        var decided = db.update(MEMBERSHIP)
                .set(MEMBERSHIP.STATUS, status)
                .set(MEMBERSHIP.DECIDED_AT, now)
                .set(MEMBERSHIP.DECIDED_BY, Audit.nullable(by.personId()))
                .where(MEMBERSHIP.ID.eq(membershipId))
                .and(MEMBERSHIP.STATUS.eq(WAITING))
                .returningResult(MEMBERSHIP.PERSON_ID, MEMBERSHIP.LIBRARY_ID)
                .fetchOptional();
        if (decided.isEmpty()) {
            return findDecision(membershipId);
        }
        var personId = decided.get().value1();
        var libraryId = decided.get().value2();
        var accepted = status.equals(ACCEPTED);
        var released =
                accepted ? new WaitingReports(db).release(personId, libraryId, by.personId(), now) : List.<Long>of();
        record(
                by,
                accepted ? AuditAction.MEMBERSHIP_ACCEPTED : AuditAction.MEMBERSHIP_REFUSED,
                personId,
                libraryId,
                membershipId,
                reports(Audit.noDetails(), released));
        return new Decision.Made(personId, libraryId, accepted, released);
    }

    private Decision findDecision(long membershipId) {
        return db.select(MEMBERSHIP.STATUS, MEMBERSHIP.DECIDED_BY, MEMBERSHIP.DECIDED_AT, PERSON.NAME)
                .from(MEMBERSHIP)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.DECIDED_BY))
                .where(MEMBERSHIP.ID.eq(membershipId))
                .and(MEMBERSHIP.STATUS.in(ACCEPTED, REFUSED))
                .fetchOptional()
                .<Decision>map(row -> new Decision.MadeBefore(
                        row.value1().equals(ACCEPTED),
                        optional(row.value2()),
                        Optional.ofNullable(row.value4()),
                        row.value3()))
                .orElseGet(Decision.NotAsked::new);
    }

    /// Ends that a person reports, or wants to report, for a library: because they leave, or because a
    /// coordinator ends it.
    ///
    /// @return whether they did
    public boolean leave(By by, long personId, long libraryId, Instant now) {
        return inTransaction(inner -> inner.leaveIn(by, personId, libraryId, now));
    }

    private boolean leaveIn(By by, long personId, long libraryId, Instant now) {
        var left = end(
                MEMBERSHIP
                        .PERSON_ID
                        .eq(personId)
                        .and(MEMBERSHIP.LIBRARY_ID.eq(libraryId))
                        .and(MEMBERSHIP.STATUS.in(WAITING, ACCEPTED)),
                by,
                now);
        left.forEach(ended -> record(
                by, AuditAction.MEMBERSHIP_ENDED, personId, libraryId, ended.get(MEMBERSHIP.ID), Audit.noDetails()));
        return !left.isEmpty();
    }

    private List<? extends Record> end(Condition which, By by, Instant now) {
        return db.update(MEMBERSHIP)
                .set(MEMBERSHIP.STATUS, LEFT)
                .set(MEMBERSHIP.DECIDED_AT, now)
                .set(MEMBERSHIP.DECIDED_BY, Audit.nullable(by.personId()))
                .where(which)
                .returningResult(MEMBERSHIP.ID, MEMBERSHIP.ROLE)
                .fetch();
    }

    /// Gives a library from one reporter to another, who takes the same part in it: at once, with nobody to
    /// decide. The reports stay with the library, the drafts with who wrote them.
    public HandOver handOver(By by, long libraryId, long fromPersonId, long toPersonId, Instant now) {
        return inTransaction(inner -> inner.handOverIn(by, libraryId, fromPersonId, toPersonId, now));
    }

    private HandOver handOverIn(By by, long libraryId, long fromPersonId, long toPersonId, Instant now) {
        var isThere = db.fetchExists(PERSON, PERSON.ID.eq(toPersonId).and(PERSON.ERASED_AT.isNull()));
        if (!isThere || fromPersonId == toPersonId) {
            return new HandOver.NoSuccessor();
        }
        var ended = end(
                MEMBERSHIP
                        .PERSON_ID
                        .eq(fromPersonId)
                        .and(MEMBERSHIP.LIBRARY_ID.eq(libraryId))
                        .and(MEMBERSHIP.STATUS.eq(ACCEPTED)),
                by,
                now);
        if (ended.isEmpty()) {
            return new HandOver.NotTheirs();
        }
        var membership = ended.getFirst();
        var details = Audit.noDetails().put("to", toPersonId);
        record(by, AuditAction.LIBRARY_HANDED_OVER, fromPersonId, libraryId, membership.get(MEMBERSHIP.ID), details);
        return new HandOver.Done(admitIn(
                by,
                new Candidate(toPersonId, libraryId, MemberRole.valueOf(membership.get(MEMBERSHIP.ROLE))),
                by.personId(),
                OptionalLong.empty(),
                AuditAction.MEMBERSHIP_ACCEPTED,
                now));
    }

    /// The Telegram ids of those who decide who may report for a library: the coordinators of its regency; if
    /// there is none who can be reached, those of the province, else the national ones and the admins.
    public List<Long> findDeciders(long libraryId) {
        return new Deciders(db).find(libraryId);
    }

    /// Sends what waits although its sender has been accepted: a report and the decision about its sender can
    /// pass each other.
    ///
    /// @return the ids of the reports that count now
    public List<Long> releaseOfAccepted(Instant now) {
        return db.transactionResult(transaction -> new WaitingReports(transaction.dsl()).releaseAllOfAccepted(now));
    }

    /// Deletes the waiting reports of those who were refused, or left without having been accepted, before this
    /// time.
    ///
    /// @return how many
    public int deleteLeftBefore(Instant time) {
        return db.transactionResult(transaction -> new WaitingReports(transaction.dsl()).deleteOfRefusedBefore(time));
    }

    private record Present(long id, boolean accepted) {}

    private Optional<Present> findPresent(long personId, long libraryId) {
        return db.select(MEMBERSHIP.ID, MEMBERSHIP.STATUS)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.PERSON_ID.eq(personId))
                .and(MEMBERSHIP.LIBRARY_ID.eq(libraryId))
                .and(MEMBERSHIP.STATUS.in(WAITING, ACCEPTED))
                .fetchOptional(row -> new Present(row.value1(), row.value2().equals(ACCEPTED)));
    }

    /// Empty if they have asked before or been accepted.
    private OptionalLong insert(long personId, long libraryId, MemberRole role, Instant now) {
        return db
                .insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.PERSON_ID, personId)
                .set(MEMBERSHIP.LIBRARY_ID, libraryId)
                .set(MEMBERSHIP.ROLE, role.name())
                .set(MEMBERSHIP.STATUS, WAITING)
                .set(MEMBERSHIP.CREATED_AT, now)
                .onConflict(MEMBERSHIP.PERSON_ID, MEMBERSHIP.LIBRARY_ID)
                .where(MEMBERSHIP.STATUS.in(inline(WAITING), inline(ACCEPTED)))
                .doNothing()
                .returningResult(MEMBERSHIP.ID)
                .fetchOptional(MEMBERSHIP.ID)
                .stream()
                .mapToLong(id -> id)
                .findFirst();
    }

    private void record(
            By by, AuditAction action, long personId, long libraryId, long membershipId, ObjectNode details) {
        new Audit(db)
                .record(
                        by,
                        action,
                        AuditSubject.ofPerson(personId).library(libraryId).row(membershipId),
                        details);
    }

    private static ObjectNode reports(ObjectNode details, List<Long> released) {
        return released.isEmpty() ? details : details.put("reports", released.size());
    }

    private <T> T inTransaction(Function<Memberships, T> work) {
        return db.transactionResult(transaction -> work.apply(new Memberships(transaction.dsl())));
    }

    private static OptionalLong optional(@Nullable Long id) {
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }
}
