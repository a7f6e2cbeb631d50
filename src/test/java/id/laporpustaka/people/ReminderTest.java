package id.laporpustaka.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReminderTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private static final Reminder THURSDAYS =
            new Reminder(ReminderKind.WEEKLY, Rhythm.WEEK, DayOfWeek.THURSDAY, 10, Optional.empty(), Optional.empty());

    @Test
    void what_is_missed_at_night_comes_the_next_morning() {
        var outcome = THURSDAYS.at(at("2025-08-21T10:00"), at("2025-08-21T23:00"), JAKARTA);

        assertThat(outcome).isEqualTo(new Reminder.Outcome.Wait(at("2025-08-22T08:00")));
    }

    @Test
    void what_is_missed_before_dawn_comes_the_same_morning() {
        var outcome = THURSDAYS.at(at("2025-08-21T10:00"), at("2025-08-22T03:00"), JAKARTA);

        assertThat(outcome).isEqualTo(new Reminder.Outcome.Wait(at("2025-08-22T08:00")));
    }

    @Test
    void what_is_missed_for_its_week_does_not_come() {
        var sunday = THURSDAYS.at(at("2025-08-21T10:00"), at("2025-08-24T19:00"), JAKARTA);
        var sundayNight = THURSDAYS.at(at("2025-08-21T10:00"), at("2025-08-24T21:00"), JAKARTA);

        assertThat(sunday).isEqualTo(new Reminder.Outcome.Send(LocalDate.of(2025, 8, 18)));
        assertThat(sundayNight).isEqualTo(new Reminder.Outcome.Skip());
    }

    @Test
    void after_a_long_time_only_what_is_of_use_still_comes() {
        var closing = monthly(ReminderKind.CLOSING);

        assertThat(closing.at(at("2025-09-03T10:00"), at("2025-09-05T19:00"), JAKARTA))
                .isEqualTo(new Reminder.Outcome.Send(LocalDate.of(2025, 8, 1)));
        assertThat(closing.at(at("2025-09-03T10:00"), at("2025-09-06T08:00"), JAKARTA))
                .isEqualTo(new Reminder.Outcome.Skip());
        assertThat(monthly(ReminderKind.MONTH_END).at(at("2025-08-28T10:00"), at("2025-09-01T10:00"), JAKARTA))
                .isEqualTo(new Reminder.Outcome.Skip());
    }

    @Test
    void the_monthly_digest_comes_on_the_first_working_day() {
        var digest = new Reminder(
                ReminderKind.DIGEST, Rhythm.MONTH, DayOfWeek.MONDAY, 8, Optional.empty(), Optional.empty());

        assertThat(digest.next(JAKARTA, at("2025-10-15T00:00"))).contains(at("2025-11-03T08:00"));
        assertThat(digest.next(JAKARTA, at("2025-12-15T00:00"))).contains(at("2026-01-01T08:00"));
    }

    @Test
    void a_day_that_is_over_when_it_is_chosen_is_one_of_next_week() {
        var wednesdays = THURSDAYS.on(DayOfWeek.WEDNESDAY);

        assertThat(wednesdays.next(JAKARTA, at("2025-08-20T10:00"))).contains(at("2025-08-27T10:00"));
    }

    @Test
    void once_it_has_come_another_day_is_one_of_next_week() {
        var fridays = THURSDAYS.sent(LocalDate.of(2025, 8, 18)).on(DayOfWeek.FRIDAY);

        assertThat(fridays.next(JAKARTA, at("2025-08-21T11:00"))).contains(at("2025-08-29T10:00"));
    }

    @Test
    void a_rhythm_that_a_reminder_does_not_have_is_refused() {
        assertThatThrownBy(() -> THURSDAYS.with(Rhythm.MONTH)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> THURSDAYS.atHour(22)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void who_has_chosen_nothing_is_told_as_their_part_asks() {
        assertThat(digestOf(Role.PIC_KAB).rhythm()).isEqualTo(Rhythm.WEEK);
        assertThat(digestOf(Role.PIC_DESA).rhythm()).isEqualTo(Rhythm.MONTH);
        assertThat(digestOf(Role.ADMIN).rhythm()).isEqualTo(Rhythm.NEVER);
    }

    private static Reminder digestOf(Role role) {
        var region = new Region(1, "33.06", RegionLevel.REGENCY, "Purworejo");
        var duty = new Duty(role, Optional.of(region), Set.of());
        return Reminder.standard(ReminderKind.DIGEST, new Actor(1, 7, "Ratna", "id", true, List.of(), List.of(duty)));
    }

    private static Reminder monthly(ReminderKind kind) {
        return new Reminder(kind, Rhythm.MONTH, DayOfWeek.THURSDAY, 10, Optional.empty(), Optional.empty());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(JAKARTA).toInstant();
    }
}
