package id.laporpustaka.people;

/// All that only some people may do. [Permissions] says who and where; what is not listed here needs no
/// permission beyond being who one is, such as reading one's own reports.
public enum Action {
    /// Send reports for a library; they wait while the sender is not accepted.
    REPORT,
    /// Say that a library had no activity, and take that back.
    SAY_NO_ACTIVITY,
    /// Give one's library to another reporter, and invite them for that.
    HAND_OVER,
    SEE_REPORTS,
    SEE_SUMMARY,
    EXPORT,
    /// Send a report back with a question.
    ASK_CORRECTION,
    /// Verify a report, refuse it or join it with one that it doubles.
    REVIEW,
    /// Do both where a regency has no coordinator of its own.
    STAND_IN,
    /// See the register: which libraries there are, who has never joined, who is silent.
    SEE_LIBRARIES,
    /// See who reports and who coordinates, by name.
    SEE_PEOPLE,
    /// See what was changed about a library or a person, and by whom.
    SEE_HISTORY,
    INVITE_REPORTER,
    DECIDE_JOIN,
    /// End that somebody reports for a library.
    REMOVE_REPORTER,
    REMIND,
    ADD_LIBRARY,
    EDIT_LIBRARY,
    MERGE_LIBRARIES,
    DEACTIVATE_LIBRARY,
    IMPORT_LIBRARIES,
    /// Give roles; which ones, [Permissions#mayGive] says.
    APPOINT,
    /// Take roles back; which ones, [Permissions#mayTakeBack] says.
    REVOKE_ROLE,
    MANAGE_FORMS,
    MANAGE_SCORE,
    /// Let other systems be told what becomes of reports.
    MANAGE_WEBHOOKS,
    MANAGE_REGIONS,
    /// See the whole audit log, with addresses.
    SEE_AUDIT,
    /// Erase somebody else, or hand out what is kept about them, on their request.
    ANSWER_DATA_REQUEST,
    /// See and mend what has gone wrong in the installation.
    MANAGE_SYSTEM
}
