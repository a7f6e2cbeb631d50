package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ONE_TIME_LINK;

import id.laporpustaka.people.OneTimeLink.Purpose;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Record3;

/// Links that work once. The token is known only to whom it is given; the database keeps its SHA-256.
public final class OneTimeLinks {
    private final DSLContext db;
    private final SecureRandom random = new SecureRandom();

    public OneTimeLinks(DSLContext db) {
        this.db = db;
    }

    /// Makes a link.
    ///
    /// @param personId whose it is; present exactly for [Purpose#WEB_SIGN_IN]
    /// @return the token: 128 random bits in base64url, 22 characters
    public String create(Purpose purpose, OptionalLong personId, Instant now, Duration life) {
        var token = Token.create(random);
        keep(token, purpose, personId, now, life);
        return token;
    }

    /// Makes a link of a token that the caller has drawn: 128 random bits in base64url.
    public void keep(String token, Purpose purpose, OptionalLong personId, Instant now, Duration life) {
        db.insertInto(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.TOKEN_HASH, Token.hash(token))
                .set(ONE_TIME_LINK.PURPOSE, purpose.stored())
                .set(ONE_TIME_LINK.PERSON_ID, personId.isPresent() ? personId.getAsLong() : null)
                .set(ONE_TIME_LINK.CREATED_AT, now)
                .set(ONE_TIME_LINK.EXPIRES_AT, now.plus(life))
                .execute();
    }

    /// A link that could still be spent. Changes nothing: a preview that opens the link does not use it up.
    public Optional<OneTimeLink> find(String token, Instant now) {
        return db.select(ONE_TIME_LINK.PURPOSE, ONE_TIME_LINK.PERSON_ID, ONE_TIME_LINK.EXPIRES_AT)
                .from(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.TOKEN_HASH.eq(Token.hash(token)))
                .and(ONE_TIME_LINK.USED_AT.isNull())
                .and(ONE_TIME_LINK.EXPIRES_AT.gt(now))
                .fetchOptional(OneTimeLinks::link);
    }

    /// Spends a link: of all who try, at the same time too, one gets it.
    public Optional<OneTimeLink> spend(String token, Instant now) {
        return db.update(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.USED_AT, now)
                .where(ONE_TIME_LINK.TOKEN_HASH.eq(Token.hash(token)))
                .and(ONE_TIME_LINK.USED_AT.isNull())
                .and(ONE_TIME_LINK.EXPIRES_AT.gt(now))
                .returningResult(ONE_TIME_LINK.PURPOSE, ONE_TIME_LINK.PERSON_ID, ONE_TIME_LINK.EXPIRES_AT)
                .fetchOptional(OneTimeLinks::link);
    }

    /// Withdraws all links of a purpose that have not been spent.
    public void withdrawAll(Purpose purpose) {
        db.deleteFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.PURPOSE.eq(purpose.stored()))
                .and(ONE_TIME_LINK.USED_AT.isNull())
                .execute();
    }

    /// Deletes the links whose time is over.
    public int deleteExpired(Instant now) {
        return db.deleteFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.EXPIRES_AT.le(now))
                .execute();
    }

    private static OneTimeLink link(Record3<String, Long, Instant> row) {
        var personId = row.value2();
        return new OneTimeLink(
                Purpose.of(row.value1()),
                personId == null ? OptionalLong.empty() : OptionalLong.of(personId),
                row.value3());
    }
}
