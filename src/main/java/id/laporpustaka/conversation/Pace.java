package id.laporpustaka.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// How many jobs a chat has asked for lately, so that one person cannot keep the others waiting.
///
/// @param since when the present while began, to the millisecond
/// @param jobs asked for in it
public record Pace(Instant since, int jobs) {
    /// More than anybody needs who looks through summaries in a hurry.
    static final int MOST_JOBS = 20;

    static final Duration WHILE = Duration.ofMinutes(1);

    static Pace none() {
        return new Pace(Instant.EPOCH, 0);
    }

    /// With one more job; empty of earlier ones once the while is over.
    Pace after(Instant now) {
        return now.isBefore(since.plus(WHILE))
                ? new Pace(since, jobs + 1)
                : new Pace(now.truncatedTo(ChronoUnit.MILLIS), 1);
    }

    boolean isTooFast() {
        return jobs > MOST_JOBS;
    }
}
