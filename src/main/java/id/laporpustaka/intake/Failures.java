package id.laporpustaka.intake;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/// Tells a failure that will pass from one that a message causes.
final class Failures {
    private Failures() {}

    /// What the server says before it ends a session that stood still too long: a timeout while a transaction was
    /// idle (25P03), or while it went on (25P04).
    private static final Set<String> TOO_LONG = Set.of("25P03", "25P04");

    /// Whether the same message may well be handled next time: the connection was lost or stood still, the transaction
    /// was chosen as the victim of a deadlock, the server has no room, is shutting down or can't use its files
    /// (PostgreSQL documentation, Appendix A, classes 08, 40, 53, 55, 57, 58), or we are.
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
                        || state.startsWith("57")
                        || state.startsWith("58")
                        || TOO_LONG.contains(state)) {
                    return true;
                }
            }
        }
        return Thread.currentThread().isInterrupted();
    }
}
