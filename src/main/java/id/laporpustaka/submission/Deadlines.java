package id.laporpustaka.submission;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;

/// Until when reports may be changed, in days of their library's zone, each to its end.
///
/// The month of a report closes on the 5th of the next one; until then its sender may correct it or take it
/// back. Its reviewers may decide until the 15th after the end of its quarter. A report sent later than in the
/// month of its activity belongs to the month in which it was sent.
public final class Deadlines {
    private static final int MONTH_CLOSES_ON = 5;
    private static final int QUARTER_CLOSES_ON = 15;
    private static final int MONTHS = 3;

    private Deadlines() {}

    /// The day on whose end a month closes.
    public static LocalDate ofMonth(YearMonth month) {
        return month.plusMonths(1).atDay(MONTH_CLOSES_ON);
    }

    /// The last day on which its sender may change a report.
    public static LocalDate ofSender(LocalDate held, LocalDate sentOn) {
        return ofMonth(month(held, sentOn));
    }

    /// The last day on which a report may be reviewed.
    public static LocalDate ofReview(LocalDate held, LocalDate sentOn) {
        return firstMonthOfQuarter(month(held, sentOn)).plusMonths(MONTHS).atDay(QUARTER_CLOSES_ON);
    }

    /// The last day on which the reports of a year may be reviewed; from the next one on it stays as it is.
    public static LocalDate ofYear(int year) {
        return LocalDate.of(year + 1, 1, QUARTER_CLOSES_ON);
    }

    /// The first day of the months whose reports may still be reviewed.
    public static LocalDate reviewableFrom(LocalDate today) {
        var quarter = firstMonthOfQuarter(YearMonth.from(today));
        var isOpen = !today.isAfter(quarter.atDay(QUARTER_CLOSES_ON));
        return (isOpen ? quarter.minusMonths(MONTHS) : quarter).atDay(1);
    }

    private static YearMonth month(LocalDate held, LocalDate sentOn) {
        return YearMonth.from(held.isAfter(sentOn) ? held : sentOn);
    }

    private static YearMonth firstMonthOfQuarter(YearMonth month) {
        return YearMonth.of(month.getYear(), (month.get(IsoFields.QUARTER_OF_YEAR) - 1) * MONTHS + 1);
    }
}
