package id.laporpustaka.outbox;

import java.util.OptionalInt;

/// A message that is ours to send for as long as its lease lasts.
///
/// @param outboxId its row
/// @param thread the topic of the chat that a new message goes to
/// @param card our number, within the chat, for the message that this writes
/// @param messageId Telegram's number of the message to write over; empty when a new message is to be sent, which
///     is also so for an edit of a card that has never been sent
/// @param tries how many times sending it has failed
public record DueMessage(
        long outboxId,
        long chatId,
        OptionalInt thread,
        int card,
        OptionalInt messageId,
        OutgoingMessage message,
        int tries) {
    /// The same without a topic.
    public DueMessage inGeneral() {
        return new DueMessage(outboxId, chatId, OptionalInt.empty(), card, messageId, message, tries);
    }
}
