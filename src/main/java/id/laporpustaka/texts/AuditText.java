package id.laporpustaka.texts;

import id.laporpustaka.people.AuditAction;
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
        return AuditAction.find(action).map(AuditText::phrase).orElse(Phrase.DONE_SOMETHING_ELSE);
    }

    private static Phrase phrase(AuditAction action) {
        return switch (action) {
            case MEMBERSHIP_REQUESTED -> Phrase.DONE_MEMBERSHIP_REQUESTED;
            case MEMBERSHIP_ACCEPTED -> Phrase.DONE_MEMBERSHIP_ACCEPTED;
            case MEMBERSHIP_REFUSED -> Phrase.DONE_MEMBERSHIP_REFUSED;
            case MEMBERSHIP_JOINED -> Phrase.DONE_MEMBERSHIP_JOINED;
            case MEMBERSHIP_ENDED -> Phrase.DONE_MEMBERSHIP_ENDED;
            case LIBRARY_HANDED_OVER -> Phrase.DONE_LIBRARY_HANDED_OVER;
            case LIBRARY_ADDED -> Phrase.DONE_LIBRARY_ADDED;
            case LIBRARY_CHANGED -> Phrase.DONE_LIBRARY_CHANGED;
            case LIBRARY_DEACTIVATED -> Phrase.DONE_LIBRARY_DEACTIVATED;
            case LIBRARY_ACTIVATED -> Phrase.DONE_LIBRARY_ACTIVATED;
            case LIBRARY_IMPORTED -> Phrase.DONE_LIBRARY_IMPORTED;
            case LIBRARY_MERGED, LIBRARY_MERGED_LATE -> Phrase.DONE_LIBRARY_MERGED;
            case LIBRARY_TOOK_OVER -> Phrase.DONE_LIBRARY_TOOK_OVER;
            case INVITE_CREATED -> Phrase.DONE_INVITE_CREATED;
            case INVITE_REVOKED -> Phrase.DONE_INVITE_REVOKED;
            case ROLE_GIVEN -> Phrase.DONE_ROLE_GIVEN;
            case ROLE_TAKEN_BACK -> Phrase.DONE_ROLE_TAKEN_BACK;
            case PRIVACY_ACCEPTED -> Phrase.DONE_PRIVACY_ACCEPTED;
            case PERSON_RENAMED -> Phrase.DONE_PERSON_RENAMED;
            case PERSON_ERASED -> Phrase.DONE_PERSON_ERASED;
            case DATA_COPIED -> Phrase.DONE_DATA_COPIED;
            case LANGUAGE_CHOSEN -> Phrase.DONE_LANGUAGE_CHOSEN;
            case SIGNED_IN -> Phrase.DONE_SIGNED_IN;
            case SIGNED_OUT -> Phrase.DONE_SIGNED_OUT;
            case SIGNED_OUT_ELSEWHERE -> Phrase.DONE_SIGNED_OUT_ELSEWHERE;
            case FORM_PUBLISHED -> Phrase.DONE_FORM_PUBLISHED;
            case FORM_OFFERED, FORM_RETIRED -> Phrase.DONE_FORM_OFFERED;
            case GROUP_CONFIRMED -> Phrase.DONE_GROUP_CONFIRMED;
            case REGIONS_CHANGED -> Phrase.DONE_REGIONS_CHANGED;
            case WEBHOOK_ADDED -> Phrase.DONE_WEBHOOK_ADDED;
            case WEBHOOK_PAUSED -> Phrase.DONE_WEBHOOK_PAUSED;
            case WEBHOOK_RESUMED -> Phrase.DONE_WEBHOOK_RESUMED;
            case WEBHOOK_SECRET_CHANGED -> Phrase.DONE_WEBHOOK_SECRET_CHANGED;
            case WEBHOOK_DELETED -> Phrase.DONE_WEBHOOK_DELETED;
            case SCORE_PUBLISHED -> Phrase.DONE_SCORE_PUBLISHED;
            case AUDIT_EXPORTED -> Phrase.DONE_AUDIT_EXPORTED;
            case API_TOKEN_MADE -> Phrase.DONE_API_TOKEN_MADE;
            case API_TOKEN_ENDED -> Phrase.DONE_API_TOKEN_ENDED;
            case DATA_LINK_MADE -> Phrase.DONE_DATA_LINK_MADE;
            case DATA_LINK_ENDED -> Phrase.DONE_DATA_LINK_ENDED;
            case NO_ACTIVITY_SAID -> Phrase.DONE_NO_ACTIVITY_SAID;
            case NO_ACTIVITY_TAKEN_BACK -> Phrase.DONE_NO_ACTIVITY_TAKEN_BACK;
            case REPORTERS_REMINDED -> Phrase.DONE_REPORTERS_REMINDED;
        };
    }
}
