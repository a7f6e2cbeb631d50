package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.WEB_SESSION;
import static org.jooq.impl.DSL.row;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record8;
import org.jooq.SelectWhereStep;

/// The browsers that are signed in. A session ends at its time, when it is not used, when it is ended, and when its
/// person is erased.
public final class WebSessions {
    /// A session ends this long after signing in, however busy it is…
    public static final Duration LIFE = Duration.ofDays(7);
    /// …and this long after it was last used.
    public static final Duration IDLE = Duration.ofHours(12);

    private final DSLContext db;
    private final SecureRandom random = new SecureRandom();

    public WebSessions(DSLContext db) {
        this.db = db;
    }

    /// What a browser gets when it signs in.
    ///
    /// @param token for the cookie; kept nowhere else
    public record SignedIn(String token, WebSession session) {}

    public SignedIn create(long personId, SignInKind kind, Device device, Instant now) {
        var token = Token.create(random);
        var csrfToken = Token.create(random);
        var hash = Token.hash(token);
        db.insertInto(WEB_SESSION)
                .set(WEB_SESSION.TOKEN_HASH, hash)
                .set(WEB_SESSION.PERSON_ID, personId)
                .set(WEB_SESSION.CSRF_TOKEN, csrfToken)
                .set(WEB_SESSION.KIND, kind.stored())
                .set(WEB_SESSION.BROWSER, Device.stored(device.browser()))
                .set(WEB_SESSION.PLATFORM, Device.stored(device.platform()))
                .set(WEB_SESSION.CREATED_AT, now)
                .set(WEB_SESSION.LAST_SEEN_AT, now)
                .set(WEB_SESSION.EXPIRES_AT, now.plus(LIFE))
                .execute();
        return new SignedIn(
                token, new WebSession(id(hash), personId, csrfToken, kind, device, now, now, now.plus(LIFE)));
    }

    public Optional<WebSession> find(String token, Instant now) {
        return select().where(WEB_SESSION.TOKEN_HASH.eq(Token.hash(token)))
                .and(isOpen(now))
                .fetchOptional(WebSessions::session);
    }

    /// Remembers that the browser has been seen; callers need not do it more than once in a few minutes.
    public void touch(String token, Instant now) {
        db.update(WEB_SESSION)
                .set(WEB_SESSION.LAST_SEEN_AT, now)
                .where(WEB_SESSION.TOKEN_HASH.eq(Token.hash(token)))
                .execute();
    }

    /// Signs the browser out that has this token.
    public void end(String token) {
        db.deleteFrom(WEB_SESSION)
                .where(WEB_SESSION.TOKEN_HASH.eq(Token.hash(token)))
                .execute();
    }

    /// Signs out one of a person's browsers, by the id in [#list].
    ///
    /// @return whether it was one of theirs
    public boolean end(long personId, String sessionId) {
        byte[] hash;
        try {
            hash = Base64.getUrlDecoder().decode(sessionId);
        } catch (IllegalArgumentException _) {
            return false;
        }
        return db.deleteFrom(WEB_SESSION)
                        .where(WEB_SESSION.TOKEN_HASH.eq(hash))
                        .and(WEB_SESSION.PERSON_ID.eq(personId))
                        .execute()
                > 0;
    }

    /// Signs all browsers of a person out.
    public int endAll(long personId) {
        return db.deleteFrom(WEB_SESSION)
                .where(WEB_SESSION.PERSON_ID.eq(personId))
                .execute();
    }

    /// Signs all browsers of a person out but the one that has this token.
    public int endOthers(long personId, String token) {
        return db.deleteFrom(WEB_SESSION)
                .where(WEB_SESSION.PERSON_ID.eq(personId))
                .and(WEB_SESSION.TOKEN_HASH.ne(Token.hash(token)))
                .execute();
    }

    /// A person's browsers that are signed in, the last seen first.
    public List<WebSession> list(long personId, Instant now) {
        return select().where(WEB_SESSION.PERSON_ID.eq(personId))
                .and(isOpen(now))
                .orderBy(WEB_SESSION.LAST_SEEN_AT.desc(), WEB_SESSION.CREATED_AT.desc())
                .fetch(WebSessions::session);
    }

    /// Deletes the sessions whose time is over.
    public int deleteExpired(Instant now) {
        return db.deleteFrom(WEB_SESSION).where(isOpen(now).not()).execute();
    }

    private static Condition isOpen(Instant now) {
        return WEB_SESSION.EXPIRES_AT.gt(now).and(WEB_SESSION.LAST_SEEN_AT.gt(now.minus(IDLE)));
    }

    private SelectWhereStep<Record8<byte[], Long, String, String, Device, Instant, Instant, Instant>> select() {
        return db.select(
                        WEB_SESSION.TOKEN_HASH,
                        WEB_SESSION.PERSON_ID,
                        WEB_SESSION.CSRF_TOKEN,
                        WEB_SESSION.KIND,
                        row(WEB_SESSION.BROWSER, WEB_SESSION.PLATFORM).mapping(Device::of),
                        WEB_SESSION.CREATED_AT,
                        WEB_SESSION.LAST_SEEN_AT,
                        WEB_SESSION.EXPIRES_AT)
                .from(WEB_SESSION);
    }

    private static WebSession session(Record8<byte[], Long, String, String, Device, Instant, Instant, Instant> row) {
        return new WebSession(
                id(row.value1()),
                row.value2(),
                row.value3(),
                SignInKind.of(row.value4()),
                row.value5(),
                row.value6(),
                row.value7(),
                row.value8());
    }

    private static String id(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
