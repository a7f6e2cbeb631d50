package id.laporpustaka.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Of what people are reminded without asking. The names are stored and never change.
public enum ReminderKind {
    /// A reporter whose library has sent nothing this week.
    WEEKLY,
    /// A reporter, of what the month still lacks.
    MONTH_END,
    /// The same just before the month closes, on the 5th of the next one.
    CLOSING,
    /// A coordinator, of how their region does.
    DIGEST;

    private static final int MONTH_ENDS_ON = 28;
    private static final int CLOSES_SOON_ON = 3;
    private static final int CLOSES_ON = 5;

    /// For how many days somebody may still want to read a digest.
    private static final int DIGEST_KEEPS = 3;

    public boolean isForReporters() {
        return this != DIGEST;
    }

    /// Whether a rhythm can be chosen for it; weekly ones have a day, too.
    public boolean allows(Rhythm rhythm) {
        return switch (this) {
            case WEEKLY -> rhythm != Rhythm.MONTH;
            case MONTH_END, CLOSING -> rhythm != Rhythm.WEEK;
            case DIGEST -> true;
        };
    }

    /// The first day of the week or month that a reminder of this day is about.
    LocalDate period(Rhythm rhythm, LocalDate day) {
        return switch (this) {
            case WEEKLY -> monday(day);
            case MONTH_END -> day.withDayOfMonth(1);
            case CLOSING -> day.withDayOfMonth(1).minusMonths(1);
            case DIGEST -> rhythm == Rhythm.WEEK ? monday(day) : day.withDayOfMonth(1);
        };
    }

    /// The day of a reminder in a month.
    LocalDate dayIn(YearMonth month) {
        return switch (this) {
            case WEEKLY -> throw new IllegalStateException("A weekly reminder has no day of the month");
            case MONTH_END -> month.atDay(MONTH_ENDS_ON);
            case CLOSING -> month.atDay(CLOSES_SOON_ON);
            case DIGEST -> firstWorkingDay(month);
        };
    }

    /// The last day on which a reminder that should have come on this day is still of use.
    LocalDate lastDay(LocalDate day) {
        return switch (this) {
            case WEEKLY -> monday(day).plusDays(6);
            case MONTH_END -> YearMonth.from(day).atEndOfMonth();
            case CLOSING -> day.withDayOfMonth(CLOSES_ON);
            case DIGEST -> day.plusDays(DIGEST_KEEPS);
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate firstWorkingDay(YearMonth month) {
        var first = month.atDay(1);
        return first.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                ? first.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : first;
    }

    /// As the database has it.
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReminderKind of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /// By its name, as a button or a job has it.
    public static Optional<ReminderKind> find(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
