package id.laporpustaka.web;

import id.laporpustaka.export.QrPicture;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditFilter;
import id.laporpustaka.people.AuditLog;
import id.laporpustaka.people.DirectoryChanges;
import id.laporpustaka.people.Invite;
import id.laporpustaka.people.InviteTarget;
import id.laporpustaka.people.Invites;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Role;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.FoundRegion;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Regions;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Invitations: which are open, new ones to a library or to a role, and taking them back.
///
/// The code of a new one is on the page that answers the form, and nowhere else, so that page has no address.
final class InviteRoutes {
    static final String INVITE = "/undang";
    static final String REVOKE = "/cabut";
    static final String TO_ROLE = Desk.PEOPLE + INVITE;
    static final String ROLE = "role";

    /// A field that names the library to whose page to go on.
    static final String LIBRARY = "library";

    private static final String TO_LIBRARY = Desk.LIBRARIES + "/{id}" + INVITE;
    private static final String FORM = "invite_form.jte";

    private final Desk desk;

    InviteRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, Desk.INVITES, Access.COORDINATOR, this::list);
        routes.guarded(HandlerType.POST, Desk.INVITES + "/{invite}" + REVOKE, Access.COORDINATOR, this::revoke);
        routes.guarded(HandlerType.GET, TO_LIBRARY, Access.COORDINATOR, this::showForLibrary);
        routes.guarded(HandlerType.POST, TO_LIBRARY, Access.COORDINATOR, this::inviteToLibrary);
        routes.guarded(HandlerType.GET, TO_ROLE, Access.COORDINATOR, this::showForRole);
        routes.guarded(HandlerType.POST, TO_ROLE, Access.COORDINATOR, this::inviteToRole);
    }

    private void list(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.INVITE_REPORTER);
        var frame = desk.frame(context);
        var page = new Invites(desk.db())
                .listOpen(Desk.scope(visitor, Action.INVITE_REPORTER), Desk.page(context, Desk.PAGE), desk.now());
        var view = new InviteListView(
                desk.notice(context, frame, visitor, AuditFilter.all()),
                page.total() == 0 ? "" : frame.text("invites.total", page.total()),
                new InviteRows(desk, frame, visitor).of(page.rows()),
                Pager.of(page, frame, Desk.INVITES, Desk.PAGE),
                Permissions.rolesToGive(visitor.actor()).isEmpty() ? "" : frame.link(TO_ROLE));
        desk.show(context, "invites.jte", frame, view);
    }

    private void revoke(Context context, Visitor visitor) {
        var invite = new Invites(desk.db())
                .findById(Desk.id(context, "invite"))
                .filter(it -> isWithin(Desk.scope(visitor, Action.INVITE_REPORTER), it))
                .filter(it -> DirectoryChanges.mayRevoke(visitor.actor(), it))
                .orElseThrow(Desk::notFound);
        var revoked = new Invites(desk.db()).revoke(Desk.by(context, visitor), invite.id(), desk.now());
        var notice = revoked ? Notice.INVITE_REVOKED : whyGone(visitor, invite);
        var fromLibrary = !Desk.typed(context, LIBRARY).isEmpty();
        var next = invite.target() instanceof InviteTarget.ToReport(var library) && fromLibrary
                ? Desk.LIBRARIES + "/" + library
                : Desk.INVITES;
        desk.goTo(context, Addresses.with(notice.at(next), Notice.INVITE, Long.toString(invite.id())));
    }

    /// Somebody else was faster, or it is used up or over.
    private Notice whyGone(Visitor visitor, Invite invite) {
        var filter = AuditFilter.all().ofRow(invite.id()).ofAction(AuditAction.INVITE_REVOKED);
        var revocations = new AuditLog(desk.db()).list(Desk.scope(visitor, Action.SEE_HISTORY), filter, 0);
        return revocations.total() > 0 ? Notice.INVITE_REVOKED_BEFORE : Notice.INVITE_GONE;
    }

    private static boolean isWithin(Scope scope, Invite invite) {
        var code = invite.region().map(Region::code).orElse("");
        return switch (invite.target()) {
            case InviteTarget.ToReport(var library) -> scope.includes(library, code);
            case InviteTarget.ToCoordinate _ -> scope.includes(code);
        };
    }

    // ---------------------------------------------------------------- to a library

    private void showForLibrary(Context context, Visitor visitor) {
        var frame = desk.frame(context);
        var found = activeLibrary(context, visitor);
        desk.show(
                context,
                FORM,
                frame,
                libraryForm(frame, found, InviteTerms.usual(InviteTerms.Limits.LIBRARY), Map.of()));
    }

    private void inviteToLibrary(Context context, Visitor visitor) {
        var frame = desk.frame(context);
        var found = activeLibrary(context, visitor);
        var terms = InviteTerms.typed(context, InviteTerms.Limits.LIBRARY);
        var problems = terms.problems(frame);
        if (problems.isEmpty()) {
            create(context, visitor, new InviteTarget.ToReport(found.id()), terms, found.name(), found.address());
        } else {
            desk.refuse(context, FORM, frame, libraryForm(frame, found, terms, problems));
        }
    }

    private FoundLibrary activeLibrary(Context context, Visitor visitor) {
        var found = desk.library(context, visitor, Action.INVITE_REPORTER);
        if (!found.library().active()) {
            throw Desk.notFound();
        }
        return found;
    }

    private static InviteFormView libraryForm(
            Frame frame, FoundLibrary found, InviteTerms terms, Map<String, String> problems) {
        return form(
                frame.text("invite.library.title"),
                found.name(),
                frame.link(found.address() + INVITE),
                frame.link(found.address()),
                List.of(),
                InviteFormView.Search.none(),
                "",
                "",
                terms,
                problems);
    }

    private static InviteFormView form(
            String title,
            String what,
            String action,
            String back,
            List<InviteFormView.Choice> roles,
            InviteFormView.Search search,
            String role,
            String region,
            InviteTerms terms,
            Map<String, String> problems) {
        return new InviteFormView(
                title,
                what,
                action,
                back,
                roles,
                search,
                role,
                region,
                terms.uses(),
                terms.days(),
                terms.limits().mostUses(),
                terms.limits().mostDays(),
                problems);
    }

    private void create(
            Context context, Visitor visitor, InviteTarget target, InviteTerms terms, String what, String back) {
        var frame = desk.frame(context);
        var made = new Invites(desk.db())
                .create(Desk.by(context, visitor), target, terms.people(), terms.life(), desk.now());
        var link = "https://t.me/" + desk.parts().botName() + "?start="
                + made.code().startParameter();
        var until = desk.date(frame, desk.now().plus(terms.life()));
        desk.show(
                context,
                "invite_made.jte",
                frame,
                new InviteMadeView(
                        what,
                        link,
                        made.code().shown(),
                        QrPicture.of(link),
                        frame.text("invite.terms", terms.people(), until),
                        frame.link(back)));
    }

    // ---------------------------------------------------------------- to a role

    private void showForRole(Context context, Visitor visitor) {
        showForRole(context, visitor, InviteTerms.usual(InviteTerms.Limits.ROLE), Map.of());
    }

    private void showForRole(Context context, Visitor visitor, InviteTerms terms, Map<String, String> problems) {
        Desk.mustDoSomewhere(visitor, Action.APPOINT);
        var frame = desk.frame(context);
        var words = new DirectoryWords(frame);
        var role = chosenRole(context, visitor);
        var nationwide = role.filter(it -> Permissions.mayGive(visitor.actor(), it, Optional.empty()))
                .isPresent();
        var region = role.filter(_ -> !nationwide).flatMap(it -> chosenRegion(context, visitor, it));
        var what = role.filter(_ -> nationwide || region.isPresent())
                .map(it ->
                        words.role(it) + " · " + region.map(FoundRegion::title).orElse("Indonesia"))
                .orElse("");
        var roles = Permissions.rolesToGive(visitor.actor()).stream()
                .map(it -> new InviteFormView.Choice(
                        words.role(it),
                        frame.link(Addresses.with(TO_ROLE, ROLE, it.name())),
                        role.equals(Optional.of(it))))
                .toList();
        var view = form(
                frame.text("invite.role.title"),
                what,
                frame.link(TO_ROLE),
                frame.link(Desk.INVITES),
                roles,
                role.filter(_ -> what.isEmpty())
                        .map(it -> search(context, visitor, it, frame))
                        .orElseGet(InviteFormView.Search::none),
                role.map(Enum::name).orElse(""),
                region.map(it -> Long.toString(it.region().id())).orElse(""),
                terms,
                problems);
        if (problems.isEmpty()) {
            desk.show(context, FORM, frame, view);
        } else {
            desk.refuse(context, FORM, frame, view);
        }
    }

    private void inviteToRole(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.APPOINT);
        var frame = desk.frame(context);
        var role = chosenRole(context, visitor).orElseThrow(Desk::notFound);
        var region = chosenRegion(context, visitor, role);
        if (!Permissions.mayGive(
                visitor.actor(), role, region.map(it -> it.region().code()))) {
            throw Desk.notFound();
        }
        var terms = InviteTerms.typed(context, InviteTerms.Limits.ROLE);
        var problems = terms.problems(frame);
        if (problems.isEmpty()) {
            var target = new InviteTarget.ToCoordinate(
                    role, region.map(it -> OptionalLong.of(it.region().id())).orElseGet(OptionalLong::empty));
            var what = new DirectoryWords(frame).role(role) + " · "
                    + region.map(FoundRegion::title).orElse("Indonesia");
            create(context, visitor, target, terms, what, Desk.INVITES);
        } else {
            showForRole(context, visitor, terms, problems);
        }
    }

    private InviteFormView.Search search(Context context, Visitor visitor, Role role, Frame frame) {
        var typed = Desk.typed(context, Desk.SEARCH);
        var mayChoose = mayChoose(visitor, role);
        var scope = Desk.scope(visitor, Action.APPOINT);
        var found = typed.isEmpty()
                ? own(scope).filter(mayChoose).map(desk::place).toList()
                : new PlaceSearch(desk).find(typed, levels(role), scope, mayChoose);
        return new InviteFormView.Search(
                TO_ROLE,
                role.name(),
                typed,
                !typed.isEmpty() && found.isEmpty() ? frame.text("place.none", typed) : "",
                found.stream()
                        .map(place -> new InviteFormView.Choice(
                                place.title(),
                                frame.link(Addresses.with(
                                        TO_ROLE,
                                        ROLE,
                                        role.name(),
                                        Desk.REGION,
                                        Long.toString(place.region().id()))),
                                false))
                        .toList());
    }

    /// The regions that the visitor coordinates as a whole, to choose from before anything is typed.
    private Stream<Region> own(Scope scope) {
        return switch (scope) {
            case Scope.Everything() -> Stream.of();
            case Scope.Parts(var codes, var _) ->
                codes.stream().flatMap(code -> new Regions(desk.db()).findByCode(code).stream());
        };
    }

    private static List<RegionLevel> levels(Role role) {
        return switch (role) {
            case PIC_DESA -> List.of(RegionLevel.VILLAGE);
            case FASDA -> List.of(RegionLevel.REGENCY, RegionLevel.DISTRICT, RegionLevel.VILLAGE);
            case PIC_KAB -> List.of(RegionLevel.REGENCY);
            case PIC_PROV, KONSULTAN -> List.of(RegionLevel.PROVINCE);
            case NASIONAL, ADMIN -> List.of();
        };
    }

    private static Predicate<Region> mayChoose(Visitor visitor, Role role) {
        return region -> Permissions.mayGive(visitor.actor(), role, Optional.of(region.code()));
    }

    private static Optional<Role> chosenRole(Context context, Visitor visitor) {
        var named = Desk.typed(context, ROLE);
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(Permissions.rolesToGive(visitor.actor()).stream()
                        .filter(role -> role.name().equals(named))
                        .findFirst()
                        .orElseThrow(Desk::notFound));
    }

    private Optional<FoundRegion> chosenRegion(Context context, Visitor visitor, Role role) {
        var named = Desk.typed(context, Desk.REGION);
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(Desk.findId(named)
                        .flatMap(id -> new Regions(desk.db()).findById(id))
                        .filter(mayChoose(visitor, role))
                        .map(desk::place)
                        .orElseThrow(Desk::notFound));
    }
}
