package id.laporpustaka.people;

import id.laporpustaka.place.Region;
import java.util.Optional;
import java.util.OptionalInt;

/// A group that may hear the totals of a region, and nothing about persons or single libraries.
///
/// @param chatId Telegram's
/// @param thread the topic in which it was confirmed, or its digest switched on
/// @param region empty for the whole country
/// @param confirmedBy who coordinates the region at this moment and has confirmed the group
/// @param digest when it is told how the region does
public record GroupChat(long chatId, OptionalInt thread, Optional<Region> region, Actor confirmedBy, Reminder digest) {
    public Scope scope() {
        return region.<Scope>map(part -> Scope.ofRegion(part.code())).orElseGet(Scope.Everything::new);
    }

    /// As people call the region.
    public String place() {
        return region.map(Region::title).orElse("Indonesia");
    }

    /// Whether this person may say what the group hears.
    public boolean isCoordinatedBy(Actor actor) {
        return isCoordinatedBy(actor, region);
    }

    static boolean isCoordinatedBy(Actor actor, Optional<Region> region) {
        return region.map(part -> Permissions.mayDo(actor, Action.SEE_SUMMARY, part.code()))
                .orElseGet(() -> Permissions.mayDoEverywhere(actor, Action.SEE_SUMMARY));
    }
}
