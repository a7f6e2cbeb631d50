package id.laporpustaka.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.LongSupplier;

/// Notices that Telegram slows down the whole bot and not only one chat: when it tells several chats within a
/// second to wait, nothing is sent to anyone for as long as it said. Safe to use from all threads.
final class FloodPause {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int SEVERAL = 3;

    private final LongSupplier nanoTime;
    private final ArrayDeque<Refusal> recent = new ArrayDeque<>();
    private long until;

    private record Refusal(long chatId, long at) {}

    FloodPause(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        until = nanoTime.getAsLong();
    }

    synchronized void refused(long chatId, Duration retryAfter) {
        var now = nanoTime.getAsLong();
        recent.removeIf(refusal -> now - refusal.at() > SECOND || refusal.chatId() == chatId);
        recent.add(new Refusal(chatId, now));
        if (recent.size() >= SEVERAL && now + retryAfter.toNanos() - until > 0) {
            until = now + retryAfter.toNanos();
        }
    }

    /// How long nothing may be sent from now on.
    synchronized Duration remaining() {
        var left = until - nanoTime.getAsLong();
        return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
    }
}
