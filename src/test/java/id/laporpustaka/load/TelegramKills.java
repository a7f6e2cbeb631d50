package id.laporpustaka.load;

import id.laporpustaka.FreePort;
import id.laporpustaka.db.DatabaseAddress;
import id.laporpustaka.simulator.Phone;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// People fill in reports by phones while the process that plays Telegram is killed as by `kill -9` again and again. It
/// goes on with what its journal has, as Telegram would with all it knows.
///
/// Arguments, each optional: for how many seconds (120), how many people (6).
final class TelegramKills {
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(6);
    private static final Duration LONGEST_DEATH = Duration.ofSeconds(3);

    private TelegramKills() {}

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 120;
        var people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
        for (var mode : List.of("polling", "webhook")) {
            System.out.println(mode + ": " + run(seconds, people, mode, new Random()));
        }
    }

    /// What came of it.
    ///
    /// @param repeated how often somebody had to say something again, as what they had said died with Telegram
    /// @param unanswered how often even that did not help
    /// @param setAside updates and messages that were given up
    record Outcome(int kills, Stage.Comparison compared, int repeated, int unanswered, int setAside) {}

    /// @param mode `TELEGRAM_MODE`
    static Outcome run(int seconds, int people, String mode, Random random) throws Exception {
        try (var stage = Stage.build(people)) {
            var address = stage.newDatabase(true);
            var port = FreePort.find();
            var journal = Files.createTempDirectory("lapor-pustaka-telegram").resolve("journal.jsonl");
            var telegram = stage.startTelegram(port, people, journal);
            try (var _ = stage.startProduct(port, address, Map.of("TELEGRAM_MODE", mode))) {
                var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
                var reporters = new ArrayList<Reporter>();
                for (var i = 0; i < people; i++) {
                    var phone = Phone.of(URI.create("http://127.0.0.1:" + port), Stage.FIRST_PERSON + i);
                    reporters.add(new Reporter(phone, i));
                }
                var kills = 0;
                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    var ended = new ArrayList<Future<?>>();
                    reporters.forEach(reporter -> ended.add(threads.submit(() -> reporter.reportUntil(end))));
                    while (System.nanoTime() < end) {
                        Thread.sleep(random.nextLong(LONGEST_LIFE.toMillis()));
                        telegram.kill();
                        kills++;
                        Thread.sleep(random.nextLong(LONGEST_DEATH.toMillis()));
                        telegram = stage.startTelegram(port, people, journal);
                    }
                    for (var one : ended) {
                        one.get();
                    }
                }
                return outcome(stage, address, kills, reporters);
            } finally {
                telegram.kill();
                Stage.delete(journal.getParent());
            }
        }
    }

    private static Outcome outcome(Stage stage, DatabaseAddress address, int kills, List<Reporter> reporters)
            throws Exception {
        var titles = reporters.stream()
                .flatMap(reporter -> reporter.acknowledged().stream())
                .toList();
        Path file = stage.acknowledged(address);
        Files.write(file, titles);
        return new Outcome(
                kills,
                stage.compare(address, false),
                reporters.stream().mapToInt(Reporter::repeated).sum(),
                reporters.stream().mapToInt(Reporter::unanswered).sum(),
                Stage.countSetAside(address));
    }
}
