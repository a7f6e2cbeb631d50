package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import id.laporpustaka.export.Workbook;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportInBrowserTest {
    @RegisterExtension
    static final PagesInBrowser PAGES = new PagesInBrowser();

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "1280, DARK"})
    void a_coordinator_uploads_a_sheet_and_gets_it_back(int width, ColorScheme scheme) throws IOException {
        try (var window = PAGES.window(width, scheme)) {
            var page = PAGES.signIn(window, PAGES.world().coordinator);
            page.navigate(PAGES.address("/perpustakaan/impor"));
            Browser.picture(page, "import-" + width);
            assertThat(Browser.isTooWide(page)).isFalse();

            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("daftar.xlsx", "application/octet-stream", sheet(width)));
            PagesInBrowser.press(page, "Periksa");
            page.getByText("Yang perlu diperbaiki").first().waitFor();
            Browser.picture(page, "import-preview-" + width);
            assertThat(Browser.isTooWide(page)).isFalse();

            var download = page.waitForDownload(() -> PagesInBrowser.press(page, "Hanya baris yang benar (3)"));
            assertThat(download.suggestedFilename()).isEqualTo("daftar - tautan.xlsx");
            assertThat(Workbook.rows(Files.readAllBytes(download.path())).get(1))
                    .contains("t.me/laporpustaka_bot");

            page.getByText("Sesudah terunduh, lihat hasilnya.").click();
            page.getByText("Selesai: 3 perpustakaan dibuat").waitFor();
            Browser.picture(page, "import-done-" + width);
            assertThat(Browser.isTooWide(page)).isFalse();
            assertThat(PAGES.browser().complaints()).isEmpty();
        }
    }

    private static byte[] sheet(int width) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Kode", "Nama", "Jenis", "NPP"));
        for (var i = 1; i <= 3; i++) {
            rows.add(List.of("33.06.01.2002", "TBM Melati " + i + " " + width, "TBM", ""));
        }
        rows.add(List.of("33.07.01.2001", "Perpustakaan Jauh", "DESA", ""));
        rows.add(List.of("3306012001", "ab", "Toko", "330601"));
        rows.add(List.of("33.06", "Perpustakaan Luas", "DESA", ""));
        return Workbook.of(rows);
    }
}
