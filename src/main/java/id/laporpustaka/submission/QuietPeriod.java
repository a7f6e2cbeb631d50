package id.laporpustaka.submission;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/// Of what a library says that it had no activity. The names, in lower case, are stored and never change.
public enum QuietPeriod {
    /// From Monday to Sunday.
    WEEK,
    MONTH;

    /// Of the period that a day lies in.
    public LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    public LocalDate lastDay(LocalDate firstDay) {
        return switch (this) {
            case WEEK -> firstDay.plusDays(6);
            case MONTH -> firstDay.with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    /// Whether something can be said of it on that day: of a week until the end of the next one, of a month until it
    /// closes as for reports.
    public boolean isOpen(LocalDate firstDay, LocalDate today) {
        return !today.isBefore(firstDay) && !today.isAfter(openUntil(firstDay));
    }

    private LocalDate openUntil(LocalDate firstDay) {
        return switch (this) {
            case WEEK -> firstDay.plusDays(13);
            case MONTH -> {
                var last = lastDay(firstDay);
                yield Deadlines.ofSender(last, last);
            }
        };
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
