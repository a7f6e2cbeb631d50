package id.laporpustaka.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import id.laporpustaka.FreePort;
import id.laporpustaka.web.Browser;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The product as it is without any setting: its own database, its own Telegram, and people in a browser.
class SimulatorBrowserTest {
    private final int port = FreePort.find();

    @TempDir
    Path folder;

    @Test
    void a_librarian_reports_on_the_phone_and_the_coordinator_reads_the_summary() {
        try (var browser = Browser.start();
                var _ = start()) {
            var page = browser.window(1500, 1000, ColorScheme.LIGHT).newPage();
            page.navigate("http://localhost:" + port + "/simulator");

            var sari = phone(page, "Telepon Sari");
            sari.getByRole(AriaRole.BUTTON, named("Mulai")).click();
            assertThat(sari.getByText("Selamat datang")).isVisible();
            say(sari, "/lapor");
            tap(sari, "Pelibatan masyarakat");
            assertThat(sari.getByText("Apa nama kegiatannya?")).isVisible();
            say(sari, "Pelatihan keripik singkong");
            assertThat(sari.getByText("Tanggal berapa?")).isVisible();
            say(sari, "kemarin");
            assertThat(sari.getByText("Bentuk kegiatannya apa?")).isVisible();
            tap(sari, "Pelatihan / lokakarya");
            tap(sari, "Ekonomi dan UMKM");
            tap(sari, "Di perpustakaan");
            assertThat(sari.getByText("Berapa pesertanya?")).isVisible();
            say(sari, "12L 20P");
            tap(sari, "Dewasa (31-59 tahun)");
            assertThat(sari.getByText("Kirim 1-5 foto")).isVisible();
            Browser.picture(page, "simulator-question");
            sendPhoto(sari);
            tap(sari, "Tidak");
            assertThat(sari.getByText("Sudah benar? Kirim sekarang?")).isVisible();
            Browser.picture(page, "simulator-review");
            sari.getByRole(AriaRole.BUTTON, named("Kirim").setExact(true))
                    .first()
                    .click();
            assertThat(sari.getByText("Terkirim")).isVisible();

            var ratna = phone(page, "Telepon Ratna");
            ratna.getByRole(AriaRole.BUTTON, named("Mulai")).click();
            assertThat(ratna.getByText("Sebagai koordinator")).isVisible();
            say(ratna, "/ringkasan tahun ini");
            assertThat(ratna.getByText("Kab. Purworejo")).isVisible();
            Browser.picture(page, "simulator-summary");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void the_coordinator_opens_the_summary_inside_telegram() {
        try (var browser = Browser.start();
                var _ = start()) {
            var window = browser.window(1500, 1000, ColorScheme.LIGHT);
            var page = window.newPage();
            page.navigate("http://localhost:" + port + "/simulator");
            var ratna = phone(page, "Telepon Ratna");
            ratna.getByRole(AriaRole.BUTTON, named("Mulai")).click();
            var button = ratna.getByRole(AriaRole.BUTTON, named("Buka web").setExact(true));
            assertThat(button).isVisible();

            var tab = window.waitForPage(button::click);

            assertThat(tab.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Kab. Purworejo")))
                    .isVisible();
            assertThat(tab.url()).isEqualTo("http://localhost:" + port + "/");
            assertThat(tab.locator("a.person").textContent()).contains("Ratna");
            Browser.picture(tab, "simulator-mini-app");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Application start() {
        var environment = Map.of(
                "HTTP_PORT",
                Integer.toString(port),
                "DATA_DIR",
                folder.resolve("data").toString());
        var nowhere = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return Application.start(Settings.read(environment, folder), Clock.systemUTC(), nowhere);
    }

    private static Locator phone(Page page, String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static void say(Locator phone, String text) {
        var box = phone.getByLabel("Pesan");
        box.fill(text);
        box.press("Enter");
    }

    private static void tap(Locator phone, String label) {
        phone.getByRole(AriaRole.BUTTON, named(label).setExact(true)).last().click();
    }

    private static void sendPhoto(Locator phone) {
        phone.getByRole(AriaRole.BUTTON, named("Lampirkan")).click();
        phone.getByRole(AriaRole.BUTTON, named("Pelatihan").setExact(true)).click();
        phone.getByRole(AriaRole.BUTTON, named("Kirim lampiran")).click();
    }
}
