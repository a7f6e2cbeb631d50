package id.laporpustaka.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.FreePort;
import id.laporpustaka.db.DatabaseAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Crowds fill in reports with our bot and with the plain one beside it, each a process of its own over one
/// PostgreSQL, and what they get and what it costs is printed. Everything runs on this machine: the crowd and its
/// Telegram too, whose processor time is not counted.
///
/// Arguments, each optional: how many people (200), for how many seconds each run is measured (20), how often all
/// of it is done (1), a part of the names of the runs.
final class Load {
    private static final int WARMING_SECONDS = Integer.parseInt(System.getenv().getOrDefault("LOAD_WARMING", "30"));

    /// Twice as long where little happens in a second.
    private static final int WARMING_WITH_FEW = 2 * WARMING_SECONDS;

    private static final int PROCESSES = 3;
    private static final int PEOPLE_IN_MEMORY = 2_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Stage stage;
    private final int seconds;

    private Load(Stage stage, int seconds) {
        this.stage = stage;
        this.seconds = seconds;
    }

    enum Bot {
        POLLING,
        WEBHOOK,
        THREE,
        PEER
    }

    public static void main(String[] arguments) throws Exception {
        var people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        var rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        var part = arguments.length > 3 ? arguments[3] : "";
        try (var stage = Stage.build(Math.max(people, PEOPLE_IN_MEMORY))) {
            var load = new Load(stage, seconds);
            System.out.printf(
                    "%d processors, %d people one thing after the other, %d s each after %d s of warming (%d where few"
                            + " come at once), JVM %s%n%n",
                    Runtime.getRuntime().availableProcessors(),
                    people,
                    seconds,
                    WARMING_SECONDS,
                    WARMING_WITH_FEW,
                    Stage.JVM);
            System.out.println("| run | answers/s | p50 ms | p95 | p99 | CPU s a 1,000: bot | PostgreSQL |"
                    + " sends and edits an answer | RSS MiB | stuck | acknowledged | lost | doubled | wrong |");
            System.out.println(
                    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
                            + " ---: |");
            for (var run : runs(people, rounds)) {
                if (run.name().contains(part)) {
                    load.measure(run);
                }
            }
            if ("floor".contains(part)) {
                System.out.println(Floor.measure(stage, seconds)
                        .map(floor -> "floor: pgbench writes the rows of %,.0f answers/s, PostgreSQL %.2f CPU s a 1,000"
                                .formatted(floor.perSecond(), floor.processorSeconds()))
                        .orElse("floor: skipped, there is no pgbench here (Debian's package postgresql has it)"));
            }
        }
    }

    /// @param order to the crowd; `%d` becomes for how many seconds
    /// @param delay in milliseconds, from the bot to Telegram
    /// @param warming in seconds
    private record Run(String name, Bot bot, int delay, int people, String order, int warming) {}

    private static List<Run> runs(int people, int rounds) {
        var runs = new ArrayList<Run>();
        for (var round = 0; round < rounds; round++) {
            for (var delay : List.of(0, 50)) {
                for (var bot : Bot.values()) {
                    var name = "%s, %d ms to Telegram".formatted(name(bot), delay);
                    runs.add(new Run(name, bot, delay, people, "closed %d %%d 0".formatted(people), WARMING_SECONDS));
                }
            }
        }
        for (var rate : List.of(100, 500)) {
            for (var bot : List.of(Bot.POLLING, Bot.PEER)) {
                var name = "%s, %d answers/s arriving".formatted(name(bot), rate);
                var order = "open %d %%d %d".formatted(people, rate);
                runs.add(new Run(name, bot, 0, people, order, WARMING_WITH_FEW));
            }
        }
        var many = "ours, %,d people, each every 10 s".formatted(PEOPLE_IN_MEMORY);
        var order = "closed %d %%d 10000".formatted(PEOPLE_IN_MEMORY);
        runs.add(new Run(many, Bot.POLLING, 0, PEOPLE_IN_MEMORY, order, WARMING_WITH_FEW));
        return runs;
    }

    private static String name(Bot bot) {
        return switch (bot) {
            case POLLING -> "ours, polling";
            case WEBHOOK -> "ours, webhook";
            case THREE -> "ours, %d processes by webhook".formatted(PROCESSES);
            case PEER -> "plain bot";
        };
    }

    /// Processes that are one bot.
    private record Bots(List<MeasuredProcess> processes) implements AutoCloseable {
        double processorSeconds() {
            return processes.stream()
                    .mapToDouble(one -> MeasuredProcess.processorSeconds(one.pid(), false))
                    .sum();
        }

        /// The most that they had, together.
        long residentMegabytes() {
            return processes.stream()
                    .mapToLong(one -> MeasuredProcess.residentMegabytes(one.pid())[1])
                    .sum();
        }

        @Override
        public void close() {
            processes.forEach(MeasuredProcess::close);
        }
    }

    private Bots start(Bot bot, int telegram, DatabaseAddress address, RoundRobin proxy) throws Exception {
        return new Bots(
                switch (bot) {
                    case PEER -> List.of(stage.startPeer(telegram, address));
                    case POLLING -> List.of(stage.startProduct(telegram, address, Map.of()));
                    case WEBHOOK -> List.of(stage.startProduct(telegram, address, Map.of("TELEGRAM_MODE", "webhook")));
                    case THREE -> stage.startBehind(PROCESSES, proxy, telegram, address, Map.of());
                });
    }

    private void measure(Run run) throws Exception {
        var address = stage.newDatabase(run.bot() != Bot.PEER);
        var port = FreePort.find();
        try (var crowd = stage.startCrowd(port, run.people(), address);
                var proxy = new RoundRobin();
                var bots = start(run.bot(), port, address, proxy)) {
            if (run.delay() > 0) {
                var _ = crowd.tell("fault {\"kind\":\"delay\",\"millis\":%d,\"percent\":100}".formatted(run.delay()));
            }
            var _ = crowd.tell(run.order().formatted(run.warming()));
            var postmaster = Stage.postmaster(address);
            var botBefore = bots.processorSeconds();
            var postgresBefore = MeasuredProcess.processorSeconds(postmaster, true);
            var told = MAPPER.readTree(crowd.tell(run.order().formatted(seconds)));
            var botTime = bots.processorSeconds() - botBefore;
            var postgresTime = MeasuredProcess.processorSeconds(postmaster, true) - postgresBefore;
            var memory = bots.residentMegabytes();
            var end = MAPPER.readTree(crowd.tell("finish 60"));
            var thousands = told.path("answers").asDouble() / 1_000;
            var compared = stage.compare(address, run.bot() == Bot.PEER);
            System.out.printf(
                    "| %s | %,.0f | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f | %d | %d | %,d | %d | %d | %d |%n",
                    run.name(),
                    told.path("answers").asDouble() / told.path("seconds").asDouble(),
                    told.path("p50").asDouble(),
                    told.path("p95").asDouble(),
                    told.path("p99").asDouble(),
                    botTime / thousands,
                    postgresTime / thousands,
                    calls(told.path("calls")) / told.path("answers").asDouble(),
                    memory,
                    told.path("stuck").asInt() + end.path("stuck").asInt(),
                    compared.acknowledged(),
                    compared.lost(),
                    compared.doubled(),
                    compared.wrong());
        }
    }

    private static double calls(JsonNode calls) {
        return calls.path("sendmessage").asDouble()
                + calls.path("editmessagetext").asDouble();
    }
}
