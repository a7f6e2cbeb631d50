package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.submission.media.Media;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A coordinator reviews reports on a phone and at a desk, light and dark, in both languages.
class ReportsInBrowserTest {
    private static final Instant NOW = Instant.parse("2025-08-20T03:00:00Z");

    @RegisterExtension
    static final PagesInBrowser PAGES = new PagesInBrowser();

    @BeforeEach
    void begin() {
        var db = PAGES.db();
        db.update(SUBMISSION).set(SUBMISSION.STATUS, "sent").execute();
        var reports = new ReportPages(db);
        reports.correct(PAGES.world().coordinator, PAGES.world().reporter, ReportPages.NUMBER, NOW);
        new Media(db).attach(Map.of(reports.id(ReportPages.NUMBER), Map.of("photos", photos())));
        db.update(MEDIA)
                .set(MEDIA.STATE, "lost")
                .set(MEDIA.REASON, "gone")
                .where(MEDIA.UNIQUE_ID.eq("b"))
                .execute();
    }

    private static List<MediaFile> photos() {
        return List.of(new MediaFile("a", "a", "image/jpeg", 1), new MediaFile("b", "b", "image/jpeg", 1));
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT, id", "360, DARK, en", "1280, LIGHT, en", "1280, DARK, id"})
    void every_page_is_fit_for_everybody(int width, ColorScheme scheme, String language) {
        try (var window = PAGES.window(width, scheme)) {
            var page = PAGES.signIn(window, PAGES.world().coordinator);
            var in = "bahasa=" + language;

            look(page, "/tinjau?" + in, "queue", width, scheme);
            look(page, "/tinjau?q=zzz&" + in, "queue-none", width, scheme);
            look(page, "/laporan/PM-1?antrean=1&" + in, "report", width, scheme);
            page.locator("details.sure")
                    .all()
                    .forEach(form -> form.locator("summary").click());
            PagesInBrowser.inspect(page, "report-forms", width, scheme);
            page.locator("#ask textarea").fill("Jumlahnya <berbeda>");
            page.locator("#ask button").click();
            page.locator("[role=alert]").waitFor();
            PagesInBrowser.inspect(page, "report-wrong", width, scheme);
            page.locator("#ask input[name=tanya]").first().check();
            page.locator("#ask button").click();
            page.locator("[role=status]").waitFor();
            PagesInBrowser.inspect(page, "report-next", width, scheme);
            look(page, "/laporan/PM-1?" + in, "report-asked", width, scheme);
            look(page, "/laporan?" + in, "reports-own", width, scheme);
            look(page, "/perpustakaan/" + PAGES.world().grabag + "?" + in, "library-reports", width, scheme);

            assertThat(PAGES.browser().complaints().stream().filter(it -> !it.contains("422")))
                    .isEmpty();
        }
    }

    @Test
    void a_coordinator_goes_through_the_queue_on_a_phone() {
        try (var window = PAGES.window(360, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, PAGES.world().coordinator);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tinjauan 9"))
                    .click();
            page.getByText("Pelatihan keripik singkong").click();
            PagesInBrowser.press(page, "Verifikasi");
            page.getByText("Laporan PM-1 diverifikasi.").waitFor();
            assertThat(page.locator("h1").innerText()).isEqualTo("Kegiatan 2");
            PagesInBrowser.press(page, "Urungkan");
            page.getByText("Keputusan tentang laporan PM-1 dibatalkan.").waitFor();
            assertThat(page.locator("h1").innerText()).isEqualTo("Pelatihan keripik singkong");

            page.getByText("‹ Tinjauan laporan").click();
            page.getByText("Pilih semua").click();
            page.locator("input[name=pilih]").first().uncheck();
            PagesInBrowser.press(page, "Verifikasi yang dipilih");
            page.getByText("8 laporan diverifikasi.").waitFor();
            assertThat(page.locator("table.queue tbody tr").count()).isEqualTo(1);
        }
    }

    @Test
    void all_of_it_works_without_scripts() {
        try (var window = PAGES.browser().windowWithoutScripts(360, 800)) {
            var page = PAGES.signIn(window, PAGES.world().coordinator);

            page.navigate(PAGES.address("/laporan/PM-1?antrean=1"));
            page.locator("#reject summary").click();
            page.locator("#reject input[value=DOUBLE]").check();
            page.locator("#reject button").click();

            page.getByText("Laporan PM-1 ditolak; pelapornya diberi tahu.").waitFor();
        }
    }

    private static void look(Page page, String path, String name, int width, ColorScheme scheme) {
        page.navigate(PAGES.address(path));
        PagesInBrowser.inspect(page, name, width, scheme);
    }
}
