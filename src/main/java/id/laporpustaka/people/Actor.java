package id.laporpustaka.people;

import java.util.List;
import java.util.Optional;

/// A person with all that decides what they may do, as it was when the person was loaded.
///
/// @param telegramId also the id of the private chat with them
/// @param language `id` or `en`
/// @param consented whether they have accepted the privacy notice
/// @param reportsFor waiting and accepted ones, the oldest first
public record Actor(
        long personId,
        long telegramId,
        String name,
        String language,
        boolean consented,
        List<Reporting> reportsFor,
        List<Duty> duties) {
    public Actor {
        reportsFor = List.copyOf(reportsFor);
        duties = List.copyOf(duties);
    }

    public Optional<Reporting> findReporting(long libraryId) {
        return reportsFor.stream()
                .filter(reporting -> reporting.libraryId() == libraryId)
                .findFirst();
    }

    /// The same person, spoken to in another language.
    public Actor speaking(String otherLanguage) {
        return new Actor(personId, telegramId, name, otherLanguage, consented, reportsFor, duties);
    }

    public boolean has(Role role) {
        return duties.stream().anyMatch(duty -> duty.role() == role);
    }
}
