package id.laporpustaka.web;

import id.laporpustaka.export.ExportRegions;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.ApiRight;
import id.laporpustaka.people.ApiTokens;
import id.laporpustaka.people.DataLinks;
import id.laporpustaka.people.DataLinks.Rolling;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.Regions;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What somebody gives to programs in their place: tokens of the API and links to data. Both are made, looked
/// after and ended here. Their secrets are on the page that answers the form, and nowhere else.
final class TokenRoutes {
    static final String PATH = "/token";
    static final String LINKS = PATH + "/tautan";
    static final String END = "/{id}/akhiri";

    /// Names of fields and parameters.
    static final String NAME = "name";

    static final String RIGHT = "right";
    static final String DAYS = "days";
    static final String FORM = "form";
    static final String PERIOD = "period";
    static final String CODES = "codes";

    private static final String NOTICE = "hasil";
    private static final String ENDED = "berakhir";
    private static final int USUAL_DAYS = 90;
    private static final int LONGEST_NAME = 80;
    private static final int MOST_DAYS = (int) ApiTokens.LONGEST.toDays();
    private static final Duration SOON = Duration.ofDays(14);

    private final Desk desk;

    TokenRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.COORDINATOR, this::show);
        routes.guarded(HandlerType.POST, PATH, Access.COORDINATOR, this::makeToken);
        routes.guarded(HandlerType.POST, PATH + END, Access.COORDINATOR, this::endToken);
        routes.guarded(HandlerType.POST, LINKS, Access.COORDINATOR, this::makeLink);
        routes.guarded(HandlerType.POST, LINKS + END, Access.COORDINATOR, this::endLink);
    }

    private void show(Context context, Visitor visitor) {
        var frame = desk.frame(context);
        var ended = Desk.typed(context, NOTICE).equals(ENDED);
        desk.show(
                context,
                "tokens.jte",
                frame,
                view(context, frame, visitor, ended ? frame.text("token.ended") : "", "", TokenView.Made.nothing()));
    }

    private void makeToken(Context context, Visitor visitor) {
        var frame = desk.frame(context).at(PATH);
        var name = Desk.typed(context, NAME);
        var rights = rights(context, visitor);
        var days = Desk.findNumber(Desk.typed(context, DAYS)).filter(it -> it >= 1 && it <= MOST_DAYS);
        var region = region(context, visitor);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            refuse(context, frame, visitor, frame.text("token.bad.name"));
        } else if (rights.isEmpty()) {
            refuse(context, frame, visitor, frame.text("token.bad.rights"));
        } else if (days.isEmpty()) {
            refuse(context, frame, visitor, frame.text("token.bad.days", MOST_DAYS));
        } else if (region.wrong()) {
            refuse(context, frame, visitor, frame.text("token.bad.region"));
        } else {
            var terms = new ApiTokens.Terms(name, rights, region.found());
            var person = visitor.actor().personId();
            var by = Desk.by(context, visitor);
            var life = Duration.ofDays(days.get());
            var token = desk.parts()
                    .database()
                    .<Optional<String>>inTransaction(
                            db -> new ApiTokens(db).create(by, person, terms, desk.now(), life));
            answer(
                    context,
                    frame,
                    visitor,
                    token.map(secret -> new TokenView.Made(frame.text("token.made", name), List.of(secret))),
                    ApiTokens.MOST);
        }
    }

    private void makeLink(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.EXPORT);
        var frame = desk.frame(context).at(PATH);
        var form = Optional.of(Desk.typed(context, FORM))
                .filter(id -> desk.parts().forms().get().stream()
                        .anyMatch(it -> it.id().equals(id)));
        var period = Stream.of(Rolling.values())
                .filter(it -> it.stored().equals(Desk.typed(context, PERIOD)))
                .findFirst();
        var region = region(context, visitor);
        if (form.isEmpty() || period.isEmpty()) {
            refuse(context, frame, visitor, frame.text("token.bad.link"));
        } else if (region.wrong()) {
            refuse(context, frame, visitor, frame.text("token.bad.region"));
        } else {
            var terms = new DataLinks.Terms(
                    form.get(),
                    region.found(),
                    period.get(),
                    frame.words().language().code(),
                    !Desk.typed(context, CODES).isEmpty());
            var by = Desk.by(context, visitor);
            var person = visitor.actor().personId();
            var secret = desk.parts()
                    .database()
                    .<Optional<String>>inTransaction(db -> new DataLinks(db).create(by, person, terms, desk.now()));
            answer(
                    context,
                    frame,
                    visitor,
                    secret.map(it -> desk.settings().address(DataLinkRoutes.PATH + it))
                            .map(address -> new TokenView.Made(
                                    frame.text("token.link.made"), List.of(address + ".xlsx", address + ".csv"))),
                    DataLinks.MOST);
        }
    }

    private void answer(Context context, Frame frame, Visitor visitor, Optional<TokenView.Made> made, int most) {
        if (made.isPresent()) {
            desk.show(context, "tokens.jte", frame, view(context, frame, visitor, "", "", made.get()));
        } else {
            refuse(context, frame, visitor, frame.text("token.too_many", most));
        }
    }

    private void refuse(Context context, Frame frame, Visitor visitor, String problem) {
        desk.refuse(context, "tokens.jte", frame, view(context, frame, visitor, "", problem, TokenView.Made.nothing()));
    }

    private void endToken(Context context, Visitor visitor) {
        var by = Desk.by(context, visitor);
        var id = Desk.id(context, "id");
        desk.parts()
                .database()
                .useTransaction(db -> new ApiTokens(db).end(by, visitor.actor().personId(), id));
        desk.goTo(context, Addresses.with(PATH, NOTICE, ENDED));
    }

    private void endLink(Context context, Visitor visitor) {
        var by = Desk.by(context, visitor);
        var id = Desk.id(context, "id");
        desk.parts()
                .database()
                .useTransaction(db -> new DataLinks(db).end(by, visitor.actor().personId(), id));
        desk.goTo(context, Addresses.with(PATH, NOTICE, ENDED));
    }

    private static Set<ApiRight> rights(Context context, Visitor visitor) {
        var rights = EnumSet.noneOf(ApiRight.class);
        context.formParams(RIGHT)
                .forEach(text -> ApiRight.find(text)
                        .filter(right -> right.isFor(visitor.actor()))
                        .ifPresent(rights::add));
        return rights;
    }

    /// @param wrong whether something was typed that is not a region of theirs
    private record Chosen(Optional<Region> found, boolean wrong) {}

    private Chosen region(Context context, Visitor visitor) {
        var typed = Desk.typed(context, Desk.REGION).split(" ", 2)[0];
        var found = typed.isEmpty()
                ? Optional.<Region>empty()
                : new Regions(desk.db()).findByCode(typed).filter(visitor::sees);
        return new Chosen(found, !typed.isEmpty() && found.isEmpty());
    }

    private TokenView view(
            Context context, Frame frame, Visitor visitor, String notice, String problem, TokenView.Made made) {
        var language = frame.words().language();
        var person = visitor.actor().personId();
        var isPost = !HandlerType.GET.equals(context.method());
        var typed = new TokenView.Typed(
                isPost ? Desk.typed(context, NAME) : "",
                isPost && !Desk.typed(context, DAYS).isEmpty()
                        ? Desk.typed(context, DAYS)
                        : Integer.toString(USUAL_DAYS),
                isPost ? Desk.typed(context, Desk.REGION) : "",
                isPost ? new TreeSet<>(context.formParams(RIGHT)) : Set.of());
        return new TokenView(
                notice,
                problem,
                made,
                new ApiTokens(desk.db())
                        .list(person).stream().map(token -> row(frame, token)).toList(),
                new DataLinks(desk.db())
                        .list(person).stream().map(link -> row(frame, link)).toList(),
                typed,
                Stream.of(ApiRight.values())
                        .filter(right -> right.isFor(visitor.actor()))
                        .map(right -> new TokenView.Option(right.stored(), frame.text("token.right." + right.stored())))
                        .toList(),
                regions(visitor),
                Permissions.mayDoSomewhere(visitor.actor(), Action.EXPORT)
                        ? desk.parts().forms().get().stream()
                                .map(form -> new TokenView.Option(
                                        form.id(), form.title().in(language)))
                                .toList()
                        : List.of(),
                Stream.of(Rolling.values())
                        .map(period ->
                                new TokenView.Option(period.stored(), frame.text("token.period." + period.stored())))
                        .toList(),
                MOST_DAYS);
    }

    private List<TokenView.Option> regions(Visitor visitor) {
        var own = visitor.scope() instanceof Scope.Parts(var codes, var _)
                ? codes.stream().flatMap(code -> new Regions(desk.db()).findByCode(code).stream())
                : Stream.<Region>empty();
        return Stream.concat(own, new ExportRegions(desk.db(), visitor.scope()).listLargest().stream())
                .distinct()
                .map(region -> new TokenView.Option(region.code(), region.title()))
                .toList();
    }

    private TokenView.Row row(Frame frame, ApiTokens.Listed token) {
        return new TokenView.Row(
                Typed.harmless(token.terms().name()),
                token.terms().rights().stream()
                        .map(right -> frame.text("token.right." + right.stored()))
                        .toList(),
                where(frame, token.terms().region()),
                used(frame, token.lastUsed()),
                until(frame, token.expiresAt()),
                isSoon(token.expiresAt()),
                frame.link(PATH + END.replace("{id}", Long.toString(token.id()))));
    }

    private TokenView.Row row(Frame frame, DataLinks.Listed link) {
        var terms = link.terms();
        var title = new FormLabels(desk.parts().forms().get())
                .form(terms.formId(), frame.words().language());
        return new TokenView.Row(
                title,
                List.of(frame.text("token.period." + terms.period().stored())),
                where(frame, terms.region()),
                used(frame, link.lastUsed()),
                until(frame, link.expiresAt()),
                isSoon(link.expiresAt()),
                frame.link(LINKS + END.replace("{id}", Long.toString(link.id()))));
    }

    private static String where(Frame frame, Optional<Region> region) {
        return region.map(it -> it.title() + " (" + it.code() + ")").orElseGet(() -> frame.text("token.everywhere"));
    }

    private String used(Frame frame, Optional<Instant> last) {
        return last.map(at -> desk.date(frame, at)).orElseGet(() -> frame.text("token.never"));
    }

    private String until(Frame frame, Instant end) {
        var date = desk.date(frame, end);
        if (!end.isAfter(desk.now())) {
            return frame.text("token.over", date);
        }
        return isSoon(end) ? frame.text("token.soon", date) : date;
    }

    private boolean isSoon(Instant end) {
        return end.isBefore(desk.now().plus(SOON));
    }
}
