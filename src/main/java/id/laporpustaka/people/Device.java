package id.laporpustaka.people;

import java.util.Locale;

/// What somebody signed in with, in words so coarse that they tell one's own sessions apart and hardly anything else.
public record Device(Browser browser, Platform platform) {
    /// Of which nothing is known.
    public static final Device UNKNOWN = new Device(Browser.OTHER, Platform.OTHER);

    /// The names, in lower case, are stored and never change.
    public enum Browser {
        CHROME,
        EDGE,
        FIREFOX,
        OPERA,
        SAFARI,
        SAMSUNG,
        /// The window of Telegram itself.
        TELEGRAM,
        OTHER
    }

    /// The names, in lower case, are stored and never change.
    public enum Platform {
        ANDROID,
        IOS,
        WINDOWS,
        MACOS,
        LINUX,
        OTHER
    }

    static Device of(String browser, String platform) {
        return new Device(
                Browser.valueOf(browser.toUpperCase(Locale.ROOT)), Platform.valueOf(platform.toUpperCase(Locale.ROOT)));
    }

    static String stored(Enum<?> part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
