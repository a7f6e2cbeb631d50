package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.submission.Proofs;
import id.laporpustaka.submission.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProofPagesTest extends DirectoryPages {

    @Test
    void anybody_with_the_code_sees_that_it_is_true_and_nothing_more() {
        try (var anybody = installation.client()) {
            var page = anybody.get("/cek/" + proofOf("PM-1"));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(text(page))
                    .contains("Laporan ini benar tercatat", "Nomor PM-1", "Jenis laporan Pelibatan masyarakat")
                    .contains("Perpustakaan Perpustakaan Desa Harjobinangun", "Tanggal kegiatan 1 Agustus 2025")
                    .contains("Dikirim 20 Agustus 2025", "Status Terkirim")
                    .doesNotContain("Kegiatan 1", "Bu Sari", "32");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
            assertThat(text(anybody.get("/cek/" + proofOf("PM-1") + "?bahasa=en")))
                    .contains("This report is on record", "Sent 20 August 2025");
        }
    }

    @Test
    void a_report_that_was_taken_back_refused_or_merged_says_so() {
        var said = Map.of(
                Status.REJECTED, "sudah ditolak",
                Status.WITHDRAWN, "sudah ditarik",
                Status.MERGED, "sudah digabung");
        try (var anybody = installation.client()) {
            said.forEach((status, words) -> {
                fresh.context()
                        .update(SUBMISSION)
                        .set(SUBMISSION.STATUS, status.stored())
                        .set(SUBMISSION.MERGED_INTO, status == Status.MERGED ? idOf("PM-2") : null)
                        .where(SUBMISSION.NUMBER.eq("PM-1"))
                        .execute();

                assertThat(text(anybody.get("/cek/" + proofOf("PM-1")))).contains(words, "tidak berlaku sebagai bukti");
            });
        }
    }

    @Test
    void a_number_or_a_guess_finds_nothing() {
        try (var anybody = installation.client()) {
            for (var guess : List.of("PM-1", "AAAAAAAAAAAAAAAAAAAAAA", "x", "%3Cb%3E")) {
                var page = anybody.get("/cek/" + guess);

                assertThat(page.statusCode()).as(guess).isEqualTo(404);
                assertThat(text(page)).contains("Kode ini tidak dikenal").doesNotContain("Harjobinangun");
            }
        }
    }

    @Test
    void the_code_or_its_whole_address_can_be_typed() {
        var proof = proofOf("PM-1");
        try (var anybody = installation.client()) {
            assertThat(text(anybody.get("/cek"))).contains("Periksa keaslian laporan");
            assertThat(text(anybody.get("/cek?kode=" + proof))).contains("Nomor PM-1");
            assertThat(text(anybody.get("/cek?kode=" + Pages.encode(" https://lapor.example.id/cek/" + proof))))
                    .contains("Nomor PM-1");
            assertThat(anybody.get("/cek?kode=PM-1").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void who_guesses_too_often_has_to_wait() {
        try (var anybody = installation.client()) {
            var statuses = IntStream.range(0, 40)
                    .mapToObj(_ -> anybody.get("/cek/AAAAAAAAAAAAAAAAAAAAAA").statusCode())
                    .toList();
            var elsewhere = anybody.get("/cek/" + proofOf("PM-1"), "X-Forwarded-For", "203.0.113.9");

            assertThat(statuses).startsWith(404).endsWith(429);
            assertThat(elsewhere.statusCode()).isEqualTo(200);
        }
    }

    private String proofOf(String number) {
        var id = idOf(number);
        return new Proofs(fresh.context()).giveAll(List.of(id)).getOrDefault(id, "");
    }

    private long idOf(String number) {
        return fresh.context()
                .select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION.NUMBER.eq(number))
                .fetchSingle()
                .value1();
    }
}
