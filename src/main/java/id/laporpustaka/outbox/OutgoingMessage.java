package id.laporpustaka.outbox;

import java.util.List;
import java.util.Optional;

/// A message ready to be sent: what the person will read, and what comes with it.
///
/// It is stored as it will be read, not as what it means, so that a row written by one version of the product can
/// be sent by another.
///
/// @param html Telegram's HTML style; at most 4,096 characters once its entities are parsed, 1,024 with a file
/// @param keyboard rows of inline buttons, at most 8 in a row and 100 in all
/// @param keys not with inline buttons
/// @param attached a file; such a message is always sent anew, never written over another
public record OutgoingMessage(String html, List<List<Button>> keyboard, Keys keys, Optional<Attached> attached) {
    public OutgoingMessage {
        keyboard = keyboard.stream().map(List::copyOf).toList();
        if (!keyboard.isEmpty() && !(keys instanceof Keys.Untouched)) {
            throw new IllegalArgumentException("A message has inline buttons or keys, not both");
        }
    }

    public OutgoingMessage(String html, List<List<Button>> keyboard) {
        this(html, keyboard, new Keys.Untouched(), Optional.empty());
    }

    /// A message without buttons.
    public static OutgoingMessage of(String html) {
        return new OutgoingMessage(html, List.of());
    }

    /// The same text with other inline buttons, and without keys.
    public OutgoingMessage with(List<List<Button>> rows) {
        return new OutgoingMessage(html, rows, new Keys.Untouched(), attached);
    }

    /// The same under a first line.
    public OutgoingMessage below(String line) {
        return new OutgoingMessage(line + "\n" + html, keyboard, keys, attached);
    }

    public OutgoingMessage with(Attached file) {
        return new OutgoingMessage(html, keyboard, keys, Optional.of(file));
    }

    /// The same text, instead of whose buttons there are keys.
    public OutgoingMessage with(Keys others) {
        return new OutgoingMessage(html, List.of(), others, attached);
    }

    /// A file that lies in [OutgoingFiles].
    ///
    /// @param instead HTML for the person if Telegram refuses the file: that it could not be sent
    public record Attached(long file, String instead) {}
}
