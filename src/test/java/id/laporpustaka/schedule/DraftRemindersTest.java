package id.laporpustaka.schedule;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.Written;
import id.laporpustaka.people.Nudges;
import id.laporpustaka.people.People;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.Drafts;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.StoredDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DraftRemindersTest {
    /// Ten in the morning in Java.
    private static final Instant NOW = Instant.parse("2026-03-10T03:00:00Z");

    private static final long SARI = 7;
    private static final long JOKO = 8;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final DraftReminders reminders = new DraftReminders();
    private long library;
    private long drafts;

    @BeforeEach
    void prepare() {
        var db = fresh.context();
        SampleRegions.addTo(db);
        library = new Libraries(db)
                .add(
                        "TBM Pelita",
                        LibraryType.TBM,
                        Scheme.PENUH,
                        Optional.empty(),
                        SampleRegions.id(db, "33.06.01.2001"));
        assertThat(new FormVersions(db).publishBuiltIn("PM", "1", "")).isEqualTo(FormVersions.Publication.PUBLISHED);
    }

    @Test
    void a_draft_left_for_a_day_is_named_once() {
        var sari = person(SARI);
        draft(sari, Duration.ofHours(25));
        draft(sari, Duration.ofHours(30));
        draft(person(JOKO), Duration.ofHours(23));

        reminders.remind(fresh.context(), NOW);
        reminders.remind(fresh.context(), NOW.plus(Duration.ofMinutes(10)));

        assertThat(reminded()).containsExactly(SARI);
    }

    @Test
    void nobody_is_reminded_at_night() {
        draft(person(SARI), Duration.ofHours(25));

        reminders.remind(fresh.context(), NOW.plus(Duration.ofHours(12)));

        assertThat(reminded()).isEmpty();

        reminders.remind(fresh.context(), NOW.plus(Duration.ofHours(24)));

        assertThat(reminded()).containsExactly(SARI);
    }

    @Test
    void who_was_reminded_of_something_else_today_is_reminded_tomorrow() {
        var sari = person(SARI);
        draft(sari, Duration.ofHours(25));
        fresh.context()
                .transaction(tx -> new Nudges(tx.dsl())
                        .take(
                                Map.of(sari, Set.of(library)),
                                Nudges.Kind.WEEKLY,
                                OptionalLong.empty(),
                                NOW.minus(Duration.ofHours(2))));

        reminders.remind(fresh.context(), NOW);

        assertThat(reminded()).isEmpty();

        reminders.remind(fresh.context(), NOW.plus(Duration.ofDays(1)));

        assertThat(reminded()).containsExactly(SARI);
    }

    @Test
    void a_draft_that_was_cancelled_given_up_long_ago_or_of_someone_who_left_is_not_named() {
        draft(person(SARI), Duration.ofDays(15));
        var joko = person(JOKO);
        draft(joko, Duration.ofHours(25));
        new People(fresh.context()).setUnreachable(List.of(JOKO), NOW);
        draft(person(9), Duration.ofHours(25));
        var _ = Written.runAll(fresh.context(), List.of(Drafts.discarding(List.of(drafts), NOW)));

        reminders.remind(fresh.context(), NOW);

        assertThat(reminded()).isEmpty();
    }

    private List<Long> reminded() {
        return fresh.context().select(JOB.CHAT_ID).from(JOB).fetch(JOB.CHAT_ID);
    }

    private long person(long telegramId) {
        fresh.context().insertInto(CHAT, CHAT.ID).values(telegramId).execute();
        return new People(fresh.context()).add(telegramId, "Nama", "id");
    }

    private void draft(long person, Duration ago) {
        var draft = new StoredDraft(++drafts, person, library, "PM", "1", "{}", 1, NOW.minus(ago));
        var _ = Written.runAll(fresh.context(), List.of(Drafts.saving(List.of(draft))));
    }
}
