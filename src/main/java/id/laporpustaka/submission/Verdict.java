package id.laporpustaka.submission;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a reviewer does with a report.
public enum Verdict {
    VERIFY(RevisionAction.VERIFIED, Optional.of(Status.VERIFIED), EnumSet.of(Status.SENT, Status.NEEDS_CORRECTION)),
    /// Sends it back to its sender with a reason and the questions that are to be answered anew.
    ASK(
            RevisionAction.ASKED,
            Optional.of(Status.NEEDS_CORRECTION),
            EnumSet.of(Status.SENT, Status.VERIFIED, Status.NEEDS_CORRECTION)),
    REJECT(
            RevisionAction.REJECTED,
            Optional.of(Status.REJECTED),
            EnumSet.of(Status.SENT, Status.VERIFIED, Status.NEEDS_CORRECTION)),
    /// Lets it count with another report that it doubles.
    MERGE(
            RevisionAction.MERGED,
            Optional.of(Status.MERGED),
            EnumSet.of(Status.SENT, Status.VERIFIED, Status.NEEDS_CORRECTION)),
    /// Takes a decision back.
    REOPEN(
            RevisionAction.REOPENED,
            Optional.of(Status.SENT),
            EnumSet.of(Status.VERIFIED, Status.NEEDS_CORRECTION, Status.REJECTED, Status.MERGED)),
    /// Changes nothing about it.
    COMMENT(
            RevisionAction.COMMENTED,
            Optional.empty(),
            EnumSet.of(Status.SENT, Status.VERIFIED, Status.NEEDS_CORRECTION, Status.REJECTED));

    private final RevisionAction action;
    private final Optional<Status> status;
    private final Set<Status> from;

    Verdict(RevisionAction action, Optional<Status> status, Set<Status> from) {
        this.action = action;
        this.status = status;
        this.from = from;
    }

    /// Whether a report that stands like this can be decided about so.
    public boolean isFor(Status present) {
        return from.contains(present);
    }

    /// Whether its sender is to be told why.
    public boolean needsReason() {
        return this == ASK || this == REJECT || this == COMMENT;
    }

    /// Whether the right to review is needed, rather than that to ask for corrections alone.
    public boolean needsReview() {
        return this == VERIFY || this == REJECT || this == MERGE || this == REOPEN;
    }

    RevisionAction action() {
        return action;
    }

    /// Where the report stands then.
    public Status after(Status before) {
        return status.orElse(before);
    }
}
