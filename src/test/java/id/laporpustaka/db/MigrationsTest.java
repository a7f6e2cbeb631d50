package id.laporpustaka.db;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.INSTALLATION;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.name;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Migrations while processes are at work.
class MigrationsTest {
    private static final String AHEAD = "classpath:db/ahead";

    /// The first that had to follow the rules; before it, nobody ran the product.
    private static final int FIRST_UNDER_RULES = 30;

    private static final Pattern CONTRACTS = Pattern.compile(
            "\\b(drop (table|column|constraint|type|view|function)|rename|alter column \\w+ (set data )?type"
                    + "|set not null|truncate|cluster|vacuum full)\\b");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void the_newest_one_runs_while_people_report() {
        var address = emptyDatabase();
        var versions = Arrays.stream(
                        flyway(address, Database.MIGRATIONS).load().info().all())
                .map(MigrationInfo::getVersion)
                .toList();
        flyway(address, Database.MIGRATIONS)
                .target(versions.get(versions.size() - 2))
                .load()
                .migrate();

        var longest = writeWhile(address, () -> Database.open(address, 2).close());

        assertThat(longest).isLessThan(Duration.ofSeconds(3));
        assertThat(DSL.using(address.jdbcUrl(), address.user(), address.password())
                        .fetchExists(DSL.selectOne()
                                .from("flyway_schema_history")
                                .where(
                                        "success and version = {0}",
                                        DSL.val(versions.getLast().getVersion()))))
                .isTrue();
    }

    @Test
    void several_processes_may_start_on_an_empty_database_at_once() throws Exception {
        var address = emptyDatabase();
        Callable<String> open = () -> {
            try (var database = Database.open(address, 2)) {
                return database.trouble().orElse("well");
            }
        };

        for (var opened : threads.invokeAll(List.of(open, open, open))) {
            assertThat(opened.get()).isEqualTo("well");
        }
    }

    @Test
    void a_database_that_a_later_version_has_migrated_is_used_as_it_is() {
        Database.open(fresh.address(), 2, Database.MIGRATIONS, AHEAD).close();

        try (var database = Database.open(fresh.address(), 2)) {
            assertThat(database.trouble()).isEmpty();
            write(database.context(), 1);
            assertThat(database.context().fetchCount(INBOX)).isEqualTo(1);
        }
        assertThat(fresh.database().trouble()).isEmpty();
    }

    @Test
    void a_migration_gives_way_to_who_has_locked_its_tables_and_nobody_waits_for_long() throws Exception {
        var address = fresh.address();
        var migrated = new AtomicBoolean();
        CompletableFuture<Void> migration;
        try (var reader = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("select count(*) from outbox").close();
            migration = CompletableFuture.runAsync(
                    () -> {
                        Database.open(address, 2, Database.MIGRATIONS, AHEAD).close();
                        migrated.set(true);
                    },
                    threads);

            var longest = writeWhile(
                    address, () -> await().pollDelay(Duration.ofSeconds(6)).until(() -> true));

            assertThat(longest).isLessThan(Duration.ofSeconds(4));
            assertThat(migrated).isFalse();
            reader.rollback();
        }
        migration.join();
        assertThat(migrated).isTrue();
    }

    @Test
    void what_a_version_before_still_needs_goes_only_where_it_is_said_why() throws IOException {
        var unexplained = new CopyOnWriteArrayList<String>();
        try (var files = Files.list(Path.of("db/migration"))) {
            for (var file : files.filter(MigrationsTest::isUnderRules).toList()) {
                var before = "";
                for (var line : Files.readAllLines(file)) {
                    if (!line.startsWith("--")
                            && CONTRACTS.matcher(line.toLowerCase(Locale.ROOT)).find()
                            && !before.startsWith("-- contracts:")) {
                        unexplained.add(file.getFileName() + ": " + line);
                    }
                    before = line;
                }
            }
        }

        assertThat(unexplained).isEmpty();
        assertThat(CONTRACTS.matcher("alter table chat drop column mood;").find())
                .isTrue();
        assertThat(CONTRACTS.matcher("alter table chat add column mood text;").find())
                .isFalse();
    }

    private static boolean isUnderRules(Path file) {
        return Integer.parseInt(file.getFileName().toString().substring(1, 4)) >= FIRST_UNDER_RULES;
    }

    /// Writes as processes of the version before do, in what all versions have.
    ///
    /// @return how long a write took at most; that none failed is certain
    private Duration writeWhile(DatabaseAddress address, Runnable work) {
        var ended = new AtomicBoolean();
        var longest = new AtomicLong();
        Runnable writing = () -> {
            try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
                var db = DSL.using(connection, SQLDialect.POSTGRES);
                for (var number = 1; !ended.get(); number++) {
                    var began = System.nanoTime();
                    write(db, number);
                    longest.accumulateAndGet(System.nanoTime() - began, Math::max);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        var writers = CompletableFuture.runAsync(writing, threads);
        try {
            work.run();
        } finally {
            ended.set(true);
        }
        writers.join();
        return Duration.ofNanos(longest.get());
    }

    private static void write(DSLContext db, long number) {
        db.insertInto(CHAT, CHAT.ID).values(number).execute();
        db.insertInto(INBOX, INBOX.BOT_ID, INBOX.UPDATE_ID, INBOX.CHAT_ID, INBOX.BODY)
                .values(1L, number, number, "{}")
                .execute();
        db.insertInto(OUTBOX, OUTBOX.CHAT_ID, OUTBOX.CARD, OUTBOX.EDIT, OUTBOX.BODY)
                .values(number, 1, false, "{}")
                .execute();
        db.update(INBOX)
                .set(INBOX.HANDLED_AT, DatabaseClock.now())
                .where(INBOX.UPDATE_ID.eq(number))
                .execute();
        db.insertInto(INSTALLATION, INSTALLATION.NAME, INSTALLATION.VALUE)
                .values("n" + number, "v")
                .execute();
    }

    private DatabaseAddress emptyDatabase() {
        var empty = "empty_" + System.nanoTime();
        fresh.context().execute("create database {0} template template0", name(empty));
        return fresh.address().withName(empty);
    }

    private static FluentConfiguration flyway(DatabaseAddress address, String... locations) {
        return Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations(locations);
    }
}
