package id.laporpustaka.summary;

/// How many libraries stand how.
public record BoardCounts(int reported, int quiet, int open, int notJoined) {
    static final BoardCounts NONE = new BoardCounts(0, 0, 0, 0);

    public int of(BoardState state) {
        return switch (state) {
            case REPORTED -> reported;
            case QUIET -> quiet;
            case OPEN -> open;
            case NOT_JOINED -> notJoined;
        };
    }

    /// All that should report.
    public int sum() {
        return reported + quiet + open + notJoined;
    }

    BoardCounts and(BoardCounts other) {
        return new BoardCounts(
                reported + other.reported, quiet + other.quiet, open + other.open, notJoined + other.notJoined);
    }
}
