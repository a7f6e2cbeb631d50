package id.laporpustaka.export.recap;

import id.laporpustaka.export.SafeCells;
import id.laporpustaka.export.rows.PlacedLibrary;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.texts.ExportWords.Heading;
import id.laporpustaka.texts.RecapWords;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook of figures. The first sheet is held until the end, the others go out row by row, one after the other.
final class RecapBook implements AutoCloseable {
    private static final String WHOLE = "#,##0";
    private static final String HEADING_FILL = "E8EEF4";
    private static final int WIDTH_OF_TEXT = 28;
    private static final int WIDTH_OF_NUMBER = 16;
    private static final int WIDTH_OF_FIGURE = 74;
    private static final int WIDTH_OF_SOURCE = 46;
    private static final int FLUSH_EVERY = 200;

    /// In points; rows do not grow by themselves when a workbook is opened.
    private static final int HEIGHT_OF_LINE = 15;

    private static final int LINES_OF_HEADING = 4;
    private static final int CHARACTERS_OF_NOTE = 110;

    private final Workbook workbook;
    private final RecapWords words;

    RecapBook(OutputStream out, RecapWords words) {
        this.workbook = new Workbook(out, "Lapor Pustaka", "1.0");
        this.words = words;
    }

    /// A figure of the first sheet.
    ///
    /// @param number empty for one to be filled in
    /// @param source what it is counted from, or that it is to be filled in
    record Line(String figure, OptionalLong number, String source) {}

    /// A sheet in the making.
    static final class Sheet {
        private final Worksheet worksheet;
        private int row;
        private int columns;

        private Sheet(Worksheet worksheet) {
            this.worksheet = worksheet;
        }
    }

    Sheet begin(String name) {
        var worksheet = workbook.newWorksheet(name);
        worksheet.paperSize(PaperSize.A4_PAPER);
        worksheet.pageOrientation("landscape");
        worksheet.fitToWidth((short) 1);
        worksheet.fitToHeight((short) 0); // as many as it takes
        return new Sheet(worksheet);
    }

    /// Names and numbers of a row are under headings that stay in sight.
    void headings(Sheet sheet, List<String> ofTexts, List<RecapColumn> ofNumbers) {
        var headings = new ArrayList<>(ofTexts);
        ofNumbers.stream().map(RecapColumn::heading).forEach(headings::add);
        for (var column = 0; column < headings.size(); column++) {
            sheet.worksheet.width(column, column < ofTexts.size() ? WIDTH_OF_TEXT : WIDTH_OF_NUMBER);
        }
        sheet.worksheet.rowHeight(sheet.row, LINES_OF_HEADING * HEIGHT_OF_LINE);
        head(sheet, headings);
        sheet.columns = headings.size();
        sheet.worksheet.freezePane(1, 1);
    }

    private static void head(Sheet sheet, List<String> headings) {
        texts(sheet, headings);
        sheet.worksheet
                .range(sheet.row, 0, sheet.row, headings.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .verticalAlignment("top")
                .fillColor(HEADING_FILL)
                .set();
        sheet.row++;
    }

    private static void texts(Sheet sheet, List<String> texts) {
        for (var column = 0; column < texts.size(); column++) {
            if (!texts.get(column).isEmpty()) {
                sheet.worksheet.inlineString(sheet.row, column, SafeCells.defuse(texts.get(column)));
            }
        }
    }

    List<String> headingsOfLibrary() {
        return List.of(
                words.heading(Heading.LIBRARY),
                words.heading(Heading.LIBRARY_TYPE),
                words.npp(),
                words.heading(Heading.VILLAGE),
                words.heading(Heading.VILLAGE_CODE),
                words.heading(Heading.DISTRICT),
                words.heading(Heading.REGENCY),
                words.heading(Heading.PROVINCE));
    }

    /// What stands under these headings.
    List<String> cellsOf(PlacedLibrary library) {
        var places = library.places();
        return List.of(
                library.name(),
                words.type(library.type()),
                library.npp().orElse(""),
                title(Optional.ofNullable(places.get(RegionLevel.VILLAGE))),
                Optional.ofNullable(places.get(RegionLevel.VILLAGE))
                        .map(Region::code)
                        .orElse(""),
                title(Optional.ofNullable(places.get(RegionLevel.DISTRICT))),
                title(Optional.ofNullable(places.get(RegionLevel.REGENCY))),
                title(Optional.ofNullable(places.get(RegionLevel.PROVINCE))));
    }

    private static String title(Optional<Region> region) {
        return region.map(Region::name).orElse("");
    }

    void row(Sheet sheet, List<String> texts, List<OptionalLong> numbers) throws IOException {
        texts(sheet, texts);
        var column = texts.size();
        for (var number : numbers) {
            number(sheet, column++, number);
        }
        sheet.row++;
        if (sheet.row % FLUSH_EVERY == 0) {
            sheet.worksheet.flush();
        }
    }

    private static void number(Sheet sheet, int column, OptionalLong number) {
        number.ifPresent(value -> {
            sheet.worksheet.value(sheet.row, column, value);
            sheet.worksheet.style(sheet.row, column).format(WHOLE).set();
        });
    }

    void end(Sheet sheet) throws IOException {
        sheet.worksheet.setAutoFilter(0, 0, sheet.row - 1, sheet.columns - 1);
        sheet.worksheet.finish();
    }

    /// Fills the first sheet: what it is about, the figures, and what one should know about them.
    void overview(Sheet sheet, String title, List<List<String>> about, List<Line> lines, List<String> notes) {
        var worksheet = sheet.worksheet;
        worksheet.width(0, WIDTH_OF_FIGURE);
        worksheet.width(1, WIDTH_OF_NUMBER);
        worksheet.width(2, WIDTH_OF_SOURCE);
        worksheet.inlineString(0, 0, title);
        worksheet.style(0, 0).bold().set();
        sheet.row = 1;
        for (var line : about) {
            texts(sheet, List.of(line.getFirst() + ": " + line.getLast()));
            sheet.row++;
        }
        sheet.row++;
        head(sheet, List.of(words.headingOfFigure(), words.headingOfNumber(), words.headingOfSource()));
        for (var line : lines) {
            texts(sheet, List.of(line.figure(), "", line.source()));
            number(sheet, 1, line.number());
            sheet.row++;
        }
        sheet.row++;
        for (var note : notes) {
            texts(sheet, List.of(note));
            worksheet.range(sheet.row, 0, sheet.row, 2).merge();
            worksheet
                    .style(sheet.row, 0)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            worksheet.rowHeight(sheet.row, HEIGHT_OF_LINE * (1 + note.length() / CHARACTERS_OF_NOTE));
            sheet.row++;
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
        workbook.close();
    }
}
