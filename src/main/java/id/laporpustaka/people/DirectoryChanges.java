package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.REGION;

import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Library;
import id.laporpustaka.place.Region;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;

/// What those who coordinate change about the register and about who belongs to it: each change only where the
/// person may, as [Permissions] says, in one transaction with its entry in the audit log.
///
/// What lies outside of where they may is not told apart from what does not exist.
public final class DirectoryChanges {
    private final DSLContext db;

    public DirectoryChanges(DSLContext db) {
        this.db = db;
    }

    /// Changes what is known of a library; [Library#active] stays as it is, and so does its id.
    ///
    /// @param change gives name, type, scheme, NPP and region anew; a new region must be one where the person
    ///     may edit
    public Change edit(Actor actor, By by, long libraryId, UnaryOperator<Library> change) {
        return inTransaction(inner -> inner.editIn(actor, by, libraryId, change));
    }

    private Change editIn(Actor actor, By by, long libraryId, UnaryOperator<Library> change) {
        var found = lock(actor, Action.EDIT_LIBRARY, libraryId);
        if (found.isEmpty()) {
            return Change.NOT_THERE;
        }
        var before = NewLibrary.of(found.get());
        var changed = change.apply(found.get());
        var after = NewLibrary.of(changed);
        if (before.equals(after)) {
            return Change.ALREADY_SO;
        }
        if (!mayDo(actor, Action.EDIT_LIBRARY, changed)) {
            return Change.NOT_THERE;
        }
        var keeping = new LibraryKeeping(db);
        var isTaken = !before.npp().equals(after.npp())
                && after.npp()
                        .flatMap(npp -> keeping.findHolder(npp, libraryId))
                        .isPresent();
        if (isTaken) {
            return Change.NPP_TAKEN;
        }
        keeping.change(by, libraryId, before, after);
        return Change.DONE;
    }

    /// Takes a library out of use, or into use again. What it has reported stays.
    public Change setActive(Actor actor, By by, long libraryId, boolean active) {
        return inTransaction(inner -> inner.setActiveIn(actor, by, libraryId, active));
    }

    private Change setActiveIn(Actor actor, By by, long libraryId, boolean active) {
        if (lock(actor, Action.DEACTIVATE_LIBRARY, libraryId).isEmpty()) {
            return Change.NOT_THERE;
        }
        return new LibraryKeeping(db).setActive(by, libraryId, active) ? Change.DONE : Change.ALREADY_SO;
    }

    /// A library that has not been merged away and to which the person may do this, locked.
    private Optional<Library> lock(Actor actor, Action action, long libraryId) {
        var there = db.select(LIBRARY.ID)
                .from(LIBRARY)
                .where(LIBRARY.ID.eq(libraryId))
                .and(LIBRARY.MERGED_INTO.isNull())
                .forUpdate()
                .fetchOptional();
        return there.flatMap(_ -> new Libraries(db).findById(libraryId))
                .filter(library -> mayDo(actor, action, library));
    }

    private static boolean mayDo(Actor actor, Action action, Library library) {
        return Permissions.mayDo(actor, action, library.id(), library.region().code());
    }

    /// Merges a library into another one; see [LibraryMerging].
    public Merging merge(Actor actor, By by, long keptId, long goneId, Instant now) {
        return new LibraryMerging(db)
                .merge(by, keptId, goneId, Permissions.scopeFor(actor, Action.MERGE_LIBRARIES), now);
    }

    /// Ends that somebody reports, or wants to report, for a library.
    public Change endMembership(Actor actor, By by, long membershipId, Instant now) {
        return inTransaction(inner -> inner.endMembershipIn(actor, by, membershipId, now));
    }

    private Change endMembershipIn(Actor actor, By by, long membershipId, Instant now) {
        var found = db.select(MEMBERSHIP.PERSON_ID, MEMBERSHIP.LIBRARY_ID)
                .from(MEMBERSHIP)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(MEMBERSHIP.LIBRARY_ID))
                .where(MEMBERSHIP.ID.eq(membershipId))
                .and(ScopeCondition.restrict(Permissions.scopeFor(actor, Action.REMOVE_REPORTER)))
                .fetchOptional();
        return found.map(row -> new Memberships(db).leave(by, row.value1(), row.value2(), now)
                        ? Change.DONE
                        : Change.ALREADY_SO)
                .orElse(Change.NOT_THERE);
    }

    /// Gives a library of a reporter to another one; see [Memberships#handOver].
    public Change handOver(Actor actor, By by, long libraryId, long toPersonId, Instant now) {
        var isTheirs =
                actor.findReporting(libraryId).filter(Reporting::accepted).isPresent();
        return isTheirs
                        && new Memberships(db).handOver(by, libraryId, actor.personId(), toPersonId, now)
                                instanceof HandOver.Done
                ? Change.DONE
                : Change.NOT_THERE;
    }

    /// Makes somebody a facilitator of this library alone.
    ///
    /// @return [Change#NOT_THERE] also when there is no such person
    public Change facilitate(Actor actor, By by, long libraryId, long personId) {
        return inTransaction(inner -> inner.facilitateIn(actor, by, libraryId, personId));
    }

    private Change facilitateIn(Actor actor, By by, long libraryId, long personId) {
        var library = lock(actor, Action.APPOINT, libraryId)
                .filter(found ->
                        Permissions.mayGiveFor(actor, Set.of(found.region().code())));
        var person = new People(db).findActor(personId);
        if (library.isEmpty() || person.isEmpty()) {
            return Change.NOT_THERE;
        }
        var isThat = person.get().duties().stream()
                .anyMatch(duty -> duty.role() == Role.FASDA && duty.libraries().contains(libraryId));
        if (isThat) {
            return Change.ALREADY_SO;
        }
        new Assignments(db).appointForLibraries(by, personId, Set.of(libraryId));
        return Change.DONE;
    }

    /// Whether this person may take this role back from somebody.
    public boolean mayRevoke(Actor actor, PersonLine.Post post) {
        var single = new Assignments(db).listRegionCodes(post.assignmentId());
        return single.isEmpty()
                ? Permissions.mayTakeBack(actor, post.role(), post.region().map(Region::code))
                : Permissions.mayGiveFor(actor, single);
    }

    /// Takes a role back; see [Assignments#revoke].
    public Change revokeRole(Actor actor, By by, long assignmentId, Instant now) {
        return inTransaction(inner -> inner.revokeRoleIn(actor, by, assignmentId, now));
    }

    private Change revokeRoleIn(Actor actor, By by, long assignmentId, Instant now) {
        var assignment = db.select(ASSIGNMENT.ROLE, REGION.CODE)
                .from(ASSIGNMENT)
                .leftJoin(REGION)
                .on(REGION.ID.eq(ASSIGNMENT.REGION_ID))
                .where(ASSIGNMENT.ID.eq(assignmentId))
                .fetchOptional();
        if (assignment.isEmpty()) {
            return Change.NOT_THERE;
        }
        var places = new Assignments(db).listRegionCodes(assignmentId);
        var role = Role.valueOf(assignment.get().value1());
        var region = Optional.ofNullable(assignment.get().value2());
        var may =
                places.isEmpty() ? Permissions.mayTakeBack(actor, role, region) : Permissions.mayGiveFor(actor, places);
        if (!may) {
            return Change.NOT_THERE;
        }
        return switch (new Assignments(db).revoke(by, assignmentId, now)) {
            case Revocation.Done _ -> Change.DONE;
            case Revocation.NotGiven() -> Change.ALREADY_SO;
            case Revocation.LastAdmin() -> Change.LAST_ADMIN;
        };
    }

    /// Takes an invitation back.
    public Change revokeInvite(Actor actor, By by, long inviteId, Instant now) {
        var invite = new Invites(db).findById(inviteId).filter(found -> mayRevoke(actor, found));
        return invite.map(_ -> new Invites(db).revoke(by, inviteId, now) ? Change.DONE : Change.ALREADY_SO)
                .orElse(Change.NOT_THERE);
    }

    /// Whether this person may take this invitation back.
    public static boolean mayRevoke(Actor actor, Invite invite) {
        var code = invite.region().map(region -> region.code());
        return switch (invite.target()) {
            case InviteTarget.ToReport(var library) ->
                code.filter(at -> Permissions.mayDo(actor, Action.INVITE_REPORTER, library, at))
                        .isPresent();
            case InviteTarget.ToCoordinate(var role, var _) -> Permissions.mayTakeBack(actor, role, code);
        };
    }

    private <T> T inTransaction(Function<DirectoryChanges, T> work) {
        return db.transactionResult(transaction -> work.apply(new DirectoryChanges(transaction.dsl())));
    }
}
