package id.laporpustaka.submission.media;

import java.util.Arrays;

/// Why a file is not kept.
public enum MediaReason {
    /// Telegram does not have it, or not any more.
    GONE("gone", MediaState.LOST),
    /// It could not be fetched for a week.
    UNAVAILABLE("unavailable", MediaState.LOST),
    /// More bytes than Telegram hands out, or than we take.
    TOO_LARGE("too_large", MediaState.REFUSED),
    EMPTY("empty", MediaState.REFUSED),
    /// By its bytes it is nothing that reports have: neither picture, sound, film, PDF nor office document.
    UNWELCOME_TYPE("unwelcome_type", MediaState.REFUSED),
    /// A kind of picture that we can't open, such as HEIC, so its place and time can't be taken out.
    PICTURE_NOT_SUPPORTED("picture_not_supported", MediaState.REFUSED),
    /// A picture that can't be opened, because a part is missing or wrong.
    PICTURE_BROKEN("picture_broken", MediaState.REFUSED),
    /// A picture that is small as a file and huge when opened.
    TOO_MANY_PIXELS("too_many_pixels", MediaState.REFUSED);

    private final String stored;
    private final MediaState state;

    /// @param stored never changes
    MediaReason(String stored, MediaState state) {
        this.stored = stored;
        this.state = state;
    }

    /// As the database has it.
    String stored() {
        return stored;
    }

    /// What a file is for this reason.
    public MediaState state() {
        return state;
    }

    static MediaReason of(String stored) {
        return Arrays.stream(values())
                .filter(reason -> reason.stored.equals(stored))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a reason: " + stored));
    }
}
