package id.laporpustaka.outbox;

import java.util.List;
import java.util.Optional;

/// A message ready to be sent: what the person will read, and what comes with it.
///
/// It is stored as it will be read, not as what it means, so that a row written by one version of the product can
/// be sent by another.
///
/// @param html Telegram's HTML style; at most 4,096 characters once its entities are parsed, 1,024 with a file or
///     an album, whose first item has it as its caption
/// @param keyboard rows of inline buttons, at most 8 in a row and 100 in all
/// @param keys not with inline buttons
/// @param attached a file; such a message is always sent anew, never written over another
/// @param album not with a file; always sent anew too, and without buttons and keys if it has several items
public record OutgoingMessage(
        String html, List<List<Button>> keyboard, Keys keys, Optional<Attached> attached, Optional<Album> album) {
    public OutgoingMessage {
        keyboard = keyboard.stream().map(List::copyOf).toList();
        var isUntouched = keys instanceof Keys.Untouched;
        if (!keyboard.isEmpty() && !isUntouched) {
            throw new IllegalArgumentException("A message has inline buttons or keys, not both");
        }
        if (attached.isPresent() && album.isPresent()) {
            throw new IllegalArgumentException("A message has a file or an album, not both");
        }
        if (album.filter(Album::isGroup).isPresent() && !(keyboard.isEmpty() && isUntouched)) {
            throw new IllegalArgumentException("An album of several items has no buttons and no keys");
        }
    }

    public OutgoingMessage(String html, List<List<Button>> keyboard) {
        this(html, keyboard, new Keys.Untouched(), Optional.empty(), Optional.empty());
    }

    /// A message without buttons.
    public static OutgoingMessage of(String html) {
        return new OutgoingMessage(html, List.of());
    }

    /// The same text with other inline buttons, and without keys.
    public OutgoingMessage with(List<List<Button>> rows) {
        return new OutgoingMessage(html, rows, new Keys.Untouched(), attached, album);
    }

    /// The same under a first line.
    public OutgoingMessage below(String line) {
        return new OutgoingMessage(line + "\n" + html, keyboard, keys, attached, album);
    }

    public OutgoingMessage with(Attached file) {
        return new OutgoingMessage(html, keyboard, keys, Optional.of(file), Optional.empty());
    }

    public OutgoingMessage with(Album files) {
        return new OutgoingMessage(html, keyboard, keys, Optional.empty(), Optional.of(files));
    }

    /// The same text, instead of whose buttons there are keys.
    public OutgoingMessage with(Keys others) {
        return new OutgoingMessage(html, List.of(), others, attached, album);
    }

    /// Another text with the same buttons or keys, and nothing else.
    public OutgoingMessage replacedBy(String words) {
        return new OutgoingMessage(words, keyboard, keys, Optional.empty(), Optional.empty());
    }

    /// Whether it may be written over a message that has been sent.
    public boolean canEdit() {
        return attached.isEmpty() && album.isEmpty() && keys instanceof Keys.Untouched;
    }

    /// As how many messages Telegram's limits count it: each item of an album is one.
    public int count() {
        return album.map(files -> files.items().size()).orElse(1);
    }

    /// A file that lies in [OutgoingFiles].
    ///
    /// @param instead HTML for the person if Telegram refuses the file: that it could not be sent
    public record Attached(long file, String instead) {}
}
