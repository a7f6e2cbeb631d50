package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.export.PdfText;
import org.junit.jupiter.api.Test;

class ReportPdfPagesTest extends DirectoryPages {

    @Test
    void a_coordinator_downloads_a_report_and_the_coordinator_of_elsewhere_does_not() {
        var path = "/laporan/" + numberOf(world.grabag) + "/pdf";

        var answer = joko.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"Laporan PM-1.pdf\"; filename*=UTF-8''Laporan%20PM-1.pdf");
        assertThat(PdfText.of(joko.download(path)))
                .contains("Perpustakaan Desa Harjobinangun", "Nomor PM-1", "http://localhost:8080/cek/");
        assertThat(outsider.get(path).statusCode()).isEqualTo(404);
        assertThat(joko.get("/laporan/PM-999/pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void a_reporter_has_their_own_reports_in_their_language() {
        try (var sari = installation.signedIn(world.reporter);
                var stranger = installation.client()) {
            var path = "/laporan/" + numberOf(world.wonosobo) + "/pdf";

            assertThat(PdfText.of(sari.download(path))).contains("ACTIVITY REPORT");
            assertThat(PdfText.of(sari.download(path + "?bahasa=id"))).contains("LAPORAN KEGIATAN");
            assertThat(stranger.get(path).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_library_has_its_reports_of_a_month_or_a_year_in_one_file() {
        var path = "/perpustakaan/" + world.grabag + "/laporan.pdf";

        assertThat(PdfText.of(joko.download(path + "?bulan=2025-08"))).contains("Jumlah: 4 laporan 128");
        assertThat(PdfText.of(joko.download(path + "?tahun=2025"))).contains("Periode 2025", "Jumlah: 6 laporan 192");
        assertThat(joko.get(path + "?bulan=2025-08").headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"Laporan Perpustakaan Desa Harjobinangun Agustus 2025.pdf\";"
                        + " filename*=UTF-8''Laporan%20Perpustakaan%20Desa%20Harjobinangun%20Agustus%202025.pdf");
        assertThat(outsider.get(path + "?tahun=2025").statusCode()).isEqualTo(404);
        assertThat(joko.get("/perpustakaan/999/laporan.pdf?tahun=2025").statusCode())
                .isEqualTo(404);
        for (var wrong : new String[] {"", "?bulan=2025", "?tahun=25", "?bulan=2025-13", "?tahun=0000"}) {
            assertThat(joko.get(path + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void the_page_of_a_library_offers_months_and_years() {
        var page = joko.get("/perpustakaan/" + world.grabag + "?bahasa=en");

        assertThat(page.body())
                .contains("<option value=\"2025-08\">August 2025</option>", "<option value=\"2023-09\">")
                .contains("<option value=\"2025\">2025</option>", "/laporan.pdf\"")
                .contains("name=\"bahasa\" value=\"en\"");
    }

    private String numberOf(long library) {
        return fresh.context()
                .select(SUBMISSION.NUMBER)
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(library))
                .orderBy(SUBMISSION.ID)
                .limit(1)
                .fetchSingle()
                .value1();
    }
}
