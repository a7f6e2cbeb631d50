package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsInBrowserTest {
    @RegisterExtension
    static final PagesInBrowser PAGES = new PagesInBrowser();

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT"})
    void a_person_looks_through_the_sessions_and_ends_the_others(int width, ColorScheme scheme) {
        try (var window = PAGES.window(width, scheme);
                var other = PAGES.window(width, scheme)) {
            var elsewhere = PAGES.signIn(other, PAGES.world().admin);
            var page = PAGES.signIn(window, PAGES.world().admin);
            page.locator("a.person").click();
            page.getByText("Akhiri semua yang lain").waitFor();
            inspect(page, "sessions", width, scheme);

            page.getByText("Akhiri semua yang lain").click();
            page.getByText("Hanya peramban ini yang sedang masuk.").waitFor();
            inspect(page, "sessions-alone", width, scheme);

            assertThat(elsewhere.navigate(PAGES.address("/sesi")).status()).isEqualTo(401);
        }
    }

    private static void inspect(Page page, String name, int width, ColorScheme scheme) {
        Browser.picture(page, "%s-%d-%s".formatted(name, width, scheme));
        assertThat(Browser.isTooWide(page)).as("%s at %d", name, width).isFalse();
        assertThat(Axe.complaintsAbout(page)).as("%s at %d", name, width).isEmpty();
    }
}
