package id.laporpustaka.schedule;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

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
