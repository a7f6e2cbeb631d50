package id.laporpustaka.conversation;

import java.util.OptionalInt;

/// What a chat shows at its end.
///
/// @param openCard the card that a tap may write over; empty when the last card is to stay as it is, like a
///     receipt
/// @param isReport whether the open card shows the draft: a question, or all answers before sending
/// @param keys whether keys stand in place of the phone's keyboard, to be taken away with the next card
/// @param lastCard the number that the newest card of this chat has; 0 before the first
/// @param beganOn the message of the button that began the report which was begun last
public record Shown(OptionalInt openCard, boolean isReport, boolean keys, int lastCard, OptionalInt beganOn) {
    static Shown nothing() {
        return new Shown(OptionalInt.empty(), false, false, 0, OptionalInt.empty());
    }

    /// A report has been begun, by a button or without one.
    Shown begun(OptionalInt message) {
        return new Shown(openCard, isReport, keys, lastCard, message);
    }

    /// With the next number kept for a card that is written later.
    Shown keeping() {
        return new Shown(openCard, isReport, keys, lastCard + 1, beganOn);
    }

    /// After a card has been written.
    ///
    /// @param open whether a tap may write over it
    Shown with(int card, boolean open, boolean showsReport, boolean withKeys) {
        return new Shown(
                open ? OptionalInt.of(card) : OptionalInt.empty(),
                open && showsReport,
                withKeys,
                Math.max(lastCard, card),
                beganOn);
    }
}
