package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.API_TOKEN;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;

import id.laporpustaka.place.Region;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

/// What programs show of a person. A token ends at its time, when it is ended, and when its person is erased;
/// what it may read is what its person may at that moment, within what the token is for.
public final class ApiTokens {
    public static final int MOST = 20;
    public static final Duration LONGEST = Duration.ofDays(365);

    /// By which people and scanners of leaked secrets know one.
    public static final String PREFIX = "lp_";

    /// How long one that is over is still listed.
    private static final Duration SHOWN_AFTERWARDS = Duration.ofDays(30);

    private static final ChronoUnit COARSE = ChronoUnit.HOURS;

    private final DSLContext db;
    private final SecureRandom random = new SecureRandom();

    public ApiTokens(DSLContext db) {
        this.db = db;
    }

    /// What a token is for.
    ///
    /// @param region cuts what its person may see; empty for all of it
    public record Terms(String name, Set<ApiRight> rights, Optional<Region> region) {
        public Terms {
            rights = Collections.unmodifiableSet(EnumSet.copyOf(rights));
        }
    }

    /// A token without its secret.
    ///
    /// @param lastUsed to the hour
    public record Listed(
            long id, long personId, Terms terms, Instant createdAt, Optional<Instant> lastUsed, Instant expiresAt) {
        public boolean isOver(Instant now) {
            return !expiresAt.isAfter(now);
        }
    }

    /// Makes a token; call it in a transaction.
    ///
    /// @return the secret, which is kept nowhere; empty if the person has as many as one may have
    public Optional<String> create(By by, long personId, Terms terms, Instant now, Duration life) {
        if (life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("longer than a token may live: " + life);
        }
        db.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID.eq(personId))
                .forUpdate()
                .execute();
        var open = db.fetchCount(API_TOKEN, API_TOKEN.PERSON_ID.eq(personId).and(API_TOKEN.EXPIRES_AT.gt(now)));
        if (open >= MOST) {
            return Optional.empty();
        }
        var token = PREFIX + Token.create(random);
        var id = db.insertInto(API_TOKEN)
                .set(API_TOKEN.PERSON_ID, personId)
                .set(API_TOKEN.TOKEN_HASH, Token.hash(token))
                .set(API_TOKEN.NAME, terms.name())
                .set(
                        API_TOKEN.RIGHTS,
                        terms.rights().stream().map(ApiRight::stored).toArray(String[]::new))
                .set(API_TOKEN.REGION_ID, terms.region().map(Region::id).orElse(null))
                .set(API_TOKEN.CREATED_AT, now)
                .set(API_TOKEN.EXPIRES_AT, now.plus(life))
                .returningResult(API_TOKEN.ID)
                .fetchSingle()
                .value1();
        new Audit(db)
                .record(
                        by,
                        AuditAction.API_TOKEN_MADE,
                        AuditSubject.ofPerson(personId).row(id));
        return Optional.of(token);
    }

    /// The token that this is, if its time is not over.
    public Optional<Listed> find(String token, Instant now) {
        return token.startsWith(PREFIX)
                ? select().where(API_TOKEN.TOKEN_HASH.eq(Token.hash(token)))
                        .and(API_TOKEN.EXPIRES_AT.gt(now))
                        .fetchOptional(ApiTokens::listed)
                : Optional.empty();
    }

    /// Remembers that it was used, once an hour at most.
    public void touch(Listed token, Instant now) {
        var hour = now.truncatedTo(COARSE);
        if (token.lastUsed().filter(hour::equals).isEmpty()) {
            db.update(API_TOKEN)
                    .set(API_TOKEN.LAST_USED_AT, hour)
                    .where(API_TOKEN.ID.eq(token.id()))
                    .execute();
        }
    }

    /// A person's, the newest first; those that are over for a while, too.
    public List<Listed> list(long personId) {
        return select().where(API_TOKEN.PERSON_ID.eq(personId))
                .orderBy(API_TOKEN.ID.desc())
                .fetch(ApiTokens::listed);
    }

    /// Ends one of the person's own.
    public boolean end(By by, long personId, long id) {
        var ended = db.deleteFrom(API_TOKEN)
                .where(API_TOKEN.ID.eq(id))
                .and(API_TOKEN.PERSON_ID.eq(personId))
                .execute();
        if (ended > 0) {
            new Audit(db)
                    .record(
                            by,
                            AuditAction.API_TOKEN_ENDED,
                            AuditSubject.ofPerson(personId).row(id));
        }
        return ended > 0;
    }

    /// Deletes those that have been over for a while.
    public int deleteExpired(Instant now) {
        return db.deleteFrom(API_TOKEN)
                .where(API_TOKEN.EXPIRES_AT.le(now.minus(SHOWN_AFTERWARDS)))
                .execute();
    }

    private SelectOnConditionStep<? extends Record> select() {
        return db.select(
                        API_TOKEN.ID,
                        API_TOKEN.PERSON_ID,
                        API_TOKEN.NAME,
                        API_TOKEN.RIGHTS,
                        API_TOKEN.CREATED_AT,
                        API_TOKEN.LAST_USED_AT,
                        API_TOKEN.EXPIRES_AT,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME)
                .from(API_TOKEN)
                .leftJoin(REGION)
                .on(REGION.ID.eq(API_TOKEN.REGION_ID));
    }

    private static Listed listed(Record row) {
        var rights = EnumSet.noneOf(ApiRight.class);
        for (var right : row.get(API_TOKEN.RIGHTS)) {
            ApiRight.find(right).ifPresent(rights::add);
        }
        return new Listed(
                row.get(API_TOKEN.ID),
                row.get(API_TOKEN.PERSON_ID),
                new Terms(
                        row.get(API_TOKEN.NAME),
                        rights,
                        Optional.ofNullable(row.get(REGION.ID)).map(_ -> Directory.region(row))),
                row.get(API_TOKEN.CREATED_AT),
                Optional.ofNullable(row.get(API_TOKEN.LAST_USED_AT)),
                row.get(API_TOKEN.EXPIRES_AT));
    }
}
