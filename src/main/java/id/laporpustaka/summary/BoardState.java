package id.laporpustaka.summary;

/// How a library stands in a month. The names are on buttons and never change.
public enum BoardState {
    /// A report of the month counts.
    REPORTED,
    /// It has said that it had no activity.
    QUIET,
    /// Somebody may report for it, and nothing came.
    OPEN,
    /// Nobody may report for it.
    NOT_JOINED
}
