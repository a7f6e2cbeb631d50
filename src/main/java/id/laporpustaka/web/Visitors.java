package id.laporpustaka.web;

import id.laporpustaka.db.Database;
import id.laporpustaka.people.Audit;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditSubject;
import id.laporpustaka.people.By;
import id.laporpustaka.people.OneTimeLink;
import id.laporpustaka.people.OneTimeLinks;
import id.laporpustaka.people.People;
import id.laporpustaka.people.SignInKind;
import id.laporpustaka.people.WebSessions;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows who sits before the browser: begins, finds and ends sessions.
///
/// The cookie is SameSite=Lax. Strict would not come along when somebody follows a link in Telegram Web to a page
/// of ours, so they would seem signed out; what changes something is a POST, which Lax keeps from other sites, and
/// wants a CSRF token besides.
final class Visitors {
    private static final Logger log = LoggerFactory.getLogger(Visitors.class);
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(5);
    private static final String LOGIN = "-login";
    private static final int LOGIN_SECONDS = 600;
    private static final String FOUND = "visitor";

    private final Database database;
    private final Clock clock;
    private final boolean secure;

    Visitors(Database database, Clock clock, boolean secure) {
        this.database = database;
        this.clock = clock;
        this.secure = secure;
    }

    /// Read once a request.
    Optional<Visitor> find(Context context) {
        Optional<Visitor> known = context.attribute(FOUND);
        if (known != null) {
            return known;
        }
        context.attribute(FOUND, Optional.empty()); // should the database fail, it is not asked again
        var found = Optional.ofNullable(context.cookie(cookieName())).flatMap(this::findByToken);
        context.attribute(FOUND, found);
        return found;
    }

    /// Lets this request be one of a person who has been found otherwise.
    void remember(Context context, Visitor visitor) {
        context.attribute(FOUND, Optional.of(visitor));
    }

    /// Like [#find], but a failing database makes a stranger of everybody: for pages that say what went wrong.
    Optional<Visitor> findCalmly(Context context) {
        try {
            return find(context);
        } catch (RuntimeException e) {
            log.warn("cannot tell who is asking", e);
            return Optional.empty();
        }
    }

    private Optional<Visitor> findByToken(String token) {
        var now = clock.instant();
        var sessions = new WebSessions(database.context());
        var session = sessions.find(token, now);
        if (session.isEmpty()) {
            return Optional.empty();
        }
        if (Duration.between(session.get().lastSeenAt(), now).compareTo(TOUCH_EVERY) >= 0) {
            sessions.touch(token, now);
        }
        return new People(database.context())
                .findActor(session.get().personId())
                .map(actor -> new Visitor(
                        actor, token, session.get().id(), session.get().csrfToken()));
    }

    /// Spends the token of a link and begins a session in its stead; a session that this browser had ends.
    ///
    /// @return whether the token could be spent
    boolean signIn(Context context, String linkToken) {
        return signIn(context, SignInKind.LINK, transaction -> spend(transaction, linkToken));
    }

    private OptionalLong spend(DSLContext transaction, String linkToken) {
        var now = clock.instant();
        var links = new OneTimeLinks(transaction);
        return links.find(linkToken, now)
                .filter(found -> found.purpose() == OneTimeLink.Purpose.WEB_SIGN_IN)
                .flatMap(_ -> links.spend(linkToken, now))
                .map(OneTimeLink::personId)
                .orElse(OptionalLong.empty());
    }

    /// Begins a session, with a new token, of the person who is found in the same transaction; a session that this
    /// browser had ends.
    ///
    /// @param findPerson must use up what it goes by
    /// @return whether there was a person
    boolean signIn(Context context, SignInKind kind, Function<DSLContext, OptionalLong> findPerson) {
        var former = Optional.ofNullable(context.cookie(cookieName()));
        var device = UserAgents.deviceOf(context.userAgent());
        var begun = database.<Optional<WebSessions.SignedIn>>inTransaction(transaction -> {
            var person = findPerson.apply(transaction);
            if (person.isEmpty()) {
                return Optional.empty();
            }
            var sessions = new WebSessions(transaction);
            former.ifPresent(sessions::end);
            record(transaction, AuditAction.SIGNED_IN, person.getAsLong(), context);
            return Optional.of(sessions.create(person.getAsLong(), kind, device, clock.instant()));
        });
        begun.ifPresent(session -> {
            context.cookie(cookie(cookieName(), session.token(), (int) WebSessions.LIFE.toSeconds()));
            context.attribute(FOUND, findByToken(session.token()));
        });
        return begun.isPresent();
    }

    void signOut(Context context, Visitor visitor) {
        database.useTransaction(transaction -> {
            new WebSessions(transaction).end(visitor.token());
            record(transaction, AuditAction.SIGNED_OUT, visitor.actor().personId(), context);
        });
        context.cookie(cookie(cookieName(), "", 0));
        context.attribute(FOUND, Optional.empty());
    }

    private static void record(DSLContext transaction, AuditAction action, long personId, Context context) {
        new Audit(transaction)
                .record(By.web(personId, RemoteAddress.of(context)), action, AuditSubject.ofPerson(personId));
    }

    /// Gives the browser the state with which it is to come back from Telegram.
    void rememberLogin(Context context, String state) {
        context.cookie(cookie(cookieName() + LOGIN, state, LOGIN_SECONDS));
    }

    Optional<String> findLogin(Context context) {
        return Optional.ofNullable(context.cookie(cookieName() + LOGIN));
    }

    void forgetLogin(Context context) {
        context.cookie(cookie(cookieName() + LOGIN, "", 0));
    }

    /// With the prefix `__Host-` browsers take the cookie only from this very host and over https (RFC 6265bis,
    /// 4.1.3.2).
    private String cookieName() {
        return secure ? "__Host-lapor-pustaka" : "lapor-pustaka";
    }

    private Cookie cookie(String name, String value, int seconds) {
        var cookie = new Cookie(name, value, "/", seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setSameSite(SameSite.LAX);
        return cookie;
    }
}
