package id.laporpustaka.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.FreePort;
import id.laporpustaka.db.DatabaseAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A crowd fills in reports with three processes behind a plain proxy, over one PostgreSQL. After a third of the time
/// one of them is killed as by `kill -9`, after two thirds one is added and another is stopped as whoever runs it would
/// stop it. Then people end what they have begun, and what they were told is compared with what is there.
///
/// Arguments, each optional: for how many seconds (300), how many people (100).
final class ManyProcesses {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PROCESSES = 3;

    private ManyProcesses() {}

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        var people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        System.out.println(run(seconds, people));
    }

    /// What came of it.
    ///
    /// @param answers that people got before they ended what they had begun
    /// @param longest how many milliseconds somebody waited for an answer at most
    /// @param broken requests of Telegram that were under way to a process that died
    /// @param unanswered how often somebody got no answer for a minute
    /// @param setAside updates and messages that were given up
    record Outcome(
            int answers,
            double p50,
            double p99,
            double longest,
            int broken,
            Stage.Comparison compared,
            int unanswered,
            int setAside) {}

    static Outcome run(int seconds, int people) throws Exception {
        try (var stage = Stage.build(people);
                var proxy = new RoundRobin()) {
            var address = stage.newDatabase(true);
            var telegram = FreePort.find();
            try (var crowd = stage.startCrowd(telegram, people, address)) {
                return run(new Play(stage, proxy, address, telegram), crowd, seconds, people);
            }
        }
    }

    private static Outcome run(Play play, MeasuredProcess crowd, int seconds, int people) throws Exception {
        var products = play.startProducts();
        try {
            var third = Duration.ofSeconds(seconds).dividedBy(3);
            crowd.order("closed %d %d 200".formatted(people, seconds));
            Thread.sleep(third);
            products.removeFirst().kill();
            Thread.sleep(third);
            products.add(play.startProduct());
            products.removeFirst().close();
            var told = MAPPER.readTree(crowd.answer());
            var finished = MAPPER.readTree(crowd.tell("finish 120"));
            return new Outcome(
                    told.path("answers").asInt(),
                    told.path("p50").asDouble(),
                    told.path("p99").asDouble(),
                    Math.max(
                            told.path("longest").asDouble(),
                            finished.path("longest").asDouble()),
                    play.proxy.broken(),
                    play.stage.compare(play.address, false),
                    told.path("stuck").asInt() + finished.path("stuck").asInt(),
                    Stage.countSetAside(play.address));
        } finally {
            products.forEach(MeasuredProcess::close);
        }
    }

    private record Play(Stage stage, RoundRobin proxy, DatabaseAddress address, int telegram) {
        List<MeasuredProcess> startProducts() throws Exception {
            return stage.startBehind(PROCESSES, proxy, telegram, address, Map.of());
        }

        MeasuredProcess startProduct() throws IOException, InterruptedException {
            return stage.startBehind(proxy, telegram, address, Map.of());
        }
    }
}
