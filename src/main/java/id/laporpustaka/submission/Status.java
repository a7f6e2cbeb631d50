package id.laporpustaka.submission;

import java.util.List;
import java.util.Locale;

/// Where a report stands. The names, in lower case, are stored and never change.
public enum Status {
    /// Its sender is not yet accepted by the library's coordinator.
    WAITING,
    SENT,
    VERIFIED,
    NEEDS_CORRECTION,
    REJECTED,
    WITHDRAWN,
    /// Counted with another report that it doubles.
    MERGED;

    /// What summaries count: a report counts as soon as it is sent, and verification only flags.
    public static List<Status> counted() {
        return List.of(SENT, VERIFIED, NEEDS_CORRECTION);
    }

    /// What stands: neither refused nor taken back, whether it counts already or not.
    public static List<Status> standing() {
        return List.of(WAITING, SENT, VERIFIED, NEEDS_CORRECTION);
    }

    /// What the score of a library counts.
    public static List<Status> scored() {
        return List.of(SENT, VERIFIED);
    }

    /// As the database has it.
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The other way round.
    public static Status of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
