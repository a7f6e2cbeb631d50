package id.laporpustaka.form.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Brings typed text into one spelling before it is read.
final class Spelling {
    private static final Pattern NOISE =
            Pattern.compile("[\\p{So}\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}\\x{20E3}\\x{200B}-\\x{200F}\\x{2060}\\x{FEFF}]");
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[‘’‚`´ʼ′]");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—−]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DOUBLED = Pattern.compile("(?<![a-z])([a-z]{3,})2(?!\\d)");
    private static final Pattern WORD = Pattern.compile("[a-z]+");
    private static final Pattern LETTER_O =
            Pattern.compile("(?<![a-z0-9])[0-9][0-9.,]*o[0-9o.,]*(?=(?:rb|ribu|jt|juta|k|m)?(?![a-z0-9]))");

    private Spelling() {}

    /// NFKC, lower case, straight quotes, plain dashes, single spaces, no emoji; `1½` is `1,5`.
    static String plain(String text) {
        var fractions = text.replaceAll("(?<=\\d)\\s?½", ",5")
                .replace("½", "0,5")
                .replaceAll("(?<=\\d)\\s?¼", ",25")
                .replaceAll("(?<=\\d)\\s?¾", ",75");
        var plain = Normalizer.normalize(fractions, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain = NOISE.matcher(plain).replaceAll("");
        plain = SINGLE_QUOTES.matcher(plain).replaceAll("'");
        plain = DASHES.matcher(plain).replaceAll("-");
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    /// Curly quotes made straight, all else as written.
    static String straight(String text) {
        return SINGLE_QUOTES.matcher(text).replaceAll("'");
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
        return plain.replaceAll("(.)\\1+", "$1");
    }
}
