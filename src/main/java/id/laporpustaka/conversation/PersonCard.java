package id.laporpustaka.conversation;

import id.laporpustaka.people.PersonLine;
import java.util.Set;

/// A person, as a coordinator sees them.
///
/// @param revocable the assignments among their posts that this coordinator may take back
public record PersonCard(PersonLine line, Set<Long> revocable) {
    public PersonCard {
        revocable = Set.copyOf(revocable);
    }
}
