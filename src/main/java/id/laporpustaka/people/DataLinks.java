package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.DATA_LINK;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;

import id.laporpustaka.place.Region;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

/// Addresses at which a spreadsheet finds the reports of a form as they are. Whoever has one reads with the
/// rights that its maker has at that moment, within what the link is for.
public final class DataLinks {
    public static final int MOST = 20;
    public static final Duration LIFE = Duration.ofDays(365);

    private static final Duration SHOWN_AFTERWARDS = Duration.ofDays(30);

    private final DSLContext db;
    private final SecureRandom random = new SecureRandom();

    public DataLinks(DSLContext db) {
        this.db = db;
    }

    /// Which days; moves on with the calendar. The names, in lower case, are stored and never change.
    public enum Rolling {
        THIS_YEAR,
        LAST_12_MONTHS,
        ALL;

        private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
        private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

        public String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Rolling of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }

        public LocalDate from(LocalDate today) {
            return switch (this) {
                case THIS_YEAR -> today.withDayOfYear(1);
                case LAST_12_MONTHS -> today.withDayOfMonth(1).minusMonths(11);
                case ALL -> EARLIEST;
            };
        }

        public LocalDate to(LocalDate today) {
            return switch (this) {
                case THIS_YEAR, LAST_12_MONTHS -> today;
                case ALL -> LATEST;
            };
        }
    }

    /// What a link is for.
    ///
    /// @param region cuts what its maker may see; empty for all of it
    /// @param language `id` or `en`, of what people read
    /// @param codes whether the table has names and codes, which never change, rather than what people read
    public record Terms(String formId, Optional<Region> region, Rolling period, String language, boolean codes) {}

    /// A link without its secret.
    ///
    /// @param lastUsed to the hour
    public record Listed(
            long id, long personId, Terms terms, Instant createdAt, Optional<Instant> lastUsed, Instant expiresAt) {
        public boolean isOver(Instant now) {
            return !expiresAt.isAfter(now);
        }
    }

    /// Makes a link; call it in a transaction.
    ///
    /// @return the secret of its address, which is kept nowhere; empty if the person has as many as one may
    ///     have
    public Optional<String> create(By by, long personId, Terms terms, Instant now) {
        db.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID.eq(personId))
                .forUpdate()
                .execute();
        var open = db.fetchCount(DATA_LINK, DATA_LINK.PERSON_ID.eq(personId).and(DATA_LINK.EXPIRES_AT.gt(now)));
        if (open >= MOST) {
            return Optional.empty();
        }
        var secret = Token.create(random);
        var id = db.insertInto(DATA_LINK)
                .set(DATA_LINK.PERSON_ID, personId)
                .set(DATA_LINK.SECRET_HASH, Token.hash(secret))
                .set(DATA_LINK.FORM_ID, terms.formId())
                .set(DATA_LINK.REGION_ID, terms.region().map(Region::id).orElse(null))
                .set(DATA_LINK.PERIOD, terms.period().stored())
                .set(DATA_LINK.LANGUAGE, terms.language())
                .set(DATA_LINK.CODES, terms.codes())
                .set(DATA_LINK.CREATED_AT, now)
                .set(DATA_LINK.EXPIRES_AT, now.plus(LIFE))
                .returningResult(DATA_LINK.ID)
                .fetchSingle()
                .value1();
        new Audit(db)
                .record(
                        by,
                        AuditAction.DATA_LINK_MADE,
                        AuditSubject.ofPerson(personId).row(id));
        return Optional.of(secret);
    }

    /// The link whose address has this secret, if its time is not over.
    public Optional<Listed> find(String secret, Instant now) {
        return select().where(DATA_LINK.SECRET_HASH.eq(Token.hash(secret)))
                .and(DATA_LINK.EXPIRES_AT.gt(now))
                .fetchOptional(DataLinks::listed);
    }

    /// Remembers that it was used, once an hour at most.
    public void touch(Listed link, Instant now) {
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        if (link.lastUsed().filter(hour::equals).isEmpty()) {
            db.update(DATA_LINK)
                    .set(DATA_LINK.LAST_USED_AT, hour)
                    .where(DATA_LINK.ID.eq(link.id()))
                    .execute();
        }
    }

    /// A person's, the newest first; those that are over for a while, too.
    public List<Listed> list(long personId) {
        return select().where(DATA_LINK.PERSON_ID.eq(personId))
                .orderBy(DATA_LINK.ID.desc())
                .fetch(DataLinks::listed);
    }

    /// Ends one of the person's own.
    public boolean end(By by, long personId, long id) {
        var ended = db.deleteFrom(DATA_LINK)
                .where(DATA_LINK.ID.eq(id))
                .and(DATA_LINK.PERSON_ID.eq(personId))
                .execute();
        if (ended > 0) {
            new Audit(db)
                    .record(
                            by,
                            AuditAction.DATA_LINK_ENDED,
                            AuditSubject.ofPerson(personId).row(id));
        }
        return ended > 0;
    }

    /// Deletes those that have been over for a while.
    public int deleteExpired(Instant now) {
        return db.deleteFrom(DATA_LINK)
                .where(DATA_LINK.EXPIRES_AT.le(now.minus(SHOWN_AFTERWARDS)))
                .execute();
    }

    private SelectOnConditionStep<? extends Record> select() {
        return db.select(
                        DATA_LINK.ID,
                        DATA_LINK.PERSON_ID,
                        DATA_LINK.FORM_ID,
                        DATA_LINK.PERIOD,
                        DATA_LINK.LANGUAGE,
                        DATA_LINK.CODES,
                        DATA_LINK.CREATED_AT,
                        DATA_LINK.LAST_USED_AT,
                        DATA_LINK.EXPIRES_AT,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME)
                .from(DATA_LINK)
                .leftJoin(REGION)
                .on(REGION.ID.eq(DATA_LINK.REGION_ID));
    }

    private static Listed listed(Record row) {
        return new Listed(
                row.get(DATA_LINK.ID),
                row.get(DATA_LINK.PERSON_ID),
                new Terms(
                        row.get(DATA_LINK.FORM_ID),
                        Optional.ofNullable(row.get(REGION.ID)).map(_ -> Directory.region(row)),
                        Rolling.of(row.get(DATA_LINK.PERIOD)),
                        row.get(DATA_LINK.LANGUAGE),
                        row.get(DATA_LINK.CODES)),
                row.get(DATA_LINK.CREATED_AT),
                Optional.ofNullable(row.get(DATA_LINK.LAST_USED_AT)),
                row.get(DATA_LINK.EXPIRES_AT));
    }
}
