package id.laporpustaka.outbox;

import java.util.OptionalInt;

/// A message for one chat.
///
/// @param thread the topic of a group that it goes to; empty for a chat without topics, or its general one
/// @param card our number, within the chat, for the message that this writes
/// @param edit whether it writes over that card, or sends it as a new message
/// @param replaces an older card of the chat that need not be sent any more if it has not been, because this one
///     takes its place: an outage is not followed by a flood of old questions
public record OutboxEntry(
        long chatId,
        OptionalInt thread,
        Priority priority,
        int card,
        boolean edit,
        OptionalInt replaces,
        OutgoingMessage message) {

    /// In no topic.
    public OutboxEntry(
            long chatId, Priority priority, int card, boolean edit, OptionalInt replaces, OutgoingMessage message) {
        this(chatId, OptionalInt.empty(), priority, card, edit, replaces, message);
    }

    public enum Priority {
        /// The answer to something that a person did.
        INTERACTIVE,
        /// Reminders and digests; waits behind every interactive message.
        BULK
    }
}
