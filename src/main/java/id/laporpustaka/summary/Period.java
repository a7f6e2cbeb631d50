package id.laporpustaka.summary;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/// Some days in a row.
///
/// @param to the last day, which belongs to the period
public record Period(LocalDate from, LocalDate to) {
    private static final int QUARTER = 3;
    private static final int YEAR = 12;

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period cannot end on %s when it begins on %s".formatted(to, from));
        }
    }

    public static Period ofMonth(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /// What this one is fairly compared with: the whole months before whole months, the same days of the month before
    /// a month so far, the same days of the year before a year so far, else as many days just before. Months from
    /// January on that are neither one, nor a quarter, nor a year are a year so far.
    public Period before() {
        if (hasWholeMonths()) {
            var months = ChronoUnit.MONTHS.between(from, to.plusDays(1));
            return from.getDayOfYear() == 1 && months < YEAR && months != 1 && months != QUARTER
                    ? yearBefore()
                    : new Period(from.minusMonths(months), from.minusDays(1));
        }
        if (from.getDayOfMonth() == 1 && YearMonth.from(from).equals(YearMonth.from(to))) {
            return new Period(from.minusMonths(1), to.minusMonths(1));
        }
        if (from.getDayOfYear() == 1 && from.getYear() == to.getYear()) {
            return plusYears(-1);
        }
        return new Period(from.minusDays(days()), from.minusDays(1));
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public boolean hasWholeMonths() {
        return from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
    }

    /// The same days of the year before.
    public Period yearBefore() {
        return plusYears(-1);
    }

    /// Moved to other years; a last day of a month stays one.
    Period plusYears(int years) {
        var end = to.plusDays(1).getDayOfMonth() == 1
                ? YearMonth.from(to).plusYears(years).atEndOfMonth()
                : to.plusYears(years);
        return new Period(from.plusYears(years), end);
    }
}
