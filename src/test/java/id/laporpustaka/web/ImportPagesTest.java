package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.INVITE;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.LIBRARY_IMPORT;
import static id.laporpustaka.db.generated.Tables.OUTGOING_FILE;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.export.Workbook;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.SampleRegions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImportPagesTest {
    private static final String PATH = "/perpustakaan/impor";

    private static final byte[] GOOD = Workbook.of(
            "Kode|Nama|Jenis|Catatan",
            "33.06.01.2001|Perpustakaan Desa Harjobinangun|DESA|sudah ada",
            "33.06.01.2002|TBM Melati|TBM|=1+1");

    private static final byte[] PARTLY = Workbook.of(
            "Kode|Nama|Jenis", "33.06.01.2002|TBM Melati|TBM", "33.07.01.2001|<script>alert(1)</script>|Toko \u202e|");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private Installation installation;
    private Purworejo world;
    private Client joko;

    @BeforeEach
    void start() {
        installation = new Installation(fresh.database());
        world = new Purworejo(fresh.context());
        joko = installation.signedIn(world.coordinator);
    }

    @AfterEach
    void stop() {
        joko.close();
        installation.close();
    }

    @Test
    void sheets_are_for_those_who_may_import() {
        var people = new People(fresh.context());
        var fasda = people.add(41, "Pak Fajar", "id");
        var region = OptionalLong.of(SampleRegions.id(fresh.context(), "33.06"));
        new Assignments(fresh.context()).appoint(By.chat(world.admin), fasda, Role.FASDA, region);
        var sheet = uploaded(GOOD);

        for (var person : new long[] {fasda, world.reporter}) {
            try (var client = installation.signedIn(person)) {
                var token = Client.csrfTokenIn(client.get("/"));
                assertThat(client.get("/").body()).doesNotContain(PATH);
                assertThat(client.get(PATH).statusCode()).isEqualTo(403);
                assertThat(client.get(PATH + "/templat").statusCode()).isEqualTo(403);
                assertThat(client.get(sheet).statusCode()).isEqualTo(403);
                assertThat(client.upload(PATH, token, "x.xlsx", GOOD).statusCode())
                        .isEqualTo(403);
                assertThat(client.post(sheet + "/jalankan", Map.of("_csrf", token))
                                .statusCode())
                        .isEqualTo(403);
            }
        }
        try (var client = installation.client()) {
            assertThat(client.get(PATH).statusCode()).isEqualTo(401);
        }
        assertThat(fresh.context().fetchCount(INVITE)).isZero();
    }

    @Test
    void a_sheet_of_somebody_else_is_as_if_it_were_not_there() {
        var sheet = uploaded(GOOD);

        try (var admin = installation.signedIn(world.admin)) {
            var token = Client.csrfTokenIn(admin.get("/"));
            assertThat(admin.get(sheet).body()).contains("sudah dibatalkan atau diganti");
            assertThat(admin.get(sheet + "/diperiksa").statusCode()).isEqualTo(303);
            admin.post(sheet + "/batal", Map.of("_csrf", token));
            admin.post(sheet + "/jalankan", Map.of("_csrf", token));
        }
        assertThat(fresh.context().fetchCount(INVITE)).isZero();
        assertThat(joko.get(sheet).body()).contains("Buat 1 perpustakaan, 2 tautan");
    }

    @Test
    void nothing_happens_without_the_token_or_from_another_site() {
        var sheet = uploaded(GOOD);
        var token = Client.csrfTokenIn(joko.get(sheet));

        assertThat(joko.post(sheet + "/jalankan", Map.of()).statusCode()).isEqualTo(403);
        assertThat(joko.post(sheet + "/jalankan", Map.of("_csrf", token), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(fresh.context().fetchCount(INVITE)).isZero();
    }

    @Test
    void the_template_is_an_empty_sheet() {
        assertThat(Workbook.rows(joko.download(PATH + "/templat"))).hasSize(2);
        assertThat(upload(joko.download(PATH + "/templat")).body()).contains("belum ada perpustakaan");
    }

    @Test
    void a_sheet_is_looked_at_and_comes_back_once_with_a_link_in_each_row() {
        var sheet = uploaded(GOOD);
        var preview = joko.get(sheet);
        assertThat(preview.body())
                .contains("<strong>1</strong> perpustakaan baru", "<strong>1</strong> sudah ada", "hanya mendapat");
        assertThat(fresh.context().fetchCount(LIBRARY)).isEqualTo(4);
        assertThat(joko.get(PATH).body()).contains("menunggu persetujuan Anda");

        var run = sheet + "/jalankan";
        var token = Map.of("_csrf", Client.csrfTokenIn(preview), "only_good", "false");
        var result = joko.downloadAnswer(run, token);

        assertThat(Workbook.rows(result))
                .satisfiesExactly(
                        headings -> assertThat(headings)
                                .isEqualTo("Kode | Nama | Jenis | Catatan | Tautan undangan | Kode undangan | Hasil"),
                        there -> assertThat(there)
                                .matches("33.06.01.2001 .* \\| https://t.me/laporpustaka_bot\\?start=u_\\w{10} \\|"
                                        + " \\w{5}-\\w{5} \\| Sudah ada"),
                        made -> assertThat(made)
                                .matches("33.06.01.2002 .* \\| '=1\\+1 \\|"
                                        + " https://t.me/laporpustaka_bot\\?start=u_\\w{10} \\| \\w{5}-\\w{5} \\|"
                                        + " Baru"));
        var again = joko.post(run, token);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(joko.get(location(again)).body()).contains("Selesai: 1 perpustakaan dibuat, 1 sudah ada, 0 baris");
        assertThat(fresh.context().fetchCount(LIBRARY)).isEqualTo(5);
        assertThat(fresh.context().fetchCount(INVITE)).isEqualTo(2);
        assertThat(fresh.context().fetchCount(OUTGOING_FILE)).isZero();
        var invite = fresh.context().selectFrom(INVITE).limit(1).fetchSingle();
        assertThat(Duration.between(invite.getCreatedAt(), invite.getExpiresAt()))
                .isEqualTo(Duration.ofDays(90));
    }

    @Test
    void rows_with_problems_are_shown_and_left_out_only_if_that_is_wanted() {
        var sheet = uploaded(PARTLY);
        var preview = joko.get(sheet);

        assertThat(preview.body())
                .contains("Hanya baris yang benar (1)", "Desa Lancar di luar wilayah Anda.", "Jenis \"Toko\"")
                .doesNotContain("<script>alert", "\u202e");
        assertThat(Workbook.rows(joko.download(sheet + "/diperiksa")))
                .last()
                .asString()
                .contains("<script>alert(1)</script>", "di luar wilayah Anda");

        var token = Client.csrfTokenIn(preview);
        var refused = joko.post(sheet + "/jalankan", Map.of("_csrf", token, "only_good", "false"));
        assertThat(joko.get(location(refused)).body()).contains("Ada yang berubah sejak diperiksa");
        assertThat(fresh.context().fetchCount(INVITE)).isZero();

        var result = joko.downloadAnswer(sheet + "/jalankan", Map.of("_csrf", token, "only_good", "true"));
        assertThat(Workbook.rows(result).get(1)).endsWith("Baru");
        assertThat(Workbook.rows(result).get(2))
                .contains("di luar wilayah Anda")
                .doesNotContain("t.me");
    }

    @Test
    void a_sheet_can_be_given_up_or_replaced() {
        var first = uploaded(GOOD);
        var second = uploaded(PARTLY);
        assertThat(joko.get(first).body()).contains("diganti yang lebih baru");

        var cancelled = joko.post(second + "/batal", Map.of("_csrf", Client.csrfTokenIn(joko.get(second))));

        assertThat(joko.get(location(cancelled)).body()).contains("Dibatalkan. Tidak ada yang dibuat.");
        assertThat(joko.get(second).body()).contains("sudah dibatalkan");
        assertThat(fresh.context().fetchCount(LIBRARY_IMPORT, LIBRARY_IMPORT.SHEET.isNotNull()))
                .isZero();
    }

    @Test
    void what_is_no_sheet_of_libraries_is_refused_with_its_reason() {
        assertThat(upload("halo".getBytes(StandardCharsets.UTF_8)).body()).contains("Judul kolomnya tidak ditemukan");
        assertThat(upload(Workbook.of("Nama|Kode", "TBM|33")).body()).contains("Kolom ini belum ada: Jenis.");
        assertThat(upload(new byte[9 << 20]).body()).contains("lebih besar dari 8 MB");
        assertThat(upload(new byte[0]).statusCode()).isEqualTo(422);
        assertThat(joko.get(PATH + "/lembar/x").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> upload(byte[] file) {
        return joko.upload(PATH, Client.csrfTokenIn(joko.get(PATH)), "Daftar \u201cku\u201d.xlsx", file);
    }

    private String uploaded(byte[] file) {
        return location(upload(file));
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
