package id.laporpustaka.relay;

import java.time.Duration;
import java.util.List;

/// When what failed is tried again.
///
/// @param pauses after the first failure, the second and so on; there is no try after the last
/// @param aside after so many tries a delivery lets the next ones go before it
/// @param givenUp a webhook to which nothing has arrived for so long is paused
record WebhookPauses(List<Duration> pauses, int aside, Duration givenUp) {
    WebhookPauses {
        pauses = List.copyOf(pauses);
    }

    /// Three days in all.
    static WebhookPauses usual() {
        return new WebhookPauses(
                List.of(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(30),
                        Duration.ofHours(1),
                        Duration.ofHours(3),
                        Duration.ofHours(6),
                        Duration.ofHours(12),
                        Duration.ofHours(24),
                        Duration.ofHours(24)),
                4,
                Duration.ofDays(3));
    }

    /// How long to wait after so many failures, at least one; after many it is always the longest.
    Duration after(int failures) {
        return pauses.get(Math.min(failures, pauses.size()) - 1);
    }

    boolean isLast(int tries) {
        return tries > pauses.size();
    }
}
