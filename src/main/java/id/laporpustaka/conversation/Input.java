package id.laporpustaka.conversation;

import id.laporpustaka.form.MediaFile;
import java.util.Optional;

/// What a person did.
public sealed interface Input {

    /// A text as typed, 1 to 4,096 characters.
    record Text(int messageId, String text) implements Input {}

    /// A message that begins with a slash.
    ///
    /// @param name lower case, without the slash and without `@botname`
    /// @param argument the rest of the line, stripped, possibly empty; after `/start` the payload of a deep link
    record Command(int messageId, String name, String argument) implements Input {}

    /// A press of an inline button.
    ///
    /// @param queryId to be answered, or the button keeps spinning
    /// @param data as we wrote it on the button
    record Tap(String queryId, int messageId, String data) implements Input {}

    /// A photo, in its largest size.
    ///
    /// @param albumId the same for all photos sent together
    record Photo(int messageId, MediaFile file, Optional<String> caption, Optional<String> albumId) implements Input {}

    record Location(int messageId, double latitude, double longitude) implements Input {}

    /// A message that was sent before and has now another text (or caption).
    record Edited(int messageId, String text) implements Input {}

    /// What no question takes: a sticker, a voice message, a contact and the like.
    record Unreadable(int messageId, Kind kind) implements Input {}

    enum Kind {
        STICKER,
        VOICE,
        VIDEO,
        DOCUMENT,
        CONTACT,
        OTHER
    }

    /// The person has blocked the bot, or left; nothing can be sent any more.
    record Blocked() implements Input {}

    /// The person has let the bot in again, or a group has added it.
    record Unblocked() implements Input {}

    /// A group has become a supergroup and goes on under another id.
    record MovedTo(long chatId) implements Input {}

    /// Work that an earlier message asked for has been done.
    record Finished(JobResult result) implements Input {}
}
