package id.laporpustaka.outbox;

import java.util.OptionalInt;

/// A message for one chat.
///
/// @param card our number, within the chat, for the message that this writes
/// @param edit whether it writes over that card, or sends it as a new message
/// @param replaces an older card of the chat that need not be sent any more if it has not been, because this one
///     takes its place: an outage is not followed by a flood of old questions
public record OutboxEntry(
        long chatId, Priority priority, int card, boolean edit, OptionalInt replaces, OutgoingMessage message) {

    public enum Priority {
        /// The answer to something that a person did.
        INTERACTIVE,
        /// Reminders and digests; waits behind every interactive message.
        BULK
    }
}
