package id.laporpustaka.outbox;

import java.util.regex.Pattern;

/// A file that a message brings.
///
/// @param name as the person will see it, with its extension; no path
/// @param contentType its MIME type
/// @param bytes 1 to 50,000,000 of them (Telegram Bot API, sendDocument); not to be changed any more
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record OutgoingFile(String name, String contentType, byte[] bytes) {
    public static final int MOST_BYTES = 50_000_000;

    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[/\\\\\\p{Cntrl}]");

    public OutgoingFile {
        if (name.isBlank() || NOT_IN_A_NAME.matcher(name).find()) {
            throw new IllegalArgumentException("Not the name of a file: " + name);
        }
        if (bytes.length == 0 || bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("A file to be sent has 1 to 50,000,000 bytes, not " + bytes.length);
        }
    }
}
