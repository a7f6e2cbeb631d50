package id.laporpustaka.export;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Language;
import id.laporpustaka.form.xlsform.CsvSheets;
import id.laporpustaka.form.xlsform.Workbooks;
import id.laporpustaka.people.ImportRow;
import id.laporpustaka.texts.Texts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LibrarySheetTest {
    private static final ImportRow CAHAYA = new ImportRow(
            2,
            "33.06.01.2001",
            "Jawa Tengah",
            "Purworejo",
            "Grabag",
            "Harjobinangun",
            "Perpustakaan Cahaya Ilmu",
            "DESA",
            "MANDIRI",
            "3306012D0000001",
            "5");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CODE; Kode wilayah, KODE WILAYAH, Kode Wilayah (Kemendagri) *, kode_desa, Kode, Region code, code",
                "PROVINCE; Provinsi, PROV., Propinsi, Nama Provinsi, Province",
                "REGENCY; Kabupaten/Kota, Kab / Kota, Kab., KOTA, Nama Kabupaten, Regency/City, City",
                "DISTRICT; Kecamatan, Kec., Nama Kecamatan, District, Subdistrict",
                "VILLAGE; Desa/Kelurahan, Desa, Kelurahan, Desa / Kel., Nama Desa, Village",
                "NAME; Nama perpustakaan, NAMA, Perpustakaan, Nama Perpus, Library name, Name",
                "TYPE; Jenis, Jenis Perpustakaan, Tipe, Type, Library type",
                "SCHEME; Jalur, Jalur TPBIS, Skema, Scheme",
                "NPP; NPP, No. NPP, Nomor Pokok Perpustakaan (NPP), Library number",
                "REPORTERS; Jumlah pelapor, Pelapor, Reporters, Number of reporters",
                "RESULT; Hasil, Result",
                "LINK; Tautan undangan, Invitation link"
            })
    void headings_are_known_in_both_languages(SheetColumn column, String headings) {
        for (var heading : headings.split(",", -1)) {
            assertThat(SheetColumn.values())
                    .as(heading)
                    .filteredOn(it -> it.meantBy(heading) >= 0)
                    .containsExactly(column);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_we_write_we_can_read(Language language) {
        for (var column : SheetColumn.values()) {
            assertThat(column.meantBy(column.heading(language))).isBetween(0, 1);
        }
    }

    static Stream<Arguments> files() {
        var heads =
                "No|NPP|Jenis|Nama Perpustakaan|Desa/Kelurahan|Kecamatan|Kabupaten/Kota|Provinsi|Kode Wilayah|Jalur|"
                        + "Jumlah Pelapor|Catatan";
        var row = "1|3306012D0000001|DESA|Perpustakaan Cahaya Ilmu|Harjobinangun|Grabag|Purworejo|Jawa Tengah|"
                + "33.06.01.2001|MANDIRI|5|milik desa";
        var text = heads + "\r\n" + row + "\r\n\r\n|||||||||||\r\n2|||||||||||\r\n";
        return Stream.of(
                Arguments.of("workbook", Workbook.of(heads, row, "", "2|||||||||||")),
                Arguments.of("commas", bytes(text.replace('|', ','))),
                Arguments.of("semicolons", bytes(text.replace('|', ';'))),
                Arguments.of("tabs", bytes(text.replace('|', '\t'))),
                Arguments.of("byte order mark", bytes("\ufeff" + text.replace('|', ';'))),
                Arguments.of("lines of old Macs", bytes(text.replace('|', ';').replace("\r\n", "\r"))),
                Arguments.of("separator told", bytes("sep=;\r\n" + text.replace('|', ';'))),
                Arguments.of("quotes", bytes(text.replace("|", "\",\"").replaceAll("(?m)^(.+?)\r?$", "\"$1\""))),
                Arguments.of("UTF-16", ("\ufeff" + text.replace('|', '\t')).getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of(
                        "old Windows",
                        text.replace('|', ';')
                                .replace("milik desa", "“milik” désa")
                                .getBytes(Charset.forName("windows-1252"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void every_kind_of_file_is_read_alike(String kind, byte[] file) {
        var sheet = read(file);

        assertThat(sheet.rows()).as(kind).containsExactly(CAHAYA);
        assertThat(LibrarySheet.resembles(file)).isTrue();
    }

    @Test
    void accents_of_old_windows_are_kept() {
        var file = "Nama;Jenis;Kode\nTBM Andrée – Ilmu;TBM;33.06.01.2001\n".getBytes(Charset.forName("windows-1252"));

        assertThat(read(file).rows()).extracting(ImportRow::name).containsExactly("TBM Andrée – Ilmu");
    }

    @Test
    void numbers_are_read_as_they_are_seen() {
        var file = Workbook.of(sheet -> {
            var heads = List.of("Kode", "Nama", "Jenis", "NPP", "Jumlah pelapor");
            for (var column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
            }
            sheet.value(1, 0, 33.06);
            sheet.value(2, 0, 33.1);
            sheet.style(2, 0).format("0.00").set();
            sheet.value(3, 0, 33.1);
            sheet.value(4, 0, 3_306_012_001L);
            sheet.value(5, 0, "33,06");
            sheet.value(6, 0, LocalDate.of(2026, 5, 12));
            sheet.style(6, 0).format("yyyy-mm-dd").set();
            for (var row = 1; row <= 6; row++) {
                sheet.value(row, 1, "Perpustakaan Kabupaten");
                sheet.value(row, 2, "KAB");
                sheet.value(row, 3, 123_456_789_012_345L);
                sheet.value(row, 4, 5.0);
            }
            sheet.value(1, 3, 330_601);
            sheet.style(1, 3).format("0000000000").set();
        });

        var rows = read(file).rows();

        assertThat(rows)
                .extracting(ImportRow::code)
                .containsExactly("33.06", "33.10", "33.10", "3306012001", "33.06", "2026-05-12");
        assertThat(rows).extracting(ImportRow::npp).startsWith("0000330601", "123456789012345");
        assertThat(rows).extracting(ImportRow::reporters).containsOnly("5");
    }

    @Test
    void headings_may_lie_below_a_title_and_in_any_sheet() {
        var file = Workbook.of(
                "Daftar perpustakaan TPBIS",
                "Kabupaten Purworejo",
                "",
                "Nama|Keterangan|Jenis|Kode",
                "TBM Melati|baru|TBM|33.06.01.2002",
                "|||",
                "Perpustakaan Ilmu||DESA|33.06.01.2001");

        assertThat(read(file).rows())
                .extracting(ImportRow::number, ImportRow::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(5, "TBM Melati"),
                        org.assertj.core.groups.Tuple.tuple(7, "Perpustakaan Ilmu"));
    }

    @Test
    void the_first_filled_of_two_columns_counts() {
        var file = Workbook.of(
                "Kabupaten|Kecamatan|Kelurahan|Desa|Nama|Jenis|Kode|Kode Wilayah",
                "Purworejo|Grabag||Patutrejo|TBM Melati|TBM|17|33.06.01.2002",
                "Purworejo|Purworejo|Cangkrepkidul||TBM Anggrek|TBM|18|33.06.06.1007");

        assertThat(read(file).rows()).extracting(ImportRow::village).containsExactly("Patutrejo", "Cangkrepkidul");
        assertThat(read(file).rows()).extracting(ImportRow::code).containsExactly("33.06.01.2002", "33.06.06.1007");
    }

    @Test
    void what_is_no_sheet_of_libraries_is_refused_with_a_reason() {
        assertThat(LibrarySheet.read(bytes("%PDF-1.7\n\u0001\u0002"))).isInstanceOf(SheetReading.NotASheet.class);
        assertThat(LibrarySheet.read(new byte[] {'P', 'K', 3, 4, 1, 2})).isInstanceOf(SheetReading.NotASheet.class);
        assertThat(LibrarySheet.read(bytes(""))).isEqualTo(new SheetReading.NoHeadings());
        assertThat(LibrarySheet.read(bytes("Halo, apa kabar?\n"))).isEqualTo(new SheetReading.NoHeadings());
        assertThat(LibrarySheet.read(new byte[LibrarySheet.LARGEST_FILE + 1])).isEqualTo(new SheetReading.TooLarge());
        assertThat(LibrarySheet.read(Workbook.of("Nama|Desa", "TBM|Grabag")))
                .isEqualTo(new SheetReading.ColumnsMissing(List.of(SheetColumn.CODE, SheetColumn.TYPE)));
        assertThat(LibrarySheet.read(Workbook.of("Nama|Jenis|Kode", "|||"))).isEqualTo(new SheetReading.NoRows());
        assertThat(LibrarySheet.read(bytes("Nama;Jenis;Kode\n" + "a;b;c\n".repeat(20_001))))
                .isEqualTo(new SheetReading.TooManyRows());
        assertThat(read(bytes("Nama;Jenis;Kode\n" + "a;b;c\n".repeat(20_000))).rows())
                .hasSize(20_000);
    }

    @Test
    void a_sheet_that_would_fill_the_memory_is_refused() {
        var heads = "Nama;Jenis;Kode\n";
        assertThat(LibrarySheet.read(bytes(heads + "x".repeat(40_000) + ";b;c\n")))
                .isInstanceOf(SheetReading.NotASheet.class);
        assertThat(LibrarySheet.read(bytes(heads + ";".repeat(600) + "x\n")))
                .isInstanceOf(SheetReading.NotASheet.class);
        var repeated = Workbook.of(Collections.nCopies(300, Collections.nCopies(20, "é".repeat(3_000))));
        assertThat(LibrarySheet.read(repeated)).isInstanceOf(SheetReading.NotASheet.class);
    }

    @Test
    void headings_of_the_eleventh_row_are_not_found() {
        var rows = new String[11];
        Arrays.fill(rows, "-");
        rows[10] = "Nama|Jenis|Kode";

        assertThat(LibrarySheet.read(Workbook.of(rows))).isEqualTo(new SheetReading.NoHeadings());
    }

    @Test
    void a_form_is_no_sheet_of_libraries() {
        var form = """
            survey
            ,type,name,label,provinsi
            ,text,title,Judul,x
            settings
            ,form_id,version
            ,PM,2
            """;

        assertThat(LibrarySheet.resembles(bytes(form))).isFalse();
        assertThat(LibrarySheet.resembles(Workbooks.write(CsvSheets.read(form))))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_template_is_read_without_its_example(Language language) {
        var words = new Texts().sheets(language);
        var template = SheetTemplate.write(words, language);

        assertThat(LibrarySheet.read(template)).isEqualTo(new SheetReading.NoRows());
        assertThat(LibrarySheet.resembles(template)).isTrue();
        assertThat(Workbook.rows(template).getFirst())
                .contains(SheetColumn.CODE.heading(language), SheetColumn.REPORTERS.heading(language));
    }

    @Test
    void a_sheet_comes_back_as_it_was_with_our_columns_and_no_formulas() {
        var file = Workbook.of(
                "Daftar|=1+1",
                "No|Nama|Jenis|Kode|Bujur|Catatan|Hasil",
                "1|=HYPERLINK(\"http://x\";\"y\")|TBM|33.06.01.2001|-7.71|@jahat \u202etxt|dari dulu",
                "2|'+62 Ilmu|TBM|33.06.01.2002|+5|'tenang|",
                "",
                "3|Contoh: TBM|TBM||||");
        var sheet = read(file);
        assertThat(sheet.rows())
                .extracting(ImportRow::name)
                .containsExactly("=HYPERLINK(\"http://x\";\"y\")", "+62 Ilmu");
        var invited = new SheetWriter.Invited("https://t.me/lapor_bot?start=u_0123456789", "01234-56789");
        var outcomes = Map.of(
                3, new SheetWriter.Outcome(Optional.of(invited), "Baru", false),
                4, new SheetWriter.Outcome(Optional.empty(), "=salah", true));

        var back =
                SheetWriter.write(sheet, new Texts().sheets(Language.INDONESIAN), Language.INDONESIAN, true, outcomes);

        assertThat(Workbook.rows(back))
                .containsExactly(
                        "Daftar | '=1+1",
                        "No | Nama | Jenis | Kode | Bujur | Catatan | Tautan undangan | Kode undangan | Hasil",
                        "1 | '=HYPERLINK(\"http://x\";\"y\") | TBM | 33.06.01.2001 | -7.71 | '@jahat \u202etxt |"
                                + " https://t.me/lapor_bot?start=u_0123456789 | 01234-56789 | Baru",
                        "2 | '+62 Ilmu | TBM | 33.06.01.2002 | +5 | 'tenang |  |  | '=salah",
                        "3 | Contoh: TBM | TBM");
        assertThat(read(back).rows()).isEqualTo(sheet.rows());
        assertThat(SheetWriter.write(
                        read(back), new Texts().sheets(Language.INDONESIAN), Language.INDONESIAN, true, outcomes))
                .satisfies(again -> assertThat(Workbook.rows(again)).isEqualTo(Workbook.rows(back)));
    }

    @Test
    void a_wide_sheet_of_strange_letters_is_written_back() {
        var strange = "a\u0007b\u200f\ud83d\udcda<script>&amp;\"_x0041_";
        var file = Workbook.of(List.of(List.of("Nama", "Jenis", "Kode"), Collections.nCopies(40, strange)));

        var sheet = read(file);
        var back = SheetWriter.write(sheet, new Texts().sheets(Language.ENGLISH), Language.ENGLISH, false, Map.of());

        assertThat(read(back).rows()).isEqualTo(sheet.rows());
    }

    private static LibrarySheet read(byte[] file) {
        var reading = LibrarySheet.read(file);
        assertThat(reading).isInstanceOf(SheetReading.Read.class);
        return ((SheetReading.Read) reading).sheet();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
