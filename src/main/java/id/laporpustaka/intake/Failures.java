package id.laporpustaka.intake;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/// Tells a failure that will pass from one that a message causes.
final class Failures {
    private Failures() {}

    /// Whether the same message may well be handled next time: the connection was lost, the transaction was chosen as
    /// the victim of a deadlock, the server has no room or is shutting down (PostgreSQL documentation, Appendix A,
    /// classes 08, 40, 53, 55, 57), or we are.
    static boolean isPassing(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException || cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException exception && exception.getSQLState() != null) {
                var state = exception.getSQLState();
                if (state.startsWith("08")
                        || state.startsWith("40")
                        || state.startsWith("53")
                        || state.startsWith("55")
                        || state.startsWith("57")) {
                    return true;
                }
            }
        }
        return Thread.currentThread().isInterrupted();
    }
}
