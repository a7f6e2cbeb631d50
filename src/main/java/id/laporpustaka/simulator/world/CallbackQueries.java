package id.laporpustaka.simulator.world;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Taps that wait for the bot's answer. Telegram gives no number for how long it waits; reports say 10 to 20
/// seconds, so it is 15 here. A query can be answered once.
public final class CallbackQueries {
    private static final long SECONDS_TO_ANSWER = 15;
    private static final int SWEEP_ABOVE = 10_000;

    /// A tap that waits for its answer.
    ///
    /// @param expiresAt in seconds since 1970
    public record Query(String id, long chat, int message, long person, long expiresAt) {}

    private final InstantSource clock;
    private final Map<String, Query> open = new ConcurrentHashMap<>();
    private final AtomicLong lastId;

    CallbackQueries(InstantSource clock) {
        this.clock = clock;
        this.lastId = new AtomicLong(clock.millis() * 1_000_000);
    }

    public Query begin(long chat, int message, long person) {
        long now = clock.instant().getEpochSecond();
        if (open.size() > SWEEP_ABOVE) {
            open.values().removeIf(query -> query.expiresAt < now);
        }
        var id = Long.toString(lastId.incrementAndGet());
        var query = new Query(id, chat, message, person, now + SECONDS_TO_ANSWER);
        open.put(id, query);
        return query;
    }

    /// Takes the query away, so that a second answer finds nothing.
    public Optional<Query> take(String id) {
        long now = clock.instant().getEpochSecond();
        return Optional.ofNullable(open.remove(id)).filter(query -> query.expiresAt >= now);
    }
}
