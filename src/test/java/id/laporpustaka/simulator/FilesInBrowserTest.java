package id.laporpustaka.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import id.laporpustaka.web.Browser;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Files, sounds and places on the page of phones.
class FilesInBrowserTest {

    @Test
    void a_phone_sends_and_shows_what_telegram_can_carry() throws Exception {
        try (var telegram = TestTelegram.start();
                var browser = Browser.start()) {
            telegram.greetedSari();
            var page = browser.window(420, 900, ColorScheme.LIGHT).newPage();
            page.navigate(telegram.uri() + "/simulator");
            var sari = page.getByRole(
                    AriaRole.REGION, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Telepon Sari"));

            telegram.sendDocument("Formulir PM.xlsx", new byte[20_000], Map.of("caption", "Formulir PM, versi 2026.1"));
            attach(sari, "Suara");
            attach(sari, "Lokasi");
            sari.getByRole(AriaRole.BUTTON, named("Lampirkan")).click();
            Browser.picture(page, "simulator-attach");
            page.onFileChooser(chooser -> chooser.setFiles(
                    new FilePayload("Data kunjungan.csv", "text/csv", "nama;jumlah".getBytes(StandardCharsets.UTF_8))));
            sari.getByRole(AriaRole.BUTTON, named("Dokumen")).last().click();
            assertThat(sari.getByText("Data kunjungan.csv")).isVisible();
            telegram.send(
                    "Di mana tempatnya?",
                    "\"reply_markup\":{\"keyboard\":[[{\"text\":\"Kirim lokasi\",\"request_location\":true}]],"
                            + "\"resize_keyboard\":true,\"one_time_keyboard\":true}");
            var key = sari.getByRole(AriaRole.BUTTON, named("Kirim lokasi"));
            assertThat(key).isVisible();
            Browser.picture(page, "simulator-files");
            key.click();
            assertThat(key).isHidden();

            assertThat(sari.getByRole(AriaRole.LINK, named("Formulir PM.xlsx"))).isVisible();
            assertThat(telegram.updates())
                    .extracting(update -> update.path("message")
                            .path("document")
                            .path("file_name")
                            .asText())
                    .contains("Data kunjungan.csv");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void attach(Locator phone, String kind) {
        phone.getByRole(AriaRole.BUTTON, named("Lampirkan")).click();
        phone.getByRole(AriaRole.BUTTON, named(kind).setExact(true)).click();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
