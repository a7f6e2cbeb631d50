package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.WEB_SESSION;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record6;
import org.jooq.SelectWhereStep;

/// The browsers that are signed in. A session ends at its time, when it is ended, and when its person is
/// erased.
public final class WebSessions {
    private final DSLContext db;
    private final SecureRandom random = new SecureRandom();

    public WebSessions(DSLContext db) {
        this.db = db;
    }

    /// What a browser gets when it signs in.
    ///
    /// @param token for the cookie; kept nowhere else
    public record SignedIn(String token, WebSession session) {}

    public SignedIn create(long personId, Instant now, Duration life) {
        var token = Token.create(random);
        var csrfToken = Token.create(random);
        var hash = Token.hash(token);
        db.insertInto(WEB_SESSION)
                .set(WEB_SESSION.TOKEN_HASH, hash)
                .set(WEB_SESSION.PERSON_ID, personId)
                .set(WEB_SESSION.CSRF_TOKEN, csrfToken)
                .set(WEB_SESSION.CREATED_AT, now)
                .set(WEB_SESSION.LAST_SEEN_AT, now)
                .set(WEB_SESSION.EXPIRES_AT, now.plus(life))
                .execute();
        return new SignedIn(token, new WebSession(id(hash), personId, csrfToken, now, now, now.plus(life)));
    }

    public Optional<WebSession> find(String token, Instant now) {
        return select().where(WEB_SESSION.TOKEN_HASH.eq(Token.hash(token)))
                .and(WEB_SESSION.EXPIRES_AT.gt(now))
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

    /// A person's browsers that are signed in, the last seen first.
    public List<WebSession> list(long personId, Instant now) {
        return select().where(WEB_SESSION.PERSON_ID.eq(personId))
                .and(WEB_SESSION.EXPIRES_AT.gt(now))
                .orderBy(WEB_SESSION.LAST_SEEN_AT.desc(), WEB_SESSION.CREATED_AT.desc())
                .fetch(WebSessions::session);
    }

    /// Deletes the sessions whose time is over.
    public int deleteExpired(Instant now) {
        return db.deleteFrom(WEB_SESSION).where(WEB_SESSION.EXPIRES_AT.le(now)).execute();
    }

    private SelectWhereStep<Record6<byte[], Long, String, Instant, Instant, Instant>> select() {
        return db.select(
                        WEB_SESSION.TOKEN_HASH,
                        WEB_SESSION.PERSON_ID,
                        WEB_SESSION.CSRF_TOKEN,
                        WEB_SESSION.CREATED_AT,
                        WEB_SESSION.LAST_SEEN_AT,
                        WEB_SESSION.EXPIRES_AT)
                .from(WEB_SESSION);
    }

    private static WebSession session(Record6<byte[], Long, String, Instant, Instant, Instant> row) {
        return new WebSession(id(row.value1()), row.value2(), row.value3(), row.value4(), row.value5(), row.value6());
    }

    private static String id(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
