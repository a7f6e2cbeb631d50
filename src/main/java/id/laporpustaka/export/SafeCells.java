package id.laporpustaka.export;

import id.laporpustaka.form.reading.Cleaned;
import java.util.regex.Pattern;

/// Cells that no program takes for a formula, however often the sheet is opened and saved (OWASP, CSV injection).
public final class SafeCells {
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(?:[.,]\\d{1,15})?");

    /// No formula begins with a sign after this one; letters do, and are many.
    private static final char LAST_SIGN = '@';

    private static final String TEXT_FOLLOWS = "'";

    private SafeCells() {}

    /// With the sign that makes a program show the rest as it is; a number stays a number.
    public static String defuse(String text) {
        return isFormula(text) ? TEXT_FOLLOWS + text : text;
    }

    /// What was meant by a cell, which may have been defused; without signs that turn the letters after it around.
    static String meant(String text) {
        var plain = text.startsWith(TEXT_FOLLOWS) && isFormula(text.substring(1)) ? text.substring(1) : text;
        return Cleaned.text(plain);
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && text.charAt(0) <= LAST_SIGN
                && FORMULA.matcher(text).find()
                && !NUMBER.matcher(text).matches();
    }
}
