package id.laporpustaka.texts;

import id.laporpustaka.people.AuditLine;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// Entries of the audit log in words.
final class AuditText {
    private final Wording words;

    AuditText(Wording words) {
        this.words = words;
    }

    /// `22 November 2026 14.05 · Sari diterima sebagai pelapor · oleh Ratna`.
    ///
    /// @param isOfPerson whether it stands in somebody's history, which says what it was about; in that of a
    ///     library it says to whom it was done
    Html line(AuditLine entry, ZoneId zone, boolean isOfPerson) {
        var at = LocalDateTime.ofInstant(entry.at(), zone);
        var about = (isOfPerson ? entry.libraryName().or(entry::regionName).or(entry::aboutName) : entry.aboutName())
                .map(name -> " (" + Wording.shorten(name, 60) + ")")
                .orElse("");
        return words.html(
                Phrase.HISTORY_LINE,
                words.dayOfYear(at.toLocalDate()),
                "%02d.%02d".formatted(at.getHour(), at.getMinute()),
                words.plain(phrase(entry.action())) + about,
                by(entry));
    }

    private String by(AuditLine entry) {
        return entry.byName()
                .orElseGet(() ->
                        words.plain(entry.by().isPresent() ? Phrase.HISTORY_SOMEBODY_ERASED : Phrase.HISTORY_PRODUCT));
    }

    /// An action that a later version has written is still an action.
    private static Phrase phrase(String action) {
        return switch (action) {
            case "membership_requested" -> Phrase.DONE_MEMBERSHIP_REQUESTED;
            case "membership_accepted" -> Phrase.DONE_MEMBERSHIP_ACCEPTED;
            case "membership_refused" -> Phrase.DONE_MEMBERSHIP_REFUSED;
            case "membership_joined" -> Phrase.DONE_MEMBERSHIP_JOINED;
            case "membership_ended" -> Phrase.DONE_MEMBERSHIP_ENDED;
            case "library_handed_over" -> Phrase.DONE_LIBRARY_HANDED_OVER;
            case "library_added" -> Phrase.DONE_LIBRARY_ADDED;
            case "library_changed" -> Phrase.DONE_LIBRARY_CHANGED;
            case "library_deactivated" -> Phrase.DONE_LIBRARY_DEACTIVATED;
            case "library_activated" -> Phrase.DONE_LIBRARY_ACTIVATED;
            case "library_imported" -> Phrase.DONE_LIBRARY_IMPORTED;
            case "library_merged", "library_merged_late" -> Phrase.DONE_LIBRARY_MERGED;
            case "library_took_over" -> Phrase.DONE_LIBRARY_TOOK_OVER;
            case "invite_created" -> Phrase.DONE_INVITE_CREATED;
            case "invite_revoked" -> Phrase.DONE_INVITE_REVOKED;
            case "role_given" -> Phrase.DONE_ROLE_GIVEN;
            case "role_taken_back" -> Phrase.DONE_ROLE_TAKEN_BACK;
            case "privacy_accepted" -> Phrase.DONE_PRIVACY_ACCEPTED;
            case "person_renamed" -> Phrase.DONE_PERSON_RENAMED;
            case "person_erased" -> Phrase.DONE_PERSON_ERASED;
            case "form_published" -> Phrase.DONE_FORM_PUBLISHED;
            case "form_offered", "form_retired" -> Phrase.DONE_FORM_OFFERED;
            default -> Phrase.DONE_SOMETHING_ELSE;
        };
    }
}
