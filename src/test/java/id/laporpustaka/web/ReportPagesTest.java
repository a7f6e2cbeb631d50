package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.JOB;
import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static id.laporpustaka.web.ReportPages.NUMBER;
import static id.laporpustaka.web.ReportPages.location;
import static id.laporpustaka.web.ReportPages.send;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.MediaFile;
import id.laporpustaka.people.Role;
import id.laporpustaka.submission.Reason;
import id.laporpustaka.submission.Verdict;
import id.laporpustaka.submission.media.Media;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportPagesTest extends DirectoryPages {
    private static final String PAGE = "/laporan/" + NUMBER;
    private static final String VERIFY = PAGE + "/verifikasi";
    private static final String ASK = PAGE + "/perbaikan";
    private static final String REJECT = PAGE + "/tolak";
    private static final String COMMENT = PAGE + "/komentar";
    private static final String REOPEN = PAGE + "/batalkan";

    private ReportPages reports;

    @BeforeEach
    void addAnswers() {
        reports = new ReportPages(fresh.context());
    }

    // ---------------------------------------------------------------- what is shown

    @Test
    void a_coordinator_reads_all_that_was_answered() {
        var page = joko.get(PAGE);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page))
                .contains(
                        "Pelatihan keripik singkong",
                        "Terkirim",
                        "Nomor PM-1",
                        "Jenis laporan Pelibatan masyarakat",
                        "Perpustakaan Desa Harjobinangun Desa Harjobinangun, Kec. Grabag",
                        "20 Agu 2025, 09.00 oleh Bu Sari",
                        "Bisa diperbaiki sampai 5 September 2025",
                        "Bisa ditinjau sampai 15 Oktober 2025",
                        "12 laki-laki, 20 perempuan (32 orang)",
                        "Ibu-ibu &lt;b&gt;bisa&lt;/b&gt; membuat keripik.",
                        "Dikirim oleh Bu Sari",
                        "Verifikasi",
                        "Minta perbaikan",
                        "Tolak",
                        "Komentar")
                .doesNotContain("Batalkan keputusan");
        assertThat(page.body())
                .contains("href=\"/laporan/PM-1/pdf\"", "href=\"/perpustakaan/" + world.grabag + "\"")
                .doesNotContain("<b>bisa</b>");
        assertThat(text(joko.get(PAGE + "?bahasa=en"))).contains("Community engagement", "Ask for correction");
    }

    @Test
    void a_report_of_elsewhere_is_not_there() {
        assertThat(outsider.get(PAGE).statusCode()).isEqualTo(404);
        assertThat(outsider.get(PAGE).body()).doesNotContain("keripik");
        assertThat(joko.get("/laporan/PM-999").statusCode()).isEqualTo(404);
        assertThat(joko.get("/laporan/%00").statusCode()).isIn(400, 404);
        for (var path : List.of(VERIFY, ASK, REJECT, COMMENT, REOPEN)) {
            assertThat(send(outsider, path, "revisi", "1", "kata", "x").statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(reports.revision(NUMBER)).isEqualTo(1);
    }

    @Test
    void names_are_only_for_those_who_may_see_people() {
        reports.correct(world.coordinator, world.reporter, NUMBER, installation.now());
        try (var village = installation.signedIn(desa)) {
            var page = text(village.get(PAGE));

            assertThat(page)
                    .contains("Dikirim oleh pelapor", "Perbaikan diminta oleh koordinator")
                    .doesNotContain("Bu Sari", "Pak Joko", "Verifikasi", "Komentar");
        }
    }

    @Test
    void a_sender_reads_their_own_report_also_when_they_report_no_more() {
        reports.decide(
                world.coordinator,
                NUMBER,
                Verdict.REJECT,
                Optional.of(new Reason.Offered(Reason.Kind.DOUBLE)),
                List.of(),
                installation.now());
        post(joko, "/perpustakaan/" + world.grabag + "/pelapor/" + world.reporter + "/akhiri");
        try (var sari = installation.signedIn(world.reporter)) {
            assertThat(text(sari.get(PAGE)))
                    .contains("Rejected", "Rejected by Pak Joko", "Sent by Bu Sari", "This activity")
                    .doesNotContain("Take the decision back", "Your decision");
            assertThat(text(sari.get("/laporan"))).contains("My reports", "Pelatihan keripik singkong", "10 reports");
        }
    }

    @Test
    void who_was_erased_has_no_name_left() {
        fresh.context()
                .update(PERSON)
                .setNull(PERSON.NAME)
                .where(PERSON.ID.eq(world.reporter))
                .execute();

        assertThat(text(joko.get(PAGE))).contains("oleh orang yang datanya sudah dihapus");
    }

    @Test
    void photos_are_shown_small_and_what_is_not_there_is_said() {
        new Media(fresh.context()).attach(Map.of(reports.id(NUMBER), Map.of("photos", files("a", "b", "c"))));
        fresh.context()
                .update(MEDIA)
                .set(MEDIA.STATE, "stored")
                .set(MEDIA.CONTENT_TYPE, "image/jpeg")
                .set(MEDIA.SIZE, 4L)
                .set(MEDIA.STORE_KEY, "a")
                .set(MEDIA.THUMBNAIL_KEY, "a-small")
                .set(MEDIA.WIDTH, 4)
                .set(MEDIA.HEIGHT, 3)
                .set(MEDIA.LOOK, 0L)
                .where(MEDIA.UNIQUE_ID.eq("a"))
                .execute();
        fresh.context()
                .update(MEDIA)
                .set(MEDIA.STATE, "refused")
                .set(MEDIA.REASON, "picture_broken")
                .where(MEDIA.UNIQUE_ID.eq("c"))
                .execute();
        var stored = fresh.context()
                .select(MEDIA.ID)
                .from(MEDIA)
                .where(MEDIA.UNIQUE_ID.eq("a"))
                .fetchSingle()
                .value1();

        var page = joko.get(PAGE);

        assertThat(page.body())
                .contains(
                        "<a href=\"/berkas/%d\"><img src=\"/berkas/%d/kecil\" alt=\"Foto 1 dari 3: Pelatihan keripik singkong\""
                                .formatted(stored, stored));
        assertThat(text(page))
                .contains(
                        "Foto 2 dari 3: sedang diambil dari Telegram",
                        "Foto 3 dari 3: gagal diambil: gambarnya rusak",
                        "Hanya untuk keperluan internal: wajah anak terlihat");
    }

    private static List<MediaFile> files(String... names) {
        return List.of(names).stream()
                .map(name -> new MediaFile(name, name, "image/jpeg", 1))
                .toList();
    }

    @Test
    void the_history_says_who_did_what_and_what_was_changed() {
        reports.correct(world.coordinator, world.reporter, NUMBER, installation.now());

        assertThat(text(joko.get(PAGE)))
                .containsSubsequence(
                        "Diperbaiki oleh Bu Sari",
                        "120",
                        "→",
                        "12",
                        "Perbaikan diminta oleh Pak Joko",
                        "Jumlahnya perlu diperiksa lagi",
                        "Yang diminta diperbaiki:",
                        "Berapa pesertanya?",
                        "Dikirim oleh Bu Sari");
    }

    // ---------------------------------------------------------------- decisions

    @Test
    void a_verified_report_says_so_and_can_be_undone() {
        var answer = send(joko, VERIFY, "revisi", "1");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(reports.status(NUMBER)).isEqualTo("verified");
        var page = joko.get(location(answer));
        assertThat(text(page))
                .contains("Laporan PM-1 diverifikasi.", "Urungkan", "Terverifikasi", "Batalkan keputusan")
                .contains("Diverifikasi oleh Pak Joko");
        assertThat(text(follow(joko, send(joko, REOPEN, "revisi", "2"))))
                .contains("Keputusan tentang laporan PM-1 dibatalkan.", "Terkirim")
                .doesNotContain("Urungkan");
        assertThat(reports.status(NUMBER)).isEqualTo("sent");
        assertThat(text(joko.get(location(answer))))
                .as("what cannot be undone any more is not offered to be")
                .contains("Laporan PM-1 diverifikasi.")
                .doesNotContain("Urungkan");
    }

    @Test
    void doubles_are_shown_and_can_be_joined() {
        reports.copy(reports.id(NUMBER), "PM-900");

        var page = joko.get("/laporan/PM-900");

        assertThat(text(page)).contains("Mirip dengan laporan lain", "Gabungkan ke " + NUMBER);

        var answer = send(joko, "/laporan/PM-900/gabung", "revisi", "1", "kept", NUMBER);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(reports.status("PM-900")).isEqualTo("merged");
        assertThat(reports.status(NUMBER)).isEqualTo("sent");
        assertThat(text(joko.get(location(answer)))).contains("Urungkan");
    }

    @Test
    void an_address_that_was_made_up_says_nothing() {
        for (var made : List.of("PM-1%2F1", "PM-1%2F7", "PM-10%2F1", "x", "PM-1%2F99999999", "%00%2F1")) {
            assertThat(joko.get(PAGE + "?selesai=" + made).body()).as(made).doesNotContain("role=\"status\"");
        }
    }

    @Test
    void a_report_is_sent_back_with_questions_and_a_reason_and_its_sender_is_told() {
        var jobs = fresh.context().fetchCount(JOB);

        var answer = send(
                joko,
                ASK,
                "revisi",
                "1",
                "tanya",
                "pm_result",
                "tanya",
                "title",
                "tanya",
                "made-up",
                "alasan",
                "UNCLEAR");

        assertThat(text(follow(joko, answer)))
                .contains("Perbaikan laporan PM-1 diminta dari pelapornya.", "Perlu perbaikan", "kapan saja");
        var revision = fresh.context()
                .fetchSingle(
                        SUBMISSION_REVISION,
                        SUBMISSION_REVISION
                                .SUBMISSION_ID
                                .eq(reports.id(NUMBER))
                                .and(SUBMISSION_REVISION.REVISION.eq(2)));
        assertThat(revision.getReason()).isEqualTo("=UNCLEAR");
        assertThat(revision.getAsked().data()).isEqualTo("[\"title\", \"pm_result\"]");
        assertThat(fresh.context().fetchCount(JOB) + fresh.context().fetchCount(INBOX))
                .isGreaterThan(jobs);
    }

    @Test
    void a_reason_may_be_chosen_and_explained() {
        send(joko, REJECT, "revisi", "1", "alasan", "DOUBLE", "kata", "=Lihat\r\nPM-2.");

        assertThat(reports.status(NUMBER)).isEqualTo("rejected");
        assertThat(text(joko.get(PAGE))).contains("“Kegiatan ini sudah dilaporkan. =Lihat PM-2.”");
    }

    @Test
    void what_is_missing_is_said_and_what_was_typed_is_kept() {
        var withoutQuestion = send(joko, ASK, "revisi", "1", "alasan", "PHOTO", "kata", "Foto <gelap>");
        assertThat(withoutQuestion.statusCode()).isEqualTo(422);
        assertThat(text(withoutQuestion)).contains("Centang paling sedikit satu jawaban");
        assertThat(withoutQuestion.body())
                .contains("Foto &lt;gelap&gt;</textarea>", "value=\"PHOTO\" checked", "id=\"ask\" open");

        var withoutReason = send(joko, ASK, "revisi", "1", "tanya", "title", "kata", " \n ");
        assertThat(withoutReason.statusCode()).isEqualTo(422);
        assertThat(text(withoutReason)).contains("Pilih alasannya");
        assertThat(withoutReason.body()).contains("value=\"title\" checked");

        assertThat(send(joko, REJECT, "revisi", "1").statusCode()).isEqualTo(422);
        for (var path : List.of(ASK, REJECT)) {
            var unclear = send(joko, path, "revisi", "1", "tanya", "title", "kata", "x");
            assertThat(unclear.statusCode()).isEqualTo(422);
            assertThat(text(unclear)).contains("paling sedikit dua kata");
            assertThat(unclear.body()).contains("x</textarea>");
        }
        assertThat(text(send(joko, COMMENT, "revisi", "1"))).contains("Tulis komentar Anda dahulu.");
        assertThat(text(send(joko, COMMENT, "revisi", "1", "kata", "x".repeat(1_001))))
                .contains("terlalu panjang");
        assertThat(reports.revision(NUMBER)).isEqualTo(1);
    }

    @Test
    void a_report_that_has_changed_is_shown_anew_with_what_was_typed() {
        reports.decide(other, NUMBER, Verdict.VERIFY, Optional.empty(), List.of(), installation.now());

        var answer = send(joko, ASK, "revisi", "1", "tanya", "title", "kata", "Judulnya kurang jelas");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(text(answer))
                .contains("sudah berubah atau sudah diputuskan", "Terverifikasi", "Diverifikasi oleh Pak Anwar");
        assertThat(answer.body())
                .contains("Judulnya kurang jelas</textarea>", "value=\"title\" checked", "name=\"revisi\" value=\"2\"");
        assertThat(reports.status(NUMBER)).isEqualTo("verified");
        assertThat(send(joko, VERIFY).statusCode()).as("without a revision").isEqualTo(409);
    }

    @Test
    void words_for_what_cannot_be_decided_any_more_are_not_lost() {
        reports.decide(
                other,
                NUMBER,
                Verdict.REJECT,
                Optional.of(new Reason.Offered(Reason.Kind.DOUBLE)),
                List.of(),
                installation.now());

        assertThat(text(send(joko, ASK, "revisi", "1", "tanya", "title", "kata", "Judulnya kurang jelas")))
                .contains("Yang Anda tulis: “Judulnya kurang jelas”");
    }

    @Test
    void after_the_quarter_has_closed_nothing_is_decided() {
        installation.pass(Duration.ofDays(90));
        joko = installation.signedIn(world.coordinator);

        assertThat(text(joko.get(PAGE))).doesNotContain("Verifikasi").contains("Komentar");
        assertThat(send(joko, VERIFY, "revisi", "1").statusCode()).isEqualTo(422);
        assertThat(reports.status(NUMBER)).isEqualTo("sent");
        assertThat(send(joko, COMMENT, "revisi", "1", "kata", "Terima kasih").statusCode())
                .isEqualTo(303);
    }

    @Test
    void nothing_is_decided_without_the_token_of_the_session() {
        var answer = joko.post(VERIFY, Map.of("revisi", "1", "_csrf", "made-up"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(reports.status(NUMBER)).isEqualTo("sent");
    }

    @Test
    void nobody_reviews_their_own_report() {
        appoint(world.reporter, Role.PIC_KAB, "33.06");
        try (var sari = installation.signedIn(world.reporter)) {
            assertThat(text(sari.get(PAGE))).contains("Sent by Bu Sari").doesNotContain("Your decision");
            assertThat(send(sari, VERIFY, "revisi", "1").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_facilitator_asks_and_remarks_and_decides_no_more() {
        var facilitator = person(60, "Bu Fani");
        appoint(facilitator, Role.FASDA, "33.06");
        try (var fani = installation.signedIn(facilitator)) {
            assertThat(text(fani.get(PAGE)))
                    .contains("Minta perbaikan", "Komentar")
                    .doesNotContain("Verifikasi", "Tolak");
            assertThat(send(fani, VERIFY, "revisi", "1").statusCode()).isEqualTo(403);
            assertThat(send(fani, REJECT, "revisi", "1", "kata", "foto buram").statusCode())
                    .isEqualTo(403);
            var asked = follow(fani, send(fani, ASK, "revisi", "1", "tanya", "title", "alasan", "UNCLEAR"));
            assertThat(text(asked)).contains("diminta dari pelapornya").doesNotContain("Urungkan");
            assertThat(reports.status(NUMBER)).isEqualTo("needs_correction");
        }
    }

    @Test
    void a_province_decides_where_a_regency_has_nobody() {
        var province = person(61, "Bu Nur");
        appoint(province, Role.PIC_PROV, "33");
        try (var nur = installation.signedIn(province)) {
            assertThat(send(nur, VERIFY, "revisi", "1").statusCode()).isEqualTo(403);
            fresh.context()
                    .update(ASSIGNMENT)
                    .set(ASSIGNMENT.REVOKED_AT, installation.now())
                    .where(ASSIGNMENT.ROLE.eq(Role.PIC_KAB.name()))
                    .execute();
            assertThat(send(nur, VERIFY, "revisi", "1").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void of_two_who_decide_at_the_same_moment_exactly_one_does() throws Exception {
        try (var anwar = installation.signedIn(other);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 1; round <= 8; round++) {
                var number = "PM-" + round;
                var barrier = new CyclicBarrier(2);
                var tokens = List.of(token(joko), token(anwar));
                var one = threads.submit(() -> {
                    barrier.await();
                    return joko.post(
                            "/laporan/" + number + "/verifikasi", Map.of("revisi", "1", "_csrf", tokens.getFirst()));
                });
                var two = threads.submit(() -> {
                    barrier.await();
                    return anwar.post(
                            "/laporan/" + number + "/tolak",
                            Map.of("revisi", "1", "kata", "Laporannya ganda", "_csrf", tokens.getLast()));
                });

                assertThat(List.of(one.get().statusCode(), two.get().statusCode()))
                        .as(number)
                        .containsExactlyInAnyOrder(303, 409);
                assertThat(fresh.context()
                                .fetchCount(
                                        SUBMISSION_REVISION, SUBMISSION_REVISION.SUBMISSION_ID.eq(reports.id(number))))
                        .as(number)
                        .isEqualTo(2);
            }
        }
    }

    // ---------------------------------------------------------------- lists

    @Test
    void a_library_lists_its_reports_page_by_page() {
        var library = "/perpustakaan/" + world.grabag;

        var page = joko.get(library);

        assertThat(text(page))
                .containsSubsequence("6 laporan", "Kegiatan 4", "4 Agu 2025", "Terkirim", "Kegiatan 9", "15 Jun 2025");
        assertThat(page.body()).contains("href=\"/laporan/PM-4\"");
        assertThat(text(joko.get(library + "?laporan=7"))).contains("Halaman ini tidak ada lagi");
        assertThat(text(joko.get("/perpustakaan/" + world.patutrejo)))
                .contains("Perpustakaan ini belum pernah melapor.");
    }

    @Test
    void own_reports_are_found_by_their_words() {
        try (var sari = installation.signedIn(world.reporter)) {
            assertThat(text(sari.get("/laporan?q=keripik&bahasa=id")))
                    .contains("1 laporan", "Pelatihan keripik singkong", "Perpustakaan Desa Harjobinangun")
                    .doesNotContain("Kegiatan 2");
            assertThat(text(sari.get("/laporan?q=zzz&bahasa=id")))
                    .contains("Tidak ada laporan Anda yang memuat \"zzz\"");
            assertThat(text(sari.get("/laporan?page=9&bahasa=id"))).contains("Halaman ini tidak ada lagi");
        }
        assertThat(text(joko.get("/laporan"))).contains("Anda belum pernah mengirim laporan");
        assertThat(fresh.context().fetchCount(SUBMISSION)).isEqualTo(10);
    }
}
