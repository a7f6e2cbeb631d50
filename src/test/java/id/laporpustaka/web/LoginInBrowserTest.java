package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoginInBrowserTest {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Test
    void somebody_goes_to_telegram_cancels_and_then_allows() {
        new People(fresh.context()).add(1002, "Bu Sari", "id");
        try (var browser = Browser.start();
                var provider = TestProvider.start();
                var installation = Installation.withLogin(fresh.database(), provider.issuer())) {
            provider.telegramId = 1002;
            var page = browser.window(360, 800, ColorScheme.LIGHT).newPage();
            page.navigate(installation.address("/masuk"));
            inspect(page, "login-button");
            PagesInBrowser.press(page, "Masuk dengan Telegram");
            page.getByText("Batal").click();
            page.getByText("Anda membatalkan di Telegram").waitFor();
            inspect(page, "login-cancelled");

            page.getByText("Cara masuk").click();
            PagesInBrowser.press(page, "Masuk dengan Telegram");
            page.getByText("Izinkan").click();
            page.waitForURL(installation.address("/laporan"));

            assertThat(page.locator("a.person").textContent()).isEqualTo("Bu Sari");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void inspect(Page page, String name) {
        Browser.picture(page, name);
        assertThat(Browser.isTooWide(page)).as(name).isFalse();
        assertThat(Axe.complaintsAbout(page)).as(name).isEmpty();
    }
}
