package id.laporpustaka.people;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// All that the audit log knows to be done. The names, in lower case, are stored and never change.
public enum AuditAction {
    MEMBERSHIP_REQUESTED,
    MEMBERSHIP_ACCEPTED,
    MEMBERSHIP_REFUSED,
    MEMBERSHIP_JOINED,
    MEMBERSHIP_ENDED,
    LIBRARY_HANDED_OVER,
    LIBRARY_ADDED,
    LIBRARY_CHANGED,
    LIBRARY_DEACTIVATED,
    LIBRARY_ACTIVATED,
    LIBRARY_IMPORTED,
    LIBRARY_MERGED,
    /// What came to a library after it had been merged went on to the one that was kept.
    LIBRARY_MERGED_LATE,
    /// Another library was merged into it.
    LIBRARY_TOOK_OVER,
    INVITE_CREATED,
    INVITE_REVOKED,
    ROLE_GIVEN,
    ROLE_TAKEN_BACK,
    PRIVACY_ACCEPTED,
    PERSON_RENAMED,
    PERSON_ERASED,
    DATA_COPIED,
    LANGUAGE_CHOSEN,
    SIGNED_IN,
    SIGNED_OUT,
    /// Somebody signed browsers of theirs out from another one.
    SIGNED_OUT_ELSEWHERE,
    FORM_PUBLISHED,
    FORM_OFFERED,
    FORM_RETIRED,
    REGIONS_CHANGED,
    /// A group may hear the totals of a region.
    GROUP_CONFIRMED,
    SCORE_PUBLISHED,
    AUDIT_EXPORTED,
    WEBHOOK_ADDED,
    WEBHOOK_PAUSED,
    WEBHOOK_RESUMED,
    WEBHOOK_SECRET_CHANGED,
    WEBHOOK_DELETED,
    API_TOKEN_MADE,
    API_TOKEN_ENDED,
    DATA_LINK_MADE,
    DATA_LINK_ENDED,
    /// A library said that it had no activity in a week or a month.
    NO_ACTIVITY_SAID,
    NO_ACTIVITY_TAKEN_BACK,
    /// A coordinator had the reporters of a library reminded.
    REPORTERS_REMINDED;

    /// Empty for what a later version has written.
    public static Optional<AuditAction> find(String stored) {
        return Stream.of(values())
                .filter(action -> action.stored().equals(stored))
                .findFirst();
    }

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
