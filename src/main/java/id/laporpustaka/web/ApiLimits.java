package id.laporpustaka.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often one token, person or link may ask: 120 times at once, then two a second. Safe to use from all
/// threads; only those who asked last are remembered. Answers say how much is left, as in the IETF's draft
/// `draft-ietf-httpapi-ratelimit-headers`.
final class ApiLimits {
    static final int REQUESTS = 120;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    ApiLimits(Clock clock) {
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.millis() * 1_000_000;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /// Counts a request and says so in the answer.
    ///
    /// @throws RequestProblem if it is one too many
    void count(Context context, String who) {
        var probe = bucket(who).tryConsumeAndReturnRemaining(1);
        var wait = Duration.ofNanos(probe.getNanosToWaitForRefill())
                .plusMillis(999)
                .toSeconds();
        var reset =
                Duration.ofNanos(probe.getNanosToWaitForReset()).plusMillis(999).toSeconds();
        context.header("RateLimit-Policy", "\"api\";q=%d;w=%d".formatted(REQUESTS, WINDOW.toSeconds()))
                .header("RateLimit", "\"api\";r=%d;t=%d".formatted(probe.getRemainingTokens(), reset));
        if (!probe.isConsumed()) {
            context.header("Retry-After", Long.toString(Math.max(1, wait)));
            throw RequestProblem.Kind.TOO_MANY_REQUESTS.problem("Too many requests.");
        }
    }

    private synchronized Bucket bucket(String who) {
        return buckets.computeIfAbsent(
                who,
                _ -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(REQUESTS).refillGreedy(REQUESTS, WINDOW))
                        .build());
    }
}
