package id.laporpustaka.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import id.laporpustaka.web.Browser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    @Test
    void a_phone_shows_an_album_as_one_bubble_with_its_caption_below() throws Exception {
        try (var telegram = TestTelegram.start();
                var browser = Browser.start()) {
            var phone = telegram.greetedSari();
            var names = List.of("kebun", "rak-buku", "pelatihan", "membaca-bersama");
            var photos = new ArrayList<String>();
            for (var name : names) {
                photos.add(phone.sendSamplePhoto(name, "").fileId());
            }
            var film = phone.sendVideo().fileId();
            var document =
                    phone.sendDocument("Daftar hadir.pdf", new byte[20_000]).fileId();
            var page = browser.window(420, 1_100, ColorScheme.LIGHT).newPage();
            page.navigate(telegram.uri() + "/simulator");
            var sari = page.getByRole(
                    AriaRole.REGION, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Telepon Sari"));
            var bubbles = sari.locator(".theirs .bubble");

            album(telegram, "document", List.of(document, document), "Dua berkas");
            album(telegram, "photo", photos.subList(0, 3), "Panen di kebun, 17 Agustus");
            assertThat(bubbles).hasCount(2);
            assertThat(bubbles.first().getByRole(AriaRole.LINK)).hasCount(2);
            assertThat(bubbles.last().getByRole(AriaRole.IMG)).hasCount(3);
            assertThat(bubbles.last()).containsText("Panen di kebun, 17 Agustus");
            Browser.picture(page, "simulator-album");
            var all = new ArrayList<>(photos);
            all.addAll(photos);
            album(telegram, "photo", all, "Delapan foto");
            var withFilm = telegram.call(
                    "sendMediaGroup",
                    "{\"chat_id\":%d,\"media\":[{\"type\":\"video\",\"media\":\"%s\"},{\"type\":\"photo\",\"media\":\"%s\"}]}"
                            .formatted(TestTelegram.SARI, film, photos.getFirst()));
            assertThat(withFilm.result()).hasSize(2);
            assertThat(bubbles.last().getByRole(AriaRole.LINK, named("Video"))).isVisible();
            Browser.picture(page, "simulator-albums");

            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void album(TestTelegram telegram, String type, List<String> fileIds, String caption)
            throws Exception {
        var items = fileIds.stream()
                .map(id -> "{\"type\":\"%s\",\"media\":\"%s\"}".formatted(type, id))
                .collect(Collectors.joining(","))
                .replaceFirst("}", ",\"caption\":\"" + caption + "\"}");
        var sent =
                telegram.call("sendMediaGroup", "{\"chat_id\":%d,\"media\":[%s]}".formatted(TestTelegram.SARI, items));
        assertThat(sent.result()).hasSize(fileIds.size());
    }

    private static void attach(Locator phone, String kind) {
        phone.getByRole(AriaRole.BUTTON, named("Lampirkan")).click();
        phone.getByRole(AriaRole.BUTTON, named(kind).setExact(true)).click();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
