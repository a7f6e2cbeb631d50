package id.laporpustaka.people;

/// Which libraries a coordinator wants to see.
public enum LibraryFilter {
    /// Active or not; one that was merged into another is no more.
    ALL,
    /// Active, with no accepted reporter.
    NEVER_JOINED,
    /// Active, with people who wait for being accepted.
    WAITING,
    /// Active, with a reporter, and no report of an activity in the last [Directory#SILENT_AFTER].
    SILENT,
    INACTIVE
}
