package id.laporpustaka.place;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A national library number (Nomor Pokok Perpustakaan), such as `6372052C0000001`: six digits of the district,
/// one digit, one letter, seven digits.
public record Npp(String text) {
    private static final int LENGTH = 15;
    private static final int LETTER = 7;
    /// What is longer is no NPP, however many signs are in it.
    private static final int LONGEST_TYPED = 100;

    private static final Pattern NPP = Pattern.compile("[0-9]{7}[A-Z][0-9]{7}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00A0.\\-\\u2010-\\u2015/]+");

    public Npp {
        if (!NPP.matcher(text).matches()) {
            throw new IllegalArgumentException("Not an NPP: " + text);
        }
    }

    /// What came of reading one.
    public sealed interface Reading {
        record Accepted(Npp npp) implements Reading {}

        record Refused(Fault fault) implements Reading {}
    }

    /// What is wrong with what was typed, the first of these.
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        /// The eighth character must be a letter.
        NO_LETTER,
        /// All others must be digits; often a letter O stands for a 0.
        NOT_A_DIGIT
    }

    /// Reads what people type: with spaces, dots and dashes, in small letters.
    public static Reading read(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return new Reading.Refused(Fault.TOO_LONG);
        }
        var text = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        if (text.length() != LENGTH) {
            return new Reading.Refused(text.length() < LENGTH ? Fault.TOO_SHORT : Fault.TOO_LONG);
        }
        if (!NPP.matcher(text).matches()) {
            var letter = text.charAt(LETTER);
            return new Reading.Refused(letter < 'A' || letter > 'Z' ? Fault.NO_LETTER : Fault.NOT_A_DIGIT);
        }
        return new Reading.Accepted(new Npp(text));
    }

    /// Empty if it is none.
    public static Optional<Npp> find(String typed) {
        return read(typed) instanceof Reading.Accepted(var npp) ? Optional.of(npp) : Optional.empty();
    }

    /// Whether its first six digits are the district of the region; of a larger region as many as it has. If not,
    /// somebody should look at it, no more: districts change, and the numbers stay.
    ///
    /// @param code the dotted code of the library's region
    public boolean agreesWith(String code) {
        var digits = code.substring(0, Math.min(code.length(), RegionLevel.DISTRICT.codeLength()))
                .replace(".", "");
        return text.startsWith(digits);
    }
}
