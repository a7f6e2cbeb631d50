package id.laporpustaka.export;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// A sheet of libraries that somebody has sent, and how far its import is.
///
/// @param rows how many libraries are in it
/// @param created how many of them were not in the register
/// @param existing how many were, and get an invitation only
/// @param wrong how many rows have problems
/// @param resultFile of the outbox; empty unless it waits to be sent
public record SentSheet(
        long id,
        String fileName,
        Status status,
        int rows,
        int created,
        int existing,
        int wrong,
        OptionalLong resultFile,
        Instant sentAt,
        Optional<Instant> doneAt) {

    /// The names, in lower case, are stored and never change.
    public enum Status {
        /// Not checked yet.
        READ,
        /// Its sender may have it imported.
        CHECKED,
        RUNNING,
        DONE,
        /// Given up, or another one was sent.
        CANCELLED;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isChecked() {
        return status == Status.CHECKED;
    }

    /// How many rows can be imported.
    public int good() {
        return created + existing;
    }
}
