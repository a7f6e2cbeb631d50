package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.web.ReportPages.NUMBER;
import static id.laporpustaka.web.ReportPages.location;
import static id.laporpustaka.web.ReportPages.send;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.people.Role;
import id.laporpustaka.submission.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueuePagesTest extends DirectoryPages {
    private static final String VERIFY = "/tinjau/verifikasi";

    private ReportPages reports;

    @BeforeEach
    void addAnswers() {
        reports = new ReportPages(fresh.context());
        for (var i = 1; i <= 10; i++) {
            fresh.context()
                    .update(SUBMISSION)
                    .set(SUBMISSION.SUBMITTED_AT, installation.now().minus(Duration.ofDays(11 - i)))
                    .where(SUBMISSION.NUMBER.eq("PM-" + i))
                    .execute();
        }
    }

    @Test
    void the_queue_has_the_oldest_first_and_says_what_each_is() {
        reports.correct(world.coordinator, world.reporter, "PM-5", installation.now());

        var page = joko.get("/tinjau");

        assertThat(text(page))
                .contains("9 laporan menunggu tinjauan Anda", "Verifikasi yang dipilih", "Tinjauan 9")
                .containsSubsequence(
                        "Pelatihan keripik singkong",
                        "Pelibatan masyarakat",
                        "Perpustakaan Desa Harjobinangun",
                        "Desa Harjobinangun, Kec. Grabag, Kab. Purworejo",
                        "1 Agu 2025",
                        "10 hari",
                        "1 foto",
                        "Kegiatan 2",
                        "Kegiatan 5",
                        "diperbaiki",
                        "TBM Sumber Ilmu",
                        "Kegiatan 9")
                .doesNotContain("Kegiatan 10");
        assertThat(page.body()).contains("name=\"pilih\" value=\"PM-1/1\"", "href=\"/laporan/PM-1?antrean=1\"");
    }

    @Test
    void it_is_filtered_by_region_kind_and_library() {
        assertThat(text(joko.get("/tinjau"))).contains("Semua wilayah", "Kec. Grabag (6)", "Kec. Purworejo (3)");
        assertThat(text(joko.get("/tinjau?wilayah=33.06.06")))
                .contains("3 laporan menunggu dengan saringan ini", "Kegiatan 5")
                .doesNotContain("keripik");
        assertThat(text(joko.get("/tinjau?q=sumber+TBM"))).contains("3 laporan menunggu dengan saringan ini");
        assertThat(text(joko.get("/tinjau?jenis=PM"))).contains("9 laporan menunggu");
        assertThat(text(joko.get("/tinjau?jenis=ZZ")))
                .contains("Tidak ada laporan yang menunggu dengan saringan ini.", "Tampilkan semua");
        assertThat(text(joko.get("/tinjau?wilayah=33.07"))).as("not theirs").contains("0 laporan");
        assertThat(joko.get("/tinjau?wilayah='&q=%00%25_&jenis=%3Cb%3E").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_filter_stays_while_a_reviewer_goes_on() {
        var answer = send(
                joko, "/laporan/PM-5/verifikasi", "revisi", "1", "antrean", "1", "wilayah", "33.06.06", "jenis", "PM");

        assertThat(location(answer)).isEqualTo("/laporan/PM-7?antrean=1&wilayah=33.06.06&jenis=PM&selesai=PM-5%2F2");
        var page = joko.get(location(answer));
        assertThat(text(page)).contains("Laporan PM-5 diverifikasi.", "Urungkan", "Kegiatan 7", "Lewati");
        assertThat(page.body())
                .contains(
                        "href=\"/tinjau?wilayah=33.06.06&amp;jenis=PM\"",
                        "href=\"/laporan/PM-8?antrean=1&amp;wilayah=33.06.06&amp;jenis=PM\"");
        var undone = send(
                joko, "/laporan/PM-5/batalkan", "revisi", "2", "antrean", "1", "wilayah", "33.06.06", "jenis", "PM");
        assertThat(location(undone)).startsWith("/laporan/PM-5?antrean=1&wilayah=33.06.06");
    }

    @Test
    void after_the_last_one_the_queue_says_what_was_done() {
        var answer = send(joko, "/laporan/PM-9/verifikasi", "revisi", "1", "antrean", "1");

        assertThat(location(answer)).isEqualTo("/tinjau?selesai=PM-9%2F2");
        assertThat(text(joko.get(location(answer))))
                .contains("Laporan PM-9 diverifikasi.", "Urungkan", "8 laporan menunggu");
    }

    @Test
    void several_are_verified_at_once_but_none_that_has_changed() {
        reports.decide(
                other, "PM-2", Verdict.COMMENT, Optional.of(ReportPages.remark()), List.of(), installation.now());

        var answer = send(joko, VERIFY, "pilih", "PM-1/1", "pilih", "PM-2/1", "pilih", "PM-3/1", "pilih", "PM-10/1");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(text(follow(joko, answer)))
                .contains("2 laporan diverifikasi. 2 lainnya tidak", "7 laporan menunggu");
        assertThat(reports.status(NUMBER)).isEqualTo("verified");
        assertThat(reports.status("PM-2")).isEqualTo("sent");
        assertThat(reports.status("PM-10")).as("of another regency").isEqualTo("sent");
    }

    @Test
    void nothing_is_verified_where_nothing_is_chosen() {
        for (var made : List.of("", "PM-1", "PM-1/x", "/1", "PM-1/99999999")) {
            var answer = send(joko, VERIFY, "pilih", made, "wilayah", "33.06.01");
            assertThat(answer.statusCode()).as(made).isEqualTo(422);
            assertThat(text(answer)).contains("Belum ada yang dipilih", "6 laporan menunggu dengan saringan ini");
        }
        assertThat(joko.post(VERIFY, Map.of("pilih", "PM-1/1")).statusCode()).isEqualTo(403);
        assertThat(reports.status(NUMBER)).isEqualTo("sent");
    }

    @Test
    void all_of_a_page_can_be_chosen_without_a_script() {
        assertThat(joko.get("/tinjau").body()).doesNotContain("checked");
        assertThat(joko.get("/tinjau?pilih=semua").body().split("name=\"pilih\"[^>]*checked", -1))
                .hasSize(10);
    }

    @Test
    void a_long_queue_has_pages_of_twenty_five() {
        var first = reports.id(NUMBER);
        IntStream.rangeClosed(11, 40).forEach(i -> reports.copy(first, "PM-" + i));

        var page = joko.get("/tinjau");

        assertThat(text(page)).contains("39 laporan menunggu", "Halaman 1 dari 2");
        assertThat(page.body().split("name=\"pilih\"", -1)).hasSize(26);
        assertThat(joko.get("/tinjau?page=1").body().split("name=\"pilih\"", -1))
                .hasSize(15);
        assertThat(text(joko.get("/tinjau?page=2"))).contains("Halaman ini tidak ada lagi");
    }

    @Test
    void more_than_can_be_counted_quickly_is_said_so() {
        var first = reports.id(NUMBER);
        IntStream.rangeClosed(11, 130).forEach(i -> reports.copy(first, "PM-" + i));

        assertThat(text(joko.get("/"))).contains("Tinjauan 99+");
    }

    @Test
    void who_has_done_all_reads_what_to_do_next() {
        fresh.context().update(SUBMISSION).set(SUBMISSION.STATUS, "verified").execute();

        assertThat(text(joko.get("/tinjau")))
                .contains("Tidak ada laporan yang menunggu tinjauan Anda.", "ingatkan perpustakaan")
                .doesNotContain("Verifikasi yang dipilih");
    }

    @Test
    void a_facilitator_has_a_queue_without_a_way_to_verify() {
        var facilitator = person(60, "Bu Fani");
        appoint(facilitator, Role.FASDA, "33.06.01");
        try (var fani = installation.signedIn(facilitator)) {
            var page = fani.get("/tinjau");

            assertThat(text(page)).contains("6 laporan menunggu", "keripik").doesNotContain("Verifikasi");
            assertThat(page.body()).doesNotContain("name=\"pilih\"");
            assertThat(text(follow(fani, send(fani, VERIFY, "pilih", "PM-1/1"))))
                    .contains("0 laporan diverifikasi.");
        }
    }

    @Test
    void who_reviews_nothing_has_no_queue() {
        try (var village = installation.signedIn(desa);
                var admin = installation.signedIn(world.admin)) {
            assertThat(village.get("/tinjau").statusCode()).isEqualTo(404);
            assertThat(admin.get("/tinjau").statusCode()).isEqualTo(404);
            assertThat(text(admin.get("/"))).doesNotContain("Tinjauan");
        }
    }
}
