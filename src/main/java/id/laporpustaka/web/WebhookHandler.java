package id.laporpustaka.web;

import java.util.Optional;

/// Takes an update that Telegram posts. It is durable when this returns; an exception makes Telegram try again.
@FunctionalInterface
public interface WebhookHandler {
    /// What became of an update.
    enum Outcome {
        ACCEPTED,
        WRONG_SECRET,
        UNREADABLE
    }

    /// Stores one update.
    ///
    /// @param secret the header `X-Telegram-Bot-Api-Secret-Token`, if there is one
    Outcome accept(Optional<String> secret, String body);
}
