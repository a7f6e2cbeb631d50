package id.laporpustaka.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A crowd fills in reports while everything goes wrong: every update comes twice, calls to Telegram fail or break
/// off, and at random moments our bot, or every third time PostgreSQL, is killed as by `kill -9`. Then all is calm,
/// people end what they have begun, and what they were told is compared with what is there.
///
/// Arguments, each optional: for how many seconds (600), how many people (50), the seed of the random moments.
final class FaultRun {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> FAILING =
            List.of("sendmessage", "editmessagetext", "answercallbackquery", "getupdates");

    private FaultRun() {}

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 600;
        var people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        var seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        System.out.println("seed " + seed);
        System.out.println(run(seconds, people, new Random(seed)));
    }

    /// What came of it.
    ///
    /// @param answers that people got while everything went wrong
    /// @param kills of our bot
    /// @param crashes of PostgreSQL
    /// @param unanswered how often somebody got no answer for a minute
    /// @param unansweredAfterwards the same when all was calm again
    /// @param setAside updates and messages that were given up
    record Outcome(
            int answers,
            int kills,
            int crashes,
            Stage.Comparison compared,
            int unanswered,
            int unansweredAfterwards,
            int setAside) {}

    static Outcome run(int seconds, int people, Random random) throws Exception {
        try (var stage = Stage.build(people)) {
            return run(stage, seconds, people, random);
        }
    }

    private static Outcome run(Stage stage, int seconds, int people, Random random) throws Exception {
        var address = stage.newDatabase(true);
        var port = Stage.freePort();
        try (var crowd = stage.startCrowd(port, people, address)) {
            var product = stage.startProduct(port, address, Map.of());
            for (var kind : List.of("server_error", "broken_before", "broken_after")) {
                for (var method : FAILING) {
                    tell(crowd, "{\"kind\":\"%s\",\"percent\":1.5,\"methods\":[\"%s\"]}".formatted(kind, method));
                }
            }
            tell(crowd, "{\"kind\":\"too_many_requests\",\"percent\":0.5,\"retryAfter\":2}");
            tell(crowd, "{\"kind\":\"double_updates\",\"percent\":100}");
            crowd.order("closed %d %d 200".formatted(people, seconds));
            var end = Instant.now().plusSeconds(seconds - 10L);
            var kills = 0;
            var crashes = 0;
            while (true) {
                Thread.sleep(Duration.ofMillis(6_000 + random.nextInt(10_000)));
                if (Instant.now().isAfter(end)) {
                    break;
                }
                if ((kills + crashes) % 3 == 1) {
                    stage.killPostgres(address);
                    crashes++;
                } else {
                    product.kill();
                    product = stage.startProduct(port, address, Map.of());
                    kills++;
                }
            }
            var told = MAPPER.readTree(crowd.answer());
            var _ = crowd.tell("calm");
            var finished = MAPPER.readTree(crowd.tell("finish 180"));
            product.close();
            return new Outcome(
                    told.path("answers").asInt(),
                    kills,
                    crashes,
                    stage.compare(address, false),
                    told.path("stuck").asInt(),
                    finished.path("stuck").asInt(),
                    Stage.countSetAside(address));
        }
    }

    private static void tell(MeasuredProcess crowd, String fault) {
        var _ = crowd.tell("fault " + fault);
    }
}
