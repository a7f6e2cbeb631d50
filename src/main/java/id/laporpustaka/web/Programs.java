package id.laporpustaka.web;

import id.laporpustaka.db.Database;
import id.laporpustaka.people.ApiRight;
import id.laporpustaka.people.ApiTokens;
import id.laporpustaka.people.Narrowing;
import id.laporpustaka.people.People;
import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/// Knows which program is asking: by the token that it shows, or by the session of a browser. Roles are read
/// for this very request, and cut by what the token is for.
final class Programs {
    private static final String SCHEME = "bearer ";
    private static final String CHALLENGE = "WWW-Authenticate";

    private final Database database;
    private final Clock clock;
    private final Visitors visitors;
    private final ApiLimits limits;
    private final AttemptLimits wrong = new AttemptLimits(TimeMeter.SYSTEM_MILLISECONDS);

    Programs(Database database, Clock clock, Visitors visitors) {
        this.database = database;
        this.clock = clock;
        this.visitors = visitors;
        this.limits = new ApiLimits(clock);
    }

    /// Whether what is at this address is for programs, which are told of errors in JSON.
    static boolean areAt(String path) {
        return path.startsWith("/api/") || path.equals(WebhookRoute.PATH);
    }

    /// The person for whom a program asks.
    ///
    /// @throws RequestProblem if there is none, or they may not, or ask too often
    Visitor admit(Context context, ApiRight right) {
        var shown = context.header("Authorization");
        var visitor = shown == null ? bySession(context) : byToken(context, shown, right);
        if (!visitor.may(Access.COORDINATOR)) {
            throw RequestProblem.Kind.NOT_ALLOWED.problem("This is for coordinators and admins.");
        }
        return visitor;
    }

    private Visitor bySession(Context context) {
        var visitor = visitors.find(context).orElseThrow(() -> {
            context.header(CHALLENGE, "Bearer");
            return RequestProblem.Kind.NOT_SIGNED_IN.problem("There is neither a token nor a session.");
        });
        limits.count(context, "person " + visitor.actor().personId());
        return visitor;
    }

    private Visitor byToken(Context context, String shown, ApiRight right) {
        var tokens = new ApiTokens(database.context());
        var token = Optional.of(shown)
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .flatMap(text -> tokens.find(text.substring(SCHEME.length()).strip(), clock.instant()));
        var actor = token.flatMap(found -> new People(database.context()).findActor(found.personId()));
        if (token.isEmpty() || actor.isEmpty()) {
            context.header(CHALLENGE, "Bearer error=\"invalid_token\"");
            throw (wrong.allow(RemoteAddress.of(context))
                            ? RequestProblem.Kind.INVALID_TOKEN
                            : RequestProblem.Kind.TOO_MANY_ATTEMPTS)
                    .problem("This token is not, or not any more.");
        }
        limits.count(context, "token " + token.get().id());
        tokens.touch(token.get(), clock.instant());
        var terms = token.get().terms();
        var cut = terms.region()
                .map(region -> new Narrowing(database.context()).within(actor.get(), region))
                .orElse(actor.get());
        var visitor = new Visitor(cut, "", "", "");
        visitors.remember(context, visitor);
        if (!terms.rights().contains(right)) {
            context.header(CHALLENGE, "Bearer error=\"insufficient_scope\", scope=\"" + right.stored() + "\"");
            throw RequestProblem.Kind.RIGHT_MISSING.problem("The token is not for that.");
        }
        return visitor;
    }
}
