package id.laporpustaka.form.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkbooksTest {
    private static final String HEADER = """
        <row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>\
        """;

    @Test
    void a_built_in_form_is_the_same_form_after_being_a_workbook() {
        var sheets = CsvSheets.read(BuiltInForm.text("PM"));

        var again = read(Workbooks.write(sheets));

        assertThat(content(again)).isEqualTo(content(sheets));
        assertThat(XlsForms.read(again)).isInstanceOf(FormReading.Accepted.class);
    }

    @Test
    void rows_and_problems_have_the_numbers_that_excel_shows() {
        var workbook = RawWorkbook.of(" Survey ", """
            <row r="3"><c r="B3" t="inlineStr"><is><t>type</t></is></c><c r="C3" t="inlineStr"><is><t> name</t></is></c></row>
            <row r="4"/>
            <row r="7" hidden="1"><c r="B7" t="inlineStr"><is><t>text</t></is></c><c r="C7" t="inlineStr"><is><t>a</t></is></c><c r="D7" t="inlineStr"><is><t>no header</t></is></c></row>
            <row r="9"><c r="B9" t="inlineStr"><is><t>  </t></is></c></row>
            """);

        var sheet = read(workbook.bytes()).sheets().getFirst();

        assertThat(sheet)
                .isEqualTo(new Sheets.Sheet(
                        "survey",
                        3,
                        List.of("type", "name"),
                        List.of(new Sheets.Row(7, Map.of("type", "text", "name", "a")))));
    }

    @Test
    void a_merged_cell_has_its_text_at_its_first_place_only() {
        var workbook = RawWorkbook.of(
                        "survey",
                        "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><t>b</t></is></c></row>"
                                + "<row><c t=\"inlineStr\"><is><t>x</t></is></c><c s=\"0\"/></row>")
                .merged("A2:B2");

        assertThat(rows(workbook)).containsExactly(Map.of("a", "x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c><v>12</v></c>                              | 12",
                "<c><v>12.0</v></c>                            | 12",
                "<c><v>1.2E1</v></c>                           | 12",
                "<c><v>1E+20</v></c>                           | 100000000000000000000",
                "<c><v>0.30000000000000004</v></c>             | 0.3",
                "<c><v>-0.5</v></c>                            | -0.5",
                "<c><v>-0</v></c>                              | 0",
                "<c s='1'><v>45889</v></c>                     | 2025-08-20",
                "<c s='1'><v>45889.75</v></c>                  | 2025-08-20T18:00",
                "<c s='2'><v>45889.5</v></c>                   | 2025-08-20T12:00",
                "<c s='3'><v>0.4375</v></c>                    | 10:30",
                "<c s='3'><v>0.99999</v></c>                   | 23:59:59",
                "<c s='4'><v>1.5</v></c>                       | 1.5",
                "<c s='5'><v>45889</v></c>                     | 45889",
                "<c s='6'><v>45889</v></c>                     | 2025-08-20",
                "<c s='7'><v>0.25</v></c>                      | 0.25",
                "<c s='1'><v>1E300</v></c>                     | 1" + "000",
                "<c t='b'><v>1</v></c>                         | TRUE",
                "<c t='b'><v>0</v></c>                         | FALSE",
                "<c t='str'><f>A1</f><v>hasil</v></c>          | hasil",
                "<c><f>1+1</f><v>2</v></c>                     | 2",
                "<c s='1'><f>TODAY()</f><v>45889</v></c>       | 2025-08-20",
                "<c t='b'><f>TRUE</f><v>1</v></c>              | TRUE",
                "<c t='s'><v>0</v></c>                         | satu dua",
                "<c t='s'><v>1</v></c>                         | x\\ny",
                "<c t='inlineStr'><is><t> di sini </t></is></c> | di sini",
                "<c t='inlineStr'><is><r><t>te</t></r><r><rPr/><t>bal</t></r></is></c> | tebal",
                "<c t='inlineStr'><is><t>a_x000D__x000A_b_x005F_x0041_</t></is></c> | a\\nb_x0041_",
                "<c t='inlineStr'><is><t>=1+1</t></is></c>     | =1+1",
            })
    void a_cell_is_what_its_author_sees(String cell, String text) {
        var workbook = RawWorkbook.of("survey", HEADER + "<row>" + cell.replace('\'', '"') + "</row>")
                .formats(
                        "yyyy\\-mm\\-dd",
                        "d/m/yy h:mm",
                        "h:mm AM/PM",
                        "[h]:mm",
                        "0 \"days\"",
                        "[$-421]dd\\ mmmm\\ yyyy;@",
                        "0%")
                .sharedStrings("<si><r><t>satu </t></r><r><rPr><b/></rPr><t>dua</t></r></si>"
                        + "<si><t xml:space=\"preserve\">x\r\ny</t></si>");

        assertThat(rows(workbook).getFirst().get("a")).startsWith(text.replace("\\n", "\n"));
    }

    @Test
    void a_workbook_of_a_simple_program_has_no_styles() {
        var workbook = RawWorkbook.of(
                        "survey",
                        HEADER + "<row><c t=\"inlineStr\"><is><t>teks</t></is></c></row><row><c><v>12</v></c></row>")
                .withoutStyles();

        assertThat(rows(workbook)).containsExactly(Map.of("a", "teks"), Map.of("a", "12"));
    }

    @Test
    void days_count_from_1904_where_the_workbook_says_so() {
        var workbook = RawWorkbook.of("survey", HEADER + "<row><c s=\"1\"><v>44427</v></c></row>")
                .formats("yyyy-mm-dd")
                .countsFrom1904();

        assertThat(rows(workbook)).containsExactly(Map.of("a", "2025-08-20"));
    }

    @Test
    void an_error_in_a_cell_is_reported_with_its_place() {
        var workbook = RawWorkbook.of(
                "survey",
                HEADER + "<row r=\"5\"><c r=\"A5\" t=\"e\"><v>#REF!</v></c></row>"
                        + "<row r=\"6\"><c r=\"A6\" t=\"e\"><f>A9</f><v>#N/A</v></c></row>");

        assertThat(refusal(workbook.bytes()))
                .extracting(FormProblem::sheet, FormProblem::row, FormProblem::column)
                .containsExactly(tuple("survey", 5, "a"), tuple("survey", 6, "a"));
    }

    @Test
    void what_looks_like_a_formula_is_written_as_text() throws IOException {
        var sheets = new Sheets(List.of(new Sheets.Sheet(
                "survey",
                1,
                List.of("a"),
                List.of(
                        new Sheets.Row(2, Map.of("a", "=HYPERLINK(\"http://evil\")")),
                        new Sheets.Row(3, Map.of("a", "+62")),
                        new Sheets.Row(4, Map.of("a", "-1")),
                        new Sheets.Row(5, Map.of("a", "@cmd"))))));

        var workbook = Workbooks.write(sheets);

        assertThat(part(workbook, "xl/worksheets/sheet1.xml"))
                .doesNotContain("<f")
                .doesNotContain("t=\"n\"");
        assertThat(content(read(workbook))).isEqualTo(content(sheets));
    }

    @Test
    void a_written_workbook_keeps_its_headers_in_view() throws IOException {
        var workbook = Workbooks.write(CsvSheets.read(BuiltInForm.text("PM")));

        assertThat(part(workbook, "xl/worksheets/sheet2.xml"))
                .contains("state=\"frozen\"")
                .contains("<cols>");
        assertThat(part(workbook, "xl/styles.xml")).contains("<b/>").contains("wrapText=\"true\"");
    }

    @Test
    void a_form_without_questions_is_refused_by_the_reader_of_forms() {
        var sheets = read(RawWorkbook.of("Sheet1", HEADER).bytes());

        assertThat(XlsForms.read(sheets))
                .isInstanceOfSatisfying(
                        FormReading.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.message().in(Language.ENGLISH))
                                .contains("The sheet survey is missing or empty. Add a sheet survey with the"
                                        + " questions."));
    }

    @Test
    void what_is_no_workbook_is_refused_with_what_to_do() {
        assertThat(message(new byte[0])).startsWith("This file is empty.");
        assertThat(message("hello".getBytes(StandardCharsets.UTF_8))).startsWith("This file is not an .xlsx workbook.");
        assertThat(message(RawWorkbook.zip(Map.of("word/document.xml", "<w/>"))))
                .startsWith("This file is not an .xlsx workbook.");
        assertThat(message(RawWorkbook.zip(Map.of("[Content_Types].xml", "<Types/>"))))
                .startsWith("This file is damaged.");
        assertThat(message(oldOffice(""))).startsWith("This file has the old format of Excel (.xls).");
        assertThat(message(oldOffice("EncryptedPackage"))).startsWith("This file is locked with a password.");
        assertThat(message(new byte[Workbooks.LARGEST_FILE + 1])).startsWith("This file is larger than 2 MB.");
        assertThat(message(RawWorkbook.of("survey", "").bytes())).startsWith("This workbook is empty.");
    }

    @Test
    void a_small_file_that_unpacks_to_a_huge_one_is_refused() {
        var bomb = RawWorkbook.of("survey", HEADER + " ".repeat(40 << 20)).bytes();

        assertThat(bomb).hasSizeLessThan(Workbooks.LARGEST_FILE);
        assertThat(message(bomb)).startsWith("What is in this file is too large");
    }

    @Test
    void a_zip_of_very_many_files_is_refused() {
        var entries = new LinkedHashMap<String, String>();
        for (var i = 0; i < 5_000; i++) {
            entries.put("x" + i, "");
        }

        assertThat(message(RawWorkbook.zip(entries))).startsWith("What is in this file is too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Content_Types].xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"})
    void entities_are_refused_in_every_part(String part) {
        var workbook = RawWorkbook.of("survey", HEADER).part(part, """
            <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c SYSTEM "file:///etc/passwd">]><x>&b;&c;</x>\
            """);

        assertThat(message(workbook.bytes())).startsWith("This file is damaged.");
    }

    @Test
    void a_million_rows_are_refused() {
        var rows = "<row><c><v>1</v></c></row>".repeat(1_000_000);
        var empty = "<row/>".repeat(1_000_000);
        var many = "<row><c><v>1</v></c></row>".repeat(30_000);

        assertThat(message(RawWorkbook.of("survey", rows).bytes())).startsWith("What is in this file is too large");
        assertThat(message(RawWorkbook.of("survey", empty).bytes())).startsWith("What is in this file is too large");
        assertThat(message(RawWorkbook.of("survey", many).bytes())).startsWith("This form has more than 20000 rows.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ1", "A99999999999", "1", "", "A-1", "AAAAAAAAAAAAAAAAAAAAAAAA1"})
    void an_address_that_no_workbook_has_is_refused(String address) {
        assertThat(message(RawWorkbook.of("survey", "<row><c r=\"" + address + "\"><v>1</v></c></row>")
                        .bytes()))
                .startsWith("This file is damaged.");
    }

    @Test
    void a_sheet_as_wide_as_excel_allows_is_refused() {
        assertThat(message(RawWorkbook.of("survey", "<row><c r=\"XFD1\"><v>1</v></c></row>")
                        .bytes()))
                .startsWith("A sheet of this file has more than 500 columns.");
    }

    @Test
    void numbers_and_formulas_that_cost_much_are_refused() {
        var digits = "<row><c><v>" + "9".repeat(1_000_000) + "</v></c></row>";
        var formulas = "<row><c><f t=\"shared\" ref=\"A1:A9\" si=\"0\">" + "A1+".repeat(2_000) + "A1</f></c>"
                + "<c><f t=\"shared\" si=\"0\"/></c>".repeat(6_000) + "</row>";
        var shared = RawWorkbook.of("survey", HEADER + "<row><c t=\"s\"><v>0</v></c></row>".repeat(9_000))
                .sharedStrings("<si><t>" + "x".repeat(30_000) + "</t></si>");

        assertThat(message(RawWorkbook.of("survey", digits).bytes())).startsWith("What is in this file is too large");
        assertThat(message(RawWorkbook.of("survey", formulas).bytes())).startsWith("What is in this file is too large");
        assertThat(message(shared.bytes())).startsWith("What is in this file is too large");
        assertThat(rows(RawWorkbook.of("survey", HEADER + "<row><c><v>1E999999999</v></c></row>")))
                .containsExactly(Map.of("a", "1E+999999999"));
    }

    @Test
    void a_file_is_read_from_its_place(@TempDir Path folder) throws IOException {
        var file = folder.resolve("form.xlsx");
        Files.write(file, Workbooks.write(CsvSheets.read("survey\n,a\n,x\n")));

        assertThat(Workbooks.read(file)).isInstanceOf(WorkbookReading.Read.class);
    }

    @Test
    void a_file_is_known_by_what_is_in_it() {
        var sheets = CsvSheets.read("survey\n,type,name\n,text,a\n");

        assertThat(sheets(FormFiles.read(Workbooks.write(sheets)))).isEqualTo(content(sheets));
        assertThat(sheets(FormFiles.read("survey\n,type,name\n,text,a\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(content(sheets));
        assertThat(sheets(
                        FormFiles.read("\ufeffSurvey;;\r\n;type;name\r\n;text;a\r\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(content(sheets));
        assertThat(FormFiles.read("Daftar belanja\nberas, 2 kg\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(WorkbookReading.Refused.class);
        assertThat(FormFiles.read(new byte[] {(byte) 0x89, 'P', 'N', 'G'})).isInstanceOf(WorkbookReading.Refused.class);
        assertThat(FormFiles.read(("survey\n,a\n" + ",x\n".repeat(30_000)).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(WorkbookReading.Refused.class);
    }

    /// Names, headers and cells, without the numbers of rows, which depend on the kind of file.
    static List<Object> content(Sheets sheets) {
        return sheets.sheets().stream()
                .<Object>map(sheet -> List.of(
                        sheet.name(),
                        sheet.headers(),
                        sheet.rows().stream().map(Sheets.Row::cells).toList()))
                .toList();
    }

    static Sheets read(byte[] workbook) {
        return switch (Workbooks.read(workbook)) {
            case WorkbookReading.Read(var sheets) -> sheets;
            case WorkbookReading.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<Object> sheets(WorkbookReading reading) {
        return switch (reading) {
            case WorkbookReading.Read(var sheets) -> content(sheets);
            case WorkbookReading.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<Map<String, String>> rows(RawWorkbook workbook) {
        return read(workbook.bytes()).sheets().getFirst().rows().stream()
                .map(Sheets.Row::cells)
                .toList();
    }

    private static List<FormProblem> refusal(byte[] file) {
        return switch (Workbooks.read(file)) {
            case WorkbookReading.Read(var sheets) -> throw new AssertionError(sheets);
            case WorkbookReading.Refused(var problems) -> problems;
        };
    }

    private static String message(byte[] file) {
        assertThat(refusal(file)).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isZero();
            assertThat(problem.message().texts()).containsOnlyKeys(Language.values());
        });
        return refusal(file).getFirst().message().in(Language.ENGLISH);
    }

    private static byte[] oldOffice(String directory) {
        var bytes = new byte[4096];
        System.arraycopy(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, 0, bytes, 0, 4);
        var name = directory.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, 1024, name.length);
        return bytes;
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(workbook).get()) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
