package id.laporpustaka.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL of our own, its data in a folder, for a laptop or a small library network. Safe to use from all
/// threads.
///
/// It survives the death of this process: what was committed is on the disk, and a server left running is taken
/// over by the next start. The folder belongs to one process at a time.
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z_]{1,63}");
    private static final String SUPERUSER = "postgres";

    private final FolderLock lock;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(FolderLock lock, EmbeddedPostgres server, String password) {
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    /// Starts the server; the first time ever this also unpacks PostgreSQL and takes some seconds.
    ///
    /// @param dataDir made if absent; PostgreSQL's files come into its folders `postgres` and `postgres-programs`
    /// @throws DatabaseUnavailable with one line that says what to do
    public static EmbeddedDatabase start(Path dataDir) {
        return start(dataDir, dataDir.resolve("postgres-programs"));
    }

    /// @param programs where PostgreSQL is or will be unpacked
    static EmbeddedDatabase start(Path dataDir, Path programs) {
        var folder = dataDir.toAbsolutePath().normalize();
        try {
            Cluster.makeFolder(folder);
            var lock = FolderLock.take(folder);
            try {
                return startLocked(new Cluster(folder, programs), lock);
            } catch (IOException | RuntimeException | InterruptedException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "Folder %s (DATA_DIR) tidak bisa dipakai (cannot be used): %s".formatted(folder, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("PostgreSQL was told to stop while it started", e);
        }
    }

    private static EmbeddedDatabase startLocked(Cluster cluster, FolderLock lock)
            throws IOException, InterruptedException {
        cluster.check();
        var orphan = cluster.findRunning();
        if (orphan.isPresent()) {
            LOG.info(
                    "Taking over the PostgreSQL that the last run left on port {}",
                    orphan.get().port());
        }
        var port = orphan.map(Postmaster::port).orElseGet(cluster::choosePort);
        var server = cluster.start(port);
        var database = new EmbeddedDatabase(lock, server, cluster.keepPassword());
        if (Thread.interrupted()) {
            // the library returns at once when it is interrupted, as if the server were there
            database.close();
            throw new InterruptedException();
        }
        return database;
    }

    /// Where a database of this server is; the database is made if absent, empty and in UTF-8.
    ///
    /// @param databaseName small letters and underscores
    public DatabaseAddress address(String databaseName) {
        if (!DATABASE_NAME.matcher(databaseName).matches()) {
            throw new IllegalArgumentException("Not a name for a database: " + databaseName);
        }
        var address = new DatabaseAddress("127.0.0.1", server.getPort(), databaseName, SUPERUSER, password, "");
        try (var connection = server.getPostgresDatabase().getConnection();
                var exists = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var statement = connection.createStatement()) {
            exists.setString(1, databaseName);
            if (!exists.executeQuery().next()) {
                statement.execute("create database " + databaseName);
            }
            return address;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(address, e);
        }
    }

    /// Stops the server at once: open transactions are rolled back, what was committed stays.
    @Override
    public void close() throws IOException {
        try (lock) {
            // a server that is just starting cannot be told to stop yet
            var _ = server.getProcess().waitFor(10, TimeUnit.SECONDS);
            server.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
