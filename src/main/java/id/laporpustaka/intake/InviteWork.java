package id.laporpustaka.intake;

import id.laporpustaka.conversation.Invitation;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.export.QrPicture;
import id.laporpustaka.outbox.OutgoingFile;
import id.laporpustaka.outbox.OutgoingFiles;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.By;
import id.laporpustaka.people.InviteTarget;
import id.laporpustaka.people.Invites;
import id.laporpustaka.people.NewInvite;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Library;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.Regions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// Makes invitations, for who may.
final class InviteWork {
    /// A library has several reporters at most; a code can be read out at a meeting.
    private static final int USES_OF_LIBRARY = 5;

    /// A role is for one person, and worth more.
    private static final Duration LIFE_OF_ROLE = Duration.ofDays(7);

    private static final Duration LIFE = Duration.ofDays(30);

    private final DSLContext db;
    private final Instant now;

    InviteWork(DSLContext db, Instant now) {
        this.db = db;
        this.now = now;
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
                        && (mayDo(by, Action.INVITE_REPORTER, library) || mayDo(by, Action.HAND_OVER, library)))
                .map(library -> toReport(
                        by, library, mayDo(by, Action.INVITE_REPORTER, library) ? USES_OF_LIBRARY : 1, botName, zone));
    }

    private static boolean mayDo(Actor by, Action action, Library library) {
        return Permissions.mayDo(by, action, library.id(), library.region().code());
    }

    private Invitation toReport(Actor by, Library library, int uses, String botName, ZoneId zone) {
        var made = new Invites(db)
                .create(By.chat(by.personId()), new InviteTarget.ToReport(library.id()), uses, LIFE, now);
        return invitation(
                made, library.name(), Optional.empty(), uses, botName, LocalDate.ofInstant(now.plus(LIFE), zone));
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

    private Invitation invitation(
            NewInvite made, String what, Optional<Role> role, int uses, String botName, LocalDate until) {
        var link = made.code().link(botName);
        var picture = new OutgoingFiles(db)
                .add(new OutgoingFile(
                        "undangan.png", "image/png", QrPicture.of(link).png()));
        return new Invitation(what, role, made.code().shown(), link, uses, until, picture);
    }
}
