package id.laporpustaka.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a poller running: one that has brought nothing for too long is replaced by a new one.
final class WatchedPoller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedPoller.class);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(10);

    private final Supplier<Poller> pollers;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("poller-watch").factory());
    private volatile Poller poller;
    private volatile boolean replaced;
    private boolean closed;

    WatchedPoller(Supplier<Poller> pollers) {
        this.pollers = pollers;
        poller = pollers.get();
        poller.start();
        var seconds = BETWEEN_CHECKS.toSeconds();
        var _ = watch.scheduleWithFixedDelay(this::checkForEver, seconds, seconds, TimeUnit.SECONDS);
    }

    /// A check that fails is not the last one.
    private void checkForEver() {
        try {
            check();
        } catch (RuntimeException | Error e) {
            LOG.error("The poller could not be started again; trying later", e);
        }
    }

    /// Replaces a poller that is no longer healthy.
    synchronized void check() {
        if (closed || poller.healthy()) {
            return;
        }
        LOG.error("No updates from Telegram for two minutes; starting again");
        poller.close();
        poller = pollers.get();
        replaced = true;
        poller.start();
    }

    /// Whether updates have been coming in, or may still begin to.
    boolean healthy() {
        var present = poller;
        return present.problem().isEmpty() && present.healthy() && (present.hasPolled() || !replaced);
    }

    /// Why no updates have been coming in, if so.
    Optional<String> trouble() {
        return healthy()
                ? Optional.empty()
                : Optional.of(problem().orElse("Telegram has not been heard from for two minutes."));
    }

    Optional<String> problem() {
        return poller.problem();
    }

    @Override
    public synchronized void close() {
        closed = true;
        watch.shutdownNow();
        poller.close();
    }
}
