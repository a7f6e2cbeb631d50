package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.JOB;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.place.SampleRegions;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LibraryPagesTest extends DirectoryPages {

    @Test
    void a_library_is_shown_with_all_that_a_coordinator_needs() {
        var wish = wish(person(60, "Bu Tini"), world.grabag);
        assertThat(wish).isPositive();

        var page = text(joko.get("/perpustakaan/" + world.grabag));

        assertThat(page)
                .contains(
                        "Perpustakaan Desa Harjobinangun",
                        "Desa Harjobinangun, Kec. Grabag, Kab. Purworejo",
                        "Menunggu persetujuan Bu Tini Pengelola / pustakawan · mendaftar 20 Agu 2025",
                        "Terima Tolak",
                        "Bu Sari Pengelola / pustakawan · sejak 20 Agu 2025",
                        "Serahkan ke orang lain",
                        "Undang pelapor",
                        "33.06.01.2001",
                        "Agustus 2025",
                        "Riwayat perubahan",
                        "Bu Tini mendaftar sebagai pelapor",
                        "Bu Ratna menerima Bu Sari sebagai pelapor");
    }

    @Test
    void who_only_looks_sees_no_names_and_no_buttons() {
        try (var client = installation.signedIn(desa)) {
            var page = client.get("/perpustakaan/" + world.grabag);

            assertThat(text(page)).contains("1 pelapor, 0 menunggu persetujuan").doesNotContain("Bu Sari", "Undang");
            assertThat(page.body()).doesNotContain("/ubah", "/gabung", "/undang", "/pemakaian");
            assertThat(client.get("/orang").statusCode()).isEqualTo(404);
            assertThat(client.get("/undangan").statusCode()).isEqualTo(404);
            assertThat(client.get("/perpustakaan/baru").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void somebody_is_made_the_facilitator_of_one_library_and_no_other() {
        var path = "/perpustakaan/" + world.kota + "/fasilitator";

        assertThat(joko.get("/perpustakaan/" + world.kota).body()).contains(path);
        assertThat(text(joko.get(path + "?q=nobody"))).contains("Tidak ada orang bernama \"nobody\"");
        assertThat(text(joko.get(path + "?q=desi"))).contains("Bu Desi", "PIC desa");
        var nobody = post(joko, path, "who", "");
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(text(nobody)).contains("Pilih orangnya.");

        assertThat(text(post(joko, path, "who", "" + desa))).contains("Fasilitator sudah ditunjuk.");
        assertThat(text(post(joko, path, "who", "" + desa))).contains("memang sudah menjadi fasilitator");

        assertThat(text(joko.get("/orang/" + desa)))
                .contains("Fasilitator daerah", "TBM Sumber Ilmu", "Pak Joko memberi peran kepada Bu Desi");
        assertThat(text(joko.get("/perpustakaan/" + world.kota))).contains("Pak Joko memberi peran kepada Bu Desi");
        try (var client = installation.signedIn(desa)) {
            assertThat(client.get("/perpustakaan/" + world.kota).statusCode()).isEqualTo(200);
            assertThat(client.get("/perpustakaan/" + world.patutrejo).statusCode())
                    .isEqualTo(404);
            assertThat(client.get(path).statusCode()).isEqualTo(404);
            assertThat(client.get("/perpustakaan/" + world.kota).body()).doesNotContain(path);
        }
        assertThat(post(joko, path, "who", "" + rahayu).statusCode()).isEqualTo(404);
    }

    @Test
    void nothing_outside_the_scope_is_there() {
        var member = wish(person(60, "Bu Tini"), world.grabag);
        var invite = invite(world.grabag);
        var library = "/perpustakaan/" + world.grabag;
        var sari = library + "/pelapor/" + world.reporter;
        var token = csrf(outsider.get("/perpustakaan"));
        var assignment = assignmentOf(desa);

        for (var path : List.of(
                library,
                library + "/ubah",
                library + "/gabung",
                library + "/gabung/" + world.wonosobo,
                "/perpustakaan/" + world.wonosobo + "/gabung/" + world.grabag,
                library + "/undang",
                sari + "/serahkan",
                library + "/fasilitator",
                "/orang/" + world.coordinator,
                "/orang/" + desa,
                "/perpustakaan/999999",
                "/perpustakaan/0x1",
                "/perpustakaan/99999999999999999999",
                "/orang/999999",
                "/orang/undang?role=PIC_DESA&region=" + SampleRegions.id(fresh.context(), "33.06.01.2001"),
                "/orang/undang?role=PIC_KAB",
                "/perpustakaan/baru?region=" + SampleRegions.id(fresh.context(), "33.06.01.2001"))) {
            assertThat(outsider.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (var path : List.of(
                library + "/ubah",
                library + "/pemakaian",
                library + "/permintaan/" + member,
                "/perpustakaan/" + world.wonosobo + "/permintaan/" + member,
                sari + "/akhiri",
                sari + "/serahkan",
                library + "/fasilitator",
                library + "/undang",
                library + "/gabung/" + world.wonosobo,
                "/perpustakaan/" + world.wonosobo + "/gabung/" + world.grabag,
                "/undangan/" + invite + "/cabut",
                "/orang/" + desa + "/peran/" + assignment + "/akhiri",
                "/orang/" + world.reporter + "/perpustakaan/" + world.grabag + "/akhiri",
                "/perpustakaan/baru",
                "/orang/undang")) {
            var fields = new HashMap<>(Map.of(
                    "_csrf", token, "decision", "accept", "use", "false", "keep", "" + world.grabag, "role", "FASDA"));
            fields.putAll(Map.of(
                    "region",
                    "" + SampleRegions.id(fresh.context(), "33.06.01"),
                    "uses",
                    "1",
                    "days",
                    "1",
                    "to",
                    "" + rahayu));
            assertThat(outsider.post(path, fields).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(text(outsider.get("/perpustakaan?q=harjobinangun"))).contains("Tidak ada nama perpustakaan");
        assertThat(text(outsider.get("/orang"))).doesNotContain("Pak Joko", "Bu Desi");
        assertThat(text(outsider.get("/undangan"))).contains("Tidak ada undangan terbuka");
        assertThat(fresh.context().fetchCount(LIBRARY, LIBRARY.ACTIVE.isTrue())).isEqualTo(4);
        assertThat(fresh.context().fetchCount(MEMBERSHIP, MEMBERSHIP.STATUS.eq("accepted")))
                .isEqualTo(3);
    }

    @Test
    void strangers_and_reporters_get_nowhere_and_nothing_changes_without_the_token() {
        try (var stranger = installation.client();
                var sari = installation.signedIn(world.reporter)) {
            for (var path : List.of("/perpustakaan", "/perpustakaan/" + world.grabag, "/orang", "/undangan")) {
                assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(401);
                assertThat(sari.get(path).statusCode()).as(path).isEqualTo(403);
            }
        }
        assertThat(joko.post("/perpustakaan/" + world.grabag + "/pemakaian", Map.of("use", "false"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(fresh.context().fetchCount(LIBRARY, LIBRARY.ACTIVE.isTrue())).isEqualTo(4);
    }

    @Test
    void who_waits_is_accepted_and_told_and_the_second_one_hears_who_was_faster() {
        var tini = person(60, "Bu Tini");
        var wish = wish(tini, world.grabag);
        var path = "/perpustakaan/" + world.grabag + "/permintaan/" + wish;

        var accepted = post(joko, path, "decision", "accept");
        assertThat(text(accepted)).contains("Sudah diterima.", "Bu Tini Pengelola / pustakawan · sejak");
        assertThat(fresh.context().fetchSingle(JOB).getBody()).contains("tell_decision");
        var audit = fresh.context()
                .selectFrom(AUDIT)
                .where(AUDIT.ACTION.eq("membership_accepted"))
                .and(AUDIT.ABOUT_PERSON_ID.eq(tini))
                .fetchSingle();
        assertThat(audit.getChannel()).isEqualTo("web");
        assertThat(audit.getAddress()).isEqualTo("127.0.0.1");
        assertThat(audit.getPersonId()).isEqualTo(world.coordinator);

        try (var second = installation.signedIn(other)) {
            assertThat(text(post(second, path, "decision", "refuse")))
                    .contains("Sudah lebih dahulu diterima oleh Pak Joko");
        }
        assertThat(fresh.context().fetchCount(JOB)).isEqualTo(1);
        assertThat(joko.post(path, Map.of("_csrf", token(joko), "decision", "maybe"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void of_two_who_decide_at_the_same_moment_one_hears_of_the_other() throws InterruptedException {
        var wish = wish(person(60, "Bu Tini"), world.grabag);
        var path = "/perpustakaan/" + world.grabag + "/permintaan/" + wish;
        try (var second = installation.signedIn(other);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var accept = Map.of("_csrf", token(joko), "decision", "accept");
            var refuse = Map.of("_csrf", token(second), "decision", "refuse");

            var answers = threads.invokeAll(List.<Callable<HttpResponse<String>>>of(
                    () -> joko.post(path, accept), () -> second.post(path, refuse)));

            assertThat(answers.stream()
                            .map(answer -> answer.resultNow()
                                    .headers()
                                    .firstValue("Location")
                                    .orElseThrow()))
                    .filteredOn(address -> address.contains("_before"))
                    .hasSize(1);
            assertThat(fresh.context().fetchCount(JOB)).isEqualTo(1);
        }
    }

    @Test
    void refusing_whom_proposed_a_library_takes_it_out_of_use() {
        var tini = person(60, "Bu Tini");
        fresh.context()
                .update(LIBRARY)
                .set(LIBRARY.PROPOSED_BY, tini)
                .where(LIBRARY.ID.eq(world.patutrejo))
                .execute();
        var wish = wish(tini, world.patutrejo);

        var page = joko.get("/perpustakaan/" + world.patutrejo);
        var refused = post(joko, "/perpustakaan/" + world.patutrejo + "/permintaan/" + wish, "decision", "refuse");

        assertThat(text(page)).contains("mengusulkan perpustakaan ini");
        assertThat(text(refused)).contains("Sudah ditolak.", "nonaktif");
    }

    @Test
    void the_address_behind_the_proxy_is_what_is_recorded() {
        joko.post(
                "/perpustakaan/" + world.grabag + "/pemakaian",
                Map.of("_csrf", token(joko), "use", "false"),
                "X-Forwarded-For",
                "1.2.3.4, 203.0.113.7");

        assertThat(fresh.context()
                        .select(AUDIT.ADDRESS)
                        .from(AUDIT)
                        .where(AUDIT.ACTION.eq("library_deactivated"))
                        .fetchSingle(AUDIT.ADDRESS))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void a_library_is_taken_out_of_use_and_into_use_again() {
        var path = "/perpustakaan/" + world.grabag + "/pemakaian";

        assertThat(text(post(joko, path, "use", "false"))).contains("sudah dinonaktifkan.", "Aktifkan lagi");
        try (var second = installation.signedIn(other)) {
            assertThat(text(post(second, path, "use", "false")))
                    .contains("sudah lebih dahulu dinonaktifkan oleh Pak Joko");
        }
        assertThat(joko.get("/perpustakaan/" + world.grabag + "/undang").statusCode())
                .isEqualTo(404);
        assertThat(text(joko.get("/perpustakaan?filter=inactive"))).contains("Perpustakaan Desa Harjobinangun");
        assertThat(text(post(joko, path, "use", "true"))).contains("sudah diaktifkan lagi");
    }

    @Test
    void that_somebody_reports_is_ended() {
        var path = "/perpustakaan/" + world.grabag + "/pelapor/" + world.reporter + "/akhiri";

        assertThat(text(post(joko, path))).contains("Sudah diakhiri", "Belum ada pelapor");
        try (var second = installation.signedIn(other)) {
            assertThat(text(post(second, path))).contains("Sudah lebih dahulu diakhiri oleh Pak Joko");
        }
    }

    @Test
    void a_library_is_handed_over_to_somebody_found_by_name() {
        var path = "/perpustakaan/" + world.grabag + "/pelapor/" + world.reporter + "/serahkan";

        assertThat(text(joko.get(path + "?q=nobody"))).contains("Tidak ada orang bernama \"nobody\"");
        assertThat(text(joko.get(path + "?q=rahayu"))).doesNotContain("Bu Rahayu");
        assertThat(text(joko.get(path + "?q=desi"))).contains("Bu Desi PIC desa · Desa Harjobinangun");
        assertThat(joko.post(path, Map.of("_csrf", token(joko))).statusCode()).isEqualTo(422);
        assertThat(joko.post(path, Map.of("_csrf", token(joko), "to", "" + rahayu))
                        .statusCode())
                .isEqualTo(404);

        var done = post(joko, path, "to", "" + desa);

        assertThat(text(done))
                .contains("Sudah diserahkan", "Bu Desi Pengelola", "Pak Joko menyerahkan perpustakaan dari Bu Sari");
        assertThat(fresh.context().fetchSingle(JOB).getBody()).contains("tell_decision");
        try (var second = installation.signedIn(other)) {
            assertThat(text(post(second, path, "to", "" + desa))).contains("lebih dahulu diserahkan");
        }
    }
}
