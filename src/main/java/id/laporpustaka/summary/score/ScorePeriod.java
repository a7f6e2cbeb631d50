package id.laporpustaka.summary.score;

import id.laporpustaka.summary.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Pattern;

/// A calendar year, or a quarter or month of it: what a score is of.
///
/// @param first its first month
/// @param length 1, 3 or 12 months
public record ScorePeriod(YearMonth first, int length) {
    private static final int YEAR = 12;
    private static final int QUARTER = 3;
    private static final Pattern CODE = Pattern.compile("(2\\d{3})(?:q([1-4])|-(0[1-9]|1[0-2]))?");

    public ScorePeriod {
        if ((length != 1 && length != QUARTER && length != YEAR) || (first.getMonthValue() - 1) % length != 0) {
            throw new IllegalArgumentException("No part of a year: %d months from %s".formatted(length, first));
        }
    }

    public static ScorePeriod ofYear(int year) {
        return new ScorePeriod(YearMonth.of(year, 1), YEAR);
    }

    /// The quarter that a month is in.
    public static ScorePeriod ofQuarter(YearMonth month) {
        return new ScorePeriod(
                YearMonth.of(month.getYear(), (month.get(IsoFields.QUARTER_OF_YEAR) - 1) * QUARTER + 1), QUARTER);
    }

    public static ScorePeriod ofMonth(YearMonth month) {
        return new ScorePeriod(month, 1);
    }

    /// The one that has these days, or the part of them that has been so far; empty for any others.
    public static Optional<ScorePeriod> of(Period period) {
        var first = YearMonth.from(period.from());
        if (period.from().getDayOfMonth() != 1) {
            return Optional.empty();
        }
        return Optional.of(period)
                .filter(Period::hasWholeMonths)
                .map(whole ->
                        (int) ChronoUnit.MONTHS.between(whole.from(), whole.to().plusDays(1)))
                .filter(months -> months == 1 || months == QUARTER || months == YEAR)
                .filter(months -> (first.getMonthValue() - 1) % months == 0)
                .map(months -> new ScorePeriod(first, months));
    }

    /// Reads what [#code] writes.
    public static Optional<ScorePeriod> find(String code) {
        var found = CODE.matcher(code);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            var year = Year.parse(found.group(1)).getValue();
            if (found.group(2) != null) {
                return Optional.of(ofQuarter(YearMonth.of(year, Integer.parseInt(found.group(2)) * QUARTER)));
            }
            return Optional.of(
                    found.group(3) == null
                            ? ofYear(year)
                            : ofMonth(YearMonth.of(year, Integer.parseInt(found.group(3)))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// `2025`, `2025q3` or `2025-08`; stored in buttons, so it never changes.
    public String code() {
        return switch (length) {
            case YEAR -> Integer.toString(year());
            case QUARTER -> year() + "q" + first.get(IsoFields.QUARTER_OF_YEAR);
            default -> first.toString();
        };
    }

    public int year() {
        return first.getYear();
    }

    public boolean isYear() {
        return length == YEAR;
    }

    public boolean isMonth() {
        return length == 1;
    }

    public LocalDate from() {
        return first.atDay(1);
    }

    public LocalDate to() {
        return last().atEndOfMonth();
    }

    YearMonth last() {
        return first.plusMonths(length - 1L);
    }

    /// The months that are expected of a library: the complete ones, from the one in which it became active if that
    /// is later than the first; the present one if there is none.
    ///
    /// @param active since when it is, if it is
    Months expected(LocalDate today, Optional<LocalDate> active) {
        var complete = YearMonth.from(today).minusMonths(1);
        var end = complete.isBefore(last()) ? complete : last();
        var begin = active.map(YearMonth::from)
                .filter(month -> month.isAfter(first))
                .orElse(first);
        if (begin.isAfter(last())) {
            begin = last();
        }
        return new Months(begin, end.isBefore(begin) ? begin : end);
    }

    /// Months that follow one another, within one year.
    record Months(YearMonth first, YearMonth last) {
        int count() {
            return (int) ChronoUnit.MONTHS.between(first, last) + 1;
        }

        /// A bit for each, by its number in the year.
        int bits() {
            var bits = 0;
            for (var month = first.getMonthValue(); month <= last.getMonthValue(); month++) {
                bits |= 1 << month;
            }
            return bits;
        }
    }
}
