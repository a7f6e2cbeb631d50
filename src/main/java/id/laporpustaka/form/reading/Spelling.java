package id.laporpustaka.form.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Brings typed text into one spelling before it is read.
final class Spelling {
    private static final Pattern NOISE =
            Pattern.compile("[\\p{So}\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}\\x{20E3}\\x{200B}-\\x{200F}\\x{2060}\\x{FEFF}]");
    private static final Pattern HALF = Pattern.compile("(?<=\\d)\\s?½");
    private static final Pattern QUARTER = Pattern.compile("(?<=\\d)\\s?¼");
    private static final Pattern THREE_QUARTERS = Pattern.compile("(?<=\\d)\\s?¾");
    private static final Pattern KEYCAP = Pattern.compile("[\\x{FE0F}\\x{20E3}]");
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[‘’‚`´ʼ′]");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—−]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Replacements LINES = Replacements.of("[\\p{Cc}\\p{Z}&&[^\\n]]+", " ", " ?\\n ?", "\n");
    private static final Pattern DOUBLED = Pattern.compile("(?<![a-z])([a-z]{3,})2(?!\\d)");
    private static final Pattern WORD = Pattern.compile("[a-z]+");
    private static final Pattern LETTER_O =
            Pattern.compile("(?<![a-z0-9])[0-9][0-9.,]*o[0-9o.,]*(?=(?:rb|ribu|jt|juta|k|m)?(?![a-z0-9]))");

    private Spelling() {}

    /// NFKC, lower case, straight quotes, plain dashes, single spaces, no emoji; `1½` is `1,5`.
    static String plain(String text) {
        var low = withoutFractions(text).toLowerCase(Locale.ROOT);
        var plain = isAscii(low)
                ? low.replace('`', '\'')
                : usualMarks(NOISE.matcher(low).replaceAll(""));
        return singleSpaced(plain);
    }

    /// As [#plain(String)] does, but in upper and lower case, with line breaks, and a space for an emoji.
    static String inLines(String text) {
        var plain = NOISE.matcher(withoutFractions(LINE_END.matcher(text).replaceAll("\n")))
                .replaceAll(" ");
        return LINES.in(usualMarks(plain)).strip();
    }

    /// Single spaces between words and none around them.
    static String singleSpaced(String text) {
        return isSpaced(text) ? text : SPACES.matcher(text).replaceAll(" ").strip();
    }

    private static String withoutFractions(String text) {
        if (isAscii(text)) {
            return text;
        }
        var decimals = HALF.matcher(text).replaceAll(",5").replace("½", "0,5");
        decimals = QUARTER.matcher(decimals).replaceAll(",25");
        decimals = THREE_QUARTERS.matcher(decimals).replaceAll(",75");
        return Normalizer.normalize(KEYCAP.matcher(decimals).replaceAll(""), Normalizer.Form.NFKC);
    }

    /// Whether there are no spaces but single ones between words.
    private static boolean isSpaced(String text) {
        var last = ' ';
        for (var i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            if (Character.isWhitespace(sign) && (sign != ' ' || last == ' ')) {
                return false;
            }
            last = sign;
        }
        return text.isEmpty() || last != ' ';
    }

    private static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String usualMarks(String text) {
        return DASHES.matcher(SINGLE_QUOTES.matcher(text).replaceAll("'")).replaceAll("-");
    }

    /// Curly quotes made straight, all else as written.
    static String straight(String text) {
        return isAscii(text)
                ? text.replace('`', '\'')
                : SINGLE_QUOTES.matcher(text).replaceAll("'");
    }

    /// `anak2` is `anak-anak`.
    static String doubled(String plain) {
        return DOUBLED.matcher(plain).replaceAll("$1-$1");
    }

    /// `1OO` is `100`.
    static String zeros(String plain) {
        return LETTER_O.matcher(plain).replaceAll(match -> match.group().replace('o', '0'));
    }

    static String replaceWords(String plain, Map<String, String> usual) {
        return WORD.matcher(plain).replaceAll(match -> usual.getOrDefault(match.group(), match.group()));
    }

    /// `iyaaa` is `iya`, `siiip` is `sip`.
    static String squeezed(String plain) {
        var squeezed = new StringBuilder(plain.length());
        for (var i = 0; i < plain.length(); i++) {
            if (i == 0 || plain.charAt(i) != plain.charAt(i - 1)) {
                squeezed.append(plain.charAt(i));
            }
        }
        return squeezed.toString();
    }
}
