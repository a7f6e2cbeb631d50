package id.laporpustaka.form.xlsform;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/// Makes a text of a cell as an author would type it: `12`, not `12.0`; `2025-08-20`, not a count of days.
final class CellText {
    /// What a cell can hold, in UTF-16 units.
    static final int LONGEST = 32_767;

    /// The digits that Excel keeps and shows; what a double has beyond them is noise such as 0.30000000000000004.
    private static final MathContext DIGITS_OF_EXCEL = new MathContext(15);

    private static final int LARGEST_EXPONENT = 400;
    private static final BigDecimal LAST_DAY = new BigDecimal(2_958_465); // 9999-12-31

    private static final Set<String> ERRORS =
            Set.of("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!");
    private static final Pattern NOT_LETTERS_OF_A_DATE = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");
    private static final Pattern OF_DATES = Pattern.compile("[ymdhs]");
    private static final Pattern OF_DAYS = Pattern.compile("[yd]|m(?!.*[hs])");
    private static final Pattern OF_TIMES = Pattern.compile("[hs]");
    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)]");
    private static final Pattern HEXADECIMAL = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern LOOKS_HEXADECIMAL = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final Pattern ONLY_ZEROS = Pattern.compile("(0{1,30})(?:\\.(0{1,15}))?");
    private static final int LONGEST_NUMBER = 30;

    private CellText() {}

    /// Empty for an error such as `#REF!`.
    static Optional<String> find(Cell cell) {
        if (isError(cell)) {
            return Optional.empty();
        }
        var value = cell.getValue();
        return Optional.of(
                switch (value) {
                    case null -> "";
                    case BigDecimal number -> number(cell, number);
                    case Boolean truth -> truth ? "TRUE" : "FALSE";
                    default -> decode(value.toString());
                });
    }

    /// As it is shown: like [#find], with the zeros of a format such as `0.00` or `00000`, and an error by its
    /// name.
    static String seen(Cell cell) {
        var format = cell.getDataFormatString();
        if (format != null && cell.getValue() instanceof BigDecimal number && number.signum() >= 0) {
            var zeros = ONLY_ZEROS.matcher(format.split(";", 2)[0]);
            if (zeros.matches() && number.precision() - number.scale() <= LONGEST_NUMBER) {
                var places = zeros.group(2) == null ? 0 : zeros.group(2).length();
                var digits = number.setScale(places, RoundingMode.HALF_UP).toPlainString();
                var width = zeros.group(0).length();
                return "0".repeat(Math.max(0, width - digits.length())) + digits;
            }
        }
        return find(cell).orElseGet(() -> cell.getRawValue() == null ? "" : cell.getRawValue());
    }

    private static boolean isError(Cell cell) {
        return cell.getType() == CellType.ERROR
                || (cell.getType() == CellType.FORMULA
                        && cell.getRawValue() != null
                        && ERRORS.contains(cell.getRawValue()));
    }

    private static String number(Cell cell, BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
            return number.toString();
        }
        var format = cell.getDataFormatString();
        if (format != null && number.signum() >= 0 && number.compareTo(LAST_DAY) <= 0) {
            var letters = NOT_LETTERS_OF_A_DATE
                    .matcher(format.split(";", 2)[0])
                    .replaceAll("")
                    .toLowerCase(Locale.ROOT);
            if (!letters.contains("general")
                    && !ELAPSED.matcher(format).find()
                    && OF_DATES.matcher(letters).find()) {
                return moment(cell.asDate(), number, letters);
            }
        }
        var plain = number.round(DIGITS_OF_EXCEL);
        return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
    }

    private static String moment(LocalDateTime moment, BigDecimal number, String letters) {
        var second = moment.plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
        if (OF_TIMES.matcher(letters).find()
                && (number.compareTo(BigDecimal.ONE) < 0
                        || !OF_DAYS.matcher(letters).find())) {
            return second.toLocalTime().toString();
        }
        return number.stripTrailingZeros().scale() > 0
                ? second.toString()
                : second.toLocalDate().toString();
    }

    /// Excel writes characters that XML can't hold as `_x000D_` (ECMA-376 part 1, 22.9.2.19).
    private static String decode(String text) {
        return text.contains("_x")
                ? HEXADECIMAL
                        .matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))))
                : text;
    }

    /// A text to be written, so that [#find] gives it back.
    static String encode(String text) {
        return LOOKS_HEXADECIMAL.matcher(text).replaceAll("_x005F_");
    }
}
