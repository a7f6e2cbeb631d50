package id.laporpustaka.form.expression;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/// How texts, numbers and days become one another.
final class Coercion {
    private static final double SECONDS_OF_A_DAY = 86_400;
    private static final double WHOLE_IN_A_DOUBLE = 9_007_199_254_740_992d;

    private Coercion() {}

    /// XPath 1.0 section 4.4: optional minus, digits, optional fraction; all else is not a number.
    static double number(String text) {
        var trimmed = text.strip();
        if (trimmed.isEmpty() || !isNumber(trimmed)) {
            return Double.NaN;
        }
        return Double.parseDouble(trimmed);
    }

    static String text(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }
        if (number == Math.rint(number) && Math.abs(number) < WHOLE_IN_A_DOUBLE) {
            return Long.toString((long) number);
        }
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    static double fraction(LocalTime time) {
        return time.toSecondOfDay() / SECONDS_OF_A_DAY;
    }

    static Optional<LocalDate> findDay(Datum datum) {
        return switch (datum) {
            case Datum.Day day -> Optional.of(day.date());
            case Datum.Moment moment -> Optional.of(moment.at().toLocalDate());
            case Datum.Text text -> findMoment(text.text()).map(LocalDateTime::toLocalDate);
            case Datum.Numeric numeric -> findMoment(numeric.number()).map(LocalDateTime::toLocalDate);
            case Datum.Truth _, Datum.TimeOfDay _ -> Optional.empty();
        };
    }

    static Optional<LocalDateTime> findMoment(Datum datum) {
        return switch (datum) {
            case Datum.Day day -> Optional.of(day.date().atStartOfDay());
            case Datum.Moment moment -> Optional.of(moment.at());
            case Datum.Text text -> findMoment(text.text());
            case Datum.Numeric numeric -> findMoment(numeric.number());
            case Datum.Truth _, Datum.TimeOfDay _ -> Optional.empty();
        };
    }

    private static Optional<LocalDateTime> findMoment(double days) {
        if (Double.isNaN(days) || Math.abs(days) > 3_000_000) {
            return Optional.empty();
        }
        var whole = Math.floor(days);
        var seconds = Math.min(86_399, Math.round((days - whole) * SECONDS_OF_A_DAY));
        return Optional.of(LocalDate.ofEpochDay((long) whole).atTime(LocalTime.ofSecondOfDay(seconds)));
    }

    /// Reads `2025-08-17` and `2025-08-17T10:00:00`, the latter with or without an offset, which is dropped.
    private static Optional<LocalDateTime> findMoment(String text) {
        if (text.length() < 10 || text.length() > 40 || text.charAt(4) != '-') {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(text.substring(0, 10));
            if (text.length() == 10) {
                return Optional.of(day.atStartOfDay());
            }
            var time = text.substring(11).replaceFirst("(Z|[+-]\\d\\d:?\\d\\d)$", "");
            return Optional.of(day.atTime(LocalTime.parse(time)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isNumber(String text) {
        var start = text.charAt(0) == '-' ? 1 : 0;
        var digits = 0;
        var points = 0;
        for (var i = start; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter >= '0' && letter <= '9') {
                digits++;
            } else if (letter == '.') {
                points++;
            } else {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }
}
