package id.laporpustaka.metrics;

import id.laporpustaka.telegram.TelegramCounts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How it goes with Telegram.
final class CountedTelegram implements TelegramCounts {
    private final MeterRegistry registry;
    private final Map<Kind, Counter> received;
    private final Map<String, Map<Result, Timer>> calls = new ConcurrentHashMap<>();

    CountedTelegram(MeterRegistry registry) {
        this.registry = registry;
        received = Arrays.stream(Kind.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        kind -> Counter.builder(Metrics.PREFIX + "updates.received")
                                .description(
                                        "Updates from Telegram that were stored; one that comes twice counts twice")
                                .tag("kind", Metrics.label(kind))
                                .register(registry)));
        timers("sendmessage"); // so that there is such a figure before the first call
    }

    @Override
    public void received(Kind kind) {
        var counter = received.get(kind);
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void called(String method, Result result, Duration took) {
        var timer = calls.computeIfAbsent(method, this::timers).get(result);
        if (timer != null) {
            timer.record(took);
        }
    }

    private Map<Result, Timer> timers(String method) {
        return Arrays.stream(Result.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        result -> Timer.builder(Metrics.PREFIX + "telegram.calls")
                                .description("Calls of the Bot API, but for questions for updates")
                                .tags("method", method, "result", Metrics.label(result))
                                .serviceLevelObjectives(
                                        Duration.ofMillis(50),
                                        Duration.ofMillis(100),
                                        Duration.ofMillis(250),
                                        Duration.ofMillis(500),
                                        Duration.ofSeconds(1),
                                        Duration.ofMillis(2_500),
                                        Duration.ofSeconds(10),
                                        Duration.ofMinutes(1))
                                .register(registry)));
    }
}
