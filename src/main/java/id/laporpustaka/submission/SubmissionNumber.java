package id.laporpustaka.submission;

import java.time.YearMonth;
import java.util.Locale;

/// The number on a receipt, such as `PM-2508-0004F7-0`: form, month of sending, a sequence of the whole
/// installation, and a check character.
///
/// The sequence is in Crockford's base 32, which has no I, L, O and U: they are read as 1, 1, 0 and V. So is
/// the check character, which finds every single wrong character and every two that have changed places: Damm's
/// algorithm (H. M. Damm, 2004) over the field of 32 elements, x ∗ y = 2·(x + y) modulo x⁵ + x² + 1, across all
/// letters and digits.
public final class SubmissionNumber {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BASE = 32;
    private static final int POLYNOMIAL = 0b100101;
    private static final int SEQUENCE_DIGITS = 6;

    private SubmissionNumber() {}

    /// The number of a report.
    ///
    /// @param formId of which the letters and digits are shown, in capitals
    /// @param monthOfSending in the library's zone
    /// @param sequence not negative; more than 6 digits are shown when it needs them
    public static String of(String formId, YearMonth monthOfSending, long sequence) {
        var number = "%s-%02d%02d-%s"
                .formatted(
                        formId.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""),
                        monthOfSending.getYear() % 100,
                        monthOfSending.getMonthValue(),
                        digits(sequence));
        return number + "-" + ALPHABET.charAt(check(number));
    }

    /// Whether this can be a number that was given, in capitals or not: nothing has been mistyped.
    public static boolean verify(String number) {
        var capitals = number.strip().toUpperCase(Locale.ROOT);
        return capitals.matches("[A-Z0-9]*-\\d{4}-[A-Z0-9]{6,13}-[A-Z0-9]") && check(capitals) == 0;
    }

    private static String digits(long sequence) {
        if (sequence < 0) {
            throw new IllegalArgumentException("A sequence does not go below 0: " + sequence);
        }
        var digits = new StringBuilder();
        for (var rest = sequence; rest > 0 || digits.length() < SEQUENCE_DIGITS; rest /= BASE) {
            digits.append(ALPHABET.charAt((int) (rest % BASE)));
        }
        return digits.reverse().toString();
    }

    /// The check character that belongs to what is given; 0 if it is there already and is right.
    private static int check(String number) {
        var interim = 0;
        for (var i = 0; i < number.length(); i++) {
            var character = number.charAt(i);
            if (character != '-') {
                interim = twice(interim ^ value(character));
            }
        }
        return interim;
    }

    private static int twice(int element) {
        var doubled = element << 1;
        return doubled < BASE ? doubled : doubled ^ POLYNOMIAL;
    }

    private static int value(char character) {
        return ALPHABET.indexOf(
                switch (character) {
                    case 'I', 'L' -> '1';
                    case 'O' -> '0';
                    case 'U' -> 'V';
                    default -> character;
                });
    }
}
