package id.laporpustaka.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// How far a program has read, which it gives back without knowing what is in it.
///
/// It belongs to one question and one scope: with more in the scope, what came into it before the position
/// would be missed, so such a cursor is outdated.
///
/// @param kind of what was read
/// @param position of the last that was read
/// @param mark of what was asked for, and by whom
record ApiCursor(String kind, long position, String mark) {
    private static final Pattern WRITTEN = Pattern.compile("([a-z]{1,20})\\.([0-9]{1,18})\\.([0-9a-f]{16})");
    private static final int MARK = 8;

    static ApiCursor start(String kind, String filter) {
        return new ApiCursor(kind, 0, markOf(filter));
    }

    ApiCursor at(long other) {
        return new ApiCursor(kind, other, mark);
    }

    boolean isFor(String filter) {
        return mark.equals(markOf(filter));
    }

    String written() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((kind + "." + position + "." + mark).getBytes(StandardCharsets.UTF_8));
    }

    static Optional<ApiCursor> read(String text) {
        try {
            var matcher = WRITTEN.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            return matcher.matches()
                    ? Optional.of(new ApiCursor(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3)))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String markOf(String filter) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(filter.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, MARK));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
