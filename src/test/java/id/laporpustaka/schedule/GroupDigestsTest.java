package id.laporpustaka.schedule;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.GroupChats;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Reminder;
import id.laporpustaka.people.ReminderKind;
import id.laporpustaka.people.ReminderZone;
import id.laporpustaka.people.Rhythm;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.SampleRegions;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GroupDigestsTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Instant WEDNESDAY = at("2025-08-20T10:00");
    private static final Instant MONDAY = at("2025-08-25T08:00");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private long nina;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        nina = new People(db).add(1, "Nina", "id");
        new Assignments(db).appoint(By.product(), nina, Role.NASIONAL, OptionalLong.empty());
    }

    @Test
    void it_is_eight_o_clock_where_the_region_is() {
        group(-1, Optional.of("33.06"));
        group(-2, Optional.of("81.71"));
        group(-3, Optional.empty());

        tell(MONDAY.minusSeconds(7_200));
        assertThat(told()).containsExactly(-2L);
        tell(MONDAY);
        assertThat(told()).containsExactlyInAnyOrder(-1L, -2L, -3L);
    }

    @Test
    void several_at_once_tell_each_group_once_a_week() throws Exception {
        IntStream.rangeClosed(1, 450).forEach(number -> group(-number, Optional.of("33.06")));

        try (var threads = Executors.newFixedThreadPool(3)) {
            var runs = IntStream.range(0, 3)
                    .<Callable<Boolean>>mapToObj(_ -> () -> {
                        for (var run = 0; run < 5; run++) {
                            tell(MONDAY);
                        }
                        return true;
                    })
                    .toList();
            for (var run : threads.invokeAll(runs)) {
                assertThat(run.get()).isTrue();
            }
        }
        assertThat(told()).hasSize(450).doesNotHaveDuplicates();

        tell(MONDAY.plusSeconds(7 * 86_400));
        assertThat(told()).hasSize(900);
    }

    @Test
    void what_should_have_come_long_ago_or_by_night_does_not_come_then() {
        group(-1, Optional.of("33.06"));

        tell(at("2025-08-25T22:00"));
        assertThat(told()).isEmpty();
        tell(at("2025-08-26T08:00"));
        assertThat(told()).containsExactly(-1L);

        tell(at("2025-09-06T08:00")); // the Saturday after the next one
        assertThat(told()).hasSize(1);
        tell(at("2025-09-08T08:00"));
        assertThat(told()).hasSize(2);
    }

    @Test
    void a_group_without_a_coordinator_is_passed_over_until_another_confirms_it() {
        group(-1, Optional.of("33.06"));
        new Assignments(db).revoke(By.product(), assignment(), WEDNESDAY);

        tell(MONDAY);
        assertThat(told()).isEmpty();

        new Assignments(db).appoint(By.product(), nina, Role.NASIONAL, OptionalLong.empty());
        tell(MONDAY.plusSeconds(7 * 86_400));
        assertThat(told()).containsExactly(-1L);
    }

    @Test
    void a_group_that_the_bot_has_left_is_not_told() {
        group(-1, Optional.of("33.06"));
        new GroupChats(db).end(-1, WEDNESDAY);

        tell(MONDAY);

        assertThat(told()).isEmpty();
    }

    @Test
    void it_goes_to_the_topic_in_which_it_was_switched_on() {
        group(-1, Optional.of("33.06"));
        switchOn(-1, OptionalInt.of(42));

        tell(MONDAY);

        assertThat(db.select(JOB.THREAD_ID).from(JOB).fetch(JOB.THREAD_ID)).containsExactly(42);
    }

    private long assignment() {
        return db.select(ASSIGNMENT.ID).from(ASSIGNMENT).fetchSingle().value1();
    }

    private void group(long chat, Optional<String> region) {
        db.insertInto(CHAT, CHAT.ID).values(chat).execute();
        var actor = new People(db).findActor(nina).orElseThrow();
        var id = region.map(code -> OptionalLong.of(SampleRegions.id(db, code))).orElseGet(OptionalLong::empty);
        assertThat(new GroupChats(db).confirm(actor, chat, OptionalInt.empty(), id, WEDNESDAY))
                .isTrue();
        switchOn(chat, OptionalInt.empty());
    }

    private void switchOn(long chat, OptionalInt thread) {
        var groups = new GroupChats(db);
        var zone = ReminderZone.of(groups.findOpen(chat).orElseThrow(), JAKARTA);
        var digest =
                new Reminder(ReminderKind.DIGEST, Rhythm.WEEK, DayOfWeek.MONDAY, 8, Optional.empty(), Optional.empty());
        groups.chooseDigest(chat, thread, digest, digest.next(zone, WEDNESDAY));
    }

    private void tell(Instant now) {
        new GroupDigests(db, JAKARTA).tell(now);
    }

    private List<Long> told() {
        return db.select(JOB.CHAT_ID).from(JOB).orderBy(JOB.ID).fetch(JOB.CHAT_ID);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(JAKARTA).toInstant();
    }
}
