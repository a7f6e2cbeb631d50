package id.laporpustaka.outbox;

import java.util.OptionalInt;

/// What the choice of a chat's next message looks at; see [OutboxEntry] for the words.
///
/// @param messageId Telegram's number of the message to write over, if this is an edit of a card that has been
///     sent
/// @param later whether it is on its way, or its time has not come
record Waiting(
        long id, long chatId, int priority, int card, OptionalInt replaces, OptionalInt messageId, boolean later) {}
