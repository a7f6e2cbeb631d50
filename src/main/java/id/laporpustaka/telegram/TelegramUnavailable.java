package id.laporpustaka.telegram;

/// Telegram cannot be used; the message is one line for whoever starts the product.
public final class TelegramUnavailable extends RuntimeException {
    TelegramUnavailable(String message) {
        super(message);
    }
}
