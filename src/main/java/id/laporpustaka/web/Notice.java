package id.laporpustaka.web;

import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.Decision;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What has just been done in the directory, carried in the address of the page that says so, so that reloading it
/// does nothing again.
enum Notice {
    LIBRARY_ADDED,
    LIBRARY_CHANGED,
    LIBRARY_DEACTIVATED,
    LIBRARY_ACTIVATED,
    DEACTIVATED_BEFORE(AuditAction.LIBRARY_DEACTIVATED),
    ACTIVATED_BEFORE(AuditAction.LIBRARY_ACTIVATED),
    ACCEPTED,
    REFUSED,
    ACCEPTED_BEFORE(AuditAction.MEMBERSHIP_ACCEPTED),
    REFUSED_BEFORE(AuditAction.MEMBERSHIP_REFUSED),
    NOT_ASKED,
    ENDED,
    ENDED_BEFORE(AuditAction.MEMBERSHIP_ENDED),
    HANDED_OVER,
    HANDED_OVER_BEFORE(AuditAction.LIBRARY_HANDED_OVER),
    NO_SUCCESSOR,
    INVITE_REVOKED,
    INVITE_REVOKED_BEFORE(AuditAction.INVITE_REVOKED),
    INVITE_GONE,
    MERGED,
    MERGED_BEFORE(AuditAction.LIBRARY_MERGED),
    KEPT_INACTIVE,
    ROLE_ENDED,
    ROLE_ENDED_BEFORE(AuditAction.ROLE_TAKEN_BACK),
    LAST_ADMIN,
    FACILITATOR,
    FACILITATOR_BEFORE,
    REGIONS_CHANGED,
    REGIONS_CHANGED_BEFORE(AuditAction.REGIONS_CHANGED),
    REGIONS_GONE,
    SCORE_PUBLISHED,
    SESSION_ENDED,
    SESSION_GONE,
    SESSIONS_ENDED;

    static final String PARAMETER = "hasil";
    static final String PERSON = "orang";
    static final String INVITE = "undangan";

    private final Optional<AuditAction> action;

    Notice() {
        this.action = Optional.empty();
    }

    /// @param action what somebody else has done before
    Notice(AuditAction action) {
        this.action = Optional.of(action);
    }

    static Notice of(Decision decision) {
        return switch (decision) {
            case Decision.Made made -> made.accepted() ? ACCEPTED : REFUSED;
            case Decision.MadeBefore before -> before.accepted() ? ACCEPTED_BEFORE : REFUSED_BEFORE;
            case Decision.NotAsked _ -> NOT_ASKED;
        };
    }

    static Optional<Notice> find(String code) {
        return Stream.of(values()).filter(notice -> notice.code().equals(code)).findFirst();
    }

    /// The kind of audit entry that tells who was faster; empty if nobody was.
    Optional<AuditAction> action() {
        return action;
    }

    String key() {
        return "done." + code();
    }

    String at(String address) {
        return Addresses.with(address, PARAMETER, code());
    }

    /// @param personId about whom it was, so that the page can tell who was faster
    String at(String address, long personId) {
        return Addresses.with(at(address), PERSON, Long.toString(personId));
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
