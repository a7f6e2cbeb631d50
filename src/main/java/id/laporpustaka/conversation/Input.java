package id.laporpustaka.conversation;

import id.laporpustaka.form.MediaFile;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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
    /// @param card our number of the message that has the button, if that is known
    record Tap(String queryId, int messageId, String data, OptionalInt card) implements Input {
        public Tap(String queryId, int messageId, String data) {
            this(queryId, messageId, data, OptionalInt.empty());
        }
    }

    /// A file: a photo in its largest size, a voice message, a video and the like. An animation counts as a video.
    ///
    /// @param kind how it was sent; a picture sent as a document is a document whose content is `image/…`
    /// @param fileName as the sender's app says, one line of at most 200 characters
    /// @param albumId the same for all that was sent together
    record Media(
            int messageId,
            Kind kind,
            MediaFile file,
            Optional<String> fileName,
            Optional<String> caption,
            Optional<String> albumId)
            implements Input {

        /// Sent as a photo or as a document; not a drawing in SVG, which can carry scripts.
        boolean isPicture() {
            var content = file.contentType();
            return kind == Kind.PHOTO
                    || (kind == Kind.DOCUMENT && content.startsWith("image/") && !content.startsWith("image/svg"));
        }
    }

    /// A place on the map.
    ///
    /// @param accuracy in metres, 0 to 1,500
    record Location(int messageId, double latitude, double longitude, OptionalDouble accuracy) implements Input {}

    /// A message that was sent before and has now another text (or caption).
    record Edited(int messageId, String text) implements Input {}

    /// What no question takes: a sticker, a contact and the like.
    record Unreadable(int messageId, Kind kind) implements Input {}

    enum Kind {
        PHOTO,
        VOICE,
        /// Music or speech sent as a file.
        AUDIO,
        VIDEO,
        DOCUMENT,
        LOCATION,
        STICKER,
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
