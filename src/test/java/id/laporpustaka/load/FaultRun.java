package id.laporpustaka.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.FreePort;
import id.laporpustaka.db.DatabaseAddress;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/// A crowd fills in reports while everything goes wrong: every update comes twice, by webhook some are overtaken by
/// later ones, calls to Telegram fail or break off, people press buttons twice and say what no bot can handle, and at
/// random moments each [Fault] strikes, one after the other in an order drawn anew each time. Then all is calm, people
/// end what they have begun, and what they were told is compared with what is there.
///
/// Arguments, each optional: for how many seconds (600), how many people (50), the seed of the random moments.
final class FaultRun {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int WHOLE_RUN_SECONDS = 600;
    private static final int DISK_MEGABYTES = 700;
    private static final Duration CATCHING_UP = Duration.ofMinutes(2);
    private static final List<String> FAILING = List.of(
            "sendmessage",
            "editmessagetext",
            "answercallbackquery",
            "getupdates",
            "setwebhook",
            "deletewebhook",
            "getfile",
            "download");

    /// Patience for three minutes, and chances in percent to press twice and to say what no bot can handle.
    private static final String HABITS = "habits 180 50 1";

    /// As a mistake in the product would, it makes the handling of some messages fail; and it notes all apologies.
    private static final String POISON = """
        create function fail() returns trigger language plpgsql as $$ begin raise 'poisonous on purpose'; end $$;
        create trigger poison before update on inbox for each row
            when (old.body like '%racun-bagi-bot%' and new.set_aside_because is null) execute function fail();
        create table apology (outbox_id bigint);
        create function note() returns trigger language plpgsql as
            $$ begin insert into apology values (new.id); return null; end $$;
        create trigger apology after insert on outbox for each row
            when (new.body like '%ada gangguan di pihak kami%') execute function note()
        """;

    private static final String WAITING_UPDATES = "select count(*) from inbox where handled_at is null";
    private static final String WAITING_MESSAGES = "select count(*) from outbox where finished_at is null";

    private final int seconds;
    private final Random random;
    private final Scene scene;
    private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);

    private FaultRun(int seconds, Random random, Scene scene) {
        this.seconds = seconds;
        this.random = random;
        this.scene = scene;
    }

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : WHOLE_RUN_SECONDS;
        var people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        var seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        System.out.printf("%d seconds, %d people, seed %d%n", seconds, people, seed);
        System.out.println(run(seconds, people, new Random(seed)).told());
    }

    /// What came of it.
    ///
    /// @param struck how often each fault did
    /// @param answers that people got while everything went wrong
    /// @param unanswered how often somebody got no right answer for three minutes
    /// @param unansweredAfterwards the same when all was calm again
    /// @param poisonous messages that no bot can handle
    /// @param setAside updates and messages that were given up
    /// @param apologies that people were sent
    /// @param waiting updates that are not handled and messages that are not sent, two minutes after the end
    /// @param undelivered messages whose receivers are taken for unreachable
    /// @param lostPhotos that are given up
    /// @param doubledSends messages that came once more since the outcome of sending them was unknown
    /// @param overtaken updates that a later one of their chat has come before
    record Outcome(
            Map<Fault, Integer> struck,
            int answers,
            Stage.Comparison compared,
            int unanswered,
            int unansweredAfterwards,
            int poisonous,
            int setAside,
            long apologies,
            long waiting,
            long undelivered,
            long lostPhotos,
            long doubledSends,
            int overtaken) {
        Outcome {
            struck = Map.copyOf(struck);
        }

        /// For people, a few lines.
        String told() {
            var faults = Arrays.stream(Fault.values())
                    .map(fault -> fault.title() + " " + struck.getOrDefault(fault, 0))
                    .collect(Collectors.joining(", "));
            return """
                %s; overtaken updates %d
                answers %d; nobody answered %d times, and %d times when all was calm
                reports acknowledged %d: lost %d, doubled %d, wrong %d; photos lost %d
                poisonous messages %d, set aside %d, apologies %d
                not caught up %d, not delivered %d; sent once more after an unknown outcome %d
                """.formatted(
                    faults,
                    overtaken,
                    answers,
                    unanswered,
                    unansweredAfterwards,
                    compared.acknowledged(),
                    compared.lost(),
                    compared.doubled(),
                    compared.wrong(),
                    lostPhotos,
                    poisonous,
                    setAside,
                    apologies,
                    waiting,
                    undelivered,
                    doubledSends).strip();
        }
    }

    static Outcome run(int seconds, int people, Random random) throws Exception {
        var disk = SmallDisk.mount(DISK_MEGABYTES);
        if (disk.isEmpty()) {
            try (var stage = Stage.build(people)) {
                return run(stage, disk, seconds, people, random);
            }
        }
        try (var small = disk.get();
                var stage = Stage.build(people, small.folder().resolve("data"))) {
            return run(stage, disk, seconds, people, random);
        }
    }

    private static Outcome run(Stage stage, Optional<SmallDisk> disk, int seconds, int people, Random random)
            throws Exception {
        var database = stage.newDatabase(true);
        addPoison(database);
        var port = FreePort.find();
        try (var crowd = stage.startCrowd(port, people, database);
                var scene = new Scene(stage, disk, database, port, random)) {
            var run = new FaultRun(seconds, random, scene);
            disturb(crowd);
            crowd.order("closed %d %d 200".formatted(people, seconds));
            run.strike(disk.isPresent());
            var told = MAPPER.readTree(crowd.answer());
            var _ = crowd.tell("calm");
            var _ = crowd.tell("habits 180 0 0");
            var finished = MAPPER.readTree(crowd.tell("finish 180"));
            var waiting = waitUntilCaughtUp(database);
            var sums = MAPPER.readTree(crowd.tell("sums"));
            return run.outcome(told, finished, sums, waiting, stage.compare(database, false), database);
        }
    }

    private static void addPoison(DatabaseAddress database) throws SQLException {
        try (var connection = Stage.connect(database);
                var statement = connection.createStatement()) {
            statement.execute(POISON);
        }
    }

    private static void disturb(MeasuredProcess crowd) {
        for (var kind : List.of("server_error", "broken_before", "broken_after")) {
            for (var method : FAILING) {
                tell(crowd, "{\"kind\":\"%s\",\"percent\":1.5,\"methods\":[\"%s\"]}".formatted(kind, method));
            }
        }
        tell(crowd, "{\"kind\":\"too_many_requests\",\"percent\":0.5,\"retryAfter\":2}");
        tell(crowd, "{\"kind\":\"double_updates\",\"percent\":100}");
        tell(crowd, "{\"kind\":\"swapped_updates\",\"percent\":30,\"millis\":1500}");
        var _ = crowd.tell(HABITS);
    }

    private static void tell(MeasuredProcess crowd, String fault) {
        var _ = crowd.tell("fault " + fault);
    }

    /// All faults once, however long that takes, and again until the time is over.
    private void strike(boolean diskCanBeFull) throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(seconds - 5L).toNanos();
        do {
            for (var fault : draw(diskCanBeFull)) {
                Thread.sleep(pause());
                var isOver = System.nanoTime() > end;
                if (isOver && struck.containsKey(fault)) {
                    return;
                }
                strike(fault);
            }
        } while (System.nanoTime() < end);
    }

    private void strike(Fault fault) throws Exception {
        var share = Math.min(1, (double) seconds / WHOLE_RUN_SECONDS);
        fault.strike(scene, Duration.ofMillis((long) (fault.length().toMillis() * share)));
        struck.merge(fault, 1, Integer::sum);
        scene.mustLive();
    }

    /// In a long run the bot is killed more often than anything else goes wrong.
    private List<Fault> draw(boolean diskCanBeFull) {
        var drawn = new ArrayList<>(List.of(Fault.values()));
        if (seconds >= 120) {
            drawn.addAll(List.of(Fault.BOT_KILLED, Fault.BOT_KILLED));
        }
        if (!diskCanBeFull) {
            drawn.remove(Fault.DISK_FULL);
        }
        Collections.shuffle(drawn, random);
        return drawn;
    }

    private Duration pause() {
        var longest = Math.clamp(seconds * 20L, 1_000, 10_000);
        return Duration.ofMillis(500 + random.nextLong(longest));
    }

    private static long waitUntilCaughtUp(DatabaseAddress database) throws SQLException, InterruptedException {
        var deadline = System.nanoTime() + CATCHING_UP.toNanos();
        while (true) {
            var waiting = Stage.count(database, WAITING_UPDATES) + Stage.count(database, WAITING_MESSAGES);
            if (waiting == 0 || System.nanoTime() > deadline) {
                return waiting;
            }
            Thread.sleep(200);
        }
    }

    private Outcome outcome(
            JsonNode told,
            JsonNode finished,
            JsonNode sums,
            long waiting,
            Stage.Comparison compared,
            DatabaseAddress database)
            throws IOException, SQLException {
        return new Outcome(
                struck,
                told.path("answers").asInt(),
                compared,
                told.path("stuck").asInt(),
                finished.path("stuck").asInt(),
                sums.path("poisons").asInt(),
                Stage.countSetAside(database),
                Stage.count(database, "select count(*) from apology"),
                waiting,
                Stage.count(database, "select count(*) from outbox where outcome = 'unreachable'"),
                Stage.count(database, "select count(*) from media where reason is not null"),
                sums.path("spoken").asLong()
                        - Stage.count(database, "select count(*) from outbox where outcome = 'sent' and not edit"),
                sums.path("overtaken").asInt());
    }
}
