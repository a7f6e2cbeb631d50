package id.laporpustaka.intake;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something when work takes longer than people like to wait without a word.
final class Patience implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration LASTS = Duration.ofSeconds(1);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("patience").factory());

    /// Begins to wait.
    ///
    /// @param whenOver done once unless the work ends before, and never after it has ended
    Work begin(Runnable whenOver) {
        return new Work(whenOver, clock);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /// Work that somebody waits for; close it at its end.
    static final class Work implements AutoCloseable {
        private final Runnable whenOver;
        private final Future<?> alarm;
        private boolean ended;

        private Work(Runnable whenOver, ScheduledExecutorService clock) {
            this.whenOver = whenOver;
            this.alarm = clock.schedule(this::tell, LASTS.toMillis(), TimeUnit.MILLISECONDS);
        }

        private synchronized void tell() {
            if (ended) {
                return;
            }
            try {
                whenOver.run();
            } catch (RuntimeException e) {
                LOG.warn("Who waits could not be told so: {}", e.toString());
            }
        }

        @Override
        public synchronized void close() {
            ended = true;
            alarm.cancel(false);
        }
    }
}
