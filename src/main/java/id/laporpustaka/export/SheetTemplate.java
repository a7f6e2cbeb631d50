package id.laporpustaka.export;

import id.laporpustaka.form.Language;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.texts.SheetWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/// The sheet that whoever knows many libraries fills in: headings, an example, and a second sheet with the words
/// that can be chosen from.
final class SheetTemplate {
    private static final List<SheetColumn> COLUMNS = Arrays.stream(SheetColumn.values())
            .filter(column -> !column.isOurs())
            .toList();
    private static final List<String> EXAMPLE =
            List.of("33.06.01.2001", "Jawa Tengah", "Kabupaten Purworejo", "Grabag", "Harjobinangun");
    private static final double WIDTH = 22;
    private static final List<Double> WIDTHS_OF_CHOICES = List.of(12.0, 34.0, 4.0, 12.0, 34.0);
    private static final int ROWS_WITH_CHOICES = 2_000;

    private SheetTemplate() {}

    static byte[] write(SheetWords words, Language language) {
        return SheetWriter.workbook(workbook -> {
            var libraries = workbook.newWorksheet(words.nameOfSheet());
            var choices = workbook.newWorksheet(words.nameOfChoices());
            writeChoices(choices, words, language);
            writeLibraries(libraries, words, language);
            offer(libraries, SheetColumn.TYPE, choices, 0, LibraryType.values().length);
            offer(libraries, SheetColumn.SCHEME, choices, 3, Scheme.values().length);
        });
    }

    private static void writeLibraries(Worksheet worksheet, SheetWords words, Language language) {
        SheetWriter.row(
                worksheet,
                0,
                COLUMNS.stream().map(column -> column.heading(language)).toList());
        SheetWriter.headings(worksheet, 0, COLUMNS.size());
        var example = new ArrayList<>(EXAMPLE);
        example.add(words.example("Perpustakaan Cahaya Ilmu"));
        example.addAll(List.of(LibraryType.DESA.name(), Scheme.MANDIRI.name(), "3306012D0000001", "5"));
        SheetWriter.row(worksheet, 1, example);
        worksheet
                .range(1, 0, 1, COLUMNS.size() - 1)
                .style()
                .italic()
                .format("@")
                .set();
        worksheet
                .range(2, 0, ROWS_WITH_CHOICES, COLUMNS.size() - 1)
                .style()
                .format("@")
                .set();
        for (var column = 0; column < COLUMNS.size(); column++) {
            worksheet.width(column, COLUMNS.get(column) == SheetColumn.NAME ? 2 * WIDTH : WIDTH);
        }
        worksheet.freezePane(0, 1);
    }

    private static void writeChoices(Worksheet worksheet, SheetWords words, Language language) {
        var types = LibraryType.values();
        var schemes = Scheme.values();
        SheetWriter.row(
                worksheet,
                0,
                List.of(
                        SheetColumn.TYPE.heading(language),
                        words.meaning(),
                        "",
                        SheetColumn.SCHEME.heading(language),
                        words.meaning()));
        SheetWriter.headings(worksheet, 0, 5);
        for (var row = 0; row < types.length; row++) {
            var hasScheme = row < schemes.length;
            SheetWriter.row(
                    worksheet,
                    row + 1,
                    List.of(
                            types[row].name(),
                            words.type(types[row]),
                            "",
                            hasScheme ? schemes[row].name() : "",
                            hasScheme ? words.scheme(schemes[row]) : ""));
        }
        for (var column = 0; column < WIDTHS_OF_CHOICES.size(); column++) {
            worksheet.width(column, WIDTHS_OF_CHOICES.get(column));
        }
    }

    /// A list to choose from, where other words that are understood may be written too.
    private static void offer(Worksheet libraries, SheetColumn column, Worksheet choices, int from, int many) {
        var place = COLUMNS.indexOf(column);
        libraries
                .range(1, place, ROWS_WITH_CHOICES, place)
                .validateWithList(choices.range(1, from, many, from))
                .showErrorMessage(false);
    }
}
