package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.FORM_CANDIDATE;
import static id.laporpustaka.db.generated.Tables.FORM_VERSION;
import static id.laporpustaka.web.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.xlsform.CsvSheets;
import id.laporpustaka.form.xlsform.FormFiles;
import id.laporpustaka.form.xlsform.WorkbookReading;
import id.laporpustaka.form.xlsform.Workbooks;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.submission.FormVersions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FormPagesTest {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private Installation installation;
    private Purworejo world;
    private Client admin;

    @BeforeEach
    void start() {
        installation = new Installation(fresh.database());
        world = new Purworejo(fresh.context()).withReports();
        admin = installation.signedIn(world.admin);
    }

    @AfterEach
    void stop() {
        admin.close();
        installation.close();
    }

    @Test
    void forms_are_for_the_national_library_and_admins() {
        var people = new People(fresh.context());
        var national = people.add(41, "Pak Hadi", "id");
        new Assignments(fresh.context()).appoint(By.chat(world.admin), national, Role.NASIONAL, OptionalLong.empty());

        assertThat(admin.get("/formulir").statusCode()).isEqualTo(200);
        assertThat(admin.get("/").body()).contains("href=\"/formulir\"");
        try (var client = installation.signedIn(national)) {
            assertThat(client.get("/formulir").statusCode()).isEqualTo(200);
        }
        try (var client = installation.signedIn(world.coordinator)) {
            assertThat(client.get("/formulir").statusCode()).isEqualTo(403);
            assertThat(client.get("/").body()).doesNotContain("/formulir");
            assertThat(client.upload("/formulir", csrf(client.get("/")), "x.csv", next())
                            .statusCode())
                    .isEqualTo(403);
        }
        try (var client = installation.client()) {
            assertThat(client.get("/formulir").statusCode()).isEqualTo(401);
            assertThat(client.upload("/formulir", "", "x.csv", next()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void every_form_is_listed_with_its_versions_and_counts() {
        var page = text(admin.get("/formulir"));

        assertThat(page)
                .contains("Pelibatan masyarakat PM", "Ditawarkan", "Versi 1 · 10 laporan · 0 draf", "bawaan", ".xlsx");
    }

    @Test
    void an_uploaded_workbook_is_shown_and_published_only_by_its_button() {
        var uploaded = upload("PM.xlsx", Workbooks.write(CsvSheets.read(decoded(next()))));
        var preview = admin.get(location(uploaded));

        assertThat(uploaded.statusCode()).isEqualTo(303);
        assertThat(text(preview))
                .contains(
                        "Pratinjau · Pelibatan masyarakat",
                        "Community engagement",
                        "Yang sekarang dipakai: versi 1.",
                        "Coba di chat: kirim /formulir ke bot.",
                        "Yang berubah",
                        "Apa nama acaranya?",
                        "Wajib diisi.");
        assertThat(versions()).containsExactly("1");

        var published = admin.post(location(uploaded) + "/terbitkan", Map.of("_csrf", csrf(preview)));

        assertThat(text(admin.get(location(published))))
                .contains("Pelibatan masyarakat versi 2 sudah terbit", "Versi 2 · 10 laporan", "Bu Ratna");
        assertThat(versions()).containsExactly("1", "2");
        assertThat(fresh.context().fetchCount(FORM_CANDIDATE)).isZero();
    }

    @Test
    void a_second_tap_on_publish_says_that_it_is_done() {
        var uploaded = upload("PM.csv", next());
        var token = csrf(admin.get(location(uploaded)));
        admin.post(location(uploaded) + "/terbitkan", Map.of("_csrf", token));

        var again = admin.post(location(uploaded) + "/terbitkan", Map.of("_csrf", token));

        assertThat(text(admin.get(location(again)))).contains("sudah diterbitkan atau dibuang");
        assertThat(versions()).containsExactly("1", "2");
    }

    @Test
    void what_is_discarded_is_gone() {
        var uploaded = upload("PM.csv", next());
        var token = csrf(admin.get(location(uploaded)));

        var discarded = admin.post(location(uploaded) + "/buang", Map.of("_csrf", token));

        assertThat(text(admin.get(location(discarded)))).contains("versi 2 dibuang");
        assertThat(admin.get(location(uploaded)).statusCode()).isEqualTo(303);
        assertThat(versions()).containsExactly("1");
    }

    @Test
    void all_problems_are_listed_in_the_readers_language() {
        var file =
                "settings\n,form_id,version,form_title\n,X,1,Coba\nsurvey\n,type,name,label\n,integr,a,A?\n,text,b,\n";

        var indonesian = upload("x.csv", file.getBytes(StandardCharsets.UTF_8));
        var english = admin.upload(
                "/formulir?bahasa=en", csrf(admin.get("/formulir")), "x.csv", file.getBytes(StandardCharsets.UTF_8));

        assertThat(indonesian.statusCode()).isEqualTo(422);
        assertThat(text(indonesian))
                .contains("2 hal perlu diperbaiki", "survey 6 type Jenis \"integr\" tidak dikenal", "survey 7");
        assertThat(text(english)).contains("2 things need to be mended", "is not known", "Row");
        assertThat(fresh.context().fetchCount(FORM_CANDIDATE)).isZero();
    }

    @Test
    void what_would_break_earlier_reports_is_refused_at_once() {
        var changed = decoded(next()).replace(",date,date_start,", ",text,date_start,");

        var page = upload("PM.csv", changed.getBytes(StandardCharsets.UTF_8));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(text(page)).contains("\"date_start\" berjenis date di versi", "dan sekarang text");
    }

    @Test
    void a_version_with_other_content_is_refused_and_the_same_content_changes_nothing() {
        var first = upload("PM.csv", next());
        admin.post(location(first) + "/terbitkan", Map.of("_csrf", csrf(admin.get(location(first)))));
        var other = decoded(next()).replace("Apa nama acaranya?", "Apa judulnya?");

        var refused = upload("PM.csv", other.getBytes(StandardCharsets.UTF_8));
        var same = upload("PM.xlsx", Workbooks.write(CsvSheets.read(decoded(next()))));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("sudah diterbitkan dengan isi lain", "misalnya 3");
        assertThat(text(admin.get(location(same)))).contains("Tidak ada yang berubah");
    }

    @Test
    void a_wrong_file_is_refused_in_plain_words() {
        assertThat(text(upload("foto.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2})))
                .contains("bukan buku kerja .xlsx");
        assertThat(text(upload("", new byte[0]))).contains("File ini kosong");
        assertThat(upload("notes.csv", "hello".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_file_that_is_too_large_is_refused_in_plain_words() {
        var large = upload("besar.xlsx", new byte[3 << 20]);
        var huge = upload("besar.xlsx", new byte[33 << 20]);

        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(text(large)).contains("lebih besar dari 2 MB");
        assertThat(huge.statusCode()).isEqualTo(413);
    }

    @Test
    void nothing_changes_without_the_sessions_token() {
        var candidate = location(upload("PM.csv", next()));

        assertThat(admin.upload("/formulir", "wrong", "PM.csv", next()).statusCode())
                .isEqualTo(403);
        assertThat(admin.post(candidate + "/terbitkan", Map.of()).statusCode()).isEqualTo(403);
        assertThat(admin.post(candidate + "/buang", Map.of()).statusCode()).isEqualTo(403);
        assertThat(admin.post("/formulir/henti", Map.of("form", "PM")).statusCode())
                .isEqualTo(403);
        assertThat(fresh.context().fetchCount(FORM_CANDIDATE)).isEqualTo(1);
        assertThat(versions()).containsExactly("1");
    }

    @Test
    void files_are_taken_nowhere_else_and_broken_ones_do_no_harm() {
        assertThat(admin.upload("/masuk", "", "x", next()).statusCode()).isEqualTo(400);
        assertThat(admin.send("POST", "/formulir", "not multipart", "Content-Type", "multipart/form-data")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.send("POST", "/formulir", "--x\r\n", "Content-Type", "multipart/form-data; boundary=x")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_version_is_downloaded_as_a_workbook_and_as_csv() {
        var address = "/formulir/unduh?form=PM&versi=1&jenis=";

        var workbook = FormFiles.read(admin.download(address + "xlsx"));
        var csv = admin.get(address + "csv");

        assertThat(workbook)
                .isInstanceOfSatisfying(
                        WorkbookReading.Read.class,
                        read -> assertThat(CsvSheets.write(read.sheets()))
                                .isEqualTo(CsvSheets.write(CsvSheets.read(TestForms.source()))));
        assertThat(csv.body()).isEqualTo(TestForms.source());
        assertThat(csv.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"PM-1.csv\"");
        assertThat(admin.get("/formulir/unduh?form=PM&versi=9&jenis=csv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_form_is_retired_and_offered_again() {
        var token = csrf(admin.get("/formulir"));

        var retired = admin.post("/formulir/henti", Map.of("_csrf", token, "form", "PM"));
        assertThat(text(admin.get(location(retired))))
                .contains("Pelibatan masyarakat tidak ditawarkan lagi.", "Dihentikan sejak");

        var offered = admin.post("/formulir/tawarkan", Map.of("_csrf", token, "form", "PM"));
        assertThat(text(admin.get(location(offered)))).contains("ditawarkan lagi.", "Ditawarkan");
        assertThat(admin.post("/formulir/henti", Map.of("_csrf", token, "form", "NONE"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_has_made_a_version_of_their_own_may_compare_it_with_a_newer_built_in_one() {
        fresh.context()
                .update(FORM_VERSION)
                .set(FORM_VERSION.BUILT_IN, false)
                .set(FORM_VERSION.SOURCE, decoded(next()))
                .execute();
        var list = admin.get("/formulir");

        var compared = admin.post("/formulir/bawaan", Map.of("_csrf", csrf(list), "form", "PM"));
        var preview = admin.get(location(compared));

        assertThat(text(list)).contains("Ada versi bawaan", "Bandingkan");
        assertThat(text(preview)).contains("Yang berubah", "Apa nama acaranya?", "Apa nama kegiatannya?");
        admin.post(location(compared) + "/terbitkan", Map.of("_csrf", csrf(preview)));
        var newest = new FormVersions(fresh.context()).listOf("PM").getLast();
        assertThat(newest.builtIn()).isTrue();
        assertThat(newest.source()).isEqualTo(TestForms.source());
    }

    @Test
    void every_kind_of_question_has_a_word() {
        var words = Words.in(Language.INDONESIAN);

        assertThat(Stream.of(QuestionType.values()))
                .allSatisfy(type -> assertThat(
                                words.has("preview.type." + type.name().toLowerCase(Locale.ROOT)))
                        .as("%s", type)
                        .isTrue());
    }

    private HttpResponse<String> upload(String name, byte[] file) {
        return admin.upload("/formulir", csrf(admin.get("/formulir")), name, file);
    }

    /// The built-in form with another question and version 2.
    private static byte[] next() {
        return version(TestForms.source().replace("Apa nama kegiatannya?", "Apa nama acaranya?"), "2");
    }

    private static byte[] version(String source, String version) {
        return source.replaceFirst("\n,PM,[^,]+,", "\n,PM," + version + ",").getBytes(StandardCharsets.UTF_8);
    }

    private List<String> versions() {
        return fresh.context()
                .select(FORM_VERSION.VERSION)
                .from(FORM_VERSION)
                .orderBy(FORM_VERSION.POSITION)
                .fetch(FORM_VERSION.VERSION);
    }

    private static String csrf(HttpResponse<String> page) {
        return Client.csrfTokenIn(page);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow(() -> new AssertionError(response.body()));
    }

    private static String decoded(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
