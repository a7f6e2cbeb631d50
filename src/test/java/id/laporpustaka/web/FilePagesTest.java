package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.MEDIA;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.people.By;
import id.laporpustaka.people.GuardedLibrary;
import id.laporpustaka.people.GuardedLibrary.Target;
import id.laporpustaka.people.GuardedLibrary.Who;
import id.laporpustaka.people.People;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.media.Media;
import id.laporpustaka.submission.media.StoreInMemory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePagesTest {
    private static final String CONTENT = "0123456789";

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final StoreInMemory store = new StoreInMemory();
    private DSLContext db;
    private Installation installation;
    private Target target;
    private String path;
    private Client sari;

    @BeforeEach
    void start() {
        db = fresh.context();
        SampleRegions.addTo(db);
        new FormVersions(db).publishBuiltIn("PM", "1", TestForms.source());
        target = new GuardedLibrary(db).target(Who.STRANGER, true);
        path = "/berkas/" + target.file();
        var row = db.fetchSingle(MEDIA, MEDIA.ID.eq(target.file()));
        store.put(row.getStoreKey(), CONTENT.getBytes(StandardCharsets.US_ASCII));
        store.put(row.getThumbnailKey(), "small".getBytes(StandardCharsets.US_ASCII));
        installation = new Installation(fresh.database(), store);
        sari = installation.signedIn(target.person());
    }

    @AfterEach
    void stop() {
        sari.close();
        installation.close();
    }

    @Test
    void a_photo_is_shown_and_kept_by_the_browser_for_its_person_alone() {
        var photo = sari.get(path);
        var small = sari.get(path + "/kecil");

        assertThat(photo.statusCode()).isEqualTo(200);
        assertThat(photo.body()).isEqualTo(CONTENT);
        assertThat(header(photo, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(photo, "Content-Length")).isEqualTo("10");
        assertThat(header(photo, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(photo, "Cache-Control")).isEqualTo("private, max-age=3600");
        assertThat(header(photo, "Content-Disposition"))
                .isEqualTo("inline; filename=berkas-%d.jpg".formatted(target.file()));
        assertThat(small.body()).isEqualTo("small");
        assertThat(header(small, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(small, "ETag")).isNotEqualTo(header(photo, "ETag"));
    }

    @Test
    void what_the_browser_has_already_is_not_sent_again() {
        var tag = header(sari.get(path), "ETag");

        var again = sari.get(path, "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(sari.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void a_player_gets_the_part_that_it_asks_for() {
        be("video/mp4");

        var part = sari.get(path, "Range", "bytes=3-5");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("345");
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 3-5/10");
        assertThat(header(part, "Content-Length")).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-1, 01",
        "bytes=7-, 789",
        "bytes=8-99, 89",
        "bytes=-2, 89",
        "bytes=-99, 0123456789",
        "bytes=10-, 0123456789",
        "bytes=5-3, 0123456789",
        "'bytes=0-1,4-5', 0123456789",
        "lines=1-2, 0123456789",
        "bytes=-, 0123456789",
    })
    void any_part_can_be_asked_for_and_what_is_none_is_all(String range, String content) {
        assertThat(sari.get(path, "Range", range).body()).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, inline, pdf",
        "audio/ogg, inline, ogg",
        "video/quicktime, inline, mov",
        "application/msword, attachment, doc",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, attachment, xlsx",
    })
    void what_browsers_do_not_show_is_to_be_saved(String type, String how, String extension) {
        be(type);

        assertThat(header(sari.get(path), "Content-Disposition"))
                .isEqualTo("%s; filename=berkas-%d.%s".formatted(how, target.file(), extension));
        assertThat(header(sari.get(path), "Content-Type")).isEqualTo(type);
    }

    @Test
    void who_may_see_no_report_with_it_finds_nothing() {
        var stranger = new People(db).add(77, "Orang lain", "id");
        new People(db).acceptPrivacy(By.chat(stranger), stranger, "1", installation.now());
        try (var client = installation.signedIn(stranger);
                var nobody = installation.client()) {
            assertThat(client.get(path).statusCode()).isEqualTo(404);
            assertThat(client.get(path + "/kecil").statusCode()).isEqualTo(404);
            assertThat(client.get(path).body()).doesNotContain(CONTENT);
            assertThat(nobody.get(path).statusCode()).isEqualTo(401);
            assertThat(sari.get("/berkas/999999").statusCode()).isEqualTo(404);
            assertThat(sari.get("/berkas/x").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void what_is_still_on_its_way_or_lost_is_said_in_plain_words() {
        new Media(db)
                .attach(Map.of(
                        target.report(), Map.of("photos", List.of(new MediaFile("new", "new", "image/jpeg", 0)))));
        var id = db.fetchSingle(MEDIA, MEDIA.UNIQUE_ID.eq("new")).getId();

        var waiting = sari.get("/berkas/" + id);
        assertThat(waiting.statusCode()).isEqualTo(404);
        assertThat(waiting.body()).contains("Berkas ini masih diambil dari Telegram.");
        assertThat(header(waiting, "Cache-Control")).isEqualTo("no-store");

        db.update(MEDIA)
                .set(MEDIA.STATE, "refused")
                .set(MEDIA.REASON, "too_large")
                .where(MEDIA.ID.eq(id))
                .execute();
        var refused = sari.get("/berkas/" + id + "/kecil");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("Berkas ini tidak dapat diambil");
    }

    @Test
    void what_the_store_has_lost_is_a_failure_of_ours() {
        db.update(MEDIA).set(MEDIA.STORE_KEY, "99/99/99").execute();

        var answer = sari.get(path);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    private void be(String contentType) {
        db.update(MEDIA).set(MEDIA.CONTENT_TYPE, contentType).execute();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
