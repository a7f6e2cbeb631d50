package id.laporpustaka.relay;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// One event for one webhook, and how its delivery stands.
///
/// @param type of the event, or [WebhookDeliveries#TEST]
/// @param number of the report; empty for a test
/// @param at when it was last tried, or when it came
/// @param status of HTTP, at the last try
/// @param problem why there was none, as [Posting.Problem] is stored
/// @param outcome empty while it is still to be tried
public record WebhookDelivery(
        long id,
        String type,
        Optional<String> number,
        Instant at,
        int tries,
        OptionalInt status,
        Optional<String> problem,
        OptionalInt tookMillis,
        Optional<Outcome> outcome) {

    /// How it ended. The names, in lower case, are stored and never change.
    public enum Outcome {
        DELIVERED,
        /// It was tried often enough.
        FAILED,
        /// The maker of the webhook may not see the report any more.
        WITHHELD;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }
}
