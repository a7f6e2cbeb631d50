package id.laporpustaka.outbox;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/// How many messages the bot may send now, to all chats together, shared by all processes through the database.
///
/// Tokens are taken a few at a time, so that a message does not cost a round trip, and are worth nothing soon
/// after: what the bucket holds and what flows in within a second and the time in which they are worth something
/// are together no more than the limit, for any number of processes. An album may go beyond it and holds up what
/// follows. Not safe for use from several threads.
final class BotAllowance {
    /// A second is divided into so many leases.
    private static final int LEASES_PER_SECOND = 20;

    private static final Duration WORTH = Duration.ofSeconds(1).dividedBy(LEASES_PER_SECOND);

    private final Bucket bucket;
    private final int lease;
    private final Duration refill;
    private final LongSupplier nanoTime;
    private int inHand;
    private long takenAt;

    BotAllowance(DataSource source, int perSecond) {
        this(source, perSecond, System::nanoTime);
    }

    /// @param perSecond at least 1
    BotAllowance(DataSource source, int perSecond, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        takenAt = nanoTime.getAsLong();
        lease = Math.ceilDiv(perSecond, LEASES_PER_SECOND);
        var inflow = Math.max(1, perSecond - 2 * lease);
        refill = Duration.ofSeconds(1).dividedBy(inflow);
        var configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(lease).refillGreedy(inflow, Duration.ofSeconds(1)))
                .build();
        // the limit is the bucket's key: after a change of the setting another bucket is used
        bucket = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(source)
                .table("bucket")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .build()
                .getProxy((long) perSecond, () -> configuration);
    }

    /// Takes up to `wanted`, possibly none.
    int take(int wanted) {
        if (nanoTime.getAsLong() - takenAt > WORTH.toNanos()) {
            inHand = 0;
        }
        if (inHand == 0 && wanted > 0) {
            takenAt = nanoTime.getAsLong();
            inHand = (int) bucket.tryConsumeAsMuchAsPossible(lease);
        }
        var taken = Math.min(inHand, wanted);
        inHand -= taken;
        return taken;
    }

    /// Says what became of what was [taken][#take]. An album counts as more than it was taken for and is sent all
    /// the same; what is owed then is paid, by all processes, before anything is given again.
    void settle(int taken, int used) {
        inHand += taken - used;
        if (inHand < 0) {
            bucket.consumeIgnoringRateLimits(-inHand);
            inHand = 0;
        }
    }

    /// After [#take] gave nothing: how long until there is something.
    Duration untilNext() {
        return refill;
    }
}
