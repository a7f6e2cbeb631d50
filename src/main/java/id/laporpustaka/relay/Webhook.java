package id.laporpustaka.relay;

import id.laporpustaka.place.Region;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An address that is told of events.
///
/// @param makerName empty if they have been erased
/// @param region only events from there
/// @param paused empty while it is told
/// @param failingSince since when nothing has arrived, though something was sent
/// @param waiting how many events it has not got yet
public record Webhook(
        long id,
        long makerId,
        Optional<String> makerName,
        Instant madeAt,
        String url,
        Set<WebhookEvent> events,
        Optional<Region> region,
        Optional<Pause> paused,
        Optional<Instant> failingSince,
        int waiting) {
    public Webhook {
        events = Set.copyOf(events);
    }

    /// That it is told nothing, until somebody lets it go on.
    public record Pause(Instant since, Reason reason) {}

    /// Why it is paused. The names, in lower case, are stored and never change.
    public enum Reason {
        /// Somebody paused it.
        PERSON,
        /// Nothing has arrived for days.
        FAILING,
        /// The receiver has said that it is gone for good.
        GONE,
        /// Its maker may not have it any more.
        RIGHTS;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Reason of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }
}
