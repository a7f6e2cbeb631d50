package id.laporpustaka.intake;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import id.laporpustaka.conversation.DirectoryChange;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.JobResult;
import id.laporpustaka.conversation.Joining;
import id.laporpustaka.conversation.LibraryCard;
import id.laporpustaka.conversation.Lookup;
import id.laporpustaka.conversation.OwnLibrary;
import id.laporpustaka.conversation.PersonCard;
import id.laporpustaka.conversation.Register;
import id.laporpustaka.export.SheetImports;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.AuditLine;
import id.laporpustaka.people.By;
import id.laporpustaka.people.Change;
import id.laporpustaka.people.Directory;
import id.laporpustaka.people.DirectoryChanges;
import id.laporpustaka.people.Invite;
import id.laporpustaka.people.Invites;
import id.laporpustaka.people.LibraryLine;
import id.laporpustaka.people.LibraryMember;
import id.laporpustaka.people.LibraryMembers;
import id.laporpustaka.people.Merging;
import id.laporpustaka.people.Page;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.PersonLine;
import id.laporpustaka.people.Role;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Library;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Npp;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.RegionSearch;
import id.laporpustaka.place.Regions;
import id.laporpustaka.place.Scheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// The register of libraries and of who belongs to it, between the conversation and the rooms that keep them.
final class Registers {
    private static final int MOST_REGIONS = 8;
    private static final int MOST_INVITES = 10;
    private static final int MOST_LIKE = 8;

    private final DSLContext db;
    private final Instant now;

    Registers(DSLContext db, Instant now) {
        this.db = db;
        this.now = now;
    }

    Register page(Lookup.LibrariesOf wanted) {
        var actor = new People(db).findActor(wanted.personId());
        var scope = scope(actor);
        var directory = new Directory(db);
        return new Register(
                directory.countAll(scope),
                wanted.filter(),
                wanted.search(),
                directory.listLibraries(scope, wanted.filter(), wanted.search(), wanted.page(), now),
                actor.map(Permissions::rolesToGive).orElseGet(List::of),
                actor.filter(SheetImports::isFor).isPresent());
    }

    Optional<LibraryCard> library(Lookup.LibraryOf wanted) {
        var actor = new People(db).findActor(wanted.personId());
        var line = new Directory(db).findLibrary(scope(actor), wanted.libraryId(), now);
        return line.map(found -> card(actor.orElseThrow(), found));
    }

    private LibraryCard card(Actor actor, LibraryLine line) {
        var library = new Libraries(db).findById(line.id()).orElseThrow();
        var code = library.region().code();
        var place = new Regions(db)
                .listPath(code).reversed().stream()
                        .filter(around -> around.level() != RegionLevel.PROVINCE)
                        .map(Region::title)
                        .collect(joining(", "));
        return new LibraryCard(
                line,
                library,
                place,
                Arrays.stream(Action.values())
                        .filter(action -> Permissions.mayDo(actor, action, line.id(), code))
                        .collect(toSet()),
                new LibraryMembers(db).list(Scope.ofLibrary(line.id()), line.id()),
                new Invites(db)
                        .listOpenOf(line.id(), MOST_INVITES, now).stream()
                                .map(invite -> new LibraryCard.OpenInvite(
                                        invite.id(),
                                        invite.uses(),
                                        invite.used(),
                                        LocalDate.ofInstant(invite.expiresAt(), library.zone())))
                                .toList());
    }

    Page<AuditLine> history(Lookup.LibraryHistory wanted) {
        var scope = scope(wanted.personId(), Action.SEE_HISTORY);
        return new Directory(db).historyOfLibrary(scope, wanted.libraryId(), wanted.page());
    }

    Page<AuditLine> history(Lookup.PersonHistory wanted) {
        var scope = scope(wanted.personId(), Action.SEE_HISTORY);
        return new Directory(db).historyOfPerson(scope, wanted.aboutId(), wanted.page());
    }

    List<Library> like(Lookup.LibrariesLike wanted) {
        var libraries = new Libraries(db);
        var actor = new People(db).findActor(wanted.personId());
        var library = libraries.findById(wanted.libraryId());
        if (actor.isEmpty() || library.isEmpty()) {
            return List.of();
        }
        var regency = new Regions(db)
                .listPath(library.get().region().code()).stream()
                        .filter(around -> around.level().compareTo(RegionLevel.REGENCY) <= 0)
                        .reduce((_, smaller) -> smaller);
        var found = regency.map(around -> libraries
                        .search(
                                wanted.typed().isEmpty() ? library.get().name() : wanted.typed(),
                                around.id(),
                                false,
                                0,
                                MOST_LIKE + 1)
                        .results())
                .orElseGet(List::of);
        return found.stream()
                .filter(other -> other.id() != wanted.libraryId())
                .filter(other -> Permissions.mayDo(
                        actor.get(),
                        Action.MERGE_LIBRARIES,
                        other.id(),
                        other.region().code()))
                .limit(MOST_LIKE)
                .toList();
    }

    Page<PersonLine> people(Lookup.PeopleOf wanted) {
        return new Directory(db)
                .listPeople(scope(wanted.personId(), Action.SEE_PEOPLE), wanted.search(), wanted.page());
    }

    Optional<PersonCard> person(Lookup.PersonOf wanted) {
        var actor = new People(db).findActor(wanted.personId());
        return new Directory(db)
                .findPerson(scope(wanted.personId(), Action.SEE_PEOPLE), wanted.aboutId())
                .map(line -> new PersonCard(
                        line,
                        line.posts().stream()
                                .filter(post -> new DirectoryChanges(db).mayRevoke(actor.orElseThrow(), post))
                                .map(PersonLine.Post::assignmentId)
                                .collect(toSet()),
                        Permissions.mayDoSomewhere(actor.orElseThrow(), Action.SEE_HISTORY)));
    }

    private Scope scope(long personId, Action action) {
        return new People(db)
                .findActor(personId)
                .map(actor -> Permissions.scopeFor(actor, action))
                .orElseGet(Scope::nothing);
    }

    Page<Invite> invites(Lookup.OpenInvites wanted) {
        var scope = scope(wanted.personId(), Action.INVITE_REPORTER);
        return new Invites(db).listOpen(scope, wanted.page(), now);
    }

    /// Nobody for who does not report for the library themselves.
    List<OwnLibrary.Colleague> colleagues(Lookup.ColleaguesOf wanted) {
        var members = new LibraryMembers(db)
                .list(Scope.ofLibrary(wanted.libraryId()), wanted.libraryId()).stream()
                        .filter(LibraryMember::accepted)
                        .toList();
        return members.stream().noneMatch(line -> line.personId() == wanted.personId())
                ? List.of()
                : members.stream()
                        .filter(line -> line.personId() != wanted.personId())
                        .map(line -> new OwnLibrary.Colleague(line.personId(), line.name()))
                        .toList();
    }

    /// Changes what the person may change, and tells those whom it concerns.
    JobResult.DirectoryChanged change(Job.ChangeDirectory asked) {
        var actor = Optional.ofNullable(
                new People(db).findActors(List.of(asked.telegramId())).get(asked.telegramId()));
        return actor.map(by -> change(by, asked))
                .orElseGet(() -> new JobResult.DirectoryChanged(asked, Change.NOT_THERE, 0));
    }

    private JobResult.DirectoryChanged change(Actor actor, Job.ChangeDirectory asked) {
        var changes = new DirectoryChanges(db);
        var by = By.chat(actor.personId());
        var outcome = switch (asked.change()) {
            case DirectoryChange.Merge(var kept, var gone) -> {
                var merging = changes.merge(actor, by, kept, gone, now);
                yield new JobResult.DirectoryChanged(
                        asked, outcome(merging), merging instanceof Merging.Done done ? done.submissions() : 0);
            }
            case DirectoryChange.Edit edit ->
                done(asked, changes.edit(actor, by, edit.library(), library -> edited(library, edit)));
            case DirectoryChange.Activate(var library, var active) ->
                done(asked, changes.setActive(actor, by, library, active));
            case DirectoryChange.EndMembership(var membership) ->
                done(asked, changes.endMembership(actor, by, membership, now));
            case DirectoryChange.RevokeRole(var _, var assignment) ->
                done(asked, changes.revokeRole(actor, by, assignment, now));
            case DirectoryChange.RevokeInvite(var _, var invite) ->
                done(asked, changes.revokeInvite(actor, by, invite, now));
            case DirectoryChange.HandOver(var library, var person) ->
                done(asked, changes.handOver(actor, by, library, person, now));
        };
        if (outcome.outcome() == Change.DONE
                && asked.change() instanceof DirectoryChange.EndMembership(var membership)) {
            new JoinDecisions(db).tell(membership);
        }
        return outcome;
    }

    private static JobResult.DirectoryChanged done(Job.ChangeDirectory asked, Change outcome) {
        return new JobResult.DirectoryChanged(asked, outcome, 0);
    }

    private static Change outcome(Merging merging) {
        return switch (merging) {
            case Merging.Done _ -> Change.DONE;
            case Merging.MergedBefore _ -> Change.ALREADY_SO;
            case Merging.OutsideScope _, Merging.NoSuchPair _, Merging.KeptInactive _ -> Change.NOT_THERE;
        };
    }

    /// The conversation lets no other values through.
    private Library edited(Library library, DirectoryChange.Edit edit) {
        var value = edit.value();
        return switch (edit.field()) {
            case NAME -> library.named(value);
            case TYPE -> library.of(LibraryType.valueOf(value));
            case SCHEME -> library.joinedBy(Scheme.valueOf(value));
            case NPP -> library.numbered(Npp.find(value).map(Npp::text));
            case VILLAGE ->
                new Regions(db).findById(Long.parseLong(value)).map(library::in).orElse(library);
        };
    }

    private static Scope scope(Optional<Actor> actor) {
        return actor.map(it -> Permissions.scopeFor(it, Action.SEE_LIBRARIES)).orElseGet(Scope::nothing);
    }

    List<Joining.Village> regions(Lookup.RegionsNamed wanted) {
        return new RegionSearch(db)
                .find(wanted.typed(), level(wanted.role()), 0, MOST_REGIONS).results().stream()
                        .map(found -> new Joining.Village(found.region().id(), found.title(), false))
                        .toList();
    }

    private static RegionLevel level(Role role) {
        return switch (role) {
            case PIC_DESA -> RegionLevel.VILLAGE;
            case PIC_PROV, KONSULTAN -> RegionLevel.PROVINCE;
            case FASDA, PIC_KAB, NASIONAL, ADMIN -> RegionLevel.REGENCY;
        };
    }
}
