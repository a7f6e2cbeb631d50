package id.laporpustaka.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Keeps to Telegram's limits for one chat: one message a second to a person, where short bursts pass, and 20 a
/// minute to a group (Telegram Bots FAQ, "My bot is hitting limits").
///
/// Kept in memory: a chat is sent to by one process at a time. Not safe for use from several threads.
final class ChatPace {
    private static final Pace PERSON = new Pace(Duration.ofSeconds(1), 4);
    /// In any minute 3 at once and 17 more.
    private static final Pace GROUP = new Pace(Duration.ofMillis(3_500), 3);
    private static final int MOST_CHATS = 10_000;

    private final LongSupplier nanoTime;
    /// For each chat the moment from which nothing of what was sent counts any more.
    private final Map<Long, Long> free = new HashMap<>();

    private record Pace(Duration interval, int burst) {}

    /// @param nanoTime a clock like [System#nanoTime]
    ChatPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Takes the right to send now; otherwise takes nothing and returns how long to wait.
    ///
    /// @param messages how many are sent at once, as of an album, which goes when one message may go; what follows
    ///     it waits for all of them
    Duration reserve(long chatId, int messages) {
        var pace = chatId < 0 ? GROUP : PERSON;
        var interval = pace.interval().toNanos();
        var now = nanoTime.getAsLong();
        var from = free.getOrDefault(chatId, now);
        var start = from - now > 0 ? from : now;
        var wait = start - now - interval * (pace.burst() - 1);
        if (wait > 0) {
            return Duration.ofNanos(wait);
        }
        if (free.size() >= MOST_CHATS) {
            free.values().removeIf(moment -> moment - now <= 0);
        }
        free.put(chatId, start + interval * messages);
        return Duration.ZERO;
    }
}
