package id.laporpustaka.schedule;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.JOB;
import static id.laporpustaka.db.generated.Tables.NUDGE;
import static id.laporpustaka.db.generated.Tables.REMINDER;
import static id.laporpustaka.db.generated.Tables.REMINDER_SENT;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.ErasureResult;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.Nudges;
import id.laporpustaka.people.People;
import id.laporpustaka.people.PlannedReminder;
import id.laporpustaka.people.Reminder;
import id.laporpustaka.people.ReminderKind;
import id.laporpustaka.people.Reminders;
import id.laporpustaka.people.Rhythm;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.QuietPeriod;
import id.laporpustaka.submission.QuietTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DueRemindersTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Instant WEDNESDAY = at("2025-08-20T10:00");
    private static final Instant THURSDAY = at("2025-08-21T10:00");
    private static final LocalDate MONDAY = LocalDate.of(2025, 8, 18);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
    }

    @Test
    void a_reporter_is_reminded_once_a_week() {
        reporter(7, "33.06.01.2001");
        plan(WEDNESDAY);

        remind(THURSDAY.minusSeconds(1));
        assertThat(reminded()).isEmpty();
        remind(THURSDAY);
        remind(THURSDAY.plusSeconds(20));
        assertThat(reminded()).containsExactly(7L);

        remind(THURSDAY.plus(Duration.ofDays(14)));
        assertThat(reminded()).containsExactly(7L, 7L);
    }

    @Test
    void it_is_ten_o_clock_where_the_library_is() {
        SampleRegions.add(db, "91", "Papua");
        reporter(7, "33.06.01.2001");
        reporter(9, "91");
        plan(WEDNESDAY);

        remind(THURSDAY.minus(Duration.ofHours(2)));

        assertThat(reminded()).containsExactly(9L);
    }

    @Test
    void who_has_nothing_to_report_or_waits_or_cannot_be_reached_is_left_alone() {
        var quiet = reporter(7, "33.06.01.2001");
        sayQuiet(quiet);
        var waiting = person(8);
        new Memberships(db)
                .request(By.chat(waiting), waiting, library("33.06.01.2001"), MemberRole.PENGELOLA, WEDNESDAY);
        reporter(9, "33.06.01.2001");
        new People(db).setUnreachable(List.of(9L), WEDNESDAY);
        plan(WEDNESDAY);

        remind(THURSDAY);

        assertThat(reminded()).isEmpty();
        assertThat(db.fetchCount(REMINDER_SENT)).isZero();
        assertThat(db.fetchCount(REMINDER, REMINDER.DUE_AT.le(THURSDAY))).isZero();
    }

    @Test
    void a_week_that_was_not_quiet_after_all_is_reminded_of() {
        var person = reporter(7, "33.06.01.2001");
        sayQuiet(person);
        new QuietTimes(db).takeBack(By.chat(person), person, library(person), QuietPeriod.WEEK, MONDAY, WEDNESDAY);
        plan(WEDNESDAY);

        remind(THURSDAY);

        assertThat(reminded()).containsExactly(7L);
    }

    @Test
    void with_reminders_by_coordinators_nobody_gets_more_than_two_a_week() {
        var twice = reporter(7, "33.06.01.2001");
        var once = reporter(8, "33.06.01.2001");
        nudge(twice, THURSDAY.minus(Duration.ofDays(3)));
        nudge(twice, THURSDAY.minus(Duration.ofDays(1)));
        nudge(once, THURSDAY.minus(Duration.ofDays(1)));
        plan(WEDNESDAY);

        remind(THURSDAY);

        assertThat(reminded()).containsExactly(8L);
        assertThat(db.fetchCount(NUDGE)).isEqualTo(4);
    }

    @Test
    void of_several_on_one_day_the_most_important_comes() {
        reporter(7, "33.06.01.2001");
        plan(WEDNESDAY);

        remind(at("2025-08-28T10:00")); // a Thursday, and the 28th

        assertThat(db.select(REMINDER_SENT.KIND).from(REMINDER_SENT).fetch(REMINDER_SENT.KIND))
                .containsExactly("month_end");
    }

    @Test
    void a_closing_that_would_be_the_second_on_a_day_comes_the_next_one() {
        var person = reporter(7, "33.06.01.2001");
        plan(WEDNESDAY);
        nudge(person, at("2025-09-03T09:00"));

        remind(at("2025-09-03T10:00"));
        assertThat(reminded()).isEmpty();
        remind(at("2025-09-04T10:00"));

        assertThat(db.select(REMINDER_SENT.KIND).from(REMINDER_SENT).fetch(REMINDER_SENT.KIND))
                .containsExactly("closing");
    }

    @Test
    void a_digest_comes_to_who_coordinates_by_the_clock_of_the_region() {
        var ratna = person(3);
        new Assignments(db).appoint(By.product(), ratna, Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
        var budi = person(4);
        new Assignments(db).appoint(By.product(), budi, Role.ADMIN, OptionalLong.empty());
        plan(WEDNESDAY);

        remind(at("2025-08-25T07:59"));
        assertThat(db.fetchCount(JOB)).isZero();
        remind(at("2025-08-25T08:00"));
        remind(at("2025-08-25T08:01"));

        assertThat(db.select(JOB.CHAT_ID).from(JOB).fetch(JOB.CHAT_ID)).containsExactly(3L);
        assertThat(db.fetchCount(REMINDER)).isEqualTo(1);
    }

    @Test
    void after_a_long_standstill_nothing_old_is_sent() {
        ManyReporters.add(db, 20, WEDNESDAY);
        plan(WEDNESDAY);

        remind(at("2025-10-13T10:00")); // a Monday, weeks later

        assertThat(reminded()).isEmpty();
        assertThat(db.fetchCount(REMINDER, REMINDER.DUE_AT.le(at("2025-10-13T10:00"))))
                .isZero();
    }

    @Test
    void who_has_stopped_it_gets_nothing_any_more() {
        var person = reporter(7, "33.06.01.2001");
        plan(WEDNESDAY);
        var actor = new People(db).findActor(person).orElseThrow();
        var off = Reminder.standard(ReminderKind.WEEKLY, actor).with(Rhythm.NEVER);
        new Reminders(db).chooseAll(List.of(new PlannedReminder(person, off, Optional.empty())));

        remind(THURSDAY);
        plan(THURSDAY);
        remind(THURSDAY.plus(Duration.ofDays(21)));

        assertThat(db.fetchCount(REMINDER_SENT, REMINDER_SENT.KIND.eq("weekly")))
                .isZero();
    }

    @Test
    void of_who_was_erased_nothing_is_left() {
        var person = reporter(7, "33.06.01.2001");
        reporterToo(8, library(person));
        plan(WEDNESDAY);
        remind(THURSDAY);
        assertThat(reminded()).containsExactly(7L, 8L);

        assertThat(new People(db).erase(By.chat(person), person, THURSDAY)).isEqualTo(new ErasureResult.Done());
        plan(THURSDAY);
        remind(THURSDAY.plus(Duration.ofDays(14)));

        assertThat(reminded()).containsExactly(7L, 8L, 8L);
        assertThat(db.fetchCount(REMINDER, REMINDER.PERSON_ID.eq(person))).isZero();
        assertThat(db.fetchCount(REMINDER_SENT, REMINDER_SENT.PERSON_ID.eq(person)))
                .isZero();
    }

    @Test
    void several_at_once_remind_everybody_once() throws Exception {
        ManyReporters.add(db, 1_800, WEDNESDAY);
        plan(WEDNESDAY);

        try (var threads = Executors.newFixedThreadPool(4)) {
            var runs = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(_ -> () -> {
                        for (var run = 0; run < 10; run++) {
                            remind(THURSDAY);
                        }
                        return true;
                    })
                    .toList();
            for (var run : threads.invokeAll(runs)) {
                assertThat(run.get()).isTrue();
            }
        }

        assertThat(reminded()).hasSize(1_800).doesNotHaveDuplicates();
    }

    private void sayQuiet(long person) {
        var outcome = new QuietTimes(db)
                .say(By.chat(person), person, library(person), QuietPeriod.WEEK, MONDAY, MONDAY.plusDays(2), WEDNESDAY);
        assertThat(outcome).isEqualTo(QuietTimes.Outcome.DONE);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(JAKARTA).toInstant();
    }

    private void plan(Instant now) {
        new NewReminders(db, JAKARTA).plan(now);
    }

    private void remind(Instant now) {
        new DueReminders(db, JAKARTA).remind(now);
    }

    private List<Long> reminded() {
        return db.select(INBOX.CHAT_ID)
                .from(INBOX)
                .where(INBOX.BOT_ID.eq(0L))
                .orderBy(INBOX.POSITION)
                .fetch(INBOX.CHAT_ID);
    }

    private void nudge(long person, Instant when) {
        var answers = new Nudges(db)
                .take(Map.of(person, Set.of(library(person))), Nudges.Kind.COORDINATOR, OptionalLong.empty(), when);
        assertThat(answers).containsEntry(person, Nudges.Answer.MAY);
    }

    private long person(long telegramId) {
        db.insertInto(CHAT, CHAT.ID).values(telegramId).execute();
        var person = new People(db).add(telegramId, "Nama", "id");
        new People(db).acceptPrivacy(By.chat(person), person, "2026-1", WEDNESDAY);
        return person;
    }

    private long library(String region) {
        return new Libraries(db)
                .add("TBM " + region, LibraryType.TBM, Scheme.PENUH, Optional.empty(), SampleRegions.id(db, region));
    }

    private long reporter(long telegramId, String region) {
        return reporterToo(telegramId, library(region));
    }

    private long reporterToo(long telegramId, long library) {
        var person = person(telegramId);
        new Memberships(db).admit(By.product(), person, library, MemberRole.PENGELOLA, WEDNESDAY);
        return person;
    }

    private long library(long person) {
        return new People(db)
                .findActor(person)
                .orElseThrow()
                .reportsFor()
                .getFirst()
                .libraryId();
    }
}
