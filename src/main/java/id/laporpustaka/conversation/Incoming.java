package id.laporpustaka.conversation;

import java.time.Instant;
import java.util.OptionalInt;

/// Something that reached us from a chat.
///
/// @param chatId Telegram's id of the chat; in a private chat it equals `senderId`
/// @param thread the topic of a group that it came from, in which it is answered
/// @param senderId Telegram's id of the person
/// @param senderName the name shown in Telegram, cleaned of control characters, 1 to 64 characters
/// @param senderLanguage the two-letter language of the person's Telegram, or empty
/// @param group whether the chat is a group, where nothing about people or libraries may be said
/// @param sentAt when it was sent, by Telegram's clock; relative dates are read against it, never against the
///     time of handling. A button press carries no time of its own: it is when the update reached us.
public record Incoming(
        long chatId,
        OptionalInt thread,
        long senderId,
        String senderName,
        String senderLanguage,
        boolean group,
        Instant sentAt,
        Input input) {

    /// From no topic.
    public Incoming(
            long chatId,
            long senderId,
            String senderName,
            String senderLanguage,
            boolean group,
            Instant sentAt,
            Input input) {
        this(chatId, OptionalInt.empty(), senderId, senderName, senderLanguage, group, sentAt, input);
    }

    /// The same press, with the number of the card it was on; anything else stays as it is.
    public Incoming onCard(int card) {
        return input instanceof Input.Tap tap
                ? new Incoming(
                        chatId,
                        thread,
                        senderId,
                        senderName,
                        senderLanguage,
                        group,
                        sentAt,
                        new Input.Tap(tap.queryId(), tap.messageId(), tap.data(), OptionalInt.of(card)))
                : this;
    }
}
