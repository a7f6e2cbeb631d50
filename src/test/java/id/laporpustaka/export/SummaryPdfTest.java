package id.laporpustaka.export;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.Language;
import id.laporpustaka.intake.PublishedForms;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.summary.Period;
import id.laporpustaka.texts.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What stands in a printed summary.
class SummaryPdfTest {
    private static final Period SUMMER = new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 8, 31));
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private ReportWorld world;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        world = new ReportWorld(db);
        for (var day :
                new LocalDate[] {LocalDate.of(2025, 7, 5), LocalDate.of(2025, 8, 9), LocalDate.of(2025, 8, 17)}) {
            world.report("PM", "Keripik", day, "sent", ReportWorld.training("Keripik", 0, "YES"));
        }
        var elsewhere = new Libraries(db)
                .add(
                        "Perpustakaan Lancar",
                        LibraryType.DESA,
                        Scheme.PENUH,
                        Optional.empty(),
                        SampleRegions.id(db, "33.07.01.2001"));
        world.report(elsewhere, world.sari, "PB", "Berita", LocalDate.of(2025, 8, 2), "sent", "{\"title\":\"Berita\"}");
    }

    private String printed(Scope scope, String place, Language language, int pictures) throws IOException {
        var book = new SummaryBooks(db).read(scope, Optional.empty(), SUMMER, TODAY);
        var bytes = new ByteArrayOutputStream();
        try (var pdf = new SummaryPdf(PublishedForms.load(db), new Texts()).print(book, place, "Disusun", language)) {
            pdf.writeTo(bytes);
        }
        try (var document = Loader.loadPDF(bytes.toByteArray())) {
            assertThat(pictures(document)).isEqualTo(pictures);
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static int pictures(PDDocument document) throws IOException {
        var pictures = 0;
        for (var page : document.getPages()) {
            for (var name : page.getResources().getXObjectNames()) {
                pictures += page.getResources().isImageXObject(name) ? 1 : 0;
            }
        }
        return pictures;
    }

    @Test
    void a_coordinators_has_totals_colours_charts_and_the_parts_of_the_region() throws IOException {
        var said = printed(Scope.ofRegion("33.06"), "Kab. Purworejo", Language.INDONESIAN, 1);

        assertThat(said)
                .contains("Ringkasan kegiatan perpustakaan Kab. Purworejo")
                .contains("3 laporan 96 peserta")
                .contains("Belum ada laporan pada")
                .contains("1 dari 1 perpustakaan sudah melapor")
                .contains("Rapor 2025")
                .contains("Per kecamatan")
                .contains("Jumlah 3 0 96")
                .contains("Halaman 1 dari 1")
                .doesNotContain("Lancar");
    }

    @Test
    void the_countrys_compares_provinces_and_is_there_in_english() throws IOException {
        var said = printed(new Scope.Everything(), "Indonesia", Language.ENGLISH, 2);

        assertThat(said)
                .contains("Summary of library activities Indonesia")
                .contains("4 reports 96 participants")
                .contains("Total 4 0 96");
    }

    @Test
    void a_librarians_tells_how_the_own_library_stands() throws IOException {
        var said = printed(Scope.ofLibrary(world.library), "Perpustakaan أبجد", Language.INDONESIAN, 1);

        assertThat(said).contains("Rapor 2025 0,0 (abu-abu)").contains("□");
    }
}
