package id.laporpustaka.metrics;

import id.laporpustaka.outbox.SendCounts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What became of attempts to send messages.
final class CountedSends implements SendCounts {
    private final Map<Outcome, Counter> attempts;

    CountedSends(MeterRegistry registry) {
        attempts = Arrays.stream(Outcome.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        outcome -> Counter.builder(Metrics.PREFIX + "sends")
                                .description("Attempts to send a message, by what became of them")
                                .tag("outcome", Metrics.label(outcome))
                                .register(registry)));
    }

    @Override
    public void attempted(Outcome outcome) {
        var counter = attempts.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }
}
