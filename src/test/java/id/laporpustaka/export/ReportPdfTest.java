package id.laporpustaka.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.Language;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.texts.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReportPdfTest {
    private static final LocalDate DAY = LocalDate.of(2025, 8, 17);
    private static final int DOTS_PER_INCH = 200;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final ReportPdf pdf = new ReportPdf(new Texts());
    private ReportWorld world;

    @BeforeEach
    void fill() {
        SampleRegions.addTo(fresh.context());
        world = new ReportWorld(fresh.context());
    }

    @Test
    void a_report_is_printed_with_all_that_makes_it_a_document() throws IOException {
        var number = world.report("PM", "Keripik", DAY, "verified", ReportWorld.training("Keripik", 5, "YES"));

        var printed = print(number, Language.INDONESIAN);

        assertThat(PdfText.of(printed))
                .contains(
                        "Perpustakaan Desa Harjobinangun \"Sumber Ilmu\" Perpustakaan desa · NPP 3306012C0000001",
                        "Desa Harjobinangun, Kec. Grabag, Kab. Purworejo, Jawa Tengah",
                        "LAPORAN KEGIATAN Keripik",
                        "Nomor " + number + " Jenis laporan Pelibatan masyarakat Status Terverifikasi",
                        "Dikirim Rabu, 20 Agustus 2025 pukul 10.05 WIB",
                        "Dilaporkan oleh Bu Sari <Wahyuni> (Pengelola / pustakawan)",
                        "Tanggal berapa? Minggu, 17 Agustus 2025",
                        "Di mana tempatnya? Balai Desa Harjobinangun",
                        "Berapa pesertanya? 12 laki-laki, 20 perempuan (32 orang)",
                        "Sebutkan nama mitranya. PKK Desa Harjobinangun",
                        "Kira-kira berapa rupiah biayanya? Rp500.000",
                        "Ibu-ibu bisa membuat keripik singkong",
                        "Listrik sempat padam.",
                        "Foto 5",
                        "Mengetahui, Kepala Desa Harjobinangun",
                        "Pengelola perpustakaan",
                        "Halaman 1 dari 2",
                        "Halaman 2 dari 2");
        try (var document = Loader.loadPDF(printed)) {
            assertThat(photosIn(document)).isEqualTo(5);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Laporan " + number);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("id");
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(595F, 596F);
        }
    }

    @Test
    void english_is_spoken_to_who_wants_it() throws IOException {
        var number = world.report("PM", "Keripik", DAY, "sent", ReportWorld.training("Keripik", 1, "NO"));

        assertThat(PdfText.of(print(number, Language.ENGLISH)))
                .contains(
                        "ACTIVITY REPORT",
                        "Sent Wednesday, 20 August 2025 at 10.05 WIB",
                        "On which date? Sunday, 17 August 2025",
                        "1 photo not printed, as parents or guardians have not agreed yet.",
                        "Page 1 of");
    }

    @Test
    void whatever_people_write_is_printed_as_text() throws IOException {
        var text = "Bu <b>Ani</b> & Pak \\\"Budi\\\" ${title} &amp; <img src=x> %s {0} ".repeat(64);
        var number = world.report(
                world.library,
                world.sari,
                "PM",
                "<script>alert(1)</script> & \"kutip\" ]]>",
                DAY,
                "sent",
                "{\"title\":\"x\",\"pm_result\":\"" + text + "\",\"note\":\"" + "Panjangsekali".repeat(300)
                        + "\",\"pm_place\":\"Masjid \u0627\u0644\u0647\u062f\u0649 😀👩‍👧\"}");

        var printed = PdfText.of(print(number, Language.INDONESIAN));

        assertThat(text).hasSizeGreaterThan(3_900);
        assertThat(printed)
                .contains("<script>alert(1)</script> & \"kutip\" ]]>")
                .contains("Bu <b>Ani</b> & Pak \"Budi\" ${title} &amp; <img src=x> %s {0}")
                .contains("Tanda yang tidak dapat dicetak, seperti emoji, diganti dengan □.")
                .containsPattern("Masjid □ .?□");
        assertThat(count(printed, "<b>Ani</b>")).isEqualTo(64);
        assertThat(count(printed.replace(" ", ""), "Panjangsekali")).isGreaterThan(297); // a page ends within one
    }

    @Test
    void the_picture_leads_to_the_address_that_stands_beside_it() throws Exception {
        var number = world.report("PM", "Keripik", DAY, "sent", ReportWorld.training("Keripik", 0, "YES"));
        var report = find(number, Language.INDONESIAN);

        var printed = print(number, Language.INDONESIAN);

        assertThat(report.proofAddress()).matches("https://lapor\\.example\\.id/cek/[A-Za-z0-9_-]{22}");
        assertThat(PdfText.of(printed)).contains(report.proofAddress());
        try (var document = Loader.loadPDF(printed)) {
            assertThat(codeOn(document, document.getNumberOfPages() - 1)).isEqualTo(report.proofAddress());
        }
    }

    @Test
    void photos_of_children_without_consent_are_left_out_and_told_of() throws IOException {
        var number = world.report("PM", "Dongeng", DAY, "sent", ReportWorld.training("Dongeng", 2, "NO"));

        var printed = print(number, Language.INDONESIAN);

        assertThat(PdfText.of(printed)).contains("2 foto tidak dicetak karena belum ada izin orang tua/wali.");
        try (var document = Loader.loadPDF(printed)) {
            assertThat(photosIn(document)).isZero();
        }
    }

    @Test
    void a_story_for_reporting_only_says_so_and_never_tells_what_somebody_earns() throws IOException {
        var number = world.report("CD", "Dari dapur", DAY, "sent", """
            {'cd_consent':'INT','cd_alias':'Bu M.','title':'Dari dapur','date_start':'2025-08-17',
             'cd_before':'Dulu hanya menjual di rumah sendiri.','cd_change':['INC'],
             'cd_income_before':'A','cd_income_after':'B','photos':%s}\
            """.formatted(ReportWorld.photos("Dari dapur", 1)));

        var printed = print(number, Language.INDONESIAN);

        assertThat(PdfText.of(printed))
                .contains(
                        "Hanya untuk pelaporan, tidak untuk disiarkan.",
                        "1 foto tidak dicetak karena orangnya hanya setuju untuk pelaporan.",
                        "Jawaban tentang penghasilan tidak dicetak",
                        "Dulu hanya menjual di rumah sendiri.")
                .doesNotContain("Penghasilan per bulan");
        try (var document = Loader.loadPDF(printed)) {
            assertThat(photosIn(document)).isZero();
        }
    }

    @Test
    void photos_that_are_missing_or_broken_are_told_of() throws IOException {
        var number = world.report("PM", "Lomba", DAY, "sent", ReportWorld.training("Lomba", 3, "YES"));
        world.missingPhotos.add("Lomba".hashCode() + "-1");
        world.brokenPhotos.add("Lomba".hashCode() + "-2");

        var printed = print(number, Language.INDONESIAN);

        assertThat(PdfText.of(printed))
                .contains("1 foto tidak dicetak karena berkasnya belum tersedia")
                .contains("1 foto tidak dicetak karena berkasnya tidak dapat dibaca.");
        try (var document = Loader.loadPDF(printed)) {
            assertThat(photosIn(document)).isEqualTo(1);
        }
    }

    @Test
    void a_month_has_a_cover_bookmarks_and_each_report() throws IOException {
        for (var day = 1; day <= 4; day++) {
            var title = "Kegiatan " + day;
            var answers = ReportWorld.training(title, day % 2, "YES");
            world.report("PM", title, LocalDate.of(2025, 8, day), day == 4 ? "rejected" : "sent", answers);
        }

        var printed = printMonth(YearMonth.of(2025, 8));

        try (var document = Loader.loadPDF(printed)) {
            var pages = document.getNumberOfPages();
            assertThat(PdfText.of(printed))
                    .contains("KUMPULAN LAPORAN KEGIATAN Periode Agustus 2025", "Jumlah: 3 laporan 96")
                    .contains("1 Agu 2025 PM-2508-000001-K Kegiatan 1 32 Terkirim")
                    .contains("Halaman 1 dari " + pages, "Halaman %1$d dari %1$d".formatted(pages))
                    .doesNotContain("Kegiatan 4");
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .extracting(item -> item.getTitle())
                    .containsExactly(
                            "Laporan Perpustakaan Desa Harjobinangun \"Sumber Ilmu\" Agustus 2025",
                            "PM-2508-000001-K · Kegiatan 1",
                            "PM-2508-000002-K · Kegiatan 2",
                            "PM-2508-000003-K · Kegiatan 3");
            assertThat(photosIn(document)).isEqualTo(2);
        }
    }

    @Test
    void every_page_is_tagged_and_brings_its_fonts_along() throws IOException {
        world.report("PM", "Satu", DAY, "sent", ReportWorld.training("Satu", 2, "YES"));
        world.report("PM", "Dua", DAY, "sent", ReportWorld.training("Dua", 2, "YES"));

        try (var document = Loader.loadPDF(printMonth(YearMonth.of(2025, 8)))) {
            var catalog = document.getDocumentCatalog();
            var tags = catalog.getStructureTreeRoot().getCOSObject();
            var numbers = tags.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(tags.getCOSArray(COSName.K)).hasSize(3);
            var keys = new HashSet<Integer>();
            for (var place = 0; place < numbers.size(); place += 2) {
                assertThat(keys.add(numbers.getInt(place))).isTrue();
            }
            for (var page : document.getPages()) {
                assertThat(keys.remove(page.getStructParents())).isTrue();
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void the_same_reports_always_give_the_same_bytes() throws IOException {
        var number = world.report("PM", "Keripik", DAY, "sent", ReportWorld.training("Keripik", 2, "YES"));

        assertThat(print(number, Language.INDONESIAN)).isEqualTo(print(number, Language.INDONESIAN));
        assertThat(printMonth(YearMonth.of(2025, 8))).isEqualTo(printMonth(YearMonth.of(2025, 8)));
    }

    @Test
    void a_cover_says_that_there_are_more_reports_than_fit() throws IOException {
        var number = world.report("PM", "Keripik", DAY, "sent", ReportWorld.training("Keripik", 0, "YES"));
        var report = find(number, Language.INDONESIAN);
        var book = new ReportBook(Language.INDONESIAN, report.letterhead(), DAY, DAY, List.of(report), 3);

        assertThat(PdfText.of(written(pdf.print(book))))
                .contains("Dokumen ini memuat 1 laporan pertama. 3 laporan sesudahnya tidak dimuat");
    }

    @Test
    void a_month_without_reports_says_so() throws IOException {
        assertThat(PdfText.of(printMonth(YearMonth.of(2024, 2)))).contains("Tidak ada laporan pada periode ini.");
    }

    private ReportDocument find(String number, Language language) {
        return world.documents()
                .find(new Scope.Everything(), 0, number, language)
                .orElseThrow();
    }

    private byte[] print(String number, Language language) throws IOException {
        return written(pdf.print(find(number, language)));
    }

    private byte[] printMonth(YearMonth month) throws IOException {
        return written(pdf.print(world.documents()
                .findBook(
                        new Scope.Everything(),
                        world.library,
                        month.atDay(1),
                        month.atEndOfMonth(),
                        Language.INDONESIAN)
                .orElseThrow()));
    }

    private static byte[] written(PrintedPdf printed) throws IOException {
        try (printed) {
            var out = new ByteArrayOutputStream();
            printed.writeTo(out);
            return out.toByteArray();
        }
    }

    /// All pictures that are JPEG; the codes are not.
    private static int photosIn(PDDocument document) throws IOException {
        var photos = 0;
        for (var page : document.getPages()) {
            for (var name : page.getResources().getXObjectNames()) {
                if (page.getResources().getXObject(name) instanceof PDImageXObject image
                        && "jpg".equals(image.getSuffix())) {
                    photos++;
                }
            }
        }
        return photos;
    }

    private static String codeOn(PDDocument document, int page) throws Exception {
        var image = new PDFRenderer(document).renderImageWithDPI(page, DOTS_PER_INCH);
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        try {
            return new QRCodeReader().decode(bitmap).getText();
        } catch (NotFoundException e) {
            throw new AssertionError("No code on the page", e);
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
