package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.summary.score.Standings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The tables of reports, of who has reported and of scores: narrowed, ordered, with chosen columns, and downloaded.
class TablePagesTest {
    private static final String AUGUST = "/semua-laporan?from=2025-08-01&to=2025-08-31";

    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    private static Installation installation;
    private static Purworejo world;

    @BeforeAll
    static void start() {
        installation = new Installation(FRESH.database());
        world = new Purworejo(FRESH.context()).withReports();
        new Standings(FRESH.context()).refresh(installation.now());
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static List<String> rows(String page) {
        return Pattern.compile("<th scope=\"row\">(.*?)</th>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(row -> Client.text(row.group(1)).strip())
                .toList();
    }

    @Test
    void reports_of_ones_own_region_only_the_newest_first() {
        try (var joko = installation.signedIn(world.coordinator)) {
            var page = joko.get(AUGUST).body();

            assertThat(rows(page))
                    .containsExactly(
                            "Kegiatan 5 Pelibatan masyarakat",
                            "Kegiatan 4 Pelibatan masyarakat",
                            "Kegiatan 3 Pelibatan masyarakat",
                            "Kegiatan 2 Pelibatan masyarakat",
                            "Kegiatan 1 Pelibatan masyarakat");
            assertThat(Client.text(page)).contains("5 laporan").doesNotContain("Lancar");
        }
    }

    @Test
    void they_are_narrowed_by_region_topic_words_and_status() {
        try (var joko = installation.signedIn(world.coordinator)) {
            assertThat(rows(joko.get(AUGUST + "&region=33.06.01").body())).hasSize(4);
            assertThat(rows(joko.get(AUGUST + "&topik=DIK").body())).hasSize(1);
            assertThat(rows(joko.get(AUGUST + "&q=tbm+sumber").body())).hasSize(1);
            assertThat(rows(joko.get(AUGUST + "&q=PM-3").body())).hasSize(1);
            assertThat(Client.text(joko.get(AUGUST + "&status=rejected").body()))
                    .contains("Tidak ada laporan yang cocok");
            assertThat(joko.get("/semua-laporan?region=33.07").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void the_order_and_the_columns_are_in_the_address_and_what_is_not_there_is_passed_over() {
        try (var joko = installation.signedIn(world.coordinator)) {
            var ordered = joko.get(AUGUST + "&urut=perpustakaan&kolom=perpustakaan&kolom=nomor")
                    .body();
            var strange = joko.get(AUGUST + "&urut=drop+table&kolom=zzz&page=0").body();

            assertThat(rows(ordered)).last().isEqualTo("Kegiatan 5 Pelibatan masyarakat");
            assertThat(ordered).contains("aria-sort=\"ascending\"").doesNotContain("data-label=\"Tanggal\"");
            assertThat(rows(strange)).hasSize(5);
        }
    }

    @Test
    void a_page_that_is_not_there_says_so() {
        try (var joko = installation.signedIn(world.coordinator)) {
            var page = joko.get(AUGUST + "&page=7");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(rows(page.body())).isEmpty();
        }
    }

    @Test
    void what_is_seen_can_be_downloaded() throws IOException {
        try (var joko = installation.signedIn(world.coordinator)) {
            var asked = AUGUST + "&urut=tanggal&kolom=tanggal,peserta&topik=EKO&berkas=";
            var csv = new String(joko.download(asked + "csv"), StandardCharsets.UTF_8);
            var header = joko.get(asked + "csv").headers().firstValue("Content-Disposition");

            assertThat(csv.lines())
                    .containsExactly(
                            "\uFEFF\"Judul\";\"Tanggal\";\"Peserta\"",
                            "\"Kegiatan 1\";\"2025-08-01\";\"32\"",
                            "\"Kegiatan 2\";\"2025-08-02\";\"32\"",
                            "\"Kegiatan 3\";\"2025-08-03\";\"32\"",
                            "\"Kegiatan 4\";\"2025-08-04\";\"32\"");
            assertThat(header).hasValueSatisfying(name -> assertThat(name).contains(".csv"));
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(joko.download(asked + "xlsx")))) {
                var rows = workbook.getFirstSheet().read();
                assertThat(rows).hasSize(5);
                assertThat(rows.get(1).getCellRawValue(0)).hasValue("Kegiatan 1");
            }
        }
    }

    @Test
    void a_cell_of_a_file_is_never_a_formula() {
        FRESH.context().execute("update submission set title = '=cmd()' where number = 'PM-9'");
        try (var joko = installation.signedIn(world.coordinator)) {
            var csv = new String(
                    joko.download("/semua-laporan?from=2025-06-01&to=2025-06-30&berkas=csv"), StandardCharsets.UTF_8);

            assertThat(csv).contains("\"'=cmd()\"").doesNotContain("\"=cmd()\"");
        }
    }

    @Test
    void the_board_tells_who_has_reported_and_reminds_the_others() {
        try (var joko = installation.signedIn(world.coordinator)) {
            var page = joko.get("/papan");
            var open = joko.get("/papan?bulan=2025-06&keadaan=open").body();
            var reminded = joko.post(
                    "/papan/colek",
                    Map.of(GuardedRoutes.CSRF_FIELD, Client.csrfTokenIn(page), BoardRoutes.MONTH, "2025-08"));
            var tooLate = joko.post(
                    "/papan/colek",
                    Map.of(GuardedRoutes.CSRF_FIELD, Client.csrfTokenIn(page), BoardRoutes.MONTH, "2025-06"));

            assertThat(Client.text(page.body()))
                    .contains("Papan pelaporan · Agustus 2025", "Sudah melapor 2", "Belum bergabung 1");
            assertThat(rows(open)).containsExactly("TBM Sumber Ilmu");
            assertThat(reminded.statusCode()).isEqualTo(200);
            assertThat(Client.text(reminded.body())).contains("Tidak ada yang diingatkan.");
            assertThat(tooLate.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void scores_are_listed_with_their_colours_and_the_best_first() {
        try (var joko = installation.signedIn(world.coordinator)) {
            var page = Client.text(joko.get("/rapor").body());
            var grey = rows(joko.get("/rapor?warna=grey").body());

            assertThat(page)
                    .contains("3 perpustakaan dinilai untuk 2025", "KPI versi uji coba", "merah", "abu-abu")
                    .doesNotContain("Lancar");
            assertThat(grey).containsExactly("Perpustakaan Desa Patutrejo");
            assertThat(Client.text(joko.get("/rapor?tahun=2019").body()))
                    .as("not a year that was ever judged")
                    .contains("dinilai untuk 2025");
        }
    }

    @Test
    void the_summary_shows_the_league_and_who_sees_all_a_map_of_provinces() {
        try (var joko = installation.signedIn(world.coordinator);
                var ratna = installation.signedIn(world.admin)) {
            var own = Client.text(joko.get("/").body());
            var year = Client.text(
                    joko.get("/?from=2025-01-01&to=2025-12-31&banding=tahun").body());
            var province = ratna.get("/?region=33&peta=laporan").body();

            assertThat(own).contains("Rapor perpustakaan", "3 perpustakaan dinilai", "Dua belas bulan");
            assertThat(year).contains("naik 9 dari 0 pada 2024");
            assertThat(province)
                    .contains("class=\"tiles\"", "Kab. Purworejo: 5; 3 perpustakaan, 5 laporan")
                    .contains("Kab. Wonosobo: 1; 1 perpustakaan, 1 laporan");
        }
    }

    @Test
    void a_region_is_found_by_its_name_within_what_one_coordinates() {
        try (var joko = installation.signedIn(world.coordinator)) {
            assertThat(joko.get("/?cari=grabag").body()).contains("region=33.06.01");
            assertThat(Client.text(joko.get("/?cari=wonosobo").body())).contains("Tidak ada wilayah bernama");
        }
    }

    @Test
    void the_page_of_a_library_shows_its_score_of_this_moment() {
        try (var joko = installation.signedIn(world.coordinator)) {
            assertThat(Client.text(joko.get("/perpustakaan/" + world.grabag).body()))
                    .contains("Rapor merah", "dari 100 untuk 2025", "Pelibatan masyarakat 6 dari", "masih kurang");
        }
    }

    @Test
    void a_reporter_has_none_of_these_pages() {
        try (var sari = installation.signedIn(world.reporter)) {
            for (var path : List.of("/", "/semua-laporan", "/papan", "/rapor")) {
                assertThat(sari.get(path).statusCode()).as(path).isEqualTo(403);
            }
        }
    }
}
