package id.laporpustaka.web;

import id.laporpustaka.people.OneTimeLink;
import id.laporpustaka.people.OneTimeLinks;
import id.laporpustaka.people.People;
import id.laporpustaka.people.SignInKind;
import id.laporpustaka.people.SpentInitData;
import id.laporpustaka.telegram.InitDataCheck.Opened;
import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/// The page that Telegram opens as a Mini App: signs in whom Telegram says it is.
///
/// Telegram writes what it has signed behind the `#` of the address, which no server sees; our script posts it. What
/// has been signed once signs in once. In Telegram's web client the page is in a frame, where browsers give us no
/// cookies: there it offers a one-time link for a tab of its own.
final class MiniAppRoutes {
    static final String PATH = "/mini";
    /// What Telegram has signed.
    static final String DATA = "data";
    static final String FRAMED = "framed";
    /// That the person who has the browser now may be signed out.
    static final String SURE = "sure";

    private static final String YES = "1";

    private final WebParts parts;
    private final Pages pages;
    private final Visitors visitors;
    private final AttemptLimits limits = new AttemptLimits(TimeMeter.SYSTEM_MILLISECONDS);

    MiniAppRoutes(WebParts parts, Pages pages, Visitors visitors) {
        this.parts = parts;
        this.pages = pages;
        this.visitors = visitors;
    }

    void addTo(GuardedRoutes routes) {
        routes.open(HandlerType.GET, PATH, this::show);
        routes.open(HandlerType.POST, PATH, this::signIn);
    }

    private void show(Context context) {
        pages.show(context, "mini.jte", Map.of("frame", pages.frame(context)));
    }

    private void signIn(Context context) {
        if (!limits.allow(RemoteAddress.of(context))) {
            context.header("Retry-After", "60");
            throw RequestProblem.Kind.TOO_MANY_ATTEMPTS.problem("Too many attempts to sign in from this address.");
        }
        var data = Optional.ofNullable(context.formParam(DATA)).orElse("");
        parts.initData()
                .check(data, parts.clock().instant())
                .ifPresentOrElse(
                        opened -> signIn(context, data, opened), () -> refuse(context, HttpStatus.GONE, "mini.again"));
    }

    private void signIn(Context context, String data, Opened opened) {
        var person = new People(parts.database().context())
                .findActors(List.of(opened.userId()))
                .get(opened.userId());
        if (person == null) {
            refuse(context, HttpStatus.FORBIDDEN, "sign_in.unknown");
            return;
        }
        if (isFramed(context)) {
            offerLink(context, opened, person.personId());
            return;
        }
        var present = visitors.find(context);
        var isOther =
                present.filter(it -> it.actor().personId() != person.personId()).isPresent();
        if (isOther && !YES.equals(context.formParam(SURE))) {
            pages.show(
                    context,
                    "mini_other.jte",
                    Map.of("frame", pages.frame(context), "data", data, "name", person.name()));
            return;
        }
        var signedIn = visitors.signIn(
                context, SignInKind.MINI_APP, transaction -> spend(transaction, opened, person.personId()));
        if (signedIn || (present.isPresent() && !isOther)) { // the page may have been loaded again
            context.redirect(SignInRoutes.firstPage(pages.frame(context)), HttpStatus.SEE_OTHER);
        } else {
            refuse(context, HttpStatus.GONE, "mini.again");
        }
    }

    private static OptionalLong spend(DSLContext transaction, Opened opened, long personId) {
        return new SpentInitData(transaction).spend(opened.signature(), opened.until())
                ? OptionalLong.of(personId)
                : OptionalLong.empty();
    }

    private static boolean isFramed(Context context) {
        return YES.equals(context.formParam(FRAMED)) || "iframe".equals(context.header("Sec-Fetch-Dest"));
    }

    private void offerLink(Context context, Opened opened, long personId) {
        var token = parts.database().<Optional<String>>inTransaction(transaction -> {
            var now = parts.clock().instant();
            return spend(transaction, opened, personId).isPresent()
                    ? Optional.of(new OneTimeLinks(transaction)
                            .create(
                                    OneTimeLink.Purpose.WEB_SIGN_IN,
                                    OptionalLong.of(personId),
                                    now,
                                    SignInRoutes.LINK_LIFE))
                    : Optional.empty();
        });
        if (token.isEmpty()) {
            refuse(context, HttpStatus.GONE, "mini.again");
            return;
        }
        var frame = pages.frame(context);
        var link = frame.link(SignInRoutes.PATH + "?" + SignInRoutes.TOKEN + "=" + token.get());
        pages.show(context, "mini_open.jte", Map.of("frame", frame, "link", link));
    }

    private void refuse(Context context, HttpStatus status, String key) {
        var frame = pages.frame(context);
        context.status(status);
        pages.showMessage(
                context,
                frame,
                new Message(frame.text(key + ".title"), frame.text(key + ".text"), "", Optional.empty()));
    }
}
