package id.laporpustaka.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.FreePort;
import java.util.Map;

/// Many people fill in reports for a long time, and the memory of our bot is printed while they do, so that one sees
/// whether it grows.
///
/// Arguments, each optional: for how many seconds (600), how many people (2,000), each of whom does something every ten
/// seconds.
final class Soak {
    private static final int PAUSE_MILLIS = 10_000;
    private static final int SECONDS_A_LINE = 30;
    private static final String WAITING = "select (select count(*) from inbox where handled_at is null)"
            + " + (select count(*) from outbox where finished_at is null)";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Soak() {}

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 600;
        var people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        System.out.printf(
                "%d processors, %d people, each every %d s, JVM %s%n%n",
                Runtime.getRuntime().availableProcessors(), people, PAUSE_MILLIS / 1_000, Stage.JVM);
        System.out.println("| s | answers/s | p50 ms | p99 | RSS MiB | most MiB | waiting to be handled or sent |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        try (var stage = Stage.build(people)) {
            var address = stage.newDatabase(true);
            var port = FreePort.find();
            try (var crowd = stage.startCrowd(port, people, address);
                    var product = stage.startProduct(port, address, Map.of())) {
                for (var passed = 0; passed < seconds; passed += SECONDS_A_LINE) {
                    var told = MAPPER.readTree(
                            crowd.tell("closed %d %d %d".formatted(people, SECONDS_A_LINE, PAUSE_MILLIS)));
                    var memory = MeasuredProcess.residentMegabytes(product.pid());
                    System.out.printf(
                            "| %d | %,.0f | %.1f | %.1f | %d | %d | %d |%n",
                            passed + SECONDS_A_LINE,
                            told.path("answers").asDouble()
                                    / told.path("seconds").asDouble(),
                            told.path("p50").asDouble(),
                            told.path("p99").asDouble(),
                            memory[0],
                            memory[1],
                            Stage.count(address, WAITING));
                }
                var _ = crowd.tell("finish 60");
                System.out.println(stage.compare(address, false));
            }
        }
    }
}
