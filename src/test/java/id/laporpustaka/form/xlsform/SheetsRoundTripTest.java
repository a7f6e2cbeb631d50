package id.laporpustaka.form.xlsform;

import static id.laporpustaka.form.xlsform.WorkbooksTest.content;
import static id.laporpustaka.form.xlsform.WorkbooksTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.BuiltInForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for sheets of any content.
final class SheetsRoundTripTest {
    private static final byte[] WORKBOOK = Workbooks.write(CsvSheets.read(BuiltInForm.text("PM")));

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void sheets_are_the_same_after_being_a_workbook(@ForAll("anySheets") Sheets sheets) {
        assertThat(content(read(Workbooks.write(sheets)))).isEqualTo(content(sheets));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void sheets_are_the_same_after_being_csv(@ForAll("anySheets") Sheets sheets) {
        assertThat(content(CsvSheets.read(CsvSheets.write(sheets)))).isEqualTo(content(sheets));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void a_damaged_workbook_is_read_or_refused_but_never_breaks_the_reader(
            @ForAll("places") int place, @ForAll byte letter) {
        var damaged = WORKBOOK.clone();
        damaged[place] = letter;

        assertThat(FormFiles.read(damaged)).isNotNull();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void any_text_is_read_as_some_sheets(@ForAll String text) {
        assertThat(content(CsvSheets.read(CsvSheets.write(CsvSheets.read(text)))))
                .isEqualTo(content(CsvSheets.read(text)));
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, WORKBOOK.length - 1);
    }

    @Provide
    Arbitrary<Sheets> anySheets() {
        return cell().list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(SheetsRoundTripTest::sheets);
    }

    /// Up to four lines are a sheet; the first of them has its headers.
    private static Sheets sheets(List<List<String>> lines) {
        var sheets = new ArrayList<Sheets.Sheet>();
        for (var start = 0; start < lines.size(); start += 4) {
            var headers = lines.get(start).stream().distinct().toList();
            var rows = lines.subList(start + 1, Math.min(start + 4, lines.size())).stream()
                    .map(line -> row(headers, line))
                    .toList();
            sheets.add(new Sheets.Sheet("sheet " + start, 1, headers, rows));
        }
        return new Sheets(sheets);
    }

    private static Sheets.Row row(List<String> headers, List<String> cells) {
        var row = new LinkedHashMap<String, String>();
        for (var i = 0; i < Math.min(headers.size(), cells.size()); i++) {
            row.put(headers.get(i), cells.get(i));
        }
        return new Sheets.Row(1, row);
    }

    private Arbitrary<String> cell() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(30),
                        Arbitraries.strings()
                                .withChars("=+-@\",;\n\t 'aé_x0041Ñ日\ud83d\ude00&<>")
                                .ofMinLength(1)
                                .ofMaxLength(12),
                        Arbitraries.of("_x000D_", "1.0", "TRUE", "45889", "</t>", "survey", "\ufeffx"))
                .map(Sheets::tidy)
                .filter(text -> !text.isEmpty());
    }
}
