package id.laporpustaka.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// When a reminder comes, whatever is chosen, wherever and whenever.
class ReminderProperties {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Asia/Jakarta"),
            ZoneId.of("Asia/Makassar"),
            ZoneId.of("Asia/Jayapura"),
            ZoneId.of("America/New_York")); // has summer time, unlike all of Indonesia

    /// Something that happens to a reminder after some hours.
    record Turn(int hours, Optional<DayOfWeek> weekday, Optional<Integer> hour, Optional<Integer> pause) {}

    @Provide
    Arbitrary<Reminder> reminders() {
        return Combinators.combine(
                        Arbitraries.of(ReminderKind.values()),
                        Arbitraries.of(Rhythm.WEEK, Rhythm.MONTH),
                        Arbitraries.of(DayOfWeek.values()),
                        hours())
                .filter((kind, rhythm, _, _) -> kind.allows(rhythm))
                .as((kind, rhythm, day, hour) ->
                        new Reminder(kind, rhythm, day, hour, Optional.empty(), Optional.empty()));
    }

    private static Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(Reminder.FIRST_HOUR, Reminder.LAST_HOUR);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2025-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2029-12-31T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 200),
                        Arbitraries.of(DayOfWeek.values()).optional(0.2),
                        hours().optional(0.2),
                        Arbitraries.integers().between(0, 40).optional(0.1))
                .as(Turn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Property
    void it_comes_next_on_its_day_and_hour_and_not_in_the_past(
            @ForAll("reminders") Reminder reminder, @ForAll("zones") ZoneId zone, @ForAll("moments") Instant now) {
        var next = reminder.next(zone, now).orElseThrow();

        assertThat(next).isAfter(now);
        var local = next.atZone(zone);
        assertThat(local.getHour()).isEqualTo(reminder.hour());
        assertThat(Duration.between(now, next)).isLessThan(Duration.ofDays(reminder.rhythm() == Rhythm.WEEK ? 8 : 35));
        switch (reminder.kind()) {
            case MONTH_END -> assertThat(local.getDayOfMonth()).isEqualTo(28);
            case CLOSING -> assertThat(local.getDayOfMonth()).isEqualTo(3);
            case WEEKLY -> assertThat(local.getDayOfWeek()).isEqualTo(reminder.weekday());
            case DIGEST -> {
                if (reminder.rhythm() == Rhythm.WEEK) {
                    assertThat(local.getDayOfWeek()).isEqualTo(reminder.weekday());
                } else {
                    assertThat(local.getDayOfMonth()).isLessThanOrEqualTo(3);
                    assertThat(local.getDayOfWeek()).isLessThanOrEqualTo(DayOfWeek.FRIDAY);
                }
            }
        }
    }

    /// However often day and hour are changed, and however long nobody looks what is due.
    @Property
    void it_never_comes_twice_in_a_week_or_month_nor_at_night_nor_in_a_pause(
            @ForAll("reminders") Reminder first,
            @ForAll("zones") ZoneId zone,
            @ForAll("moments") Instant begin,
            @ForAll("turns") List<Turn> turns) {
        var reminder = first;
        var now = begin;
        var due = reminder.next(zone, now);
        var periods = new HashSet<LocalDate>();
        for (var turn : turns) {
            now = now.plus(Duration.ofHours(turn.hours()));
            if (due.isPresent() && !due.get().isAfter(now)) {
                switch (reminder.at(due.get(), now, zone)) {
                    case Reminder.Outcome.Send(var period) -> {
                        assertThat(periods.add(period))
                                .as("%s in %s", reminder, period)
                                .isTrue();
                        var local = now.atZone(zone);
                        assertThat(local.getHour()).isBetween(Reminder.FIRST_HOUR, Reminder.LAST_HOUR);
                        assertThat(reminder.isPaused(local.toLocalDate())).isFalse();
                        reminder = reminder.sent(period);
                        due = reminder.next(zone, now);
                    }
                    case Reminder.Outcome.Wait(var until) -> {
                        assertThat(until).isAfter(now);
                        due = Optional.of(until);
                    }
                    case Reminder.Outcome.Skip() -> due = reminder.next(zone, now);
                }
            }
            var changed = changed(reminder, turn, LocalDate.ofInstant(now, zone));
            if (!changed.equals(reminder)) {
                reminder = changed;
                due = reminder.next(zone, now);
            }
            assertThat(due.orElseThrow()).isAfter(now);
        }
    }

    private static Reminder changed(Reminder reminder, Turn turn, LocalDate today) {
        var changed = turn.weekday().map(reminder::on).orElse(reminder);
        var moved = turn.hour().map(changed::atHour).orElse(changed);
        return turn.pause()
                .map(days -> moved.paused(Optional.of(today.plusDays(days))))
                .orElse(moved);
    }

    @Property
    void looked_at_in_time_it_comes_in_every_week(
            @ForAll("zones") ZoneId zone, @ForAll("moments") Instant begin, @ForAll DayOfWeek weekday) {
        var reminder = new Reminder(ReminderKind.WEEKLY, Rhythm.WEEK, weekday, 10, Optional.empty(), Optional.empty());
        var weeks = new ArrayList<Integer>();
        var now = begin;
        for (var week = 0; week < 5; week++) {
            now = reminder.next(zone, now).orElseThrow();
            var outcome = reminder.at(now, now.plusSeconds(30), zone);
            assertThat(outcome).isInstanceOf(Reminder.Outcome.Send.class);
            reminder = reminder.sent(((Reminder.Outcome.Send) outcome).period());
            weeks.add(LocalDate.ofInstant(now, zone).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
        assertThat(weeks).doesNotHaveDuplicates();
    }
}
