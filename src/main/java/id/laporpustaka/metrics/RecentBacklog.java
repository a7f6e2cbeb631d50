package id.laporpustaka.metrics;

import id.laporpustaka.db.Database;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultDSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The backlog as it was at most five seconds ago, however often it is asked for.
final class RecentBacklog {
    private static final Logger LOG = LoggerFactory.getLogger(RecentBacklog.class);
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Backlog UNKNOWN = new Backlog(Map.of());

    private final Database database;
    private final LongSupplier nanoTime;
    private Backlog recent = UNKNOWN;
    private long readAt;

    RecentBacklog(Database database, LongSupplier nanoTime) {
        this.database = database;
        this.nanoTime = nanoTime;
        this.readAt = nanoTime.getAsLong() - KEPT.toNanos();
    }

    /// Whether the database has answered.
    double answered() {
        return recent().queues().isEmpty() ? 0 : 1;
    }

    double count(Backlog.Queue queue) {
        var waiting = recent().queues().get(queue);
        return waiting == null ? Double.NaN : waiting.count();
    }

    double oldestSeconds(Backlog.Queue queue) {
        var waiting = recent().queues().get(queue);
        return waiting == null ? Double.NaN : waiting.oldestSeconds();
    }

    private synchronized Backlog recent() {
        if (nanoTime.getAsLong() - readAt >= KEPT.toNanos()) {
            recent = read();
            readAt = nanoTime.getAsLong();
        }
        return recent;
    }

    /// Asks for a connection once only, where a transaction would ask again for one to roll back with: whoever
    /// waits for the figures does not wait for long.
    private Backlog read() {
        try {
            return database.context().connectionResult(RecentBacklog::read);
        } catch (RuntimeException e) {
            LOG.warn("What waits in the database could not be counted: {}", e.toString());
            return UNKNOWN;
        }
    }

    private static Backlog read(Connection connection) {
        return new DefaultDSLContext(connection, SQLDialect.POSTGRES)
                .transactionResult(transaction -> Backlog.read(transaction.dsl()));
    }
}
