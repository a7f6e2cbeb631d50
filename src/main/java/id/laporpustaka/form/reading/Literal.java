package id.laporpustaka.form.reading;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number in digits with its one or two meanings.
record Literal(
        BigDecimal first, BigDecimal second, @Nullable AmbiguityKind doubt) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");
    private static final Pattern DOTTED_THOUSANDS =
            Pattern.compile("[1-9][0-9]{0,2}(?:\\.[0-9]{3}){1,4}(?:,[0-9]{1,6})?");
    private static final Pattern COMMA_THOUSANDS = Pattern.compile(
            "[1-9][0-9]{0,2}(?:,[0-9]{3}){2,4}(?:\\.[0-9]{1,6})?|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}\\.[0-9]{1,2}");
    private static final Pattern ONE_COMMA_AND_THREE = Pattern.compile("[1-9][0-9]{0,2},[0-9]{3}");
    private static final Pattern ONE_DOT_AND_THREE = Pattern.compile("[1-9][0-9]{0,2}\\.[0-9]{3}");
    private static final Pattern COMMA_DECIMAL = Pattern.compile("[0-9]{1,15},[0-9]{1,6}");
    private static final Pattern DOT_DECIMAL = Pattern.compile("[0-9]{1,12}\\.[0-9]{1,2}");

    /// `scaled` if a word such as juta follows, before which a dot is a decimal point more often than not.
    static Optional<Literal> read(String text, boolean scaled) {
        if (DIGITS.matcher(text).matches()) {
            return sure(text);
        }
        if (ONE_COMMA_AND_THREE.matcher(text).matches()) {
            return doubtful(text.replace(',', '.'), text.replace(",", ""), new AmbiguityKind.DecimalOrThousands());
        }
        if (scaled && ONE_DOT_AND_THREE.matcher(text).matches()) {
            return doubtful(text, text.replace(".", ""), new AmbiguityKind.DecimalOrThousands());
        }
        if (DOTTED_THOUSANDS.matcher(text).matches()) {
            return sure(text.replace(".", "").replace(',', '.'));
        }
        if (COMMA_THOUSANDS.matcher(text).matches()) {
            return sure(text.replace(",", ""));
        }
        if (COMMA_DECIMAL.matcher(text).matches()) {
            return sure(text.replace(',', '.'));
        }
        if (DOT_DECIMAL.matcher(text).matches()) {
            return scaled ? sure(text) : doubtful(text, text.replace(".", ""), new AmbiguityKind.DecimalPoint());
        }
        return Optional.empty();
    }

    private static Optional<Literal> sure(String number) {
        var value = new BigDecimal(number);
        return Optional.of(new Literal(value, value, null));
    }

    private static Optional<Literal> doubtful(String first, String second, AmbiguityKind doubt) {
        return Optional.of(new Literal(new BigDecimal(first), new BigDecimal(second), doubt));
    }
}
