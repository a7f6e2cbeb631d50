package id.laporpustaka.conversation;

import id.laporpustaka.people.PersonLine;
import java.util.Set;

/// A person, as a coordinator sees them.
///
/// @param revocable the assignments among their posts that this coordinator may take back
/// @param history whether this coordinator may see what they did and what was done to them
public record PersonCard(PersonLine line, Set<Long> revocable, boolean history) {
    public PersonCard {
        revocable = Set.copyOf(revocable);
    }
}
