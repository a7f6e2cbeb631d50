package id.laporpustaka.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// How a file stands that somebody has asked for.
///
/// @param card in their chat; empty if it was asked for on the web
/// @param done how many rows or files are in it
/// @param total how many there will be; 0 while that is not known
public record ExportStanding(
        long id, ExportOrder order, OptionalInt card, State state, int done, int total, Optional<Made> made) {

    /// The names, in lower case, are stored and never change.
    public enum State {
        WAITING,
        RUNNING,
        MADE,
        /// There was nothing to be put into it.
        EMPTY,
        FAILED,
        CANCELLED;

        public String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }

        /// Whether it is still to be made.
        public boolean isOpen() {
            return this == WAITING || this == RUNNING;
        }
    }

    /// A file that is ready.
    ///
    /// @param size in bytes
    public record Made(String name, long size) {
        /// What a bot may send (Bot API, sendDocument).
        public static final long MOST_TO_BE_SENT = 50_000_000;

        public boolean canBeSent() {
            return size <= MOST_TO_BE_SENT;
        }
    }
}
