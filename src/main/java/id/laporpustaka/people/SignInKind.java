package id.laporpustaka.people;

import java.util.Locale;

/// By which way a browser was signed in. The names, in lower case, are stored and never change.
public enum SignInKind {
    /// A one-time link that the bot gave.
    LINK,
    /// A Mini App, opened inside Telegram.
    MINI_APP,
    /// Telegram Login.
    LOGIN;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SignInKind of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
