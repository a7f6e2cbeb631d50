package id.laporpustaka.export;

/// How far a file is. Whoever makes one says so every few hundred rows or files, and stops when told.
public interface ExportProgress {
    /// It is known how much there is.
    ///
    /// @param all how many rows or files there will be
    void begun(int all);

    /// It has gone on.
    ///
    /// @param more how many have been written since the last time
    /// @throws Cancelled if the file is not wanted any more
    void done(int more);

    /// Who asked does not want the file any more, or may not have it.
    final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// For when nobody waits.
    static ExportProgress none() {
        return new ExportProgress() {
            @Override
            public void begun(int all) {}

            @Override
            public void done(int more) {}
        };
    }
}
