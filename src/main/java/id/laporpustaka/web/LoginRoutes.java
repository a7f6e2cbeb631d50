package id.laporpustaka.web;

import id.laporpustaka.people.LoginAttempts;
import id.laporpustaka.people.People;
import id.laporpustaka.people.SignInKind;
import id.laporpustaka.telegram.LoginClient;
import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Signing in with Telegram Login: a button sends the browser to Telegram, which sends it back.
///
/// Coming back is a GET that signs in, as OpenID Connect has it. It does so only in the browser that pressed the
/// button, which has the state in a cookie, and only once.
final class LoginRoutes {
    static final String PATH = "/masuk/telegram";
    static final String RETURN = PATH + "/kembali";

    private static final Pattern PLAUSIBLE_STATE = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int LONGEST_CODE = 2_048;

    private final WebParts parts;
    private final Pages pages;
    private final Visitors visitors;
    private final LoginClient client;
    private final AttemptLimits limits = new AttemptLimits(TimeMeter.SYSTEM_MILLISECONDS);

    LoginRoutes(WebParts parts, Pages pages, Visitors visitors, LoginClient client) {
        this.parts = parts;
        this.pages = pages;
        this.visitors = visitors;
        this.client = client;
    }

    void addTo(GuardedRoutes routes) {
        routes.open(HandlerType.POST, PATH, this::leave);
        routes.open(HandlerType.GET, RETURN, this::comeBack);
    }

    private void leave(Context context) {
        mayTry(context);
        var attempt = new LoginAttempts(parts.database().context())
                .begin(parts.clock().instant());
        client.begin(attempt.state(), attempt.nonce(), attempt.verifier())
                .ifPresentOrElse(
                        address -> {
                            visitors.rememberLogin(context, attempt.state());
                            context.redirect(address.toString(), HttpStatus.SEE_OTHER);
                        },
                        () -> refuse(context, HttpStatus.SERVICE_UNAVAILABLE, "login.away"));
    }

    private void comeBack(Context context) {
        mayTry(context);
        var state = Optional.ofNullable(context.queryParam("state"))
                .filter(PLAUSIBLE_STATE.asMatchPredicate())
                .filter(it -> visitors.findLogin(context).filter(it::equals).isPresent());
        visitors.forgetLogin(context);
        var attempt = state.flatMap(it -> new LoginAttempts(parts.database().context())
                .take(it, parts.clock().instant()));
        if (attempt.isEmpty()) {
            refuse(context, HttpStatus.GONE, "login.lost");
            return;
        }
        if ("access_denied".equals(context.queryParam("error"))) {
            refuse(context, HttpStatus.OK, "login.cancelled");
            return;
        }
        var code = Optional.ofNullable(context.queryParam("code"))
                .filter(it -> !it.isBlank() && it.length() <= LONGEST_CODE);
        if (code.isEmpty()) {
            refuse(context, HttpStatus.FORBIDDEN, "login.refused");
            return;
        }
        switch (client.finish(code.get(), attempt.get().nonce(), attempt.get().verifier())) {
            case LoginClient.Outcome.SignedIn(var telegramId) -> signIn(context, telegramId);
            case LoginClient.Outcome.Refused() -> refuse(context, HttpStatus.FORBIDDEN, "login.refused");
            case LoginClient.Outcome.Away() -> refuse(context, HttpStatus.SERVICE_UNAVAILABLE, "login.away");
        }
    }

    private void signIn(Context context, long telegramId) {
        var isKnown = visitors.signIn(
                context,
                SignInKind.LOGIN,
                transaction -> Optional.ofNullable(new People(transaction)
                                .findActors(List.of(telegramId))
                                .get(telegramId))
                        .map(person -> OptionalLong.of(person.personId()))
                        .orElse(OptionalLong.empty()));
        if (isKnown) {
            context.redirect(SignInRoutes.firstPage(pages.frame(context)), HttpStatus.SEE_OTHER);
        } else {
            refuse(context, HttpStatus.FORBIDDEN, "sign_in.unknown");
        }
    }

    private void mayTry(Context context) {
        if (!limits.allow(RemoteAddress.of(context))) {
            context.header("Retry-After", "60");
            throw RequestProblem.Kind.TOO_MANY_ATTEMPTS.problem("Too many attempts to sign in from this address.");
        }
    }

    private void refuse(Context context, HttpStatus status, String key) {
        var frame = pages.frame(context);
        context.status(status);
        pages.showMessage(
                context,
                frame,
                new Message(
                        frame.text(key + ".title"),
                        frame.text(key + ".text"),
                        "",
                        Optional.of(new Message.Way(frame.link(SignInRoutes.PATH), frame.text("login.again")))));
    }
}
