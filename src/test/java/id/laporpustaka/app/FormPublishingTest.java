package id.laporpustaka.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.FreePort;
import id.laporpustaka.form.xlsform.CsvSheets;
import id.laporpustaka.form.xlsform.Sheets;
import id.laporpustaka.form.xlsform.WorkbookReading;
import id.laporpustaka.form.xlsform.Workbooks;
import id.laporpustaka.simulator.Phone;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The product as it is without any setting: an admin changes a form in Excel, so to speak, and reporters get it.
class FormPublishingTest {
    private static final long SARI = 1001;
    private static final long JOKO = 1002;
    private static final long BUDI = 1004;

    @TempDir
    Path folder;

    @Test
    void a_form_goes_from_the_chat_to_the_workbook_and_back_to_the_reporters() throws Exception {
        var port = FreePort.find();
        try (var _ = start(port)) {
            var site = URI.create("http://localhost:" + port);
            var sari = Phone.of(site, SARI);
            var joko = Phone.of(site, JOKO);
            var admin = Phone.of(site, BUDI);
            sari.say("/lapor");
            sari.awaitMessage("Mau melaporkan apa?");
            sari.tap("Pelibatan masyarakat");
            sari.awaitMessage("Apa nama kegiatannya?");

            admin.say("/formulir");
            admin.awaitMessage("Mengubah formulir");
            admin.tap("PM · Pelibatan masyarakat");
            admin.awaitMessage("Pelapor bisa memakainya.");
            admin.tap("Unduh versi");
            var download = admin.awaitMessage(message -> message.kind().equals("document"));
            var downloaded = sheets(admin.download(download));
            admin.sendDocument("PM salah.xlsx", changed("${pm_form} = 'LAIN'", "${pm_fom} = 'LAIN'"));
            var problems = admin.awaitMessage("perlu diperbaiki");
            admin.sendDocument("PM baru.xlsx", changed("Tanggal berapa?", "Kapan kegiatannya?"));
            admin.awaitMessage("formulir ini bisa dipakai");
            admin.tap("Coba dulu");
            admin.awaitMessage(message ->
                    message.text().contains("UJI COBA") && message.text().contains("Apa nama kegiatannya?"));
            admin.say("Percobaan formulir baru");
            admin.awaitMessage("Kapan kegiatannya?");
            admin.say("batal");
            admin.awaitMessage("Batalkan laporan ini?");
            admin.tap("Ya, batalkan");
            admin.awaitMessage("Tidak ada yang disimpan");
            admin.tap("Terbitkan");
            admin.awaitMessage("versi 2099.1 sudah terbit");

            sari.say("Pelatihan keripik singkong");
            var old = sari.awaitMessage("✓ Pelatihan keripik singkong");
            joko.say("/lapor");
            joko.awaitMessage("Mau melaporkan apa?");
            joko.tap("Pelibatan masyarakat");
            joko.awaitMessage("Laporan untuk perpustakaan mana?");
            joko.tap(joko.buttons().getFirst());
            joko.awaitMessage("Apa nama kegiatannya?");
            joko.say("Dongeng Jumat di taman");
            var present = joko.awaitMessage("✓ Dongeng Jumat di taman");

            assertThat(download.fileName()).startsWith("PM ").endsWith(".xlsx");
            assertThat(CsvSheets.write(downloaded)).isEqualTo(CsvSheets.write(CsvSheets.read(builtIn())));
            assertThat(problems.text()).contains("survey, baris", "kolom relevant", "pm_fom");
            assertThat(old.text()).contains("Tanggal berapa?").doesNotContain("Kapan kegiatannya?");
            assertThat(present.text()).contains("Kapan kegiatannya?");
        }
    }

    private Application start(int port) {
        var environment = Map.of(
                "HTTP_PORT",
                Integer.toString(port),
                "DATA_DIR",
                folder.resolve("data").toString());
        var nowhere = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return Application.start(Settings.read(environment, folder), Clock.systemUTC(), nowhere);
    }

    private static String builtIn() throws IOException {
        return Files.readString(Path.of("db/forms/PM.csv"));
    }

    /// A workbook of the form in a new version, with something else in it.
    private static byte[] changed(String before, String after) throws IOException {
        var source = builtIn().replaceFirst("(?m)^,PM,[^,]+,", ",PM,2099.1,");
        assertThat(source).contains(before);
        return Workbooks.write(CsvSheets.read(source.replace(before, after)));
    }

    private static Sheets sheets(byte[] workbook) {
        return ((WorkbookReading.Read) Workbooks.read(workbook)).sheets();
    }
}
