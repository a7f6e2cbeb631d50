package id.laporpustaka.intake;

import id.laporpustaka.conversation.Invitation;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.Joining;
import id.laporpustaka.conversation.Lookup;
import id.laporpustaka.conversation.Register;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.By;
import id.laporpustaka.people.Directory;
import id.laporpustaka.people.InviteTarget;
import id.laporpustaka.people.Invites;
import id.laporpustaka.people.LibraryLine;
import id.laporpustaka.people.NewInvite;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Role;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.RegionSearch;
import id.laporpustaka.place.Regions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// The register of libraries and invitations, between the conversation and the rooms that keep them.
final class Registers {
    private static final int MOST_REGIONS = 8;

    /// A library has several reporters at most; a code can be read out at a meeting.
    private static final int USES_OF_LIBRARY = 5;

    private static final Duration LIFE = Duration.ofDays(30);

    /// A role is for one person, and worth more.
    private static final Duration LIFE_OF_ROLE = Duration.ofDays(7);

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
                actor.map(Permissions::rolesToGive).orElseGet(List::of));
    }

    Optional<LibraryLine> library(Lookup.LibraryOf wanted) {
        return new Directory(db)
                .findLibrary(scope(new People(db).findActor(wanted.personId())), wanted.libraryId(), now);
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

    /// Empty if the person may not invite for that.
    Optional<Invitation> invite(Job.Invite asked, String botName, ZoneId zone) {
        var actor = Optional.ofNullable(
                new People(db).findActors(List.of(asked.telegramId())).get(asked.telegramId()));
        return asked.library().isPresent()
                ? actor.flatMap(by -> toReport(by, asked.library().getAsLong(), botName, zone))
                : actor.flatMap(by -> toCoordinate(by, asked, botName, zone));
    }

    private Optional<Invitation> toReport(Actor by, long libraryId, String botName, ZoneId zone) {
        return new Libraries(db)
                .findById(libraryId)
                .filter(library -> library.active()
                        && Permissions.mayDo(
                                by,
                                Action.INVITE_REPORTER,
                                libraryId,
                                library.region().code()))
                .map(library -> invitation(
                        new Invites(db)
                                .create(
                                        By.chat(by.personId()),
                                        new InviteTarget.ToReport(libraryId),
                                        USES_OF_LIBRARY,
                                        LIFE,
                                        now),
                        library.name(),
                        Optional.empty(),
                        USES_OF_LIBRARY,
                        botName,
                        LocalDate.ofInstant(now.plus(LIFE), zone)));
    }

    private Optional<Invitation> toCoordinate(Actor by, Job.Invite asked, String botName, ZoneId zone) {
        var role = asked.role().orElseThrow();
        var region = asked.region().isPresent()
                ? new Regions(db).findById(asked.region().getAsLong())
                : Optional.<Region>empty();
        var target = new InviteTarget.ToCoordinate(role, asked.region());
        return Permissions.mayGive(by, role, region.map(Region::code))
                ? Optional.of(invitation(
                        new Invites(db).create(By.chat(by.personId()), target, 1, LIFE_OF_ROLE, now),
                        region.map(Region::title).orElse("Indonesia"),
                        Optional.of(role),
                        1,
                        botName,
                        LocalDate.ofInstant(now.plus(LIFE_OF_ROLE), zone)))
                : Optional.empty();
    }

    private static Invitation invitation(
            NewInvite made, String what, Optional<Role> role, int uses, String botName, LocalDate until) {
        return new Invitation(
                what,
                role,
                made.code().shown(),
                "https://t.me/" + botName + "?start=" + made.code().startParameter(),
                uses,
                until);
    }
}
