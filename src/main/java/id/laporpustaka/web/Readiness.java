package id.laporpustaka.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Whether this process should get work. Once started it asks every ten seconds by itself, so that it knows since when
/// something has not been well, even if nobody else has asked.
final class Readiness implements AutoCloseable {
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(10);

    private final List<Check> checks;
    private final Clock clock;
    private final Map<String, Instant> failingSince = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("readiness").factory());

    Readiness(List<Check> checks, Clock clock) {
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    /// @param since when it was first noticed
    record Failing(String check, String reason, Instant since) {}

    record Note(String check, String note) {}

    void start() {
        var seconds = BETWEEN_CHECKS.toSeconds();
        var _ = watch.scheduleWithFixedDelay(this::failing, seconds, seconds, TimeUnit.SECONDS);
    }

    /// What is not well at this moment.
    List<Failing> failing() {
        var failing = new ArrayList<Failing>();
        for (var check : checks) {
            var problem = check.problem();
            if (problem.isEmpty()) {
                failingSince.remove(check.name());
            } else {
                var since = failingSince.computeIfAbsent(check.name(), _ -> clock.instant());
                failing.add(new Failing(check.name(), problem.get(), since));
            }
        }
        return failing;
    }

    /// What else there is to say of the checks at this moment.
    List<Note> notes() {
        return checks.stream()
                .flatMap(check -> check.note().get().stream().map(text -> new Note(check.name(), text)))
                .toList();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
