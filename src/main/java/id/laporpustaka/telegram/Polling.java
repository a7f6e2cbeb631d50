package id.laporpustaka.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What this process asks Telegram for, while it leads: one poller at a time, a new one each time it begins.
final class Polling {
    /// A process that has ended without having heard from Telegram says so for as long, which is longer than it leaves
    /// asking to others, so that it does not look well in between.
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final Supplier<Poller> pollers;
    private final LongSupplier nanoTime;
    private volatile @Nullable Poller poller;
    private volatile boolean endedUnheard;
    private volatile long ended;

    Polling(Supplier<Poller> pollers, LongSupplier nanoTime) {
        this.pollers = pollers;
        this.nanoTime = nanoTime;
    }

    synchronized void begin() {
        if (poller == null) {
            var next = pollers.get();
            poller = next;
            next.start();
        }
    }

    synchronized void end() {
        var last = poller;
        if (last != null) {
            last.close();
            endedUnheard = !isHeard(last);
            ended = nanoTime.getAsLong();
            poller = null;
        }
    }

    /// Whether asking makes sense: as long as Telegram has answered within the last two minutes or still may.
    boolean isWorthwhile() {
        var present = poller;
        return present == null || present.healthy();
    }

    /// Why no updates have been coming in, if so.
    Optional<String> trouble() {
        var present = poller;
        var isHeard = present == null ? !endedUnheard || isLongAgo() : isHeard(present);
        return isHeard
                ? Optional.empty()
                : Optional.of(Optional.ofNullable(present)
                        .flatMap(Poller::problem)
                        .orElse("Telegram has not been heard from for two minutes."));
    }

    private boolean isLongAgo() {
        return nanoTime.getAsLong() - ended > REMEMBERED.toNanos();
    }

    private boolean isHeard(Poller one) {
        return one.problem().isEmpty() && one.healthy() && (one.hasPolled() || !endedUnheard);
    }
}
