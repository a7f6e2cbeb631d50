package id.laporpustaka.intake;

import id.laporpustaka.conversation.Incoming;
import java.time.Instant;
import java.util.Optional;

/// Makes sense of an update as Telegram sent it.
@FunctionalInterface
public interface UpdateParser {

    /// Reads an update; empty for one that is not for us. Nothing that a stranger can send makes it throw.
    Optional<Incoming> read(RawUpdate update, Instant receivedAt);
}
