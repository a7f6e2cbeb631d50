package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiInBrowserTest {
    @RegisterExtension
    static final PagesInBrowser PAGES = new PagesInBrowser();

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT"})
    void a_coordinator_makes_a_token_and_a_link_and_reads_how_to_use_them(int width, ColorScheme scheme) {
        try (var window = PAGES.window(width, scheme)) {
            var page = PAGES.signIn(window, PAGES.world().coordinator);
            page.navigate(PAGES.address("/token"));
            inspect(page, "tokens", width, scheme);

            page.locator("input[name=name]").fill("Dasbor " + scheme);
            page.getByLabel("Ringkasan").check();
            page.getByText("Buat token").click();
            page.getByText("Salin sekarang").waitFor();
            inspect(page, "tokens-made", width, scheme);

            page.getByText("Buat tautan").click();
            page.getByText("Tautan data sudah dibuat").waitFor();
            inspect(page, "link-made", width, scheme);

            page.getByText("Petunjuk API").click();
            page.locator("main summary").first().click();
            inspect(page, "api", width, scheme);
        }
    }

    private static void inspect(Page page, String name, int width, ColorScheme scheme) {
        Browser.picture(page, "%s-%d-%s".formatted(name, width, scheme));
        assertThat(Browser.isTooWide(page)).as("%s at %d", name, width).isFalse();
        assertThat(Axe.complaintsAbout(page)).as("%s at %d", name, width).isEmpty();
    }
}
