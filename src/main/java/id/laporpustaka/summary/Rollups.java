package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.ROLLUP;
import static id.laporpustaka.db.generated.Tables.ROLLUP_DELTA;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import id.laporpustaka.db.Database;
import java.sql.SQLException;

/// The sums that are kept beside the reports. Summaries are right at any time, whether the rows that changes
/// leave behind have been folded in or not; folding keeps them few.
public final class Rollups {
    private static final int AT_ONCE = 2_000;

    private final Database database;

    public Rollups(Database database) {
        this.database = database;
    }

    /// Adds what changes have left behind to the sums, in short transactions, until little is left. Several
    /// processes may call it at once; one of them works.
    public void fold() {
        int folded;
        do {
            folded = database.context()
                    .select(field("fold_rollup({0})", Integer.class, val(AT_ONCE)))
                    .fetchSingle()
                    .value1();
        } while (folded == AT_ONCE);
    }

    /// What the sums and the reports say.
    ///
    /// @param kept rows of sums
    /// @param waiting changes that are not folded in yet
    /// @param wrong rows that are not what the reports add up to; 0 unless there is a mistake in the product or
    ///     somebody has changed the tables by hand
    public record Check(long kept, long waiting, long wrong) {}

    /// Compares all sums with the reports as they are at one moment. Reads every report seven times: minutes for
    /// millions.
    public Check check() {
        return database.inSnapshot(db -> new Check(
                db.fetchCount(ROLLUP),
                db.fetchCount(ROLLUP_DELTA),
                db.select(field("rollup_mistakes()", Long.class)).fetchSingle().value1()));
    }

    /// Makes the sums anew from the reports, while people go on reporting. Whoever folds waits.
    public void rebuild() {
        // the lock comes before the transaction, which sees everything as it is at its first query
        database.context().connection(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_lock(5065, 1)");
                try {
                    statement.execute("begin isolation level repeatable read");
                    statement.execute("select rebuild_rollup()");
                    statement.execute("commit");
                } catch (SQLException e) {
                    statement.execute("rollback");
                    throw e;
                } finally {
                    statement.execute("select pg_advisory_unlock(5065, 1)");
                }
            }
        });
    }
}
