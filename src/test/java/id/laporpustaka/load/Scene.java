package id.laporpustaka.load;

import id.laporpustaka.FreePort;
import id.laporpustaka.db.DatabaseAddress;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// What [Fault]s strike: our bot, PostgreSQL, the disk of both, and the wires between the bot, PostgreSQL and Telegram.
final class Scene implements AutoCloseable {
    private static final List<Duration> JUMPS =
            List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofDays(1), Duration.ofDays(-1));

    /// More than PostgreSQL keeps for later use.
    private static final int SEGMENTS_OF_THE_LOG = 12;

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final Stage stage;
    private final Optional<SmallDisk> disk;
    private final DatabaseAddress database;
    private final Random random;
    private final Wire toDatabase;
    private final Wire toTelegram;
    private final Wire fromTelegram;
    private final Map<String, String> settings;
    private final List<String> options;
    private MeasuredProcess bot;
    private boolean polls = true;
    private long postmaster;

    /// @param telegram the port of the crowd
    Scene(Stage stage, Optional<SmallDisk> disk, DatabaseAddress database, int telegram, Random random)
            throws Exception {
        this.stage = stage;
        this.disk = disk;
        this.database = database;
        this.random = random;
        var port = FreePort.find();
        toDatabase = Wire.to(database.port());
        toTelegram = Wire.to(telegram);
        fromTelegram = Wire.to(port);
        settings = new HashMap<>(
                Map.of("HTTP_PORT", Integer.toString(port), "PUBLIC_URL", "http://localhost:" + fromTelegram.port()));
        disk.ifPresent(it -> settings.put("DATA_DIR", it.folder().resolve("bot").toString()));
        options = disk.map(it -> Stage.with("-Djava.io.tmpdir=" + it.folder())).orElse(Stage.JVM);
        bot = startBot();
    }

    private MeasuredProcess startBot() throws IOException, InterruptedException {
        polls = !polls;
        settings.put("TELEGRAM_MODE", polls ? "polling" : "webhook");
        var seen = new DatabaseAddress(
                database.host(), toDatabase.port(), database.name(), database.user(), database.password(), "");
        return stage.startProduct("id.laporpustaka.load.JumpingClockMain", options, toTelegram.port(), seen, settings);
    }

    void killBot() throws IOException, InterruptedException {
        bot.kill();
        bot = startBot();
    }

    /// Whatever goes wrong elsewhere must not end our bot.
    void mustLive() {
        if (!bot.isAlive()) {
            throw bot.ended();
        }
    }

    void killDatabase() throws SQLException, IOException {
        stage.killPostgres(database);
    }

    void stopDatabase() throws IOException {
        stage.stopPostgres();
    }

    void startDatabase() {
        stage.startPostgres();
    }

    void slowDatabaseDown(Duration by) {
        toDatabase.slowDown(by);
    }

    void silenceDatabase() {
        toDatabase.standStill();
    }

    void letDatabaseSpeak() {
        toDatabase.goOn();
    }

    void cutTelegram() throws IOException {
        toTelegram.cut();
        fromTelegram.cut();
    }

    void mendTelegram() throws IOException {
        toTelegram.mend();
        fromTelegram.mend();
    }

    void jumpClock() {
        bot.order(JUMPS.get(random.nextInt(JUMPS.size())).toString());
    }

    void fillDisk() throws SQLException, IOException {
        postmaster = Stage.postmaster(database);
        disk.orElseThrow().fill();
    }

    /// What PostgreSQL has kept free for its log is written full.
    void useUpLog() {
        try (var connection = Stage.connect(database);
                var statement = connection.createStatement()) {
            for (var segment = 0; segment < SEGMENTS_OF_THE_LOG; segment++) {
                statement.execute("select pg_logical_emit_message(true, 'full', 'disk'), pg_switch_wal()");
            }
        } catch (SQLException _) {
            // it has died of that
        }
    }

    /// A PostgreSQL that has given up is started again, as an operating system would do.
    void makeRoom() throws IOException, InterruptedException {
        disk.orElseThrow().makeRoom();
        var deadline = System.nanoTime() + RECOVERY.toNanos();
        while (System.nanoTime() < deadline) {
            if (ProcessHandle.of(postmaster).filter(ProcessHandle::isAlive).isEmpty()) {
                stage.stopPostgres();
                stage.startPostgres();
                return;
            }
            try (var _ = Stage.connect(database)) {
                return;
            } catch (SQLException _) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new IllegalStateException("PostgreSQL does not come back.");
    }

    @Override
    public void close() throws IOException {
        bot.close();
        toDatabase.close();
        toTelegram.close();
        fromTelegram.close();
    }
}
