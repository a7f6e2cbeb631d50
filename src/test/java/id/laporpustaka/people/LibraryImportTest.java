package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.INVITE;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.people.Village.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.ImportResult.Imported;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Regions;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LibraryImportTest {
    private static final Scope PURWOREJO = Scope.ofRegion("33.06");
    private static final Duration LIFE = Duration.ofDays(60);
    private static final String HARJOBINANGUN = "33.06.01.2001";

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private Village village;
    private LibraryImport imports;
    private By ratna;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        village = new Village(db);
        imports = new LibraryImport(db);
        ratna = By.web(village.coordinator("Ratna", Role.PIC_KAB, "33.06"), "203.0.113.7");
    }

    @Test
    void a_sheet_becomes_libraries_with_an_invitation_each() {
        var rows = List.of(
                new ImportRow(
                        2, HARJOBINANGUN, "", "", "", "", " Cahaya  Ilmu ", "DESA", "PENUH", "3306012D.0000001", "3"),
                named(3, "jawa tengah", "Kab. Purworejo", "KEC. GRABAG", "desa patutrejo", "TBM Melati", "TBM"),
                named(4, "", "purworejo", "", "", "Perpustakaan Daerah", "kabupaten/kota"));

        var done = (ImportResult.Done) run(rows, false);

        assertThat(done.leftOut()).isEmpty();
        assertThat(done.libraries())
                .extracting(
                        Imported::row,
                        Imported::name,
                        imported -> imported.region().code(),
                        Imported::created)
                .containsExactly(
                        tuple(2, "Cahaya Ilmu", HARJOBINANGUN, true),
                        tuple(3, "TBM Melati", "33.06.01.2002", true),
                        tuple(4, "Perpustakaan Daerah", "33.06", true));
        var first = new Libraries(db)
                .findById(done.libraries().getFirst().libraryId())
                .orElseThrow();
        assertThat(first.npp()).contains("3306012D0000001");
        assertThat(first.scheme()).isEqualTo(Scheme.PENUH);
        assertThat(new Libraries(db)
                        .findById(done.libraries().get(1).libraryId())
                        .orElseThrow())
                .returns(LibraryType.TBM, library -> library.type())
                .returns(Scheme.BELUM, library -> library.scheme());
        assertThat(new Invites(db).find(done.libraries().getFirst().code(), 5, NOON))
                .isInstanceOfSatisfying(InviteState.Good.class, good -> {
                    assertThat(good.invite().libraryName()).contains("Cahaya Ilmu");
                    assertThat(good.invite().uses()).isEqualTo(3);
                });
        assertThat(db.fetchCount(AUDIT, AUDIT.ACTION.eq("library_imported"))).isEqualTo(3);
    }

    @Test
    void every_row_is_checked_for_everything_and_nothing_is_changed() {
        var taken = village.library("Other Library", "33.07.01.2001");
        db.update(LIBRARY)
                .set(LIBRARY.NPP, "3307012D0000009")
                .where(LIBRARY.ID.eq(taken))
                .execute();
        var rows = List.of(
                new ImportRow(2, "3306012001", "", "", "", "", "ab", "x", "y", "1", "0"),
                new ImportRow(3, "99.99", "", "", "", "", "Cahaya Ilmu", "DESA", "", "", ""),
                named(4, "Jawa Tengah", "Purworejo", "Grabak", "Patutrejo", "Cahaya Ilmu", "DESA"),
                new ImportRow(5, "33.07.01.2001", "", "", "", "", "Cahaya Ilmu", "DESA", "", "", ""),
                new ImportRow(6, "33.06", "", "", "", "", "x".repeat(121), "DESA", "", "", ""),
                new ImportRow(7, HARJOBINANGUN, "", "", "", "", "Cahaya Ilmu", "DESA", "", "3307012D0000009", ""),
                new ImportRow(8, HARJOBINANGUN, "", "", "", "", "CAHAYA-ILMU", "DESA", "", "", "1001"));

        var preview = imports.preview(rows, PURWOREJO);
        var result = run(rows, false);

        assertThat(preview.created()).isZero();
        assertThat(result).isEqualTo(new ImportResult.Refused(preview.findings()));
        assertThat(preview.findings())
                .containsExactly(
                        finding(2, new ImportProblem.NameTooShort("ab")),
                        finding(2, new ImportProblem.BadNpp("1")),
                        finding(2, new ImportProblem.BadReporters("0")),
                        finding(2, new ImportProblem.UnknownType("x")),
                        finding(2, new ImportProblem.UnknownScheme("y")),
                        finding(2, new ImportProblem.UndottedCode("3306012001")),
                        finding(3, new ImportProblem.UnknownRegion(Optional.empty(), "99.99")),
                        finding(4, new ImportProblem.UnknownRegion(Optional.of(RegionLevel.DISTRICT), "Grabak")),
                        finding(5, new ImportProblem.OutsideScope(region("33.07.01.2001"))),
                        finding(6, new ImportProblem.NameTooLong("x".repeat(121))),
                        finding(6, new ImportProblem.RegionTooLarge(region("33.06"), RegionLevel.VILLAGE)),
                        finding(7, new ImportProblem.NppTaken("3307012D0000009", "Other Library")),
                        finding(8, new ImportProblem.BadReporters("1001")),
                        finding(8, new ImportProblem.DoubleInSheet(7)));
        assertThat(db.fetchCount(LIBRARY)).isEqualTo(1);
        assertThat(db.fetchCount(INVITE)).isZero();
    }

    @Test
    void names_that_several_regions_have_are_shown_with_all_of_them() {
        SampleRegions.add(db, "33.22", "Kabupaten Semarang");
        SampleRegions.add(db, "33.74", "Kota Semarang");
        var rows = List.of(
                named(2, "Jawa Tengah", "Semarang", "", "", "Perpustakaan Daerah", "KAB"),
                named(3, "Jawa Tengah", "Kota Semarang", "", "", "Perpustakaan Daerah", "KAB"));

        var preview = imports.preview(rows, new Scope.Everything());

        assertThat(preview.created()).isEqualTo(1);
        assertThat(preview.findings())
                .containsExactly(
                        finding(2, new ImportProblem.AmbiguousRegion(List.of(region("33.22"), region("33.74")))));
    }

    @Test
    void a_desa_and_a_kelurahan_of_the_same_name_are_told_apart() {
        SampleRegions.add(db, "33.06.01.1002", "Patutrejo");
        SampleRegions.add(db, "33.06.01.2005", "Pakem I, II");
        SampleRegions.add(db, "33.06.01.2006", "Pakem III");
        var rows = List.of(
                named(2, "Jawa Tengah", "Purworejo", "Grabag", "Kel. Patutrejo", "One", "TBM"),
                named(3, "Jawa Tengah", "Purworejo", "Grabag", "Desa Patutrejo", "Two", "TBM"),
                named(4, "Jawa Tengah", "Purworejo", "Grabag", "Patutrejo", "Three", "KEL"),
                named(5, "Jawa Tengah", "Purworejo", "Grabag", "Patutrejo", "Four", "TBM"),
                named(6, "Jawa Tengah", "Purworejo", "Grabag", "Pakem III", "Five", "DESA"));

        var done = (ImportResult.Done) run(rows, true);

        assertThat(done.libraries())
                .extracting(Imported::row, imported -> imported.region().code())
                .containsExactly(
                        tuple(2, "33.06.01.1002"),
                        tuple(3, "33.06.01.2002"),
                        tuple(4, "33.06.01.1002"),
                        tuple(6, "33.06.01.2006"));
        assertThat(done.leftOut())
                .containsExactly(finding(
                        5,
                        new ImportProblem.AmbiguousRegion(List.of(region("33.06.01.1002"), region("33.06.01.2002")))));
    }

    @Test
    void the_good_rows_are_taken_over_alone_if_that_is_wanted() {
        var rows = List.of(
                new ImportRow(2, HARJOBINANGUN, "", "", "", "", "Cahaya Ilmu", "DESA", "", "", ""),
                new ImportRow(3, HARJOBINANGUN, "", "", "", "", "x", "DESA", "", "", ""));

        var done = (ImportResult.Done) run(rows, true);

        assertThat(done.libraries()).extracting(Imported::row).containsExactly(2);
        assertThat(done.leftOut()).containsExactly(finding(3, new ImportProblem.NameTooShort("x")));
    }

    @Test
    void a_library_that_is_there_gets_an_invitation_and_no_double() {
        var there = village.library("Cahaya Ilmu", HARJOBINANGUN);
        var closed = village.library("Sumber Ilmu", HARJOBINANGUN);
        db.update(LIBRARY)
                .set(LIBRARY.ACTIVE, false)
                .where(LIBRARY.ID.eq(closed))
                .execute();
        var merged = village.library("Cahya Ilmu", HARJOBINANGUN);
        db.update(LIBRARY)
                .set(LIBRARY.ACTIVE, false)
                .set(LIBRARY.MERGED_INTO, there)
                .where(LIBRARY.ID.eq(merged))
                .execute();
        var rows = List.of(
                new ImportRow(2, HARJOBINANGUN, "", "", "", "", "CAHAYA ILMU", "DESA", "", "", ""),
                new ImportRow(3, HARJOBINANGUN, "", "", "", "", "Sumber Ilmu", "DESA", "", "", ""),
                new ImportRow(4, HARJOBINANGUN, "", "", "", "", "Cahya Ilmu", "DESA", "", "", ""));

        var preview = imports.preview(rows, PURWOREJO);
        var done = (ImportResult.Done) run(rows, true);

        assertThat(preview.existing()).isEqualTo(2);
        assertThat(done.libraries())
                .extracting(Imported::row, Imported::libraryId, Imported::created)
                .containsExactly(tuple(2, there, false), tuple(4, there, false));
        assertThat(done.leftOut()).containsExactly(finding(3, new ImportProblem.Inactive(closed, "Sumber Ilmu")));
        assertThat(db.fetchCount(LIBRARY)).isEqualTo(3);
        assertThat(db.fetchCount(INVITE)).isEqualTo(2);
    }

    @Test
    void a_sheet_imported_twice_at_once_makes_each_library_once() throws Exception {
        var rows = new ArrayList<ImportRow>();
        for (var i = 0; i < 50; i++) {
            rows.add(new ImportRow(i + 2, HARJOBINANGUN, "", "", "", "", "Library " + i, "DESA", "", "", ""));
        }
        Callable<ImportResult> task =
                () -> new LibraryImport(fresh.context()).run(ratna, rows, PURWOREJO, false, LIFE, NOON);

        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var result : threads.invokeAll(Collections.nCopies(3, task))) {
                assertThat(result.get()).isInstanceOf(ImportResult.Done.class);
            }
        }

        assertThat(db.fetchCount(LIBRARY)).isEqualTo(50);
        assertThat(db.fetchCount(INVITE)).isEqualTo(150);
    }

    @Test
    void an_empty_sheet_makes_nothing() {
        assertThat(run(List.of(), false)).isEqualTo(new ImportResult.Done(List.of(), List.of()));
    }

    private ImportResult run(List<ImportRow> rows, boolean onlyGoodRows) {
        return imports.run(ratna, rows, PURWOREJO, onlyGoodRows, LIFE, NOON);
    }

    private Region region(String code) {
        return new Regions(db).findByCode(code).orElseThrow();
    }

    private static ImportRow named(
            int row, String province, String regency, String district, String village, String name, String type) {
        return new ImportRow(row, "", province, regency, district, village, name, type, "", "", "");
    }

    private static ImportFinding finding(int row, ImportProblem problem) {
        return new ImportFinding(row, problem);
    }
}
