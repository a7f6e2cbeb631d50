package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.LOGIN_ATTEMPT;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jooq.DSLContext;

/// Browsers that have gone to Telegram to sign in. Each comes back once, with the state that it was given; only its
/// SHA-256 is kept.
public final class LoginAttempts {
    private static final Duration LIFE = Duration.ofMinutes(10);

    /// RFC 7636, 4.1: 43 characters.
    private static final int VERIFIER_BYTES = 32;

    private final DSLContext db;
    private final SecureRandom random = new SecureRandom();

    public LoginAttempts(DSLContext db) {
        this.db = db;
    }

    /// What a browser takes along, and what we keep until it is back.
    ///
    /// @param state goes to Telegram and into a cookie
    /// @param nonce must come back inside of what Telegram signs
    /// @param verifier proves that who fetches the answer is who asked (PKCE)
    public record LoginAttempt(String state, String nonce, String verifier) {}

    public LoginAttempt begin(Instant now) {
        var attempt = new LoginAttempt(Token.create(random), Token.create(random), verifier());
        db.insertInto(LOGIN_ATTEMPT)
                .set(LOGIN_ATTEMPT.STATE_HASH, Token.hash(attempt.state()))
                .set(LOGIN_ATTEMPT.NONCE, attempt.nonce())
                .set(LOGIN_ATTEMPT.VERIFIER, attempt.verifier())
                .set(LOGIN_ATTEMPT.EXPIRES_AT, now.plus(LIFE))
                .execute();
        return attempt;
    }

    /// Uses an attempt up: of all who come with its state, one gets it.
    public Optional<LoginAttempt> take(String state, Instant now) {
        return db.deleteFrom(LOGIN_ATTEMPT)
                .where(LOGIN_ATTEMPT.STATE_HASH.eq(Token.hash(state)))
                .and(LOGIN_ATTEMPT.EXPIRES_AT.gt(now))
                .returningResult(LOGIN_ATTEMPT.NONCE, LOGIN_ATTEMPT.VERIFIER)
                .fetchOptional(row -> new LoginAttempt(state, row.value1(), row.value2()));
    }

    /// Deletes the attempts whose browsers have not come back in time.
    public int deleteExpired(Instant now) {
        return db.deleteFrom(LOGIN_ATTEMPT)
                .where(LOGIN_ATTEMPT.EXPIRES_AT.le(now))
                .execute();
    }

    private String verifier() {
        var bytes = new byte[VERIFIER_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
