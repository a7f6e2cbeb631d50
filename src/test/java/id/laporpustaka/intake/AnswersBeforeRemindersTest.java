package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.outbox.Outbox;
import id.laporpustaka.outbox.OutboxEntry;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.people.By;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.schedule.DueReminders;
import id.laporpustaka.schedule.ManyReporters;
import id.laporpustaka.schedule.NewReminders;
import id.laporpustaka.schedule.SettableClock;
import id.laporpustaka.submission.MediaSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A conversation while thousands of reminders are on their way: 10,000 in the outbox and as many as a round
/// sets off in the inbox.
class AnswersBeforeRemindersTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Instant THURSDAY = Instant.parse("2025-08-21T03:00:00Z");
    private static final int REPORTERS = 2_500;
    private static final int IN_OUTBOX = 10_000;
    private static final long SARI = 7;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final SettableClock clock = new SettableClock(LiveChats.WEDNESDAY);
    private DSLContext db;
    private LiveChats chats;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        chats = new LiveChats(fresh, (_, _, _) -> new MediaSource.Fetched.Gone("no files here"), clock);
        chats.add(SARI, "Sari");
        var sari = new People(db).add(SARI, "Sari", "id");
        new People(db).acceptPrivacy(By.chat(sari), sari, "2026-1", LiveChats.WEDNESDAY);
        var library = new Libraries(db)
                .add(
                        "TBM Pelita",
                        LibraryType.TBM,
                        Scheme.MANDIRI,
                        Optional.empty(),
                        SampleRegions.id(db, "33.06.01.2001"));
        new Memberships(db).admit(By.product(), sari, library, MemberRole.PENGELOLA, LiveChats.WEDNESDAY);
        ManyReporters.add(db, REPORTERS, LiveChats.WEDNESDAY);
    }

    @Test
    void whoever_asks_is_answered_next_though_thousands_are_to_be_reminded() throws Exception {
        new NewReminders(db, JAKARTA).plan(clock.instant());
        clock.set(THURSDAY);
        new DueReminders(db, JAKARTA).remind(THURSDAY);
        fillOutbox();
        var reminders = db.fetchCount(INBOX, INBOX.HANDLED_AT.isNull());
        assertThat(reminders).isGreaterThanOrEqualTo(2_000);

        var slowest = Duration.ZERO;
        for (var deed : List.of("/papan", "/bantuan", "/riwayat", "/papan", "/pengingat", "/draf")) {
            var answered = chats.awaitAnswer(SARI, deed);
            assertThat(answered.batches()).as(deed).isLessThanOrEqualTo(2); // what needs a job, needs a second one
            assertThat(answered.othersSent()).as(deed).isLessThanOrEqualTo(1);
            slowest = answered.after().compareTo(slowest) > 0 ? answered.after() : slowest;
        }

        System.out.printf("the slowest answer beside reminders: %d ms%n", slowest.toMillis());
        assertThat(db.fetchCount(INBOX, INBOX.HANDLED_AT.isNull())).isBetween(reminders - 200, reminders - 1);
        assertThat(db.fetchCount(OUTBOX, OUTBOX.FINISHED_AT.isNull())).isGreaterThanOrEqualTo(IN_OUTBOX - 10);
    }

    @Test
    void reminders_go_on_beside_conversations_and_nothing_more_is_set_off_while_many_wait() throws Exception {
        new NewReminders(db, JAKARTA).plan(clock.instant());
        clock.set(THURSDAY);
        new DueReminders(db, JAKARTA).remind(THURSDAY);
        var before = db.fetchCount(INBOX, INBOX.HANDLED_AT.isNull());

        for (var talk = 0; talk < 10; talk++) {
            chats.awaitAnswer(SARI, "/bantuan");
        }
        new DueReminders(db, JAKARTA).remind(THURSDAY);

        assertThat(db.fetchCount(INBOX, INBOX.HANDLED_AT.isNull())).isLessThanOrEqualTo(before - 50);
    }

    private void fillOutbox() {
        var entries = new ArrayList<OutboxEntry>();
        IntStream.range(0, IN_OUTBOX)
                .forEach(number -> entries.add(new OutboxEntry(
                        ManyReporters.FIRST + number % REPORTERS,
                        OutboxEntry.Priority.BULK,
                        1_000 + number / REPORTERS,
                        false,
                        OptionalInt.empty(),
                        OutgoingMessage.of("Halo"))));
        new Outbox(db).addAll(entries);
    }
}
