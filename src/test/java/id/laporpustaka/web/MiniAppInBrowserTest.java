package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import id.laporpustaka.telegram.SignedInitData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MiniAppInBrowserTest {
    /// As Telegram's clients in the browser do it: a sandbox that tabs do not leave, and messages from inside.
    private static final String TELEGRAM = """
        <!doctype html><title>Telegram</title>
        <iframe src="%s" width="360" height="600"
            sandbox="allow-scripts allow-same-origin allow-popups allow-forms allow-modals"></iframe>
        <script>
        addEventListener("message", ({ data }) => {
          const { eventType, eventData } = JSON.parse(data);
          document.title += " " + eventType;
          if (eventType === "web_app_open_link") document.body.dataset.link = eventData.url;
        });
        </script>
        """;

    @RegisterExtension
    static final PagesInBrowser PAGES = new PagesInBrowser();

    private static String mini(long telegramId) {
        var data = SignedInitData.of(Installation.BOT_TOKEN, telegramId, Instant.parse("2025-08-20T03:00:00Z"));
        return PAGES.address("/mini#tgWebAppData=" + URLEncoder.encode(data, StandardCharsets.UTF_8)
                + "&tgWebAppVersion=9.2&tgWebAppPlatform=web");
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT, 1", "1280, DARK, 2"})
    void what_telegram_says_signs_in_and_leaves_the_address(int width, ColorScheme scheme, long telegramId) {
        try (var window = PAGES.window(width, scheme)) {
            var page = window.newPage();
            page.navigate(mini(telegramId));
            page.waitForURL(PAGES.address("/"));

            assertThat(page.locator("a.person").textContent()).isEqualTo(telegramId == 1 ? "Bu Ratna" : "Pak Joko");
            page.navigate(PAGES.address("/mini"));
            page.getByText("dari dalam Telegram").waitFor();
            inspect(page, "mini-outside", width, scheme);
            assertThat(PAGES.browser().complaints()).isEmpty();
        }
    }

    @Test
    void in_the_frame_of_telegram_web_a_link_opens_outside() {
        try (var window = PAGES.browser().window(1280, 800, ColorScheme.LIGHT)) {
            window.route(
                    "https://web.telegram.org/**",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody(TELEGRAM.formatted(mini(3).replace("&", "&amp;")))));
            var telegram = window.newPage();
            telegram.navigate("https://web.telegram.org/a/");
            var button = telegram.frameLocator("iframe").locator("#mini-open");
            button.click();
            telegram.waitForCondition(() -> telegram.locator("body[data-link]").count() == 1);

            assertThat(telegram.title()).contains("web_app_ready", "web_app_expand", "web_app_open_link");
            var tab = window.newPage();
            tab.navigate(telegram.locator("body").getAttribute("data-link"));
            inspect(tab, "mini-tab", 1280, ColorScheme.LIGHT);
            PagesInBrowser.press(tab, "Masuk");
            tab.waitForURL(PAGES.address("/laporan"));
        }
    }

    @Test
    void elsewhere_it_cannot_be_framed() {
        try (var window = PAGES.browser().window(1280, 800, ColorScheme.LIGHT)) {
            window.route(
                    "https://evil.example/**",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody(TELEGRAM.formatted(PAGES.address("/mini")))));
            var elsewhere = window.newPage();
            elsewhere.navigate("https://evil.example/");

            assertThat(elsewhere.frameLocator("iframe").locator("#mini").count())
                    .isZero();
        }
    }

    @Test
    void without_scripts_it_says_what_to_do() {
        try (var window = PAGES.browser().windowWithoutScripts(360, 800)) {
            var page = window.newPage();
            page.navigate(mini(1));

            assertThat(page.getByText("perlu JavaScript").isVisible()).isTrue();
            assertThat(page.getByText("Sebentar").isVisible()).isFalse();
        }
    }

    private static void inspect(Page page, String name, int width, ColorScheme scheme) {
        Browser.picture(page, "%s-%d-%s".formatted(name, width, scheme));
        assertThat(Browser.isTooWide(page)).as("%s at %d", name, width).isFalse();
        assertThat(Axe.complaintsAbout(page)).as("%s at %d", name, width).isEmpty();
    }
}
