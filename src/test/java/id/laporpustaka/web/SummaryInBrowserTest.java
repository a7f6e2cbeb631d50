package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryInBrowserTest {
    @RegisterExtension
    static final PagesInBrowser PAGES = new PagesInBrowser();

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK"})
    void a_coordinator_signs_in_and_looks_at_the_summary(int width, ColorScheme scheme) {
        try (var window = PAGES.window(width, scheme)) {
            var page = window.newPage();

            page.navigate(PAGES.link(PAGES.world().coordinator));
            Browser.picture(page, "sign-in-%d-%s".formatted(width, scheme));
            PagesInBrowser.press(page, "Masuk");
            page.waitForURL(PAGES.address("/"));
            Browser.picture(page, "summary-%d-%s".formatted(width, scheme));

            assertThat(page.locator("h1").innerText()).isEqualTo("Ringkasan · Kab. Purworejo");
            assertThat(Browser.isTooWide(page)).isFalse();
            assertThat(PAGES.browser().complaints()).isEmpty();
        }
    }

    @Test
    void choosing_a_month_swaps_the_page_in_place_and_back_works() {
        try (var window = PAGES.window(1280, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, PAGES.world().coordinator);
            page.evaluate("window.kept = true");

            page.locator(".periods").getByText("Jul 2025").click();
            page.waitForURL(PAGES.address("/?from=2025-07-01&to=2025-07-31"));
            page.getByText("naik 2 dari 1 pada Juni 2025").first().waitFor();
            var kept = page.evaluate("window.kept");
            page.goBack();
            page.getByText("naik 2 dari 3 pada Juli 2025").first().waitFor();

            assertThat(kept).isEqualTo(true);
            assertThat(page.url()).isEqualTo(PAGES.address("/"));
            assertThat(page.locator("main").count()).isEqualTo(1);
            assertThat(PAGES.browser().complaints()).isEmpty();
        }
    }

    @Test
    void signing_out_leaves_nothing_behind() {
        try (var window = PAGES.window(360, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, PAGES.world().coordinator);

            page.getByText("Keluar").click();
            page.getByText("Anda sudah keluar").waitFor();

            assertThat(window.cookies()).isEmpty();
        }
    }
}
