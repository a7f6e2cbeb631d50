package id.laporpustaka.web;

import java.util.regex.Pattern;

/// What people type into fields, and names that came from elsewhere: one line, without what no database and no page
/// can take.
final class Typed {
    private static final int LONGEST = 200;

    /// Controls, halves of surrogate pairs, and the marks that turn the direction of what follows (Unicode Standard
    /// Annex 9, section 2).
    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}" + "\\x{2066}-\\x{2069}\\x{061C}]");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Typed() {}

    /// At most 200 characters, with single spaces between words.
    static String line(String raw) {
        var line = harmless(raw);
        var end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
        return line.substring(0, end).strip();
    }

    /// The whole of it.
    static String harmless(String raw) {
        var spaced = SPACES.matcher(raw).replaceAll(" ");
        return HARMFUL.matcher(spaced).replaceAll("").strip();
    }
}
