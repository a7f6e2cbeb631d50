package id.laporpustaka.web;

import id.laporpustaka.form.Language;
import id.laporpustaka.summary.Period;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/// The sentences of the pages in one language, and how that language writes numbers and dates.
final class Words {
    private final Language language;
    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Language language) {
        this.language = language;
        this.locale = switch (language) {
            case INDONESIAN -> Locale.of("id", "ID");
            case ENGLISH -> Locale.UK;
        };
        this.bundle = ResourceBundle.getBundle(
                "id.laporpustaka.web.pages",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Words in(Language language) {
        return new Words(language);
    }

    Language language() {
        return language;
    }

    Set<String> keys() {
        return bundle.keySet();
    }

    /// A sentence; `{0}`, `{1}`… stand for the arguments, whole numbers among them get separators.
    String text(String key, Object... arguments) {
        var text = bundle.getString(key);
        for (var i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            var shown = argument instanceof Integer || argument instanceof Long
                    ? number(((Number) argument).longValue())
                    : argument.toString();
            text = text.replace("{" + i + "}", shown);
        }
        return text;
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    /// As in `12.345`, in English `12,345`.
    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// As in `69,6`, in English `69.6`.
    String decimal(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /// A share of a whole as in `12,5 %`, in English `12.5%`.
    String percent(double share) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /// As in `17 Agustus 2025`.
    String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(date);
    }

    /// As in `17 Agu 2025`.
    String shortDate(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", locale).format(date);
    }

    /// As in `Agustus 2025`, `2025`, `17 Agustus 2025` or `3 Agu 2025 – 9 Agu 2025`.
    String period(Period period) {
        var from = period.from();
        var to = period.to();
        if (from.equals(to)) {
            return date(from);
        }
        if (period.hasWholeMonths() && YearMonth.from(from).equals(YearMonth.from(to))) {
            return month(YearMonth.from(from));
        }
        if (period.hasWholeMonths() && from.getYear() == to.getYear() && period.days() >= 365) {
            return Integer.toString(from.getYear());
        }
        return shortDate(from) + " – " + shortDate(to);
    }

    /// As in `Agustus 2025`.
    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(month);
    }

    /// As in `Agu 2025`.
    String shortMonth(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMM uuuu", locale).format(month);
    }
}
