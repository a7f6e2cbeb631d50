package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import id.laporpustaka.db.FreshDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryInBrowserTest {
    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    private static Browser browser;
    private static Installation installation;
    private static Purworejo world;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        installation = new Installation(FRESH.database());
        world = new Purworejo(FRESH.context()).withReports();
    }

    @AfterAll
    static void stop() {
        if (installation != null) {
            installation.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK"})
    void a_coordinator_signs_in_and_looks_at_the_summary(int width, ColorScheme scheme) {
        try (var window = browser.window(width, 800, scheme)) {
            var page = window.newPage();

            page.navigate(address("/masuk?t=" + installation.link(world.coordinator)));
            Browser.picture(page, "sign-in-%d-%s".formatted(width, scheme));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Masuk"))
                    .click();
            page.waitForURL(address("/"));
            Browser.picture(page, "summary-%d-%s".formatted(width, scheme));

            assertThat(page.locator("h1").innerText()).isEqualTo("Ringkasan · Kab. Purworejo");
            assertThat(Browser.isTooWide(page)).isFalse();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void choosing_a_month_swaps_the_page_in_place_and_back_works() {
        try (var window = browser.window(1280, 800, ColorScheme.LIGHT)) {
            var page = window.newPage();
            page.navigate(address("/masuk?t=" + installation.link(world.coordinator)));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Masuk"))
                    .click();
            page.waitForURL(address("/"));
            page.evaluate("window.kept = true");

            page.getByText("Jul 2025").click();
            page.waitForURL(address("/?from=2025-07-01&to=2025-07-31"));
            page.getByText("naik 2 dari 1 pada Juni 2025").first().waitFor();
            var kept = page.evaluate("window.kept");
            page.goBack();
            page.getByText("naik 2 dari 3 pada Juli 2025").first().waitFor();

            assertThat(kept).isEqualTo(true);
            assertThat(page.url()).isEqualTo(address("/"));
            assertThat(page.locator("main").count()).isEqualTo(1);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void signing_out_leaves_nothing_behind() {
        try (var window = browser.window(360, 800, ColorScheme.LIGHT)) {
            var page = window.newPage();
            page.navigate(address("/masuk?t=" + installation.link(world.coordinator)));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Masuk"))
                    .click();
            page.waitForURL(address("/"));

            page.getByText("Keluar").click();
            page.getByText("Anda sudah keluar").waitFor();

            assertThat(window.cookies()).isEmpty();
        }
    }

    private static String address(String path) {
        return "http://localhost:" + installation.server.port() + path;
    }
}
