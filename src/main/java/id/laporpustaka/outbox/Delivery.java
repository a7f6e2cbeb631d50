package id.laporpustaka.outbox;

import java.time.Duration;
import java.util.OptionalInt;

/// What became of an attempt to send a message.
public sealed interface Delivery {
    DueMessage message();

    /// Telegram has it.
    ///
    /// @param messageId Telegram's number for it, by which the card can be edited later
    record Sent(DueMessage message, int messageId) implements Delivery {}

    /// Nothing is wrong with it, but nothing may go to its chat before `pause` has passed; not counted as a
    /// failure.
    record Postponed(DueMessage message, Duration pause) implements Delivery {}

    /// Telegram could not be reached or failed, so that it may have the message or not; it is tried again, each
    /// time later.
    record Failed(DueMessage message, String reason) implements Delivery {}

    /// The person has blocked the bot, or the group has removed it.
    record Unreachable(DueMessage message, String reason) implements Delivery {}

    /// Telegram refuses the message itself, so that trying again is of no use.
    ///
    /// @param messageId of the message without markup that was sent in its place, if that worked
    record SetAside(DueMessage message, String reason, OptionalInt messageId) implements Delivery {}

    /// The chat goes on under another id; the message is to be sent there.
    record Moved(DueMessage message, long chatId) implements Delivery {}
}
