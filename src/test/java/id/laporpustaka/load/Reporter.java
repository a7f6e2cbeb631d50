package id.laporpustaka.load;

import static java.util.stream.Collectors.toMap;

import id.laporpustaka.simulator.Phone;
import id.laporpustaka.simulator.phone.Script;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// One who fills in reports by a phone whose Telegram is away now and then, and says again what did not arrive. Used by
/// one thread until that has ended.
final class Reporter {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TRIES = 4;
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final Phone phone;
    private final int number;
    private final List<String> acknowledged = new ArrayList<>();
    private int reports;
    private int repeated;
    private int unanswered;

    Reporter(Phone phone, int number) {
        this.phone = phone;
        this.number = number;
    }

    /// The titles of the reports that were said to have been sent.
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    int repeated() {
        return repeated;
    }

    int unanswered() {
        return unanswered;
    }

    /// A report that is begun in time is ended.
    void reportUntil(long nanoTime) {
        while (System.nanoTime() < nanoTime) {
            report();
            reports++;
        }
    }

    private void report() {
        var title = "Pelatihan warga %d ke %d".formatted(number, reports);
        for (var place = 0; place < Script.LINES.size(); place++) {
            var line = Script.LINES.get(place);
            var words = switch (place) {
                case Script.TITLE -> title;
                case Script.DAY ->
                    LocalDate.now(ZONE).minusDays(1L + reports % 25).toString();
                default -> "";
            };
            if (!goOn(line, words)) {
                unanswered++;
                return;
            }
        }
        acknowledged.add(title);
    }

    private boolean goOn(Script.Line line, String words) {
        var before = texts();
        for (var tries = 0; tries < TRIES; tries++) {
            repeated += tries == 0 ? 0 : 1;
            perform(line.act(), words);
            var answer = await(before, line.expected());
            if (answer.isPresent()) {
                return !answer.get().contains(Script.DOUBLED) || goOn(Script.OTHER, "");
            }
        }
        return false;
    }

    /// It may have been done, or not, if Telegram dies of it; and where there is no such button any more, it has been.
    private void perform(Script.Act act, String words) {
        try {
            switch (act) {
                case Script.Act.Say(var text) -> phone.say(text.formatted(words));
                case Script.Act.Tap(var label) -> phone.tap(label);
                case Script.Act.Photo() -> phone.sendSamplePhoto("kebun", "");
            }
        } catch (UncheckedIOException | AssertionError _) {
            pause();
        }
    }

    private Optional<String> await(Map<Integer, String> before, String expected) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (var said : texts().entrySet()) {
                var text = said.getValue();
                if ((text.contains(expected) || text.contains(Script.DOUBLED))
                        && !text.equals(before.get(said.getKey()))) {
                    return Optional.of(text);
                }
            }
            pause();
        }
        return Optional.empty();
    }

    /// What the bot has said, by message.
    private Map<Integer, String> texts() {
        return patiently(() -> phone.messages().stream()
                .filter(Phone.Message::fromBot)
                .collect(toMap(Phone.Message::id, Phone.Message::text)));
    }

    private static <T> T patiently(Supplier<T> asking) {
        while (true) {
            try {
                return asking.get();
            } catch (UncheckedIOException _) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
