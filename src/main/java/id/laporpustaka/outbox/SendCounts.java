package id.laporpustaka.outbox;

/// Is told what became of attempts to send messages, once it has been written down.
@FunctionalInterface
public interface SendCounts {
    enum Outcome {
        DELIVERED,
        /// It failed and is tried again.
        RETRIED,
        /// Telegram asked for patience (429).
        RATE_LIMITED,
        /// The person has blocked the bot, or the group has removed it.
        REFUSED,
        /// Telegram does not take the message itself, or it has failed too often.
        SET_ASIDE,
        /// It goes to the chat's new id.
        MOVED
    }

    void attempted(Outcome outcome);

    static SendCounts none() {
        return _ -> {};
    }
}
