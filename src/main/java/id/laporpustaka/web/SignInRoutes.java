package id.laporpustaka.web;

import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Signing in by a link that the bot gives, and out again.
///
/// Opening the link changes nothing, because previews and scanners open links too; only the button on its page, a
/// POST, spends the token.
final class SignInRoutes {
    static final String PATH = "/masuk";
    /// The parameter that holds the token.
    static final String TOKEN = "t";

    static final String LEAVE = "/keluar";

    static final Duration LINK_LIFE = Duration.ofMinutes(10);

    private static final Pattern PLAUSIBLE_TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    private final Pages pages;
    private final Visitors visitors;
    private final boolean offersLogin;
    private final AttemptLimits limits = new AttemptLimits(TimeMeter.SYSTEM_MILLISECONDS);

    /// @param offersLogin whether there is a button for Telegram Login
    SignInRoutes(Pages pages, Visitors visitors, boolean offersLogin) {
        this.pages = pages;
        this.visitors = visitors;
        this.offersLogin = offersLogin;
    }

    void addTo(GuardedRoutes routes) {
        routes.open(HandlerType.GET, PATH, this::ask);
        routes.open(HandlerType.POST, PATH, this::signIn);
        routes.guarded(HandlerType.POST, LEAVE, Access.SIGNED_IN, this::signOut);
    }

    private void ask(Context context) {
        var token = plausible(context.queryParam(TOKEN));
        var frame = pages.frame(context);
        if (token.isPresent()) {
            pages.show(context, "sign_in.jte", Map.of("frame", frame, "token", token.get()));
        } else {
            showHowTo(context, frame, "sign_in.how");
        }
    }

    private void signIn(Context context) {
        if (!limits.allow(RemoteAddress.of(context))) {
            context.header("Retry-After", "60");
            throw RequestProblem.Kind.TOO_MANY_ATTEMPTS.problem("Too many attempts to sign in from this address.");
        }
        var signedIn = plausible(context.formParam(TOKEN))
                .map(token -> visitors.signIn(context, token))
                .orElse(false);
        var frame = pages.frame(context);
        if (signedIn || frame.visitor().isPresent()) { // a second tap on the button is not an error either
            context.redirect(firstPage(frame), HttpStatus.SEE_OTHER);
        } else {
            context.status(HttpStatus.GONE);
            showHowTo(context, frame, "sign_in.spent");
        }
    }

    /// Where somebody who has just signed in begins.
    static String firstPage(Frame frame) {
        var coordinates =
                frame.visitor().filter(it -> it.may(Access.COORDINATOR)).isPresent();
        return frame.link(coordinates ? SummaryPage.PATH : ReportRoutes.PATH);
    }

    private void signOut(Context context, Visitor visitor) {
        visitors.signOut(context, visitor);
        var frame = pages.frame(context);
        showHowTo(context, frame, "sign_in.left");
    }

    private void showHowTo(Context context, Frame frame, String key) {
        var home = new Message.Way(frame.link("/"), frame.text("problem.home"));
        var message = new Message(
                frame.text(key + ".title"),
                frame.text(key + ".text"),
                "",
                Optional.of(home).filter(_ -> key.equals("sign_in.spent")));
        pages.show(context, "sign_in_how.jte", Map.of("frame", frame, "message", message, "offersLogin", offersLogin));
    }

    private static Optional<String> plausible(@Nullable String token) {
        return Optional.ofNullable(token)
                .filter(text -> PLAUSIBLE_TOKEN.matcher(text).matches());
    }
}
