package id.laporpustaka.metrics;

import id.laporpustaka.intake.IntakeCounts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/// What the workers have done.
final class CountedIntake implements IntakeCounts {
    private final Counter handled;
    private final Counter setAside;
    private final DistributionSummary steps;
    private final Timer settled;
    private final Timer answered;

    CountedIntake(MeterRegistry registry) {
        handled = Counter.builder(Metrics.PREFIX + "updates.handled")
                .description("Updates that are done with, results of jobs and reminders included")
                .register(registry);
        setAside = Counter.builder(Metrics.PREFIX + "updates.set.aside")
                .description("Updates that were set aside after their last try")
                .register(registry);
        steps = DistributionSummary.builder(Metrics.PREFIX + "transaction.steps")
                .description("Steps of conversations that were committed together")
                .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500)
                .register(registry);
        settled = Timer.builder(Metrics.PREFIX + "handling")
                .description("From an update of Telegram's being stored to what follows from it being committed")
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(20),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(5))
                .register(registry);
        answered = Timer.builder(Metrics.PREFIX + "answer")
                .description("From Telegram's date of a message, which has whole seconds, to its answer being ready to"
                        + " be sent: up to a second too long; presses and edits have no such date and are left out")
                .serviceLevelObjectives(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofHours(1))
                .register(registry);
    }

    @Override
    public void handled(int updates, int steps) {
        handled.increment(updates);
        this.steps.record(steps);
    }

    @Override
    public void settled(Duration sinceStored) {
        settled.record(sinceStored);
    }

    @Override
    public void answered(Duration sinceSent) {
        answered.record(sinceSent);
    }

    @Override
    public void setAside() {
        setAside.increment();
    }
}
