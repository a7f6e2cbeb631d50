package id.laporpustaka.schedule;

import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.NUDGE;
import static id.laporpustaka.db.generated.Tables.REMINDER;
import static id.laporpustaka.db.generated.Tables.REMINDER_SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.place.SampleRegions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Three processes of their own with one database and clocks that the test has set: on the Thursday of a week.
class ScheduleOfManyProcessesTest {
    private static final Instant WEDNESDAY = Instant.parse("2025-08-20T03:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2025-08-21T03:00:00Z");
    private static final int REPORTERS = 6_000;
    private static final Duration LONG = Duration.ofSeconds(60);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        ManyReporters.add(db, REPORTERS, WEDNESDAY);
        new NewReminders(db, ZoneId.of("Asia/Jakarta")).plan(WEDNESDAY);
    }

    @Test
    void everybody_is_reminded_once_though_a_process_is_killed_in_the_middle() throws Exception {
        var processes = new TreeMap<String, ScheduleProcess>();
        try {
            for (var name : List.of("one", "two", "three")) {
                processes.put(name, ScheduleProcess.start(name, fresh.address(), THURSDAY));
            }

            Objects.requireNonNull(processes.get(awaitBusyOne())).kill();

            assertThat(countReminded()).isLessThan(REPORTERS);
            await().atMost(LONG).pollInterval(Duration.ofMillis(50)).until(() -> {
                handleAll();
                return countReminded() >= REPORTERS;
            });
            Thread.sleep(Duration.ofSeconds(1)); // a few rounds more
        } finally {
            processes.values().forEach(ScheduleProcess::close);
        }

        assertThat(db.select(INBOX.CHAT_ID)
                        .from(INBOX)
                        .where(INBOX.BOT_ID.eq(0L))
                        .fetch(INBOX.CHAT_ID))
                .hasSize(REPORTERS)
                .doesNotHaveDuplicates();
        assertThat(db.fetchCount(REMINDER_SENT)).isEqualTo(REPORTERS);
        assertThat(db.fetchCount(NUDGE)).isEqualTo(REPORTERS);
        assertThat(db.fetchCount(REMINDER, REMINDER.DUE_AT.le(THURSDAY))).isZero();
    }

    /// The process that is in the middle of a batch, which is not the first.
    private String awaitBusyOne() {
        return await().atMost(LONG)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> countReminded() == 0
                                ? Optional.<String>empty()
                                : db.fetchOptional("""
                                    select application_name from pg_stat_activity
                                    where backend_xid is not null and datname = current_database()
                                        and query like any (array['%inbox%', '%reminder%', '%nudge%', '%"job"%'])
                                        and application_name in ('one', 'two', 'three')
                                    limit 1
                                    """).map(row -> row.get(0, String.class)),
                        Optional::isPresent)
                .orElseThrow();
    }

    private int countReminded() {
        return db.fetchCount(INBOX, INBOX.BOT_ID.eq(0L));
    }

    /// As the conversation would, so that the next may be set off.
    private void handleAll() {
        db.update(INBOX)
                .set(INBOX.HANDLED_AT, DatabaseClock.now())
                .where(INBOX.HANDLED_AT.isNull())
                .execute();
    }
}
