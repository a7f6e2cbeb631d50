package id.laporpustaka.submission;

import java.util.Locale;

/// What made a revision of a report. The names, in lower case, are stored and never change.
public enum RevisionAction {
    SENT,
    /// Its sender was let in, and it counts from then on.
    RELEASED,
    /// Its library was merged with another one.
    MOVED,
    CORRECTED,
    VERIFIED,
    /// It was sent back for correction.
    ASKED,
    REJECTED,
    /// A reviewer took their decision back.
    REOPENED,
    WITHDRAWN,
    /// Its sender took the withdrawal back.
    RESTORED,
    COMMENTED,
    /// It counts with another report that it doubles.
    MERGED,
    /// It is about an event that another library has reported too.
    SHARED;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RevisionAction of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
