package id.laporpustaka.submission;

/// What a reviewer does with a report.
public enum Verdict {
    VERIFY(RevisionAction.VERIFIED),
    /// Sends it back to its sender with a reason and the questions that are to be answered anew.
    ASK(RevisionAction.ASKED),
    REJECT(RevisionAction.REJECTED),
    /// Lets it count with another report that it doubles.
    MERGE(RevisionAction.MERGED),
    /// Takes a decision back.
    REOPEN(RevisionAction.REOPENED),
    /// Changes nothing about it.
    COMMENT(RevisionAction.COMMENTED);

    private final RevisionAction action;

    Verdict(RevisionAction action) {
        this.action = action;
    }

    /// Whether a report that stands like this can be decided about so.
    public boolean isFor(Status present) {
        return switch (present) {
            case SENT -> this != REOPEN;
            case NEEDS_CORRECTION -> true;
            case VERIFIED -> this != VERIFY;
            case REJECTED -> this == REOPEN || this == COMMENT;
            case MERGED -> this == REOPEN;
            case WAITING, WITHDRAWN -> false;
        };
    }

    /// Whether its sender is to be told why.
    public boolean needsReason() {
        return this == ASK || this == REJECT || this == COMMENT;
    }

    /// Whether what is written has to tell the sender what is wrong. A remark may be as short as "ok".
    public boolean mustTell() {
        return this == ASK || this == REJECT;
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
        return switch (this) {
            case VERIFY -> Status.VERIFIED;
            case ASK -> Status.NEEDS_CORRECTION;
            case REJECT -> Status.REJECTED;
            case MERGE -> Status.MERGED;
            case REOPEN -> Status.SENT;
            case COMMENT -> before;
        };
    }
}
