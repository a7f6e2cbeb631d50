package id.laporpustaka.schedule;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.INVITE;
import static id.laporpustaka.db.generated.Tables.LIBRARY_IMPORT;
import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.db.generated.Tables.OUTGOING_FILE;
import static id.laporpustaka.db.generated.Tables.OWN_CHANGE;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.outbox.OutgoingFile;
import id.laporpustaka.outbox.OutgoingFiles;
import id.laporpustaka.people.Audit;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditSubject;
import id.laporpustaka.people.By;
import id.laporpustaka.people.InviteTarget;
import id.laporpustaka.people.Invites;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.RegionUploads;
import id.laporpustaka.submission.media.Media;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    private static final OutgoingFile FILE = new OutgoingFile("a.csv", "text/csv", new byte[] {1});

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Test
    void a_handled_update_is_deleted_after_two_days_and_a_waiting_one_never() {
        inbox(1, NOW.minus(Duration.ofHours(49)), null);
        inbox(2, NOW.minus(Duration.ofHours(47)), null);
        inbox(3, null, null);

        new Retention(fresh.context()).clean(NOW);

        assertThat(kept()).containsExactly(2L, 3L);
    }

    @Test
    void what_was_set_aside_is_kept_for_thirty_days() {
        inbox(1, NOW.minus(Duration.ofDays(29)), "it could not be read");
        inbox(2, NOW.minus(Duration.ofDays(31)), "it could not be read");

        new Retention(fresh.context()).clean(NOW);

        assertThat(kept()).containsExactly(1L);
    }

    @Test
    void a_file_goes_with_the_last_message_that_has_it() {
        var files = new OutgoingFiles(fresh.context());
        var sent = files.add(FILE);
        var waiting = files.add(FILE);
        outbox(1, sent, NOW.minus(Duration.ofHours(49)));
        outbox(2, waiting, NOW.minus(Duration.ofHours(49)));
        outbox(3, waiting, null);

        new Retention(fresh.context()).clean(NOW);

        assertThat(fresh.context().select(OUTGOING_FILE.ID).from(OUTGOING_FILE).fetch(OUTGOING_FILE.ID))
                .containsExactly(waiting);
    }

    @Test
    void a_file_whose_message_never_came_goes_after_thirty_days() {
        new OutgoingFiles(fresh.context()).add(FILE);
        new OutgoingFiles(fresh.context()).add(FILE);
        fresh.context()
                .update(OUTGOING_FILE)
                .set(OUTGOING_FILE.CREATED_AT, NOW.minus(Duration.ofDays(31)))
                .where(OUTGOING_FILE.ID.eq(1L))
                .execute();

        new Retention(fresh.context()).clean(NOW);

        assertThat(fresh.context().select(OUTGOING_FILE.ID).from(OUTGOING_FILE).fetch(OUTGOING_FILE.ID))
                .containsExactly(2L);
    }

    @Test
    void where_something_was_done_from_is_forgotten_after_ninety_days() {
        var db = fresh.context();
        new Audit(db)
                .record(
                        new By(OptionalLong.empty(), By.Channel.WEB, Optional.of("203.0.113.7")),
                        AuditAction.SIGNED_IN,
                        AuditSubject.none());
        db.update(AUDIT).set(AUDIT.AT, NOW.minus(Duration.ofDays(89))).execute();
        new Retention(db).clean(NOW);
        var early = db.fetchSingle(AUDIT).getAddress();

        new Retention(db).clean(NOW.plus(Duration.ofDays(2)));

        assertThat(early).isEqualTo("203.0.113.7");
        assertThat(db.fetchSingle(AUDIT).getAddress()).isNull();
    }

    @Test
    void who_changed_something_is_forgotten_after_a_day() {
        fresh.context()
                .insertInto(OWN_CHANGE, OWN_CHANGE.PERSON_ID, OWN_CHANGE.AT)
                .values(1L, NOW.minus(Duration.ofHours(23)))
                .values(2L, NOW.minus(Duration.ofHours(25)))
                .execute();

        new Retention(fresh.context()).clean(NOW);

        assertThat(fresh.context().fetchSingle(OWN_CHANGE).getPersonId()).isEqualTo(1);
    }

    @Test
    void uploaded_region_data_are_forgotten_after_a_week() {
        var uploads = new RegionUploads(fresh.context());
        var day = LocalDate.of(2026, 3, 1);
        uploads.keep("one", day, new byte[] {1}, NOW.minus(Duration.ofDays(6)));
        new Retention(fresh.context()).clean(NOW);
        assertThat(uploads.findLast()).isPresent();

        uploads.keep("two", day, new byte[] {1}, NOW.minus(Duration.ofDays(8)));
        new Retention(fresh.context()).clean(NOW);
        assertThat(uploads.findLast()).isEmpty();
    }

    @Test
    void a_photo_that_no_report_has_is_forgotten_after_two_days() {
        var db = fresh.context();
        new Media(db).want(List.of(new MediaFile("F1", "U1", "image/jpeg", 0)));
        db.update(MEDIA).set(MEDIA.CREATED_AT, NOW.minus(Duration.ofHours(47))).execute();
        new Retention(db).clean(NOW);
        var early = db.fetchCount(MEDIA);

        new Retention(db).clean(NOW.plus(Duration.ofHours(2)));

        assertThat(early).isEqualTo(1);
        assertThat(db.fetchCount(MEDIA)).isZero();
    }

    @Test
    void a_sheet_of_libraries_is_forgotten_after_a_week() {
        var db = fresh.context();
        var person = new People(db).add(7, "Ratna", "id");
        for (var sentAt : List.of(NOW.minus(Duration.ofDays(6)), NOW.minus(Duration.ofDays(8)))) {
            db.insertInto(LIBRARY_IMPORT)
                    .set(LIBRARY_IMPORT.PERSON_ID, person)
                    .set(LIBRARY_IMPORT.FILE_NAME, "a.csv")
                    .set(LIBRARY_IMPORT.STATUS, "cancelled")
                    .set(LIBRARY_IMPORT.ROW_COUNT, 1)
                    .set(LIBRARY_IMPORT.CREATED_AT, sentAt)
                    .execute();
        }

        new Retention(db).clean(NOW);

        assertThat(db.fetchSingle(LIBRARY_IMPORT).getCreatedAt()).isEqualTo(NOW.minus(Duration.ofDays(6)));
    }

    @Test
    void an_invitation_is_forgotten_ninety_days_after_its_end() {
        var db = fresh.context();
        var role = new InviteTarget.ToCoordinate(Role.NASIONAL, OptionalLong.empty());
        new Invites(db).create(By.product(), role, 1, Duration.ofDays(1), NOW.minus(Duration.ofDays(90)));
        new Retention(db).clean(NOW);
        var early = db.fetchCount(INVITE);

        new Retention(db).clean(NOW.plus(Duration.ofDays(2)));

        assertThat(early).isEqualTo(1);
        assertThat(db.fetchCount(INVITE)).isZero();
    }

    private void outbox(int card, long file, @Nullable Instant sentAt) {
        var db = fresh.context();
        db.insertInto(CHAT, CHAT.ID).values(7L).onConflictDoNothing().execute();
        db.insertInto(OUTBOX)
                .set(OUTBOX.CHAT_ID, 7L)
                .set(OUTBOX.CARD, card)
                .set(OUTBOX.EDIT, false)
                .set(OUTBOX.FILE, file)
                .set(OUTBOX.FINISHED_AT, sentAt)
                .set(OUTBOX.OUTCOME, sentAt == null ? null : "sent")
                .execute();
    }

    private List<Long> kept() {
        return fresh.context()
                .select(INBOX.UPDATE_ID)
                .from(INBOX)
                .orderBy(INBOX.UPDATE_ID)
                .fetch(INBOX.UPDATE_ID);
    }

    private void inbox(long updateId, @Nullable Instant handledAt, @Nullable String setAsideBecause) {
        var db = fresh.context();
        db.insertInto(CHAT, CHAT.ID).values(7L).onConflictDoNothing().execute();
        db.insertInto(INBOX)
                .set(INBOX.BOT_ID, 1L)
                .set(INBOX.UPDATE_ID, updateId)
                .set(INBOX.CHAT_ID, 7L)
                .set(INBOX.HANDLED_AT, handledAt)
                .set(INBOX.SET_ASIDE_BECAUSE, setAsideBecause)
                .execute();
    }
}
