package id.laporpustaka.db;

import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.using;

import com.zaxxer.hikari.HikariDataSource;
import id.laporpustaka.Scratch;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// A migrated, empty database on real PostgreSQL, for each test or for each test class.
///
/// ```java
/// @RegisterExtension final FreshDatabase fresh = new FreshDatabase(); // static: one for all tests of the class
///     ```
///
/// One server runs for the whole test JVM; each database is a copy of one that has been migrated once. Its
/// sessions are in a time zone unlike the JVM's, so that code which mixes the two up fails.
public final class FreshDatabase implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final String ZONE = "America/Los_Angeles";
    private static final int CONNECTIONS = 12;

    private @Nullable Server server;
    private @Nullable Database database;
    private @Nullable DatabaseAddress address;
    private boolean ofTheClass;

    public Database database() {
        if (database == null) {
            throw new IllegalStateException("The database is there only while a test runs.");
        }
        return database;
    }

    /// Where it is, for a process of its own.
    public DatabaseAddress address() {
        if (address == null) {
            throw new IllegalStateException("The database is there only while a test runs.");
        }
        return address;
    }

    /// The same as `database().context()`.
    public DSLContext context() {
        return database().context();
    }

    /// Brings what the planner knows up to date, as autovacuum does in time: statistics, and which pages an index may
    /// answer for. A commit marks its rows only once its log is written, which a checkpoint sees to.
    ///
    /// @param tables all, when none is named
    public static void vacuum(DSLContext db, Table<?>... tables) {
        db.execute("checkpoint");
        db.execute("vacuum analyze " + Stream.of(tables).map(Table::getName).collect(joining(", ")));
    }

    /// The same for this one.
    public void vacuum(Table<?>... tables) {
        vacuum(context(), tables);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        ofTheClass = true;
        open(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!ofTheClass) {
            open(context);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!ofTheClass) {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    private void open(ExtensionContext context) {
        server = context.getRoot()
                .getStore(Namespace.create(FreshDatabase.class))
                .getOrComputeIfAbsent(Server.class, _ -> new Server(), Server.class);
        address = server.copy();
        database = server.open(address);
    }

    private void close() {
        if (database != null && server != null && address != null) {
            database.close();
            database = null;
            server.drop(address);
        }
    }

    private static final class Server implements AutoCloseable {
        private static final String TEMPLATE = "template_for_tests";

        private final EmbeddedPostgres postgres;
        private final AtomicInteger copies = new AtomicInteger();
        private final Optional<String> schemaVersion;

        Server() {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(Scratch.newFolder("fresh-"))
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            administrator().createDatabase(name(TEMPLATE)).execute();
            try (var template = Database.open(address(TEMPLATE), 2)) {
                setTimeZone(template.context());
                schemaVersion = template.schemaVersion();
            }
        }

        /// The driver asks for the JVM's zone when it connects, which wins over every setting of the server; a
        /// login trigger comes later.
        private static void setTimeZone(DSLContext template) {
            template.execute("""
                create function set_time_zone() returns event_trigger language plpgsql as
                $$ begin perform set_config('TimeZone', '%s', false); end $$
                """.formatted(ZONE));
            template.execute("create event trigger set_time_zone on login execute function set_time_zone()");
            template.execute("alter event trigger set_time_zone enable always");
        }

        DatabaseAddress copy() {
            var copy = "test_" + copies.incrementAndGet();
            administrator().execute("create database {0} template {1} strategy file_copy", name(copy), name(TEMPLATE));
            return address(copy);
        }

        /// It is migrated already, and most tests need one connection or two of the many that they may have.
        Database open(DatabaseAddress address) {
            var config = Database.pool("fresh", address, CONNECTIONS);
            config.setMinimumIdle(1);
            return new Database(new HikariDataSource(config), schemaVersion);
        }

        /// Hundreds of them would take gigabytes of the memory that they lie in.
        void drop(DatabaseAddress address) {
            administrator().execute("drop database {0} with (force)", name(address.name()));
        }

        private DSLContext administrator() {
            return using(postgres.getPostgresDatabase(), SQLDialect.POSTGRES);
        }

        private DatabaseAddress address(String database) {
            return new DatabaseAddress("localhost", postgres.getPort(), database, "postgres", "postgres", "");
        }

        @Override
        public void close() {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
