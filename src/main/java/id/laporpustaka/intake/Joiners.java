package id.laporpustaka.intake;

import id.laporpustaka.conversation.Effect;
import id.laporpustaka.conversation.InviteFound;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.JoinRequest;
import id.laporpustaka.conversation.JoinRequestPage;
import id.laporpustaka.conversation.Joining;
import id.laporpustaka.conversation.Lookup;
import id.laporpustaka.conversation.VillagePage;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Appointment;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.Decision;
import id.laporpustaka.people.Invite;
import id.laporpustaka.people.InviteCode;
import id.laporpustaka.people.InviteState;
import id.laporpustaka.people.InviteTarget;
import id.laporpustaka.people.Invites;
import id.laporpustaka.people.MembershipLine;
import id.laporpustaka.people.MembershipLines;
import id.laporpustaka.people.MembershipRequest;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.FoundRegion;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.RegionSearch;
import id.laporpustaka.place.Regions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;

/// Joining, deciding and asking, between the conversation and the register: what they look up and what they
/// change.
final class Joiners {
    private final DSLContext db;
    private final Instant now;

    Joiners(DSLContext db, Instant now) {
        this.db = db;
        this.now = now;
    }

    VillagePage villages(Lookup.VillagesNamed wanted) {
        var page = new RegionSearch(db).find(wanted.typed(), wanted.page() * VillagePage.SIZE, VillagePage.SIZE);
        return new VillagePage(
                wanted.page(), page.results().stream().map(Joiners::village).toList(), page.more());
    }

    Optional<Joining.Village> village(long id) {
        var regions = new Regions(db);
        return regions.findById(id)
                .filter(region -> region.level() == RegionLevel.VILLAGE)
                .map(region -> new FoundRegion(
                        region,
                        regions.listPath(region.code()).stream()
                                .filter(around -> around.level() != RegionLevel.VILLAGE)
                                .toList()
                                .reversed()))
                .map(Joiners::village);
    }

    private static Joining.Village village(FoundRegion found) {
        var region = found.region();
        return new Joining.Village(region.id(), found.title(), region.title().startsWith("Kel."));
    }

    List<Joining.Known> libraries(long village) {
        return new Libraries(db)
                .listInRegion(village).stream()
                        .map(library -> new Joining.Known(library.id(), library.name()))
                        .toList();
    }

    InviteFound invite(Lookup.InviteByCode wanted) {
        return InviteCode.read(wanted.code())
                .map(code -> new Invites(db).find(code, wanted.telegramId(), now))
                .map(state -> found(state, wanted.code()))
                .orElseGet(() -> new InviteFound.Bad(InviteFound.Reason.UNKNOWN));
    }

    private static InviteFound found(InviteState state, String code) {
        return switch (state) {
            case InviteState.Good(var invite) -> new InviteFound.Good(invited(invite, code));
            case InviteState.Expired _ -> new InviteFound.Bad(InviteFound.Reason.EXPIRED);
            case InviteState.UsedUp _ -> new InviteFound.Bad(InviteFound.Reason.USED_UP);
            case InviteState.Revoked _ -> new InviteFound.Bad(InviteFound.Reason.REVOKED);
            case InviteState.Unknown _ -> new InviteFound.Bad(InviteFound.Reason.UNKNOWN);
            case InviteState.TooManyTries _ -> new InviteFound.Bad(InviteFound.Reason.TOO_MANY_TRIES);
        };
    }

    private static Joining.Invited invited(Invite invite, String code) {
        return switch (invite.target()) {
            case InviteTarget.ToReport _ ->
                new Joining.Invited(code, Optional.empty(), invite.libraryName().orElse(""));
            case InviteTarget.ToCoordinate(var role, var _) ->
                new Joining.Invited(
                        code,
                        Optional.of(role),
                        invite.region().map(Region::title).orElse("Indonesia"));
        };
    }

    Optional<JoinRequest> request(Lookup.JoinRequestFor wanted) {
        return new MembershipLines(db)
                .find(scope(wanted.deciderId()), wanted.membership())
                .map(Joiners::request);
    }

    Optional<JoinRequest> request(Lookup.JoinRequestOf wanted) {
        return new MembershipLines(db)
                .findOf(wanted.personId(), wanted.membership())
                .map(Joiners::request);
    }

    JoinRequestPage requests(Lookup.JoinRequestsFor wanted) {
        var page = new MembershipLines(db).listWaiting(scope(wanted.deciderId()), wanted.page());
        return new JoinRequestPage(
                page.number(),
                page.total(),
                page.rows().stream().map(Joiners::request).toList());
    }

    private Scope scope(long deciderId) {
        return new People(db)
                .findActor(deciderId)
                .map(actor -> Permissions.scopeFor(actor, Action.DECIDE_JOIN))
                .orElseGet(Scope::nothing);
    }

    static Optional<JoinRequest> find(DSLContext db, long membership) {
        return new MembershipLines(db).findById(membership).map(Joiners::request);
    }

    static JoinRequest request(MembershipLine line) {
        var title = line.around()
                .map(around -> line.region().title() + ", " + around.title())
                .orElseGet(line.region()::title);
        return new JoinRequest(
                line.id(),
                JoinRequest.Status.valueOf(line.status().toUpperCase(Locale.ROOT)),
                line.decidedBy().orElse(""),
                line.personName(),
                line.telegramId(),
                line.role(),
                line.libraryName(),
                title,
                line.proposed(),
                line.reports());
    }

    /// Takes somebody up.
    ///
    /// @return what others are to be told
    List<Job> join(Effect.Join join) {
        var people = new People(db);
        var personId =
                people.add(join.telegramId(), join.name(), join.language().code());
        var actor = people.findActor(personId).orElseThrow();
        if (!actor.consented()) {
            people.acceptPrivacy(By.chat(personId), personId, join.privacyVersion(), now);
        }
        var joining = join.joining();
        return joining.invite()
                .map(invited -> comeIn(invited, joining, personId))
                .orElseGet(() -> ask(joining, personId));
    }

    /// Spent by others between the question and now, an invitation is refused when the message is handled again.
    private List<Job> comeIn(Joining.Invited invited, Joining joining, long personId) {
        var code = InviteCode.read(invited.code()).orElseThrow();
        var by = By.chat(personId);
        var isIn = invited.role().isPresent()
                ? new Assignments(db).takeUp(by, code, personId, now) instanceof Appointment.Made
                : new Memberships(db).join(by, code, personId, joining.role().orElseThrow(), now)
                        instanceof id.laporpustaka.people.Joining.Joined;
        if (!isIn) {
            throw new IllegalStateException("The invitation has been spent by someone else");
        }
        return List.of();
    }

    private List<Job> ask(Joining joining, long personId) {
        var libraryId = joining.library().map(Joining.Known::id).orElseGet(() -> propose(joining, personId));
        var made = new Memberships(db)
                .request(By.chat(personId), personId, libraryId, joining.role().orElseThrow(), now);
        return made instanceof MembershipRequest.Made(var membership)
                ? new Memberships(db)
                        .findDeciders(libraryId).stream()
                                .<Job>map(decider -> new Job.ShowJoiner(decider, membership))
                                .toList()
                : List.of();
    }

    private long propose(Joining joining, long personId) {
        var proposed = joining.proposed().orElseThrow();
        return new Libraries(db)
                .propose(
                        personId,
                        proposed.name().orElseThrow(),
                        proposed.type().orElseThrow(),
                        proposed.scheme().orElseThrow(),
                        proposed.npp().filter(npp -> !npp.isEmpty()),
                        joining.village().orElseThrow().id());
    }

    /// Lets somebody in, or not.
    ///
    /// @return what others are to be told
    List<Job> decide(Effect.Decide decide) {
        var decision =
                new JoinDecisions(db).decide(By.chat(decide.personId()), decide.membership(), decide.accept(), now);
        return decision instanceof Decision.Made ? new JoinDecisions(db).listToTell(decide.membership()) : List.of();
    }

    /// Carries words from one to the other.
    ///
    /// @return what others are to be told
    List<Job> passOn(Effect.PassOn words) {
        var asked = new MembershipLines(db).findById(words.membership());
        var from = new People(db).findActor(words.fromPersonId());
        if (asked.isEmpty() || from.isEmpty()) {
            return List.of();
        }
        var to = words.toJoiner()
                ? List.of(asked.get().telegramId())
                : new Memberships(db).findDeciders(asked.get().libraryId());
        return to.stream()
                .<Job>map(telegramId -> new Job.PassOn(
                        telegramId,
                        words.membership(),
                        words.toJoiner(),
                        from.get().name(),
                        words.text()))
                .toList();
    }
}
