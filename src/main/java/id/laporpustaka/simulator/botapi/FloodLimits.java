package id.laporpustaka.simulator.botapi;

import id.laporpustaka.simulator.world.Chat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Telegram's limits on sending: 30 messages a second to everybody, one a second to a person (a burst of five
/// passes), 20 a minute to a group. Telegram publishes no exact algorithm; these are token buckets. An album
/// passes when one message would, and counts as all of its items.
final class FloodLimits {
    private static final int SWEEP_ABOVE = 100_000;

    private final boolean on;
    private final Bucket everybody = new Bucket(30, 30);
    private final Map<Long, Bucket> chats = new ConcurrentHashMap<>();

    FloodLimits(boolean on) {
        this.on = on;
    }

    boolean isOn() {
        return on;
    }

    /// @throws Refusal 429 if the message is one too many
    void pass(Chat chat, int messages, long nowMillis) {
        if (!on) {
            return;
        }
        if (chats.size() > SWEEP_ABOVE) {
            chats.clear();
        }
        var bucket =
                chats.computeIfAbsent(chat.id(), _ -> chat.isPrivate() ? new Bucket(5, 1) : new Bucket(20, 20.0 / 60));
        refuseAfter(bucket.secondsUntilFree(messages, nowMillis));
        refuseAfter(everybody.secondsUntilFree(messages, nowMillis));
    }

    private static void refuseAfter(long seconds) {
        if (seconds > 0) {
            throw Refusal.tooMany(seconds);
        }
    }

    private static final class Bucket {
        private final double capacity;
        private final double perSecond;
        private double tokens;
        private long lastMillis;

        private Bucket(double capacity, double perSecond) {
            this.capacity = capacity;
            this.perSecond = perSecond;
            this.tokens = capacity;
        }

        /// Takes the tokens and returns 0, or returns how long to wait in whole seconds.
        private synchronized long secondsUntilFree(int wanted, long nowMillis) {
            if (lastMillis != 0) {
                tokens = Math.min(capacity, tokens + (nowMillis - lastMillis) / 1000.0 * perSecond);
            }
            lastMillis = nowMillis;
            if (tokens >= 1) {
                tokens -= wanted;
                return 0;
            }
            return (long) Math.max(1, Math.ceil((1 - tokens) / perSecond));
        }
    }
}
