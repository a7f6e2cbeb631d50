package id.laporpustaka.db;

import static id.laporpustaka.db.generated.Tables.OWN_CHANGE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where what people look at is read: in a replica, if there is one that is near enough behind, else in the database
/// itself. Only for what decides nothing.
///
/// Whoever changed something sees it at once, whichever process they ask next: the change left a row of theirs in the
/// database, and only a replica that has that row, too, is read for them. To be far behind, away or broken is a
/// replica's own trouble: the database takes its place, and the log tells of it once a minute.
public final class Reading implements AutoCloseable {
    /// How far behind a replica may be for people who changed nothing.
    private static final Duration FAR_BEHIND = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /// A replica that does not answer when it is looked at is not read after this time.
    private static final Duration GOOD_FOR = Duration.ofSeconds(3);

    private static final Duration TELL_EVERY = Duration.ofMinutes(1);

    /// Of a person's changes. They are made one after the other, so the last ones may stand for all.
    private static final int LAST = 20;

    /// Longer than any replica that is read is behind.
    private static final Duration KEPT = Duration.ofDays(1);

    private final Database primary;
    private final Optional<Database> replica;
    private final Duration farBehind;
    private final LongAdder fromReplica = new LongAdder();
    private final LongAdder tooEarly = new LongAdder();
    private final LongAdder away = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final Thread watch = Thread.ofPlatform().daemon().name("replica").unstarted(this::watch);
    private volatile long goodUntil;
    private volatile boolean good;
    private volatile String trouble = "";

    private Reading(Database primary, Optional<Database> replica, Duration farBehind) {
        this.primary = primary;
        this.replica = replica;
        this.farBehind = farBehind;
    }

    /// Without a replica.
    public static Reading of(Database primary) {
        return new Reading(primary, Optional.empty(), FAR_BEHIND);
    }

    /// With a replica, which may be away. It is not read before [#start].
    public static Reading of(Database primary, DatabaseAddress replica) {
        return of(primary, replica, FAR_BEHIND);
    }

    static Reading of(Database primary, DatabaseAddress replica, Duration farBehind) {
        return new Reading(primary, Optional.of(Database.openReplica(replica)), farBehind);
    }

    /// Looks at the replica from now on. Call it once.
    public Reading start() {
        if (replica.isPresent()) {
            look();
            watch.start();
        }
        return this;
    }

    /// How often which was read so far.
    ///
    /// @param fromReplica from the replica
    /// @param tooEarly from the database, as the replica did not have yet what the person had changed
    /// @param away from the database, as the replica was away or far behind
    /// @param broken from the database, as the replica failed on the way
    public record Counts(long fromReplica, long tooEarly, long away, long broken) {
        private Counts since(Counts before) {
            return new Counts(
                    fromReplica - before.fromReplica,
                    tooEarly - before.tooEarly,
                    away - before.away,
                    broken - before.broken);
        }
    }

    public Counts counts() {
        return new Counts(fromReplica.sum(), tooEarly.sum(), away.sum(), broken.sum());
    }

    /// The database itself.
    public Database primary() {
        return primary;
    }

    /// Reads for somebody who has changed nothing.
    ///
    /// @param work as for [#read(long, Function)]
    public <T> T read(Function<Database, T> work) {
        return read(OptionalLong.empty(), work);
    }

    /// Reads for a person: all that they have changed is there.
    ///
    /// @param work changes nothing, and is done a second time when the replica fails on the way
    public <T> T read(long personId, Function<Database, T> work) {
        return read(OptionalLong.of(personId), work);
    }

    private <T> T read(OptionalLong personId, Function<Database, T> work) {
        if (replica.isEmpty()) {
            return work.apply(primary);
        }
        try {
            var there = replica.get();
            if (!isGood()) {
                away.increment();
            } else if (personId.isPresent() && !hasChangesOf(personId.getAsLong(), there)) {
                tooEarly.increment();
            } else {
                var found = work.apply(there);
                fromReplica.increment();
                return found;
            }
        } catch (DataAccessException e) {
            good = false; // until it is looked at again
            broken.increment();
            trouble = "SQLSTATE " + e.sqlState();
        }
        return work.apply(primary);
    }

    private boolean isGood() {
        return good && System.nanoTime() - goodUntil < 0;
    }

    private boolean hasChangesOf(long personId, Database there) {
        var changes = primary.context()
                .select(OWN_CHANGE.ID)
                .from(OWN_CHANGE)
                .where(OWN_CHANGE.PERSON_ID.eq(personId))
                .orderBy(OWN_CHANGE.ID.desc())
                .limit(LAST)
                .fetchArray(OWN_CHANGE.ID);
        return changes.length == 0
                || there.context()
                                .fetchCount(
                                        OWN_CHANGE, OWN_CHANGE.PERSON_ID.eq(personId), OWN_CHANGE.ID.eq(any(changes)))
                        == changes.length;
    }

    /// Forgets changes that every replica has.
    public static void forget(DSLContext db, Instant now) {
        db.deleteFrom(OWN_CHANGE).where(OWN_CHANGE.AT.lt(now.minus(KEPT))).execute();
    }

    // ---------------------------------------------------------------- watching the replica

    private void watch() {
        var told = counts();
        var toldAt = System.nanoTime();
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY);
                look();
                if (System.nanoTime() - toldAt >= TELL_EVERY.toNanos()) {
                    var counts = counts();
                    tell(counts.since(told));
                    told = counts;
                    toldAt = System.nanoTime();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Counts counts) {
        if (counts.away() + counts.broken() > 0) {
            LOG.warn(
                    "The replica was read {} times in a minute; the database in its place {} times, as it was away or"
                            + " far behind, {} as it failed, {} as it did not have yet what somebody had changed. Last:"
                            + " {}",
                    counts.fromReplica(),
                    counts.away(),
                    counts.broken(),
                    counts.tooEarly(),
                    trouble);
        }
    }

    /// Finds out whether the replica may be read for some time.
    void look() {
        var asked = System.nanoTime();
        try {
            var found = replica.filter(this::isNear).isPresent();
            goodUntil = asked + GOOD_FOR.toNanos();
            good = found;
            if (!found) {
                trouble = "far behind, or not one of this database";
            }
        } catch (RuntimeException e) {
            good = false;
            trouble = e instanceof DataAccessException failed ? "SQLSTATE " + failed.sqlState() : e.toString();
        }
    }

    /// Whether it belongs to this database and has all of it, or all but that of the last seconds. Only
    /// the primary's clock counts: with it commits have their times.
    private boolean isNear(Database there) {
        var system = field("(select system_identifier from pg_control_system())", SQLDataType.BIGINT);
        var here = primary.context()
                .fetchSingle(select(
                        system,
                        field("pg_current_wal_insert_lsn()::text", SQLDataType.CLOB),
                        field("now()", SQLDataType.TIMESTAMPWITHTIMEZONE)));
        var near = field(
                "pg_is_in_recovery() and {0} = {1} and (pg_last_wal_replay_lsn() >= {2}::pg_lsn"
                        + " or pg_last_xact_replay_timestamp() >= {3} - {4} * interval '1 millisecond')",
                SQLDataType.BOOLEAN, system, here.value1(), here.value2(), here.value3(), farBehind.toMillis());
        return Boolean.TRUE.equals(there.context().fetchSingle(select(near)).value1());
    }

    @Override
    public void close() {
        watch.interrupt();
        replica.ifPresent(Database::close);
    }
}
