package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.ASSIGNMENT_LIBRARY;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.ONE_TIME_LINK;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import id.laporpustaka.people.OneTimeLink.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;

/// Who coordinates what: roles given and taken back. What is taken back stays on record. Whether somebody may
/// give or take a role is for [Permissions] to say.
///
/// Each change is one transaction with its entry in the audit log, within that of the context if it has one.
public final class Assignments {
    private final DSLContext db;

    public Assignments(DSLContext db) {
        this.db = db;
    }

    /// Gives a role over a region or, without one, over the whole country. Somebody who has it already keeps
    /// the old one.
    ///
    /// @param by [By#product] when the installation itself gives it, as to the first admin
    /// @return the id of the assignment
    /// @throws org.jooq.exception.DataAccessException if the role needs a region and none is given
    public long appoint(By by, long personId, Role role, OptionalLong regionId) {
        return inTransaction(inner -> inner.appointIn(by, personId, role, regionId, by.personId()));
    }

    private long appointIn(By by, long personId, Role role, OptionalLong regionId, OptionalLong grantedBy) {
        db.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID.eq(personId))
                .forUpdate()
                .execute();
        return db.select(ASSIGNMENT.ID)
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.PERSON_ID.eq(personId))
                .and(ASSIGNMENT.ROLE.eq(role.name()))
                .and(ASSIGNMENT.REGION_ID.isNotDistinctFrom(Audit.nullable(regionId)))
                .and(ASSIGNMENT.REVOKED_AT.isNull())
                .and(notExists(
                        selectOne().from(ASSIGNMENT_LIBRARY).where(ASSIGNMENT_LIBRARY.ASSIGNMENT_ID.eq(ASSIGNMENT.ID))))
                .fetchOptional(ASSIGNMENT.ID)
                .orElseGet(() -> {
                    var id = insert(personId, role, regionId, grantedBy);
                    record(by, AuditAction.ROLE_GIVEN, personId, role, regionId, id);
                    return id;
                });
    }

    /// Makes somebody a facilitator of single libraries.
    ///
    /// @param libraries at least one
    /// @return the id of the assignment
    public long appointForLibraries(By by, long personId, Set<Long> libraries) {
        if (libraries.isEmpty()) {
            throw new IllegalArgumentException("A facilitator of single libraries needs at least one");
        }
        return inTransaction(inner -> inner.appointForLibrariesIn(by, personId, libraries));
    }

    private long appointForLibrariesIn(By by, long personId, Set<Long> libraries) {
        var id = insert(personId, Role.FASDA, OptionalLong.empty(), by.personId());
        var rows = libraries.stream()
                .sorted()
                .map(library -> new Object[] {id, library})
                .toArray(Object[][]::new);
        db.batch(
                        db.insertInto(
                                        ASSIGNMENT_LIBRARY,
                                        ASSIGNMENT_LIBRARY.ASSIGNMENT_ID,
                                        ASSIGNMENT_LIBRARY.LIBRARY_ID)
                                .values((Long) null, null),
                        rows)
                .execute();
        record(by, AuditAction.ROLE_GIVEN, personId, Role.FASDA, OptionalLong.empty(), id);
        return id;
    }

    /// Takes up the role of an invitation, given by who invited.
    public Appointment takeUp(By by, InviteCode code, long personId, Instant now) {
        return inTransaction(inner -> inner.takeUpIn(by, code, personId, now));
    }

    private Appointment takeUpIn(By by, InviteCode code, long personId, Instant now) {
        var state = new Invites(db).use(code, personId, InviteTarget.ToCoordinate.class, now);
        if (state instanceof InviteState.Good(var invite)
                && invite.target() instanceof InviteTarget.ToCoordinate(var role, var regionId)) {
            var id = appointIn(by, personId, role, regionId, invite.createdBy());
            return new Appointment.Made(id, role, regionId);
        }
        return new Appointment.Refused(state);
    }

    /// The codes of the regions in which the single libraries of an assignment lie; empty for one over a region or
    /// the whole country.
    public Set<String> listRegionCodes(long assignmentId) {
        return db.selectDistinct(REGION.CODE)
                .from(ASSIGNMENT_LIBRARY)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(ASSIGNMENT_LIBRARY.LIBRARY_ID))
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(ASSIGNMENT_LIBRARY.ASSIGNMENT_ID.eq(assignmentId))
                .fetchSet(REGION.CODE);
    }

    /// Takes a role back, signs the person out of all browsers, and takes back the invitations to roles that
    /// they have sent out. In the chat it counts from their next message on.
    public Revocation revoke(By by, long assignmentId, Instant now) {
        return inTransaction(inner -> inner.revokeIn(by, assignmentId, now));
    }

    private Revocation revokeIn(By by, long assignmentId, Instant now) {
        var admins = lockAdmins();
        if (admins.equals(Set.of(assignmentId))) {
            return new Revocation.LastAdmin();
        }
        return db.update(ASSIGNMENT)
                .set(ASSIGNMENT.REVOKED_AT, now)
                .where(ASSIGNMENT.ID.eq(assignmentId))
                .and(ASSIGNMENT.REVOKED_AT.isNull())
                .returningResult(ASSIGNMENT.PERSON_ID, ASSIGNMENT.ROLE, ASSIGNMENT.REGION_ID)
                .fetchOptional()
                .<Revocation>map(row -> {
                    var role = Role.valueOf(row.value2());
                    var region = row.value3() == null ? OptionalLong.empty() : OptionalLong.of(row.value3());
                    signOut(row.value1());
                    new Invites(db).revokeRolesInvitedBy(by, row.value1(), now);
                    record(by, AuditAction.ROLE_TAKEN_BACK, row.value1(), role, region, assignmentId);
                    return new Revocation.Done(row.value1(), role);
                })
                .orElseGet(Revocation.NotGiven::new);
    }

    /// The nationwide admins' assignments, locked, so that of two who are taken back at once one stays.
    private Set<Long> lockAdmins() {
        return Set.copyOf(db.select(ASSIGNMENT.ID)
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.ROLE.eq(Role.ADMIN.name()))
                .and(ASSIGNMENT.REGION_ID.isNull())
                .and(ASSIGNMENT.REVOKED_AT.isNull())
                .orderBy(ASSIGNMENT.ID)
                .forUpdate()
                .fetch(ASSIGNMENT.ID));
    }

    private void signOut(long personId) {
        new WebSessions(db).endAll(personId);
        db.deleteFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.PERSON_ID.eq(personId))
                .and(ONE_TIME_LINK.PURPOSE.eq(Purpose.WEB_SIGN_IN.stored()))
                .execute();
    }

    private long insert(long personId, Role role, OptionalLong regionId, OptionalLong grantedBy) {
        return db.insertInto(ASSIGNMENT)
                .set(ASSIGNMENT.PERSON_ID, personId)
                .set(ASSIGNMENT.ROLE, role.name())
                .set(ASSIGNMENT.REGION_ID, Audit.nullable(regionId))
                .set(ASSIGNMENT.GRANTED_BY, Audit.nullable(grantedBy))
                .returningResult(ASSIGNMENT.ID)
                .fetchSingle()
                .value1();
    }

    /// Of single libraries in the history of each.
    private void record(By by, AuditAction action, long personId, Role role, OptionalLong regionId, long assignmentId) {
        var about = AuditSubject.ofPerson(personId).region(regionId).row(assignmentId);
        var libraries = db.select(ASSIGNMENT_LIBRARY.LIBRARY_ID)
                .from(ASSIGNMENT_LIBRARY)
                .where(ASSIGNMENT_LIBRARY.ASSIGNMENT_ID.eq(assignmentId))
                .orderBy(ASSIGNMENT_LIBRARY.LIBRARY_ID)
                .fetch(ASSIGNMENT_LIBRARY.LIBRARY_ID);
        var subjects = libraries.isEmpty()
                ? List.of(about)
                : libraries.stream().map(about::library).toList();
        for (var subject : subjects) {
            new Audit(db).record(by, action, subject, Audit.noDetails().put("role", role.name()));
        }
    }

    private <T> T inTransaction(Function<Assignments, T> work) {
        return db.transactionResult(transaction -> work.apply(new Assignments(transaction.dsl())));
    }
}
