package id.laporpustaka.export;

import static id.laporpustaka.db.generated.Tables.INVITE;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.LIBRARY_IMPORT;
import static id.laporpustaka.db.generated.Tables.OUTGOING_FILE;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.Language;
import id.laporpustaka.outbox.OutgoingFile;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.InviteCode;
import id.laporpustaka.people.Invites;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.texts.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetImportsTest {
    private static final Instant NOW = Instant.parse("2025-08-20T03:00:00Z");
    private static final String VILLAGE = "33.06.01.2001";

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private SheetImports imports;
    private Actor ratna;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        imports = new SheetImports(fresh.database(), new Texts(), "lapor_bot");
        var id = new People(db).add(3, "Ratna", "id");
        new Assignments(db).appoint(By.product(), id, Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
        ratna = new People(db).findActor(id).orElseThrow();
    }

    /// One for each kind of [id.laporpustaka.people.ImportProblem], and what is said about it.
    private enum Kind {
        UNKNOWN_CODE("tidak ada dalam daftar"),
        UNDOTTED("tanpa titik"),
        UNKNOWN_NAME("Kecamatan \"Grabak\""),
        NO_REGION("belum diisi"),
        AMBIGUOUS("beberapa wilayah"),
        TOO_LARGE("terlalu luas"),
        OUTSIDE("di luar wilayah"),
        SHORT("terlalu pendek"),
        LONG("lebih dari 120"),
        TYPE("tidak dikenal"),
        SCHEME("Jalur \"lain\""),
        NPP("NPP \"12\""),
        NPP_TAKEN("sudah dipakai"),
        REPORTERS("angka 1 sampai"),
        INACTIVE("tidak aktif");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// A row that is wrong in this way; the number makes it different from others of its kind.
        List<String> row(int i) {
            return switch (this) {
                case UNKNOWN_CODE -> SheetImportsTest.row("33.06.99.2001", "", "", "Jauh " + i, "DESA", "", "", "");
                case UNDOTTED -> SheetImportsTest.row("3306012001", "", "", "Titik " + i, "DESA", "", "", "");
                case UNKNOWN_NAME -> SheetImportsTest.row("", "Grabak", "Patutrejo", "Salah " + i, "DESA", "", "", "");
                case NO_REGION -> SheetImportsTest.row("", "", "", "Tanpa " + i, "DESA", "", "", "");
                case AMBIGUOUS -> SheetImportsTest.row("", "Grabag", "Patutrejo", "Kembar " + i, "TBM", "", "", "");
                case TOO_LARGE -> SheetImportsTest.row("33.06.01", "", "", "Luas " + i, "DESA", "", "", "");
                case OUTSIDE -> SheetImportsTest.row("33.07.01.2001", "", "", "Luar " + i, "DESA", "", "", "");
                case SHORT -> SheetImportsTest.row(VILLAGE, "", "", "ab", "DESA", "", "", "");
                case LONG -> SheetImportsTest.row(VILLAGE, "", "", "x".repeat(121) + i, "DESA", "", "", "");
                case TYPE -> SheetImportsTest.row(VILLAGE, "", "", "Jenis " + i, "Toko", "", "", "");
                case SCHEME -> SheetImportsTest.row(VILLAGE, "", "", "Jalur " + i, "DESA", "lain", "", "");
                case NPP -> SheetImportsTest.row(VILLAGE, "", "", "Nomor " + i, "DESA", "", "12", "");
                case NPP_TAKEN ->
                    SheetImportsTest.row(VILLAGE, "", "", "Milik " + i, "DESA", "", "3307012D0000009", "");
                case REPORTERS -> SheetImportsTest.row(VILLAGE, "", "", "Orang " + i, "DESA", "", "", "lima");
                case INACTIVE -> SheetImportsTest.row(VILLAGE, "", "", "Tutup", "DESA", "", "", "");
            };
        }
    }

    private static List<String> row(
            String code,
            String district,
            String village,
            String name,
            String type,
            String scheme,
            String npp,
            String reporters) {
        var regency = district.isEmpty() ? "" : "Kab. Purworejo";
        return List.of("", code, regency, district, village, name, type, scheme, npp, reporters, "=catatan");
    }

    @Test
    void ten_thousand_rows_come_back_with_a_link_or_with_what_is_wrong() throws IOException {
        SampleRegions.add(db, "33.06.01.1002", "Patutrejo");
        library("Tutup", VILLAGE, false, Optional.empty());
        library("Lain", "33.07.01.2001", true, Optional.of("3307012D0000009"));
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "No",
                "Kode Wilayah",
                "Kabupaten/Kota",
                "Kecamatan",
                "Desa/Kelurahan",
                "Nama Perpustakaan",
                "Jenis",
                "Jalur",
                "NPP",
                "Jumlah Pelapor",
                "Catatan"));
        var wrong = new TreeSet<Integer>();
        for (var i = 1; i <= 10_000; i++) {
            if (i % 33 == 0 && wrong.size() < 300) {
                rows.add(Kind.values()[wrong.size() % Kind.values().length].row(i));
                wrong.add(i);
            } else {
                rows.add(
                        i % 2 == 0
                                ? row("33.06.01.2002", "", "", "Perpustakaan Ilmu " + i, "DESA", "Mandiri", "", "3")
                                : row("", "KEC. GRABAG", "Harjobinangun", "TBM Ilmu " + i, "TBM", "", npp(i), ""));
            }
        }
        var timer = new Timer();
        var file = Workbook.of(rows);
        timer.took("written by the test, " + file.length / 1024 + " kB");

        var taken = (SheetImports.Taken.Kept) imports.take(ratna, "daftar.xlsx", file, Language.INDONESIAN, NOW);
        timer.took("read and kept");
        var checked = imports.check(ratna, taken.id(), Language.INDONESIAN).orElseThrow();
        timer.took("checked");
        var marked = imports.marked(checked, Language.INDONESIAN).orElseThrow();
        timer.took("marked");
        var done = run(taken.id(), true);
        timer.took("imported and written");
        keep(marked);
        keep(done);

        assertThat(taken.rows()).isEqualTo(10_000);
        assertThat(checked.sent()).returns(9_700, SentSheet::created).returns(300, SentSheet::wrong);
        assertThat(checked.problems().keySet())
                .isEqualTo(wrong.stream().map(row -> row + 1).collect(Collectors.toSet()));
        assertThat(db.fetchCount(LIBRARY)).isEqualTo(9_702);
        assertThat(db.fetchCount(INVITE)).isEqualTo(9_700);
        assertMarked(marked, wrong);
        assertDone(done, wrong);
        assertThat(((SheetImports.Taken.Kept) imports.take(ratna, "lagi.xlsx", done.bytes(), Language.INDONESIAN, NOW))
                        .rows())
                .isEqualTo(10_000);
        assertThat(imports.check(ratna, taken.id() + 1, Language.INDONESIAN)
                        .orElseThrow()
                        .sent())
                .returns(9_700, SentSheet::existing)
                .returns(300, SentSheet::wrong);
    }

    private static void assertMarked(OutgoingFile marked, Set<Integer> wrong) {
        var rows = cells(marked);
        var kinds = List.copyOf(wrong);
        for (var i = 1; i <= 10_000; i++) {
            var result = rows.get(i).getLast();
            if (wrong.contains(i)) {
                assertThat(result).contains(Kind.values()[kinds.indexOf(i) % Kind.values().length].words);
            } else {
                assertThat(result).isEqualTo("Siap");
            }
        }
    }

    private void assertDone(OutgoingFile done, Set<Integer> wrong) {
        var rows = cells(done);
        assertThat(rows).hasSize(10_001);
        var links = new TreeSet<String>();
        for (var i = 1; i <= 10_000; i++) {
            var row = rows.get(i);
            assertThat(row.get(10)).isEqualTo("'=catatan");
            if (wrong.contains(i)) {
                assertThat(row.get(11)).isEmpty();
                assertThat(row.get(13)).isNotBlank().isNotEqualTo("Baru");
            } else {
                links.add(row.get(11));
                assertThat(InviteCode.read(row.get(11))).isEqualTo(InviteCode.read(row.get(12)));
                assertThat(row.get(13)).isEqualTo("Baru");
            }
        }
        assertThat(links).hasSize(9_700).allMatch(link -> link.matches("https://t.me/lapor_bot\\?start=u_\\w{10}"));
        var code = InviteCode.read(links.getFirst()).orElseThrow();
        assertThat(new Invites(db).find(code, 77, NOW)).hasFieldOrProperty("invite");
    }

    private static List<List<String>> cells(OutgoingFile file) {
        return Workbook.rows(file.bytes()).stream()
                .map(row -> List.of(row.split(" ?\\| ?", -1)))
                .map(row -> row.size() == 14 || row.size() == 12 ? row : padded(row))
                .toList();
    }

    /// The first cell is empty.
    private static List<String> padded(List<String> row) {
        var all = new ArrayList<>(row);
        all.addFirst("");
        return all;
    }

    private static String npp(int number) {
        return number % 5 == 0 ? "3306012D%07d".formatted(number) : "";
    }

    private static final class Timer {
        private long since = System.nanoTime();

        void took(String what) {
            var now = System.nanoTime();
            System.out.printf("10,000 libraries, %s: %d ms%n", what, (now - since) / 1_000_000);
            since = System.nanoTime();
        }
    }

    /// In `target`, for people to look at.
    private static void keep(OutgoingFile file) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "sheets")).resolve(file.name()), file.bytes());
    }

    private OutgoingFile run(long id, boolean onlyGoodRows) {
        return ((SheetImports.Outcome.Done) imports.run(order(id, onlyGoodRows), NOW))
                .file()
                .orElseThrow();
    }

    private SheetImports.Order order(long id, boolean onlyGoodRows) {
        return new SheetImports.Order(By.chat(ratna.personId()), ratna, id, onlyGoodRows, Language.INDONESIAN);
    }

    private void library(String name, String code, boolean active, Optional<String> npp) {
        var id = new Libraries(db).add(name, LibraryType.DESA, Scheme.BELUM, npp, SampleRegions.id(db, code));
        db.update(LIBRARY).set(LIBRARY.ACTIVE, active).where(LIBRARY.ID.eq(id)).execute();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_word_of_the_second_sheet_is_understood(Language language) {
        var words = new Texts().sheets(language);
        var csv = new StringBuilder("Nama\tJenis\tJalur\tKode\n");
        for (var type : LibraryType.values()) {
            csv.append("Perpustakaan %1$s\t%1$s\t\t%2$s\n".formatted(words.type(type), place(type)));
        }
        for (var scheme : Scheme.values()) {
            csv.append("Perpustakaan %1$s\tTBM\t%1$s\t%2$s\n".formatted(words.scheme(scheme), VILLAGE));
        }
        var all = new SheetImports(fresh.database(), new Texts(), "lapor_bot");
        var admin = new People(db).add(9, "Admin", "id");
        new Assignments(db).appoint(By.product(), admin, Role.ADMIN, OptionalLong.empty());
        var actor = new People(db).findActor(admin).orElseThrow();

        var taken = (SheetImports.Taken.Kept)
                all.take(actor, "x.csv", csv.toString().getBytes(StandardCharsets.UTF_8), language, NOW);

        assertThat(all.check(actor, taken.id(), language).orElseThrow().problems())
                .isEmpty();
    }

    private static String place(LibraryType type) {
        return switch (type) {
            case KAB -> "33.06";
            case PROV -> "33";
            case DESA, KEL, KEC, TBM, IBD, PSN, LAIN -> VILLAGE;
        };
    }

    @Test
    void a_job_that_is_done_twice_makes_everything_once_and_gives_the_same_file() {
        var taken = take("Nama;Jenis;Kode\nTBM Melati;TBM;" + VILLAGE + "\n");
        imports.check(ratna, taken, Language.INDONESIAN);
        assertThat(imports.runForMessage(order(taken, false), NOW)).isEqualTo(new SheetImports.Outcome.Gone());
        new SentSheets(db).begin(ratna.personId(), taken);

        var first = (SheetImports.Outcome.Done) imports.runForMessage(order(taken, false), NOW);
        var second = (SheetImports.Outcome.Done) imports.runForMessage(order(taken, false), NOW.plusSeconds(60));

        assertThat(second.sent()).isEqualTo(first.sent());
        assertThat(second.sent().resultFile()).isPresent();
        assertThat(db.fetchCount(INVITE)).isEqualTo(1);
        assertThat(db.fetchCount(OUTGOING_FILE)).isEqualTo(1);
    }

    @Test
    void two_who_press_at_once_make_everything_once() throws Exception {
        var taken = take("Nama;Jenis;Kode\nTBM Melati;TBM;" + VILLAGE + "\n");
        imports.check(ratna, taken, Language.INDONESIAN);
        Callable<SheetImports.Outcome> press = () -> imports.run(order(taken, false), NOW);

        try (var threads = Executors.newFixedThreadPool(4)) {
            var files = 0;
            for (var outcome : threads.invokeAll(List.of(press, press, press, press))) {
                files += ((SheetImports.Outcome.Done) outcome.get()).file().isPresent() ? 1 : 0;
            }
            assertThat(files).isEqualTo(1);
        }
        assertThat(db.fetchCount(INVITE)).isEqualTo(1);
    }

    @Test
    void what_has_become_wrong_since_the_check_stops_everything() {
        var taken = take("Nama;Jenis;Kode\nTBM Melati;TBM;%1$s\nTBM Anggrek;TBM;%1$s\n".formatted(VILLAGE));
        imports.check(ratna, taken, Language.INDONESIAN);
        library("TBM Anggrek", VILLAGE, false, Optional.empty());

        assertThat(imports.run(order(taken, false), NOW)).isEqualTo(new SheetImports.Outcome.Changed());
        assertThat(db.fetchCount(INVITE)).isZero();
        assertThat(imports.check(ratna, taken, Language.INDONESIAN)
                        .orElseThrow()
                        .problems())
                .containsOnlyKeys(3);
    }

    @Test
    void sheets_are_forgotten_after_their_time_with_files_that_nobody_got() {
        var taken = take("Nama;Jenis;Kode\nTBM Melati;TBM;" + VILLAGE + "\n");
        imports.check(ratna, taken, Language.INDONESIAN);
        new SentSheets(db).begin(ratna.personId(), taken);
        imports.runForMessage(order(taken, false), NOW);

        new SentSheets(db).deleteSentBefore(NOW.minus(Duration.ofDays(1)));
        assertThat(db.fetchCount(LIBRARY_IMPORT)).isEqualTo(1);
        new SentSheets(db).deleteSentBefore(NOW.plusSeconds(1));

        assertThat(db.fetchCount(LIBRARY_IMPORT)).isZero();
        assertThat(db.fetchCount(OUTGOING_FILE)).isZero();
    }

    private long take(String csv) {
        return ((SheetImports.Taken.Kept) imports.take(
                        ratna, "daftar.csv", csv.getBytes(StandardCharsets.UTF_8), Language.INDONESIAN, NOW))
                .id();
    }
}
