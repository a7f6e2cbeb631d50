package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import id.laporpustaka.place.RegionZips;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminPagesInBrowserTest {
    @RegisterExtension
    static final PagesInBrowser PAGES = new PagesInBrowser();

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "1280, DARK"})
    void an_admin_uploads_a_version_decides_and_applies_it(int width, ColorScheme scheme) {
        try (var window = PAGES.window(width, scheme)) {
            var page = PAGES.signIn(window, PAGES.world().admin);
            page.navigate(PAGES.address("/wilayah"));
            PagesInBrowser.inspect(page, "regions", width, scheme);

            page.locator("input[name=name]").fill("uji " + width);
            page.locator("input[type=date]").fill("2025-0%d-02".formatted(width == 360 ? 5 : 6));
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("regions.zip", "application/zip", zip(width)));
            PagesInBrowser.press(page, "Periksa");
            page.getByText("Yang perlu Anda putuskan").waitFor();
            page.locator("main details").first().locator("summary").click();
            PagesInBrowser.inspect(page, "regions-preview", width, scheme);

            PagesInBrowser.press(page, "Terapkan");
            page.getByText("Belum dapat diterapkan").waitFor();
            PagesInBrowser.inspect(page, "regions-refused", width, scheme);

            page.locator("select").selectOption(new String[] {width == 360 ? "33.06.01.2012" : "33.06.01.2013"});
            PagesInBrowser.press(page, "Terapkan");
            page.getByText("Data wilayah sudah diperbarui.").waitFor();
            PagesInBrowser.inspect(page, "regions-done", width, scheme);

            assertThat(PAGES.browser().complaints().stream().filter(it -> !it.contains("422")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK"})
    void an_admin_reads_the_rules_of_the_score(int width, ColorScheme scheme) {
        try (var window = PAGES.window(width, scheme)) {
            var page = PAGES.signIn(window, PAGES.world().admin);
            page.navigate(PAGES.address("/rapor/aturan"));
            PagesInBrowser.inspect(page, "score-rules", width, scheme);

            var isCut = page.locator("input[name='t.PARTICIPANTS.KAB']")
                    .evaluate("field => field.scrollWidth > field.clientWidth");
            assertThat(isCut).isEqualTo(false);
            assertThat(page.locator("input[name='t.PARTICIPANTS.KEL']").isVisible())
                    .isFalse();
            page.locator("input[name='same.KEL']").uncheck();
            assertThat(page.locator("input[name='t.PARTICIPANTS.KEL']").isVisible())
                    .isTrue();
            assertThat(PAGES.browser().complaints().stream().filter(it -> !it.contains("422")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT"})
    void an_admin_reads_the_audit_log(int width, ColorScheme scheme) {
        try (var window = PAGES.window(width, scheme)) {
            var page = PAGES.signIn(window, PAGES.world().admin);
            page.navigate(PAGES.address("/catatan"));
            PagesInBrowser.inspect(page, "audit", width, scheme);

            page.locator("input[type=search][name=orang]").fill("sari");
            PagesInBrowser.press(page, "Cari");
            page.getByText("3 catatan").waitFor();
            PagesInBrowser.inspect(page, "audit-sari", width, scheme);

            var download = page.waitForDownload(() -> PagesInBrowser.press(page, "Unduh CSV"));
            assertThat(download.suggestedFilename()).isEqualTo("catatan-perubahan.csv");
            assertThat(PAGES.browser().complaints().stream().filter(it -> !it.contains("422")))
                    .isEmpty();
        }
    }

    /// Each time another village takes the place of the one where a library is.
    private static byte[] zip(int width) {
        return width == 360
                ? RegionZips.sample("33.06.01.2001,Harjobinangun Jaya", "33.06.01.2012,Sukamaju Kidul")
                : RegionZips.sample("33.06.01.2001,Wono", "33.06.01.2013,Banjaranyar");
    }
}
