package id.laporpustaka.summary;

/// One of the numbers in [Totals].
public enum Measure {
    REPORTS,
    SESSIONS,
    PARTICIPANTS,
    /// In rupiah.
    AMOUNT;

    public long of(Totals totals) {
        return switch (this) {
            case REPORTS -> totals.reports();
            case SESSIONS -> totals.sessions();
            case PARTICIPANTS -> totals.participants();
            case AMOUNT -> totals.amount();
        };
    }
}
