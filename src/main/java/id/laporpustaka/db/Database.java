package id.laporpustaka.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pool of connections to one database, migrated to the present schema. Safe to use from all threads.
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /// A process frozen inside a transaction must not keep its chats locked for longer than this.
    private static final String IDLE_IN_TRANSACTION = "set idle_in_transaction_session_timeout = '10s'";

    private static final int CONNECTIONS = 16;
    private static final int MIGRATING_CONNECTIONS = 4;
    static final String MIGRATIONS = "classpath:db/migration";
    /// Less than PostgreSQL's `deadlock_timeout`, so that of a migration and a statement of a running process it is
    /// the migration that gives way.
    private static final Duration LONGEST_LOCK_WAIT = Duration.ofMillis(500);

    private static final Duration BETWEEN_LOCK_TRIES = Duration.ofSeconds(2);
    /// For ten minutes or so.
    private static final int LOCK_TRIES = 250;

    /// PostgreSQL documentation, Appendix A.
    private static final String UNDEFINED_TABLE = "42P01";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final HikariDataSource pool;
    private final DSLContext context;
    private final Optional<String> schemaVersion;

    /// @param schemaVersion that of the newest migration that must be there; empty where somebody else migrates
    Database(HikariDataSource pool, Optional<String> schemaVersion) {
        this.pool = pool;
        this.schemaVersion = schemaVersion;
        this.context = DSL.using(new DefaultConfiguration()
                .set(SQLDialect.POSTGRES)
                .set(new DataSourceConnectionProvider(pool))
                .set(new Transactions(pool)));
    }

    /// Connects and brings the schema up to date.
    ///
    /// @throws DatabaseUnavailable when the server cannot be reached or refuses the credentials
    public static Database open(DatabaseAddress address) {
        return open(address, CONNECTIONS);
    }

    public static Database open(DatabaseAddress address, int connections) {
        return open(address, connections, MIGRATIONS);
    }

    /// @param migrations where they are, in Flyway's words
    static Database open(DatabaseAddress address, int connections, String... migrations) {
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(pool("lapor-pustaka", address, connections));
        } catch (RuntimeException e) {
            throw new DatabaseUnavailable(address, e);
        }
        try {
            return new Database(pool, Optional.of(migrate(address, migrations)));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /// For a copy that follows a database. It may be away now, and whoever asks it then does not wait for long.
    static Database openReplica(DatabaseAddress address) {
        var config = pool("lapor-pustaka-replica", address, CONNECTIONS);
        config.setInitializationFailTimeout(-1);
        config.setReadOnly(true);
        config.setConnectionTimeout(1_000);
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "60"); // of a silent one; a slow one sends rows
        return new Database(new HikariDataSource(config), Optional.empty());
    }

    static HikariConfig pool(String name, DatabaseAddress address, int connections) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setConnectionInitSql(IDLE_IN_TRANSACTION);
        config.setConnectionTimeout(5_000);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("prepareThreshold", "3");
        config.addDataSourceProperty("ApplicationName", "lapor-pustaka");
        // or what people wrote would stand in the log when a statement fails
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return config;
    }

    /// Processes of the version before work on meanwhile, so whatever a statement of a migration has to wait for,
    /// it waits for only a moment, as all others wait behind it, and is tried again. Migrations of a version after
    /// this one that are there already are left alone.
    private static String migrate(DatabaseAddress address, String... migrations) {
        var config = pool("lapor-pustaka-migrations", address, MIGRATING_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionInitSql("set lock_timeout = " + LONGEST_LOCK_WAIT.toMillis());
        try (var source = new HikariDataSource(config)) {
            return migrate(source, migrations);
        }
    }

    private static String migrate(DataSource source, String... migrations) {
        var flyway = Flyway.configure()
                .dataSource(source)
                .locations(migrations)
                .validateMigrationNaming(true)
                .load();
        for (var tries = 1; ; tries++) {
            try {
                flyway.migrate();
                return newestOf(flyway);
            } catch (FlywayException e) {
                if (tries == LOCK_TRIES || !waitedForLock(e)) {
                    throw e;
                }
                LOG.warn("A migration gives way to what has locked its tables, and is tried again");
                LockSupport.parkNanos(BETWEEN_LOCK_TRIES.toNanos());
            }
        }
    }

    private static boolean waitedForLock(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof SQLException problem && LOCK_NOT_AVAILABLE.equals(problem.getSQLState()));
    }

    private static String newestOf(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .getVersion();
    }

    /// Why the database can't be used at this moment, if so, in words that anybody may read.
    public Optional<String> trouble() {
        try {
            context.selectOne().execute();
            return schemaVersion
                    .filter(version -> !hasMigration(version))
                    .map("Its schema is older than version %s, which this program needs."::formatted);
        } catch (DataAccessException e) {
            var state = e.sqlState();
            if (UNDEFINED_TABLE.equals(state)) {
                return Optional.of("It has no schema of ours.");
            }
            var present = pool.getHikariPoolMXBean();
            var isBusy = present != null && present.getActiveConnections() >= pool.getMaximumPoolSize();
            return Optional.of(
                    isBusy
                            ? "All %d connections are in use.".formatted(pool.getMaximumPoolSize())
                            : "It does not answer (SQL state %s).".formatted(state));
        }
    }

    Optional<String> schemaVersion() {
        return schemaVersion;
    }

    private boolean hasMigration(String version) {
        return context.fetchExists(
                context.selectOne().from("flyway_schema_history").where("success and version = {0}", DSL.val(version)));
    }

    /// For a statement or a few that need no transaction of their own.
    public DSLContext context() {
        return context;
    }

    public <T> T inTransaction(Function<DSLContext, T> work) {
        return context.transactionResult(transaction -> work.apply(transaction.dsl()));
    }

    public void useTransaction(Consumer<DSLContext> work) {
        context.transaction(transaction -> work.accept(transaction.dsl()));
    }

    /// Reads everything as it was at one moment, and changes nothing. Rows can be fetched a few at a time.
    public <T> T inSnapshot(Function<DSLContext, T> work) {
        return inTransaction(db -> {
            db.execute("set transaction isolation level repeatable read, read only");
            return work.apply(db);
        });
    }

    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
