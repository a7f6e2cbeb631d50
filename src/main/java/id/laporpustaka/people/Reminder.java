package id.laporpustaka.people;

import id.laporpustaka.place.Daytime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// When somebody wants to be reminded of something, by the clock of their library or region. Pure.
///
/// @param weekday of a weekly one
/// @param hour from [#FIRST_HOUR] to [#LAST_HOUR]
/// @param pausedUntil the last day of a pause
/// @param lastPeriod the first day of the week or month that it was about the last time; it never comes twice in
///     one
public record Reminder(
        ReminderKind kind,
        Rhythm rhythm,
        DayOfWeek weekday,
        int hour,
        Optional<LocalDate> pausedUntil,
        Optional<LocalDate> lastPeriod) {
    public static final int FIRST_HOUR = Daytime.FIRST_HOUR;
    public static final int LAST_HOUR = Daytime.END_HOUR - 1;

    private static final int REPORTERS_HOUR = 10;
    private static final int COORDINATORS_HOUR = 8;

    /// The period of today may be over already, or have had its reminder.
    private static final int MOST_TRIES = 4;

    public Reminder {
        if (hour < FIRST_HOUR || hour > LAST_HOUR) {
            throw new IllegalArgumentException("Nobody is reminded at %d o'clock".formatted(hour));
        }
        if (!kind.allows(rhythm)) {
            throw new IllegalArgumentException("%s does not come every %s".formatted(kind, rhythm));
        }
    }

    /// As it is for this person while they have chosen nothing. A village's official looks at the month; who
    /// only runs the installation is left alone.
    public static Reminder standard(ReminderKind kind, Actor actor) {
        return switch (kind) {
            case WEEKLY -> of(kind, Rhythm.WEEK, DayOfWeek.THURSDAY, REPORTERS_HOUR);
            case MONTH_END, CLOSING -> of(kind, Rhythm.MONTH, DayOfWeek.THURSDAY, REPORTERS_HOUR);
            case DIGEST -> of(kind, rhythmOfDigest(actor), DayOfWeek.MONDAY, COORDINATORS_HOUR);
        };
    }

    private static Rhythm rhythmOfDigest(Actor actor) {
        if (actor.duties().stream().allMatch(duty -> duty.role() == Role.ADMIN)) {
            return Rhythm.NEVER;
        }
        return actor.duties().stream().allMatch(duty -> duty.role() == Role.PIC_DESA) ? Rhythm.MONTH : Rhythm.WEEK;
    }

    private static Reminder of(ReminderKind kind, Rhythm rhythm, DayOfWeek weekday, int hour) {
        return new Reminder(kind, rhythm, weekday, hour, Optional.empty(), Optional.empty());
    }

    public boolean isOn() {
        return rhythm != Rhythm.NEVER;
    }

    /// Whether it is switched off until some day to come.
    public boolean isPaused(LocalDate today) {
        return pausedUntil.filter(until -> !today.isAfter(until)).isPresent();
    }

    /// What the reminder of a day is about: the first day of its week or month.
    public LocalDate period(LocalDate day) {
        return kind.period(rhythm, day);
    }

    /// When it comes next, later than `after`; never while it is paused, and never in a period in which it has
    /// come. Empty while it is switched off.
    public Optional<Instant> next(ZoneId zone, Instant after) {
        if (!isOn()) {
            return Optional.empty();
        }
        var from = firstDay(LocalDate.ofInstant(after, zone));
        for (var tried = 0; tried < MOST_TRIES; tried++) {
            var day = rhythm == Rhythm.WEEK
                    ? from.with(TemporalAdjusters.nextOrSame(weekday)).plusWeeks(tried)
                    : kind.dayIn(YearMonth.from(from).plusMonths(tried));
            var at = at(day, hour, zone);
            if (at.isAfter(after) && !day.isBefore(from) && isNew(day)) {
                return Optional.of(at);
            }
        }
        throw new IllegalStateException("No time for %s after %s".formatted(this, after));
    }

    private LocalDate firstDay(LocalDate today) {
        var from = pausedUntil.map(until -> until.plusDays(1)).orElse(today);
        var notBefore = lastPeriod.filter(last -> last.isAfter(from)).orElse(from);
        return notBefore.isAfter(today) ? notBefore : today;
    }

    private static Instant at(LocalDate day, int hour, ZoneId zone) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
    }

    private boolean isNew(LocalDate day) {
        return lastPeriod.filter(last -> !period(day).isAfter(last)).isEmpty();
    }

    /// What to do about one that is due, perhaps since long ago, as the product may not have run for a time: it
    /// comes at once, the next morning if it is night, or not at all if it is of no use any more.
    ///
    /// @param due when it should have come
    public Outcome at(Instant due, Instant now, ZoneId zone) {
        var day = LocalDate.ofInstant(due, zone);
        var when = Daytime.next(zone, now);
        var today = LocalDate.ofInstant(when, zone);
        if (!isOn() || isPaused(today) || !isNew(day) || today.isAfter(kind.lastDay(day))) {
            return new Outcome.Skip();
        }
        return when.equals(now) ? new Outcome.Send(period(day)) : new Outcome.Wait(when);
    }

    /// A day later, if it is still of use then.
    ///
    /// @param due when it should have come
    public Outcome later(Instant due, Instant now, ZoneId zone) {
        var tomorrow = at(LocalDate.ofInstant(now, zone).plusDays(1), hour, zone);
        return at(due, tomorrow, zone) instanceof Outcome.Send ? new Outcome.Wait(tomorrow) : new Outcome.Skip();
    }

    /// What becomes of a reminder that is due.
    public sealed interface Outcome {
        /// It comes now.
        ///
        /// @param period what it is about
        record Send(LocalDate period) implements Outcome {}

        record Wait(Instant until) implements Outcome {}

        record Skip() implements Outcome {}
    }

    public Reminder with(Rhythm other) {
        return new Reminder(kind, other, weekday, hour, pausedUntil, lastPeriod);
    }

    public Reminder on(DayOfWeek day) {
        return new Reminder(kind, rhythm, day, hour, pausedUntil, lastPeriod);
    }

    public Reminder atHour(int other) {
        return new Reminder(kind, rhythm, weekday, other, pausedUntil, lastPeriod);
    }

    /// The same with a pause.
    ///
    /// @param until its last day; empty for none
    public Reminder paused(Optional<LocalDate> until) {
        return new Reminder(kind, rhythm, weekday, hour, until, lastPeriod);
    }

    public Reminder sent(LocalDate period) {
        return new Reminder(kind, rhythm, weekday, hour, pausedUntil, Optional.of(period));
    }
}
