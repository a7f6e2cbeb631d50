package id.laporpustaka.export.recap;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import id.laporpustaka.conversation.ExportKind.Fixed;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.export.ExportProgress;
import id.laporpustaka.export.ReportWorld;
import id.laporpustaka.export.rows.ReportSheets.About;
import id.laporpustaka.export.rows.Selection;
import id.laporpustaka.form.Language;
import id.laporpustaka.intake.PublishedForms;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What the workbooks for the National Library add up to.
class RecapSheetsTest {
    private static final Selection YEAR = new Selection(
            Scope.ofRegion("33.06"), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), Optional.empty());

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @TempDir
    Path folder;

    private DSLContext db;
    private ReportWorld world;
    private RecapSheets sheets;
    private long neighbour;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        world = new ReportWorld(db);
        sheets = new RecapSheets(fresh.database(), PublishedForms.load(db), new Texts());
        neighbour = new Libraries(db)
                .add(
                        "=Perpustakaan Lain",
                        LibraryType.DESA,
                        Scheme.PENUH,
                        Optional.empty(),
                        SampleRegions.id(db, "33.06.01.2002"));
    }

    private String training(long library, String title, int month) {
        return world.report(
                library,
                world.sari,
                "PM",
                title,
                LocalDate.of(2025, month, 17),
                "sent",
                ReportWorld.training(title, 0, "YES").replace('\'', '"'));
    }

    private void statistics(long library, int month, int ict) {
        var number = world.report(
                library,
                world.sari,
                "ST",
                "",
                LocalDate.of(2025, month, 1),
                "verified",
                "{'st_month':'2025-%02d-01','st_open':20,'st_stated_total':100,'st_ict':%d,'st_online':5,'st_loan':30}"
                        .formatted(month, ict)
                        .replace('\'', '"'));
        db.update(SUBMISSION)
                .set(SUBMISSION.TOTAL, 100)
                .where(SUBMISSION.NUMBER.eq(number))
                .execute();
    }

    private void advocacy(String mou, String regulation) {
        var number = world.report(
                "AD", "Audiensi", LocalDate.of(2025, 3, 3), "sent", "{'title':'Audiensi','ad_mou':'" + mou + "'}");
        db.update(SUBMISSION)
                .set(SUBMISSION.REGULATION, regulation)
                .where(SUBMISSION.NUMBER.eq(number))
                .execute();
    }

    private Map<String, List<Row>> write(Selection selection, Fixed kind) throws IOException {
        var file = folder.resolve("recap.xlsx");
        sheets.write(
                selection,
                kind,
                Language.INDONESIAN,
                new About("Kab. Purworejo", "PIC", "hari ini"),
                ExportProgress.none(),
                file);
        var found = new LinkedHashMap<String, List<Row>>();
        try (var workbook = new ReadableWorkbook(Files.newInputStream(file))) {
            for (var sheet : workbook.getSheets().toList()) {
                found.put(sheet.getName(), sheet.read());
            }
        }
        return found;
    }

    private static List<Row> sheet(Map<String, List<Row>> book, String name) {
        return Objects.requireNonNull(book.get(name), name);
    }

    /// The numbers of the first sheet; what is to be filled in is not among them.
    private static Map<String, Long> numbers(List<Row> overview) {
        var numbers = new LinkedHashMap<String, Long>();
        for (var row : overview) {
            row.getOptionalCell(1)
                    .filter(cell -> cell.getType() == CellType.NUMBER)
                    .ifPresent(cell ->
                            numbers.put(row.getCellText(0), cell.asNumber().longValue()));
        }
        return numbers;
    }

    private static Map<String, String> cells(Row headings, Row row) {
        var cells = new LinkedHashMap<String, String>();
        for (var column = 0; column < headings.getCellCount(); column++) {
            cells.put(headings.getCellText(column), column < row.getCellCount() ? row.getCellText(column) : "");
        }
        return cells;
    }

    @Test
    void the_indicators_of_the_index_are_added_up_from_what_forms_mark() throws IOException {
        training(world.library, "Keripik", 8);
        training(neighbour, "Batik", 9);
        for (var month = 1; month <= 12; month++) {
            statistics(world.library, month, 7);
        }
        statistics(neighbour, 5, 3);
        advocacy("YES", "PERDES");
        advocacy("NO", "PERDA");

        var book = write(YEAR, Fixed.IPLM);

        assertThat(book.keySet()).containsExactly("Rekap", "Per perpustakaan");
        assertThat(numbers(sheet(book, "Rekap")))
                .containsExactly(
                        entry("Peserta kegiatan", 64L),
                        entry("Pemustaka, luring dan daring", 13 * 105L),
                        entry("Pemustaka yang memanfaatkan fasilitas TIK", 12 * 7L + 3),
                        entry("Bahan perpustakaan yang dipinjam atau dibaca", 13 * 30L),
                        entry("Program atau kegiatan (pelibatan masyarakat)", 2L),
                        entry("Kerja sama tertulis dengan pihak luar (MoU/PKS)", 1L),
                        entry("Kegiatan bersama mitra", 0L),
                        entry("Pengunjung", 1300L),
                        entry("Pengguna layanan daring", 65L),
                        entry("Bulan dengan statistik", 13L));
        assertThat(sheet(book, "Rekap").toString()).contains("12 bulan: 1 dari 2 perpustakaan");
        var rows = sheet(book, "Per perpustakaan");
        assertThat(rows).hasSize(3);
        assertThat(cells(rows.getFirst(), rows.get(1)))
                .containsEntry("NPP", "3306012C0000001")
                .containsEntry("Bulan dengan statistik", "12")
                .containsEntry("Jenis layanan yang tersedia", "");
        assertThat(rows.get(2).getCellText(0)).isEqualTo("'=Perpustakaan Lain");
    }

    @Test
    void a_number_that_nobody_has_reported_for_is_left_to_be_filled_in() throws IOException {
        training(world.library, "Keripik", 8);

        var overview = sheet(write(YEAR, Fixed.IPLM), "Rekap");

        assertThat(numbers(overview))
                .containsOnlyKeys(
                        "Peserta kegiatan", "Program atau kegiatan (pelibatan masyarakat)", "Kegiatan bersama mitra");
        assertThat(overview.toString()).contains("Belum ada laporan Statistik bulanan; isi sendiri");
    }

    @Test
    void people_at_an_event_of_two_libraries_count_once_in_sums_and_for_each_of_them() throws IOException {
        var first = training(world.library, "Pameran", 8);
        var second = training(neighbour, "Pameran", 8);
        db.update(SUBMISSION)
                .set(
                        SUBMISSION.SHARED_WITH,
                        db.select(SUBMISSION.ID).from(SUBMISSION).where(SUBMISSION.NUMBER.eq(first)))
                .where(SUBMISSION.NUMBER.eq(second))
                .execute();

        var book = write(YEAR, Fixed.SIM_TPBIS);

        assertThat(numbers(sheet(book, "Rekap")))
                .containsEntry("Peserta kegiatan", 32L)
                .containsEntry("Program atau kegiatan (pelibatan masyarakat)", 2L);
        var rows = sheet(book, "Per perpustakaan");
        assertThat(cells(rows.getFirst(), rows.get(1))).containsEntry("Peserta kegiatan", "32");
        assertThat(cells(rows.getFirst(), rows.get(2))).containsEntry("Peserta kegiatan", "32");
    }

    @Test
    void the_recap_is_by_strategy_by_kind_of_regulation_and_by_month() throws IOException {
        training(world.library, "Keripik", 8);
        advocacy("NO", "PERDES");
        world.report("PB", "Berita", LocalDate.of(2025, 8, 20), "sent", "{'title':'Berita','pb_count':3}");
        world.report("LI", "Buku baru", LocalDate.of(2025, 8, 21), "rejected", "{'title':'Buku baru'}");

        var book = write(YEAR, Fixed.SIM_TPBIS);

        assertThat(book.keySet()).containsExactly("Rekap", "Per perpustakaan", "Per bulan");
        assertThat(numbers(sheet(book, "Rekap")))
                .containsEntry("Advokasi", 1L)
                .containsEntry("Aturan terbit: Peraturan desa", 1L)
                .containsEntry("Aturan terbit: Peraturan daerah", 0L)
                .containsEntry("Unggahan atau berita", 3L)
                .containsEntry("Peningkatan layanan informasi", 0L);
        var months = sheet(book, "Per bulan");
        assertThat(months).hasSize(3);
        assertThat(cells(months.getFirst(), months.get(1)))
                .containsEntry("Bulan", "Maret 2025")
                .containsEntry("Advokasi", "1");
        assertThat(cells(months.getFirst(), months.get(2)))
                .containsEntry("Bulan", "Agustus 2025")
                .containsEntry("Publikasi", "1");
    }

    @Test
    void nothing_outside_of_the_scope_is_in_it_and_nothing_at_all_is_no_file() throws IOException {
        training(world.library, "Keripik", 8);
        var ofNeighbour = new Selection(Scope.ofLibrary(neighbour), YEAR.from(), YEAR.to(), Optional.empty());

        var rows = sheets.write(
                ofNeighbour,
                Fixed.IPLM,
                Language.ENGLISH,
                new About("", "", ""),
                ExportProgress.none(),
                folder.resolve("none.xlsx"));

        assertThat(rows).isZero();
        training(neighbour, "Batik", 9);
        assertThat(sheet(write(ofNeighbour, Fixed.IPLM), "Per perpustakaan")).hasSize(2);
    }
}
