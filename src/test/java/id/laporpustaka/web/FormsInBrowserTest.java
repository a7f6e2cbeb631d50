package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import id.laporpustaka.form.xlsform.CsvSheets;
import id.laporpustaka.form.xlsform.Workbooks;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsInBrowserTest {
    @RegisterExtension
    static final PagesInBrowser PAGES = new PagesInBrowser();

    @ParameterizedTest
    @CsvSource({"360, LIGHT, 11", "360, DARK, 12", "1280, LIGHT, 13", "1280, DARK, 14"})
    void an_admin_uploads_mends_and_publishes_a_form(int width, ColorScheme scheme, String version) {
        try (var window = PAGES.window(width, scheme)) {
            var page = PAGES.signIn(window, PAGES.world().admin);
            page.locator(".more summary").click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Formulir"))
                    .click();
            page.waitForURL(PAGES.address("/formulir"));

            var broken = next(version)
                    .replace(",integer,pm_male,", ",integr,pm_male,")
                    .replace("${pm_form}", "${form}");
            choose(page, "PM.csv", broken.getBytes(StandardCharsets.UTF_8));
            picture(page, "form-refusal", width, scheme);
            assertThat(page.locator("h1").innerText()).isEqualTo("Formulir ini belum bisa dipakai");

            PagesInBrowser.press(page, "Unggah lagi");
            page.waitForURL(PAGES.address("/formulir"));
            choose(page, "PM.xlsx", Workbooks.write(CsvSheets.read(next(version))));
            picture(page, "form-preview", width, scheme);
            assertThat(page.locator("h1").innerText()).isEqualTo("Pratinjau · Pelibatan masyarakat");

            PagesInBrowser.press(page, "Terbitkan");
            page.getByText("versi " + version + " sudah terbit").waitFor();
            page.locator("main summary").first().click();
            picture(page, "forms", width, scheme);

            PagesInBrowser.press(page, "Ya, hentikan");
            page.getByText("tidak ditawarkan lagi.").waitFor();
            page.locator("main summary").first().click();
            PagesInBrowser.press(page, "Ya, tawarkan lagi");
            page.getByText("Pelibatan masyarakat ditawarkan lagi.").waitFor();

            assertThat(PAGES.browser().complaints().stream().filter(it -> !it.contains("422")))
                    .isEmpty();
        }
    }

    private static void choose(Page page, String name, byte[] file) {
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, "application/octet-stream", file));
        PagesInBrowser.press(page, "Periksa");
        page.getByText("‹ Formulir").waitFor();
    }

    private static void picture(Page page, String name, int width, ColorScheme scheme) {
        Browser.picture(page, "%s-%d-%s".formatted(name, width, scheme));
        assertThat(Browser.isTooWide(page)).as("%s at %d", name, width).isFalse();
    }

    private static String next(String version) {
        return TestForms.source()
                .replaceFirst("\n,PM,[^,]+,", "\n,PM," + version + ",")
                .replace("Apa nama kegiatannya?", "Apa nama acaranya? (" + version + ")")
                .replace(",TP,AGM,Keagamaan dan sosial,Religious and social", ",TP,ZIS,Zakat dan wakaf,Alms");
    }
}
