package id.laporpustaka.summary;

import id.laporpustaka.people.ReminderKind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/// What a library has reported, as far as somebody must be reminded of it.
///
/// @param inMonth how many reports on activities of the month count
/// @param sentInWeek whether anything was sent in the week that stands
/// @param nothingInWeek whether it has been said that the week had no activities
/// @param nothingInMonth the same of the month
/// @param statisticsSent whether the statistics of the month have been sent
public record LibraryActivity(
        long libraryId,
        String libraryName,
        int inMonth,
        boolean sentInWeek,
        boolean nothingInWeek,
        boolean nothingInMonth,
        boolean statisticsSent) {
    /// The form that a month's statistics are sent with, which tells of no activity.
    public static final String STATISTICS = "ST";

    /// The week and the month that are looked at.
    ///
    /// @param week its Monday
    /// @param weekBegins at midnight, by the clock of whoever is reminded
    public record Time(LocalDate week, Instant weekBegins, YearMonth month) {
        /// What a reminder looks at.
        ///
        /// @param period what it is about: the first day of a week or a month
        public static Time of(ReminderKind kind, LocalDate period, LocalDate today, ZoneId zone) {
            var isWeekly = kind == ReminderKind.WEEKLY;
            var week = isWeekly ? period : today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return new Time(week, week.atStartOfDay(zone).toInstant(), YearMonth.from(isWeekly ? today : period));
        }
    }

    /// Whether the library lacks what this reminder is about.
    public boolean lacks(ReminderKind kind) {
        return switch (kind) {
            case WEEKLY -> !sentInWeek && !nothingInWeek && !nothingInMonth;
            case MONTH_END, CLOSING -> !statisticsSent || lacksReports();
            case DIGEST -> false;
        };
    }

    /// Whether nothing is known of the month, not even that there was nothing.
    public boolean lacksReports() {
        return inMonth == 0 && !nothingInMonth;
    }
}
