package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.OPENROSA_TARGET;
import static id.laporpustaka.db.generated.Tables.WEBHOOK;
import static id.laporpustaka.db.generated.Tables.WEBHOOK_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.SampleRegions;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookPagesTest extends AdminPages {
    private static final String ADDRESS = "https://8.8.8.8/hook";

    @Test
    void who_has_none_is_told_what_to_do_next() {
        assertThat(ratna.get("/webhook").body()).contains("Belum ada webhook").contains("Pasang");
    }

    @Test
    void a_webhook_is_set_up_and_its_secret_shown_once() {
        var made = add(ratna, ADDRESS, "report.sent");

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body()).contains("whsec_").contains(ADDRESS);
        assertThat(made.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(ratna.get("/webhook").body()).contains(ADDRESS).doesNotContain("whsec_");
        assertThat(ratna.get(page()).body()).contains("Laporan terkirim").doesNotContain("whsec_");
        assertThat(fresh.context()
                        .fetchSingle(AUDIT, AUDIT.ACTION.eq("webhook_added"))
                        .getDetails()
                        .data())
                .contains("8.8.8.8")
                .doesNotContain("hook\"");
    }

    @ParameterizedTest
    @CsvSource({
        "http://8.8.8.8/hook, Contoh yang benar",
        "https://127.0.0.1/hook, bukan alamat internet umum",
        "https://169.254.169.254/latest, bukan alamat internet umum",
        "https://[::ffff:10.0.0.1]/hook, bukan alamat internet umum",
        "https://nobody.invalid/hook, tidak dikenal",
        "bukan alamat, Contoh yang benar",
    })
    void what_can_not_be_an_address_is_refused_and_kept_for_mending(String typed, String said) {
        var answer = add(ratna, typed, "report.sent");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(said).contains(typed);
        assertThat(fresh.context().fetchCount(WEBHOOK)).isZero();
    }

    @Test
    void at_least_one_event_and_only_a_region_of_ones_own() {
        assertThat(add(ratna, ADDRESS, "").body()).contains("Pilih setidaknya satu");

        try (var budi = installation.signedIn(province())) {
            var elsewhere = Long.toString(SampleRegions.id(fresh.context(), "81"));
            assertThat(budi.post(
                                    "/webhook",
                                    Map.of(
                                            "_csrf",
                                            token(budi),
                                            "url",
                                            ADDRESS,
                                            "event",
                                            "report.sent",
                                            "region",
                                            elsewhere))
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(fresh.context().fetchCount(WEBHOOK)).isZero();
    }

    @Test
    void it_is_paused_goes_on_is_tested_gets_a_new_secret_and_is_deleted() {
        add(ratna, ADDRESS, "report.sent");
        var page = page();

        assertThat(press(ratna, page + "/uji").statusCode()).isEqualTo(303);
        assertThat(ratna.get(page).body()).contains("Uji coba").contains("Menunggu giliran");
        press(ratna, page + "/jeda");
        assertThat(ratna.get(page).body()).contains("Dijeda sejak").contains("Lanjutkan");
        press(ratna, page + "/lanjut");
        assertThat(ratna.get(page).body()).contains("Berjalan");
        assertThat(press(ratna, page + "/rahasia").body()).contains("whsec_").contains("24 jam");
        press(ratna, page + "/hapus");
        assertThat(ratna.get(page).statusCode()).isEqualTo(404);
        assertThat(fresh.context().fetchCount(WEBHOOK_DELIVERY)).isZero();
    }

    @Test
    void what_did_not_arrive_is_told_in_words_and_sent_again() {
        add(ratna, ADDRESS, "report.sent");
        var page = page();
        press(ratna, page + "/uji");
        fresh.context()
                .update(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.OUTCOME, "failed")
                .set(WEBHOOK_DELIVERY.FINISHED_AT, Instant.EPOCH)
                .set(WEBHOOK_DELIVERY.TRIES, (short) 12)
                .set(WEBHOOK_DELIVERY.PROBLEM, "timeout")
                .execute();

        assertThat(ratna.get(page).body())
                .contains("Tidak sampai")
                .contains("Tidak dijawab dalam 15 detik")
                .contains("12 kali");
        press(
                ratna,
                page + "/kiriman/"
                        + fresh.context().fetchSingle(WEBHOOK_DELIVERY).getId() + "/ulang");
        assertThat(fresh.context().fetchSingle(WEBHOOK_DELIVERY).getOutcome()).isNull();
    }

    @Test
    void somebody_elses_is_not_there_but_for_admins() {
        try (var budi = installation.signedIn(province())) {
            add(budi, ADDRESS, "report.sent");
            var own = page();
            assertThat(budi.get(own).statusCode()).isEqualTo(200);
            assertThat(ratna.get(own).statusCode()).isEqualTo(200);
            assertThat(ratna.get("/webhook").body()).contains("Pak Budi");

            add(ratna, "https://8.8.4.4/hook", "report.sent");
            var of = fresh.context()
                    .select(WEBHOOK.ID)
                    .from(WEBHOOK)
                    .where(WEBHOOK.URL.contains("8.8.4.4"))
                    .fetchSingle()
                    .value1();
            for (var deed : new String[] {"/uji", "/jeda", "/lanjut", "/rahasia", "/hapus", "/kiriman/1/ulang"}) {
                assertThat(press(budi, "/webhook/" + of + deed).statusCode())
                        .as(deed)
                        .isEqualTo(404);
            }
            assertThat(budi.get("/webhook").body()).doesNotContain("8.8.4.4");
        }
    }

    @Test
    void admins_see_how_far_the_reports_to_another_server_have_got() {
        assertThat(ratna.get("/webhook").body()).contains("href=\"/openrosa\"");
        assertThat(ratna.get("/openrosa").body()).contains("Belum diatur").contains("OPENROSA_URL");

        fresh.context()
                .insertInto(OPENROSA_TARGET)
                .set(OPENROSA_TARGET.ADDRESS, "https://central.example/v1/projects/3")
                .set(OPENROSA_TARGET.FAILING_SINCE, Instant.EPOCH)
                .set(OPENROSA_TARGET.PROBLEM, "401")
                .execute();
        assertThat(ratna.get("/openrosa").body())
                .contains("https://central.example/v1/projects/3")
                .contains("Nama atau sandi ditolak (401)");
        assertThat(press(ratna, "/openrosa/ulang").statusCode()).isEqualTo(303);
        try (var budi = installation.signedIn(province())) {
            assertThat(budi.get("/openrosa").statusCode()).isEqualTo(403);
            assertThat(budi.get("/webhook").body()).doesNotContain("/openrosa");
        }
    }

    private long province() {
        var budi = new People(fresh.context()).add(55, "Pak Budi", "id");
        new Assignments(fresh.context())
                .appoint(By.product(), budi, Role.PIC_PROV, OptionalLong.of(SampleRegions.id(fresh.context(), "33")));
        return budi;
    }

    private String page() {
        return "/webhook/"
                + fresh.context().select(WEBHOOK.ID).from(WEBHOOK).fetchSingle().value1();
    }

    private static String token(Client client) {
        return Client.csrfTokenIn(client.get("/webhook"));
    }

    private static HttpResponse<String> press(Client client, String path) {
        return client.post(path, Map.of("_csrf", token(client)));
    }

    private static HttpResponse<String> add(Client client, String address, String event) {
        var fields = new HashMap<String, String>();
        fields.put("_csrf", token(client));
        fields.put("url", address);
        fields.put("event", event);
        return client.post("/webhook", fields);
    }
}
