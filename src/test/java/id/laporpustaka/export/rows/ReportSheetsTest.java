package id.laporpustaka.export.rows;

import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_MEDIA;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.laporpustaka.conversation.ExportKind;
import id.laporpustaka.conversation.ExportKind.Format;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.export.ExportProgress;
import id.laporpustaka.export.ReportWorld;
import id.laporpustaka.form.Language;
import id.laporpustaka.intake.PublishedForms;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.texts.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What stands in the cells of a file of reports.
class ReportSheetsTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 8, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 8, 31);

    private static final String HEAD = """
        settings
        ,form_id,version,form_title,default_language
        ,SV,%s,Survei,Bahasa Indonesia (id)
        survey
        ,type,name,label,indicator,appearance
        ,text,title,Apa judulnya?,title,
        """;
    private static final String EARLIER = HEAD.formatted("1") + """
        ,text,gone,Pertanyaan lama,,
        ,decimal,height,Berapa tingginya?,,
        """;
    private static final String PRESENT = HEAD.formatted("2") + """
        ,decimal,height,Berapa tingginya?,,
        ,integer,cost,Berapa biayanya?,,thousands-sep
        ,time,at,Jam berapa?,,
        ,dateTime,moment,Kapan tepatnya?,,
        ,select_multiple kinds,kinds,Apa saja?,,
        ,integer,income,Berapa penghasilannya?,income_after,
        ,geopoint,point,Di mana?,,
        ,image,photos,Kirim foto.,photos,
        ,select_one yes_no,consent,Sudah ada izin?,photo_consent,
        ,begin_repeat,speakers,Narasumber,,
        ,text,speaker,Siapa namanya?,,
        ,integer,age,Berapa umurnya?,,
        ,end_repeat,,,,
        choices
        ,list_name,name,label
        ,kinds,A,Kelas
        ,kinds,B,Lomba
        ,yes_no,YES,Ya
        ,yes_no,NO,Belum
        """;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @TempDir
    Path folder;

    private DSLContext db;
    private ReportWorld world;
    private ReportSheets sheets;
    private long elsewhere;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        new FormVersions(db).publishBuiltIn("SV", "1", EARLIER);
        new FormVersions(db).publishBuiltIn("SV", "2", PRESENT);
        world = new ReportWorld(db);
        sheets = new ReportSheets(fresh.database(), PublishedForms.load(db), new Texts(), "https://lapor.example.id");
        elsewhere = new Libraries(db)
                .add(
                        "Perpustakaan Lancar",
                        LibraryType.DESA,
                        Scheme.PENUH,
                        Optional.empty(),
                        SampleRegions.id(db, "33.07.01.2001"));
    }

    private static ExportKind.Reports as(Format format, boolean codes, boolean split) {
        return new ExportKind.Reports(format, codes, split, Set.of());
    }

    private ReportSheets.Written write(Scope scope, ExportKind.Reports kind, Language language) {
        return sheets.write(
                new Selection(scope, FIRST, LAST, Optional.empty()),
                kind,
                language,
                new ReportSheets.About("Kab. Purworejo", "Koordinator", "31 Agustus 2025"),
                ExportProgress.none(),
                file());
    }

    private Path file() {
        return folder.resolve("export");
    }

    private record Line(Map<String, Cell> cells) {
        Cell cell(String heading) {
            return requireNonNull(cells.get(heading), heading);
        }
    }

    private record Book(Map<String, List<Line>> sheets) {
        List<Line> sheet(String name) {
            return requireNonNull(sheets.get(name), name);
        }
    }

    /// All sheets, as rows of cells by their headings.
    private Book workbook(Scope scope, ExportKind.Reports kind) throws IOException {
        write(scope, kind, Language.INDONESIAN);
        var found = new HashMap<String, List<Line>>();
        try (var workbook = new ReadableWorkbook(file().toFile())) {
            for (var sheet : workbook.getSheets().toList()) {
                var rows = sheet.read();
                var all = new ArrayList<Line>();
                for (var row : rows.subList(1, rows.size())) {
                    all.add(byHeading(rows.getFirst(), row));
                }
                found.put(sheet.getName(), all);
            }
        }
        return new Book(found);
    }

    private static Line byHeading(Row headings, Row row) {
        var cells = new HashMap<String, Cell>();
        for (var column = 0; column < headings.getCellCount(); column++) {
            var place = column;
            row.getOptionalCell(column)
                    .filter(cell -> cell.getType() != CellType.EMPTY)
                    .ifPresent(cell -> cells.put(headings.getCell(place).getText(), cell));
        }
        return new Line(cells);
    }

    private void addAll() {
        world.report("PM", "Keripik", LocalDate.of(2025, 8, 17), "sent", ReportWorld.training("Keripik", 2, "NO"));
        world.report("SV", "Survei", LocalDate.of(2025, 8, 18), "verified", """
            {'title':'=HYPERLINK(1)','height':1.75,'cost':1250000,'at':'10:30','moment':'2025-08-17T10:00',
             'kinds':['A'],'income':5000000,'point':{'latitude':-7.71,'longitude':110.01},
             'speakers':[{'speaker':'Pak A','age':40},{'speaker':'Bu B'}]}\
            """);
        world.report(
                elsewhere,
                world.sari,
                "PM",
                "Di tempat lain",
                LocalDate.of(2025, 8, 17),
                "sent",
                "{\"title\":\"Di tempat lain\"}");
        world.report("PM", "Ditolak", LocalDate.of(2025, 8, 17), "rejected", "{'title':'Ditolak'}");
        world.report("PM", "Juli", LocalDate.of(2025, 7, 31), "sent", "{'title':'Juli'}");
    }

    @Test
    void a_report_is_a_row_with_real_numbers_days_and_times() throws IOException {
        addAll();

        var row = workbook(Scope.ofRegion("33.06"), as(Format.XLSX, false, false))
                .sheet("SV")
                .getFirst();

        assertThat(row.cell("Perpustakaan").getText()).startsWith("Perpustakaan Desa Harjobinangun");
        assertThat(row.cell("Kode desa/kelurahan").getText()).isEqualTo("33.06.01.2001");
        assertThat(row.cell("Kabupaten/kota").getText()).isEqualTo("Kabupaten Purworejo");
        assertThat(row.cell("Tanggal mulai").asDate()).isEqualTo(LocalDateTime.of(2025, 8, 18, 0, 0));
        assertThat(row.cell("Dikirim").asDate()).isEqualTo(LocalDateTime.of(2025, 8, 20, 10, 5));
        assertThat(row.cell("Status").getText()).isEqualTo("Terverifikasi");
        assertThat(row.cell("Peran pengirim").getText()).isEqualTo("Pengelola / pustakawan");
        assertThat(row.cell("Berapa tingginya?").asNumber()).isEqualByComparingTo("1.75");
        assertThat(row.cell("Berapa biayanya?").asNumber()).isEqualByComparingTo("1250000");
        assertThat(row.cell("Jam berapa?").asNumber().doubleValue()).isEqualTo(10.5 / 24);
        assertThat(row.cell("Kapan tepatnya?").asDate()).isEqualTo(LocalDateTime.of(2025, 8, 17, 10, 0));
        assertThat(row.cell("Di mana? (lintang)").asNumber()).isEqualByComparingTo("-7.71");
        assertThat(row.cell("Apa saja?").getText()).isEqualTo("Kelas");
        assertThat(row.cell("Narasumber (jumlah)").asNumber()).isEqualByComparingTo("2");
    }

    @Test
    void no_cell_is_a_formula_however_often_it_is_saved() throws IOException {
        addAll();

        var cell = workbook(Scope.ofRegion("33.06"), as(Format.XLSX, false, false))
                .sheet("SV")
                .getFirst()
                .cell("Apa judulnya?");

        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getText()).isEqualTo("'=HYPERLINK(1)");
    }

    @Test
    void nothing_private_and_no_sender_and_no_photo_without_consent_is_in_it() throws IOException {
        addAll();

        var book = workbook(Scope.ofRegion("33.06"), as(Format.XLSX, false, false));

        assertThat(book.sheet("SV").getFirst().cells()).doesNotContainKey("Berapa penghasilannya?");
        assertThat(book.sheet("Kamus").toString()).doesNotContain("penghasilan");
        assertThat(book.sheet("Info").toString()).contains("Jawaban tentang penghasilan (SV)");
        assertThat(book.toString()).doesNotContain("5000000").doesNotContain("Wahyuni");
        assertThat(book.sheet("PM").getFirst().cells().values().stream().map(Cell::getText))
                .contains("(tidak disertakan: belum ada izin)");
    }

    @Test
    void photos_with_consent_are_links_that_the_web_guards() throws IOException {
        var number = world.report(
                "PM", "Keripik", LocalDate.of(2025, 8, 17), "sent", ReportWorld.training("Keripik", 1, "YES"));
        var report = db.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION.NUMBER.eq(number))
                .fetchSingle()
                .value1();
        var photo = db.insertInto(MEDIA)
                .set(MEDIA.UNIQUE_ID, "u")
                .set(MEDIA.FILE_ID, "f")
                .returningResult(MEDIA.ID)
                .fetchSingle()
                .value1();
        db.insertInto(SUBMISSION_MEDIA)
                .set(SUBMISSION_MEDIA.SUBMISSION_ID, report)
                .set(SUBMISSION_MEDIA.QUESTION, "photos")
                .set(SUBMISSION_MEDIA.MEDIA_ID, photo)
                .set(SUBMISSION_MEDIA.POSITION, (short) 0)
                .execute();

        var row = workbook(new Scope.Everything(), as(Format.XLSX, true, false))
                .sheet("PM")
                .getFirst();

        assertThat(row.cell("photos").getText()).isEqualTo("https://lapor.example.id/berkas/" + photo);
    }

    @Test
    void only_reports_that_count_of_the_period_and_of_the_scope_are_in_it() throws IOException {
        addAll();

        var own =
                workbook(Scope.ofRegion("33.06"), as(Format.XLSX, true, false)).sheet("PM");
        var all = workbook(new Scope.Everything(), as(Format.XLSX, true, false)).sheet("PM");

        assertThat(own).extracting(row -> row.cell("title").getText()).containsExactly("Keripik");
        assertThat(all).extracting(row -> row.cell("title").getText()).containsExactly("Keripik", "Di tempat lain");
        assertThat(write(Scope.nothing(), as(Format.XLSX, true, false), Language.INDONESIAN)
                        .rows())
                .isZero();
    }

    @Test
    void each_choice_of_several_has_a_column_if_wanted() throws IOException {
        addAll();

        var row = workbook(Scope.ofRegion("33.06"), as(Format.XLSX, true, true))
                .sheet("SV")
                .getFirst();

        assertThat(row.cell("kinds/A").asNumber()).isEqualByComparingTo("1");
        assertThat(row.cell("kinds/B").asNumber()).isEqualByComparingTo("0");
    }

    @Test
    void the_instances_of_a_repeat_have_a_sheet_of_their_own() throws IOException {
        addAll();

        var book = workbook(Scope.ofRegion("33.06"), as(Format.XLSX, true, false));

        var number = book.sheet("SV").getFirst().cell("number").getText();
        assertThat(book.sheet("SV speakers"))
                .extracting(
                        row -> row.cell("number").getText(),
                        row -> row.cell("speaker").getText())
                .containsExactly(tuple(number, "Pak A"), tuple(number, "Bu B"));
        assertThat(book.sheet("SV speakers").getFirst().cell("age").asNumber()).isEqualByComparingTo("40");
    }

    @Test
    void questions_of_all_versions_are_columns_and_the_dictionary_explains_them() throws IOException {
        addAll();
        db.insertInto(SUBMISSION)
                .columns(
                        SUBMISSION.DRAFT_ID,
                        SUBMISSION.NUMBER,
                        SUBMISSION.FORM_ID,
                        SUBMISSION.FORM_VERSION,
                        SUBMISSION.LIBRARY_ID,
                        SUBMISSION.REPORTER_ID,
                        SUBMISSION.STATUS,
                        SUBMISSION.SUBMITTED_AT,
                        SUBMISSION.DATE_START,
                        SUBMISSION.ANSWERS)
                .values(
                        1L,
                        "SV-OLD",
                        "SV",
                        "1",
                        world.library,
                        world.sari,
                        "sent",
                        ReportWorld.SENT,
                        FIRST,
                        JSONB.jsonb("{\"gone\":\"Jawaban lama\",\"height\":2}"))
                .execute();

        var book = workbook(Scope.ofRegion("33.06"), as(Format.XLSX, true, false));

        assertThat(book.sheet("SV").getFirst().cell("gone").getText()).isEqualTo("Jawaban lama");
        assertThat(book.sheet("SV").getFirst().cell("height").asNumber()).isEqualByComparingTo("2");
        assertThat(book.sheet("Kamus"))
                .extracting(row -> texts(row, "Lembar", "Nama", "Label", "Jenis", "Kode", "Arti"))
                .contains(
                        List.of("SV", "gone", "Pertanyaan lama", "text", "", ""),
                        List.of("SV", "kinds", "Apa saja?", "select_multiple", "", ""),
                        List.of("SV", "kinds", "", "", "A", "Kelas"),
                        List.of("SV speakers", "speaker", "Siapa namanya?", "text", "", ""));
    }

    private static List<String> texts(Line row, String... headings) {
        return Arrays.stream(headings)
                .map(heading -> Optional.ofNullable(row.cells().get(heading))
                        .map(Cell::getText)
                        .orElse(""))
                .toList();
    }

    @Test
    void one_form_is_one_csv_as_excel_opens_it_in_the_language() throws IOException {
        world.report(
                "PM",
                "Keripik",
                LocalDate.of(2025, 8, 17),
                "sent",
                "{'title':'Keripik; \\'pedas\\'','pm_result':'baris satu\\nbaris dua','pm_amount':1500}");

        var written = write(new Scope.Everything(), as(Format.CSV, true, false), Language.INDONESIAN);
        var indonesian = Files.readString(file());
        write(new Scope.Everything(), as(Format.CSV, true, false), Language.ENGLISH);
        var english = Files.readString(file());

        assertThat(written.extension()).isEqualTo("csv");
        assertThat(indonesian).startsWith("\uFEFF\"number\";\"library\";");
        assertThat(english).startsWith("\uFEFF\"number\",\"library\",");
        var rows = csv(indonesian.substring(1), ';');
        var place = rows.getFirst().indexOf("title");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).hasSameSizeAs(rows.getFirst());
        assertThat(rows.get(1).get(place)).isEqualTo("Keripik; \"pedas\"");
        assertThat(rows.get(1).get(rows.getFirst().indexOf("pm_result"))).isEqualTo("baris satu\nbaris dua");
        assertThat(rows.get(1).get(rows.getFirst().indexOf("date_start"))).isEqualTo("2025-08-17");
    }

    @Test
    void several_forms_as_csv_are_in_a_zip() throws IOException {
        addAll();

        var written = write(Scope.ofRegion("33.06"), as(Format.CSV, true, false), Language.INDONESIAN);
        var files = unzip();

        assertThat(written.extension()).isEqualTo("zip");
        assertThat(files).containsOnlyKeys("PM.csv", "SV.csv", "SV speakers.csv", "Kamus.csv", "Info.csv");
        var rows = csv(requireNonNull(files.get("SV.csv")).substring(1), ';');
        assertThat(rows.get(1).get(rows.getFirst().indexOf("height"))).isEqualTo("1,75");
        assertThat(rows.get(1).get(rows.getFirst().indexOf("title"))).isEqualTo("'=HYPERLINK(1)");
    }

    /// A reader of its own, so that no mistake of the writer is shared.
    private static List<List<String>> csv(String text, char separator) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var place = 0; place < text.length(); place++) {
            var sign = text.charAt(place);
            if (quoted && sign == '"' && place + 1 < text.length() && text.charAt(place + 1) == '"') {
                cell.append('"');
                place++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted && (sign == separator || sign == '\r')) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && sign == '\n') {
                rows.add(List.copyOf(row));
                row.clear();
            } else {
                cell.append(sign);
            }
        }
        return rows;
    }

    private Map<String, String> unzip() throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(Files.newInputStream(file()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void what_does_not_fit_into_a_cell_or_a_sheet_is_cut_and_goes_on() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var column =
                new Column("n", "N", Optional.empty(), List.of(), false, 10, (_, _, to) -> to.text("x".repeat(40_000)));
        try (var tables = new XlsxTables(bytes, new Texts().exports(Language.INDONESIAN), 3)) {
            tables.begin("Lembar", List.of(column), List.of("N"));
            for (var row = 0; row < 5; row++) {
                tables.row().text("x".repeat(40_000));
                tables.endRow();
            }
            tables.end();
        }

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(workbook.getSheets()
                            .map(sheet -> sheet.getName() + " " + read(sheet).size()))
                    .containsExactly("Lembar 3", "Lembar (2) 3", "Lembar (3) 2");
            var text = read(workbook.getFirstSheet()).get(1).getCell(0).getText();
            assertThat(text).hasSize(XlsxTables.LONGEST_TEXT).endsWith("x … (dipotong)");
        }
    }

    private static List<Row> read(Sheet sheet) {
        try {
            return sheet.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_file_that_is_not_wanted_any_more_is_left_at_once() {
        addAll();
        var cancelled = new ExportProgress() {
            @Override
            public void begun(int all) {}

            @Override
            public void done(int more) {
                throw new ExportProgress.Cancelled();
            }
        };

        assertThatThrownBy(() -> sheets.write(
                        new Selection(new Scope.Everything(), FIRST, LAST, Optional.empty()),
                        as(Format.XLSX, false, false),
                        Language.INDONESIAN,
                        new ReportSheets.About("", "", ""),
                        cancelled,
                        file()))
                .isInstanceOf(ExportProgress.Cancelled.class);
    }
}
