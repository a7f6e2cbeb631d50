package id.laporpustaka.outbox;

import java.util.List;

/// A message ready to be sent: what the person will read, and the buttons under it.
///
/// It is stored as it will be read, not as what it means, so that a row written by one version of the product can be
/// sent by another.
///
/// @param html Telegram's HTML style; at most 4,096 characters once its entities are parsed
/// @param keyboard rows of inline buttons, at most 8 in a row and 100 in all
public record OutgoingMessage(String html, List<List<Button>> keyboard) {
    public OutgoingMessage {
        keyboard = keyboard.stream().map(List::copyOf).toList();
    }

    /// A message without buttons.
    public static OutgoingMessage of(String html) {
        return new OutgoingMessage(html, List.of());
    }
}
