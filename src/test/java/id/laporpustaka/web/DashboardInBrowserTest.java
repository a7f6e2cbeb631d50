package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import id.laporpustaka.summary.score.Standings;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The figures, from the whole down to a single report, as a coordinator and an admin go through them.
class DashboardInBrowserTest {
    @RegisterExtension
    static final PagesInBrowser PAGES = new PagesInBrowser();

    @BeforeAll
    static void judge() {
        new Standings(PAGES.db()).refresh(Instant.parse("2025-08-20T03:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK"})
    void every_page_is_fit_for_everybody(int width, ColorScheme scheme) {
        try (var window = PAGES.window(width, scheme)) {
            var page = PAGES.signIn(window, PAGES.world().admin);

            look(page, "/?region=33&from=2025-01-01&to=2025-12-31", "dashboard-province", width, scheme);
            look(page, "/semua-laporan?from=2025-01-01&to=2025-12-31", "reports", width, scheme);
            page.locator(".chooser summary").click();
            PagesInBrowser.inspect(page, "reports-columns", width, scheme);
            look(page, "/semua-laporan?from=2024-01-01&to=2024-12-31", "reports-none", width, scheme);
            look(page, "/papan", "board", width, scheme);
            page.locator(".more summary").click();
            PagesInBrowser.inspect(page, "board-more", width, scheme);
            look(page, "/rapor?region=33", "standing", width, scheme);
            look(page, "/disisihkan", "set-aside", width, scheme);
            look(page, "/pengaturan", "status", width, scheme);

            assertThat(PAGES.browser().complaints()).isEmpty();
        }
    }

    private static void look(Page page, String path, String name, int width, ColorScheme scheme) {
        page.navigate(PAGES.address(path));
        PagesInBrowser.inspect(page, name, width, scheme);
    }

    @ParameterizedTest
    @CsvSource({"360", "1280"})
    void a_coordinator_goes_from_the_figures_to_a_report_and_back(int width) {
        try (var window = PAGES.window(width, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, PAGES.world().coordinator);

            page.getByText("Lihat laporannya").click();
            page.waitForURL("**/semua-laporan?*");
            page.locator("select[name=topik]").selectOption("DIK");
            PagesInBrowser.press(page, "Saring");
            page.waitForURL("**topik=DIK**");
            page.getByText("1 laporan").first().waitFor();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kegiatan 5"))
                    .click();
            page.waitForURL("**/laporan/PM-5");
            page.goBack();
            page.getByText("1 laporan").first().waitFor();

            assertThat(page.url()).contains("topik=DIK");
            assertThat(PAGES.browser().complaints()).isEmpty();
        }
    }

    @Test
    void columns_and_orders_are_chosen_without_loading_the_page_anew() {
        try (var window = PAGES.window(1280, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, PAGES.world().coordinator);
            page.navigate(PAGES.address("/semua-laporan?from=2025-06-01&to=2025-08-31"));
            page.evaluate("window.kept = true");

            page.locator(".chooser summary").click();
            page.locator("input[value=nomor]").check();
            PagesInBrowser.press(page, "Tampilkan kolom ini");
            page.waitForURL("**kolom=**");
            page.getByText("PM-9").waitFor();
            page.locator("thead").getByText("Perpustakaan").click();
            page.waitForURL("**urut=perpustakaan**");

            assertThat(page.locator("thead [aria-sort]").getAttribute("aria-sort"))
                    .isEqualTo("ascending");
            assertThat(page.evaluate("window.kept")).isEqualTo(true);
            assertThat(page.getByText("PM-9").count()).isEqualTo(1);
        }
    }

    @Test
    void months_are_drawn_from_their_table() {
        try (var window = PAGES.window(1280, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, PAGES.world().coordinator);

            page.locator(".trend canvas").waitFor();

            assertThat(page.locator(".trend tbody tr").count()).isEqualTo(3);
            assertThat(PAGES.browser().complaints()).isEmpty();
        }
    }

    @Test
    void without_scripts_all_of_it_is_there_but_the_chart() {
        try (var window = PAGES.browser().windowWithoutScripts(360, 800)) {
            var page = PAGES.signIn(window, PAGES.world().coordinator);

            page.locator("input[name=cari]").fill("grabag");
            page.locator(".picker button").click();
            page.getByText("Kec. Grabag, Kab. Purworejo").first().click();
            page.waitForURL("**region=33.06.01");

            assertThat(page.locator("h1").innerText()).isEqualTo("Ringkasan · Kec. Grabag");
            assertThat(page.locator(".trend table").isVisible()).isTrue();
            assertThat(page.locator(".trend .chart").isVisible()).isFalse();
        }
    }

    /// A first visit with an empty cache over a line of 400 kbit/s, 400 ms there and back, which WebPageTest calls
    /// slow 3G. Tells the time; that it can be read before the chart has come is what must be so.
    @Test
    void the_figures_are_read_on_a_slow_line_before_the_chart_comes() {
        try (var window = PAGES.window(360, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, PAGES.world().admin);
            slowDown(window.newCDPSession(page));

            page.navigate(PAGES.address("/?from=2025-01-01&to=2025-12-31"), new Page.NavigateOptions().setTimeout(0));
            var seen = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
            var loaded = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd");
            System.out.printf("the first page on a slow line: seen after %s ms, loaded after %s ms%n", seen, loaded);

            assertThat(page.getByText("Peserta").first().isVisible()).isTrue();
            assertThat(page.locator(".trend canvas").count()).isZero();
            page.locator(".trend").scrollIntoViewIfNeeded();
            page.locator(".trend canvas").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        }
    }

    private static void slowDown(CDPSession session) {
        session.send("Network.enable");
        var cache = new JsonObject();
        cache.addProperty("cacheDisabled", true);
        session.send("Network.setCacheDisabled", cache);
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 400);
        line.addProperty("downloadThroughput", 50_000);
        line.addProperty("uploadThroughput", 50_000);
        session.send("Network.emulateNetworkConditions", line);
    }
}
