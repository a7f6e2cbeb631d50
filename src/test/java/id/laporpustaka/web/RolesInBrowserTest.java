package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import id.laporpustaka.export.Exports;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.Status;
import id.laporpustaka.summary.score.Standings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people of each role come to the pages for, on a phone and at a desk, and what they don't find there.
class RolesInBrowserTest {
    @RegisterExtension
    static final PagesInBrowser PAGES = new PagesInBrowser();

    private static final Instant NOW = Instant.parse("2025-08-20T03:00:00Z");
    private static long telegramIds = 500;

    @BeforeAll
    static void answer_and_judge() {
        new ReportPages(PAGES.db());
        new Standings(PAGES.db()).refresh(NOW);
    }

    @BeforeEach
    void nothing_is_decided() {
        PAGES.db().update(SUBMISSION).set(SUBMISSION.STATUS, "sent").execute();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void a_reporter_reads_own_reports_and_fetches_a_file_of_them(int width) {
        try (var window = PAGES.window(width, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, PAGES.world().reporter);
            assertThat(page.locator("h1").innerText()).isEqualTo("My reports");
            inspect(page, "reporter-own", width);
            follow(page, "Kegiatan 5");
            inspect(page, "reporter-report", width);
            assertThat(page.locator("#deciding").count()).isZero();
            var pdf = page.getByText("Download PDF").getAttribute("href");
            assertThat(page.request().get(PAGES.address(pdf)).headers())
                    .containsEntry("content-type", "application/pdf");

            page.navigate(PAGES.address("/unduhan"));
            page.getByLabel("CSV").check();
            PagesInBrowser.press(page, "Make the file");
            page.getByText("Waiting").first().waitFor();
            inspect(page, "reporter-ordered", width);
            make("laporan.csv", "Kegiatan 5");
            var file = page.getByText("Download (");
            file.waitFor();
            inspect(page, "reporter-made", width);
            assertThat(page.waitForDownload(file::click).suggestedFilename()).isEqualTo("laporan.csv");

            page.locator("a.person").click();
            page.waitForURL("**/sesi");
            assertThat(page.navigate(PAGES.address("/papan")).status()).isEqualTo(403);
            inspect(page, "reporter-elsewhere", width);
            follow(page, "My reports");
        }
    }

    private static void make(String name, String text) {
        var exports = new Exports(PAGES.db());
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var due = exports.claim().orElseThrow();
        PAGES.store().put("export/" + due.id(), bytes);
        var content = new Exports.Content(
                name, "text/csv", bytes.length, "export/" + due.id(), Scope.ofLibrary(PAGES.world().kota));
        assertThat(exports.made(due.id(), content, 1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void a_pic_of_a_village_sees_what_it_does_and_decides_nothing(int width) {
        try (var window = PAGES.window(width, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, appointed("Bu Desi", Role.PIC_DESA, "33.06.01.2001"));
            assertThat(page.locator("h1").innerText()).isEqualTo("Ringkasan · Desa Harjobinangun");
            inspect(page, "desa-summary", width);
            follow(page, "Lihat laporannya");
            assertThat(page.locator("tbody tr").count()).isEqualTo(4);
            follow(page, "Kegiatan 4");
            assertThat(page.locator("#deciding").count()).isZero();
            follow(page, "Papan");
            assertThat(page.locator("table.listed tbody tr").count()).isEqualTo(1);
            assertThat(page.getByText("Ingatkan yang belum melapor").count()).isZero();
            inspect(page, "desa-board", width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void a_facilitator_asks_for_a_correction_but_verifies_nothing(int width) {
        try (var window = PAGES.window(width, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, appointed("Pak Fajar", Role.FASDA, "33.06"));
            page.locator(".ways").getByText("Tinjauan").click();
            page.waitForURL("**/tinjau");
            assertThat(page.getByText("Verifikasi yang dipilih").count()).isZero();
            inspect(page, "fasda-queue", width);
            follow(page, "Pelatihan keripik singkong");
            assertThat(button(page, "Verifikasi")).isZero();
            page.locator("#ask summary").click();
            page.locator("#ask input[name=tanya]").first().check();
            page.locator("#ask textarea").fill("Mohon dihitung lagi.");
            inspect(page, "fasda-ask", width);
            PagesInBrowser.press(page, "Kirim permintaan");
            page.locator("[role=status]").getByText(ReportPages.NUMBER).waitFor();
            assertThat(status(ReportPages.NUMBER)).isEqualTo(Status.NEEDS_CORRECTION.stored());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void a_pic_of_a_regency_verifies_reminds_and_invites(int width) {
        library("TBM Diam " + width, "33.06.01.2002");
        try (var window = PAGES.window(width, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, appointed("Bu Kania", Role.PIC_KAB, "33.06"));
            page.locator(".ways").getByText("Tinjauan").click();
            page.waitForURL("**/tinjau");
            page.locator("input[name=pilih]").first().check();
            PagesInBrowser.press(page, "Verifikasi yang dipilih");
            page.getByText("1 laporan diverifikasi.").waitFor();

            follow(page, "Papan");
            page.getByText("Ingatkan yang belum melapor").click();
            inspect(page, "kab-remind", width);
            PagesInBrowser.press(page, "Ya, ingatkan sekarang");
            page.locator("[role=status]")
                    .getByText("1 pelapor dari 1 perpustakaan diingatkan.")
                    .waitFor();
            inspect(page, "kab-reminded", width);

            page.navigate(PAGES.address("/orang/undang"));
            follow(page, "PIC desa");
            page.locator("main input[type=search]").fill("harjo");
            page.locator("main .search button").click();
            follow(page, "Desa Harjobinangun");
            PagesInBrowser.press(page, "Buat undangan");
            page.getByText("Undangan sudah jadi").first().waitFor();
            inspect(page, "kab-invited", width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void a_pic_of_a_province_goes_down_from_the_map_to_the_scores_of_a_regency(int width) {
        try (var window = PAGES.window(width, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, appointed("Bu Prita", Role.PIC_PROV, "33"));
            assertThat(page.locator("h1").innerText()).isEqualTo("Ringkasan · Jawa Tengah");
            page.locator(".map nav").getByText("Peserta").click();
            page.getByText("Banyaknya peserta pada periode ini").waitFor();
            inspect(page, "prov-map", width);
            page.locator("a.tile").first().click();
            page.waitForURL("**region=33.06**");
            page.locator("h1").getByText("Kab. Purworejo").waitFor();
            follow(page, "Lihat rapor setiap perpustakaan");
            page.locator("h1").getByText("Rapor · Kab. Purworejo").waitFor();
            inspect(page, "prov-standing", width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void a_consultant_sees_all_of_a_province_and_changes_nothing(int width) {
        try (var window = PAGES.window(width, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, appointed("Pak Kurnia", Role.KONSULTAN, "33"));
            assertThat(page.locator(".ways").innerText()).doesNotContain("Tinjauan");
            follow(page, "Lihat laporannya");
            follow(page, "Kegiatan 10");
            assertThat(page.locator("#deciding").count()).isZero();
            inspect(page, "consultant-report", width);
            follow(page, "Papan");
            assertThat(page.getByText("Ingatkan yang belum melapor").count()).isZero();
            page.navigate(PAGES.address("/formulir"));
            assertThat(page.locator("h1").innerText()).isEqualTo("Halaman ini bukan untuk peran Anda");
            inspect(page, "consultant-elsewhere", width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void the_national_library_publishes_a_form_and_looks_what_other_rules_would_do(int width) {
        try (var window = PAGES.window(width, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, nation("Bu Nana", Role.NASIONAL));
            page.navigate(PAGES.address("/formulir"));
            var form = TestForms.source()
                    .replaceFirst("\n,PM,[^,]+,", "\n,PM,9" + width + ",")
                    .replace("Apa nama kegiatannya?", "Apa nama acaranya (" + width + ")?");
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("PM.csv", "text/csv", form.getBytes(StandardCharsets.UTF_8)));
            PagesInBrowser.press(page, "Periksa");
            page.getByText("Pratinjau").first().waitFor();
            PagesInBrowser.press(page, "Terbitkan");
            page.getByText("versi 9" + width + " sudah terbit").waitFor();
            page.getByText("Apa yang berubah").first().click();
            page.locator(".differences").waitFor();
            inspect(page, "national-compare", width);

            page.navigate(PAGES.address("/rapor/aturan"));
            page.locator("input[name=green]").fill("90");
            PagesInBrowser.press(page, "Lihat akibatnya");
            page.getByText("Kalau diterbitkan").waitFor();
            inspect(page, "national-rules", width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void an_admin_takes_back_a_role_and_has_what_was_set_aside_handled_again(int width) {
        appointed("Pak Mantan " + width, Role.PIC_KAB, "33.07");
        setAside(width);
        try (var window = PAGES.window(width, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, PAGES.world().admin);
            page.navigate(PAGES.address("/orang?q=mantan"));
            follow(page, "Pak Mantan " + width);
            page.getByText("Cabut peran").click();
            inspect(page, "admin-role", width);
            PagesInBrowser.press(page, "Ya, lanjutkan");
            page.locator("[role=status]").waitFor();
            assertThat(page.getByText("Cabut peran").count()).isZero();

            page.locator(".more summary").click();
            page.locator(".more ul").getByText("Disisihkan").click();
            page.waitForURL("**/disisihkan");
            page.locator("main details summary").first().click();
            inspect(page, "admin-aside", width);
            page.locator("main form button").first().click();
            page.locator("[role=status]").waitFor();
            page.getByText("Tidak ada. Semua pesan terproses.").waitFor();
        }
    }

    private static void setAside(int update) {
        PAGES.db().insertInto(CHAT).set(CHAT.ID, 3L).onConflictDoNothing().execute();
        PAGES.db()
                .insertInto(INBOX)
                .set(INBOX.BOT_ID, 7L)
                .set(INBOX.UPDATE_ID, (long) update)
                .set(INBOX.CHAT_ID, 3L)
                .set(INBOX.BODY, "{\"message\":{\"text\":\"<b>halo</b>" + "panjang".repeat(30) + "\"}}")
                .set(INBOX.HANDLED_AT, NOW)
                .set(INBOX.SET_ASIDE_BECAUSE, "java.lang.IllegalStateException: rusak")
                .execute();
    }

    private static long appointed(String name, Role role, String region) {
        var person = new People(PAGES.db()).add(telegramIds++, name, "id");
        new Assignments(PAGES.db())
                .appoint(By.product(), person, role, OptionalLong.of(SampleRegions.id(PAGES.db(), region)));
        return person;
    }

    private static long nation(String name, Role role) {
        var person = new People(PAGES.db()).add(telegramIds++, name, "id");
        new Assignments(PAGES.db()).appoint(By.product(), person, role, OptionalLong.empty());
        return person;
    }

    /// One that has a reporter, but no report.
    private static void library(String name, String region) {
        var db = PAGES.db();
        var library = new Libraries(db)
                .add(name, LibraryType.TBM, Scheme.PENUH, Optional.empty(), SampleRegions.id(db, region));
        var reporter = new People(db).add(telegramIds++, "Bu Diam", "id");
        new Memberships(db).admit(By.product(), reporter, library, MemberRole.PENGELOLA, NOW);
    }

    private static String status(String number) {
        return PAGES.db().fetchSingle(SUBMISSION, SUBMISSION.NUMBER.eq(number)).getStatus();
    }

    private static int button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .count();
    }

    private static void follow(Page page, String link) {
        var before = page.url();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
        page.waitForURL(url -> !url.equals(before));
        page.locator("h1").waitFor();
    }

    private static void inspect(Page page, String name, int width) {
        PagesInBrowser.inspect(page, "role-" + name, width, ColorScheme.LIGHT);
    }
}
