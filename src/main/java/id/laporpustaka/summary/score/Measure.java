package id.laporpustaka.summary.score;

/// How reports are counted. The names are stored and never change.
public enum Measure {
    REPORTS,
    /// Meetings of a series count one by one, up to a limit a report and month.
    SESSIONS,
    PARTICIPANTS,
    POSTS,
    /// Months with any report, and with one of this form that was sent before the month closed.
    REGULAR_MONTHS
}
