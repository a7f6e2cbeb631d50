package id.laporpustaka.summary;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/// Some days in a row.
///
/// @param to the last day, which belongs to the period
public record Period(LocalDate from, LocalDate to) {
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period cannot end on %s when it begins on %s".formatted(to, from));
        }
    }

    public static Period ofMonth(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /// The period just before, equally long: whole months before whole months, else days before days.
    public Period before() {
        if (hasWholeMonths()) {
            var months = ChronoUnit.MONTHS.between(from, to.plusDays(1));
            return new Period(from.minusMonths(months), from.minusDays(1));
        }
        return new Period(from.minusDays(days()), from.minusDays(1));
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public boolean hasWholeMonths() {
        return from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
    }

    /// Moved to other years; a last day of a month stays one.
    Period plusYears(int years) {
        var end = to.plusDays(1).getDayOfMonth() == 1
                ? YearMonth.from(to).plusYears(years).atEndOfMonth()
                : to.plusYears(years);
        return new Period(from.plusYears(years), end);
    }
}
