package id.laporpustaka.people;

import id.laporpustaka.place.Region;
import java.util.Optional;
import java.util.OptionalInt;

/// A group that may hear the totals of a region, and nothing about persons or single libraries.
///
/// @param chatId Telegram's
/// @param thread the topic in which it was confirmed
/// @param region empty for the whole country
/// @param confirmedBy who coordinates the region at this moment and has confirmed the group
public record GroupChat(long chatId, OptionalInt thread, Optional<Region> region, Actor confirmedBy) {
    public Scope scope() {
        return region.<Scope>map(part -> Scope.ofRegion(part.code())).orElseGet(Scope.Everything::new);
    }
}
