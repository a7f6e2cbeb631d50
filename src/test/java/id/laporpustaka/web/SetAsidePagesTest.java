package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SetAsidePagesTest extends AdminPages {
    private long setAside(String body) {
        var db = fresh.context();
        db.insertInto(CHAT).set(CHAT.ID, 3L).onConflictDoNothing().execute();
        return db.insertInto(INBOX)
                .set(INBOX.BOT_ID, 7L)
                .set(INBOX.UPDATE_ID, 70L)
                .set(INBOX.CHAT_ID, 3L)
                .set(INBOX.BODY, body)
                .set(INBOX.HANDLED_AT, installation.now())
                .set(INBOX.SET_ASIDE_BECAUSE, "java.lang.IllegalStateException: rusak")
                .returning(INBOX.POSITION)
                .fetchSingle()
                .getPosition();
    }

    @Test
    void with_nothing_set_aside_the_page_says_that_all_is_well() {
        assertThat(Client.text(ratna.get("/disisihkan").body()))
                .contains("Tidak ada. Semua pesan terproses.", "Tidak ada. Semua pesan terkirim.");
    }

    @Test
    void an_update_is_shown_with_its_reason_and_can_be_handled_again_once() {
        var position = setAside("{\"update_id\":70,\"message\":{\"text\":\"<b>halo</b>\"}}");
        var page = ratna.get("/disisihkan");
        var csrf = Map.of(GuardedRoutes.CSRF_FIELD, Client.csrfTokenIn(page));

        var replayed = ratna.post("/disisihkan/" + position + "/ulang", csrf);
        var again = ratna.post("/disisihkan/" + position + "/ulang", csrf);

        assertThat(page.body())
                .contains("Bu Sari", "IllegalStateException: rusak", "&lt;b&gt;halo")
                .doesNotContain("<b>halo");
        assertThat(replayed.headers().firstValue("Location")).hasValue("/disisihkan?hasil=diulang");
        assertThat(again.headers().firstValue("Location")).hasValue("/disisihkan?hasil=hilang");
        assertThat(fresh.context().selectFrom(INBOX).fetchSingle()).satisfies(row -> {
            assertThat(row.getPosition()).isGreaterThan(position);
            assertThat(row.getHandledAt()).isNull();
            assertThat(row.getSetAsideBecause()).isNull();
            assertThat(row.getUpdateId()).isEqualTo(70);
        });
    }

    @Test
    void settings_and_state_are_shown_without_secrets() {
        assertThat(Client.text(ratna.get("/pengaturan").body()))
                .contains("PostgreSQL 1", "Perpustakaan aktif 4", "HTTP_PORT 8080", "poller baik");
    }
}
