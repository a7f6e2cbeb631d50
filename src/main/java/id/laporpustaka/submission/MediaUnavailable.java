package id.laporpustaka.submission;

/// A file can't be fetched at the moment.
public final class MediaUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param reason for the log; names no secret
    public MediaUnavailable(String reason) {
        super(reason);
    }
}
