package id.laporpustaka.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one of the processes on a database the leader at something that only one should do.
///
/// The leader holds an advisory lock, in a session of its own that says every second that it is there. When the
/// process dies, PostgreSQL sees its connection end and gives the lock to the next one that asks; when its machine
/// vanishes or it stands still, PostgreSQL ends the session after [#SILENCE]. A leader that can't reach PostgreSQL
/// stops a little earlier, and one that can't do what it leads leaves it to others for [#ASIDE]. Only one that has
/// stood still for longer may do one more thing while another leads already, so whatever is led must stay right even
/// then.
public final class Leadership implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);

    /// How long PostgreSQL lets a session live that says nothing.
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /// Together with the time between two rounds less than [#SILENCE].
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);

    /// So long that everybody else who seeks has asked for the lock.
    private static final Duration ASIDE = Duration.ofSeconds(5);

    private final DatabaseAddress address;
    private final long lock;
    private final Runnable begin;
    private final BooleanSupplier fit;
    private final Runnable end;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("leadership").unstarted(this::seekUntilInterrupted);
    private volatile boolean leads;

    /// @param lock the number of the advisory lock, outside the 52 bits of chats' ids, which are locked, too
    /// @param begin called, by one thread of ours, when this process begins to lead; must not wait for anything
    /// @param fit asked by the same thread every second whether it can still do what it leads; if not, it leads no
    ///     longer, for a while
    /// @param end called by the same thread when it leads no longer; what was begun has ended when it returns
    public Leadership(DatabaseAddress address, long lock, Runnable begin, BooleanSupplier fit, Runnable end) {
        this.address = address;
        this.lock = lock;
        this.begin = begin;
        this.fit = fit;
        this.end = end;
    }

    /// Seeks to lead, from now on; does not wait for the database.
    public void start() {
        thread.start();
    }

    public boolean leads() {
        return leads;
    }

    private void seekUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            var pause = BETWEEN_ROUNDS;
            try (var session = connect(address)) {
                seek(session);
                pause = ASIDE;
            } catch (SQLException e) {
                LOG.warn("The database can't be asked who leads (SQL state {}); trying again", e.getSQLState());
            } catch (RuntimeException | Error e) {
                LOG.error("This should not happen", e);
            }
            pause(pause);
        }
    }

    private void seek(Connection session) throws SQLException {
        try (var statement = session.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, lock);
            while (!Thread.currentThread().isInterrupted()) {
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        lead(session);
                        return;
                    }
                }
                pause(BETWEEN_ROUNDS);
            }
        }
    }

    /// Ends when it is not fit, with the session, or with the thread.
    private void lead(Connection session) throws SQLException {
        leads = true;
        try (var statement = session.createStatement()) {
            begin.run();
            while (!Thread.currentThread().isInterrupted()) {
                if (!fit.getAsBoolean()) {
                    LOG.warn("What this process leads does not work here; it is left to others for {}", ASIDE);
                    return;
                }
                statement.execute("select 1");
                pause(BETWEEN_ROUNDS);
            }
        } finally {
            leads = false;
            stop();
        }
    }

    /// Must be able to wait, though the thread is to end.
    private void stop() {
        var interrupted = Thread.interrupted();
        try {
            end.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Not one of the pool, whose connections are lent for moments only.
    static Connection connect(DatabaseAddress address) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", "lapor-pustaka-leadership");
        properties.setProperty("connectTimeout", Long.toString(LONGEST_ANSWER.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(LONGEST_ANSWER.toSeconds()));
        var session = DriverManager.getConnection(address.jdbcUrl(), properties);
        try (var statement = session.createStatement()) {
            statement.execute("set idle_session_timeout = " + SILENCE.toMillis());
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Leads no longer; another may when this returns, which is after what was led has ended.
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(15));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
