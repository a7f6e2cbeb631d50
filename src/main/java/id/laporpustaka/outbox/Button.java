package id.laporpustaka.outbox;

import java.nio.charset.StandardCharsets;

/// An inline button: exactly one of the two things that it can do.
public sealed interface Button {
    String label();

    /// Sends `data` back to us; at most 64 bytes in UTF-8 (Telegram Bot API, InlineKeyboardButton).
    record Callback(String label, String data) implements Button {
        public Callback {
            if (data.isEmpty() || data.getBytes(StandardCharsets.UTF_8).length > 64) {
                throw new IllegalArgumentException("A button's data has 1 to 64 bytes, not these: " + data);
            }
        }
    }

    /// Opens an address; Telegram refuses `localhost` and bare addresses.
    record Link(String label, String url) implements Button {}
}
