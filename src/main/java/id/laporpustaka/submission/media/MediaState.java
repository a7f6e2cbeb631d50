package id.laporpustaka.submission.media;

import java.util.Locale;

/// What has become of a file. The names, in lower case, are stored and never change.
public enum MediaState {
    /// It is still to be fetched.
    WAITING,
    STORED,
    /// It could not be had from Telegram, and won't be.
    LOST,
    /// It was had, and is not kept for what it is.
    REFUSED;

    /// As the database has it.
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MediaState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
