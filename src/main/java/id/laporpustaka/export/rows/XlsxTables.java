package id.laporpustaka.export.rows;

import id.laporpustaka.export.SafeCells;
import id.laporpustaka.texts.ExportWords;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook with a sheet for each table, and a second one where the rows do not fit into the first. Texts
/// stand in their cells rather than in a list for the whole workbook, which would have to be held in memory.
final class XlsxTables implements Tables {
    /// Of a sheet and of a cell (ECMA-376, and Excel's own limits).
    static final int MOST_ROWS = 1_048_576;

    static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_NAME = 31;

    private static final int FLUSH_EVERY = 200;
    private static final int COMPRESSION = 2;
    private static final double NANOS_OF_DAY = 24.0 * 60 * 60 * 1e9;

    private static final String DAY = "yyyy-mm-dd";
    private static final String MOMENT = "yyyy-mm-dd hh:mm";
    private static final String TIME = "hh:mm";
    private static final String MONEY = "#,##0";
    private static final String HEADING_FILL = "E8EEF4";

    private final Workbook workbook;
    private final ExportWords words;
    private final int mostRows;
    private final Set<String> names = new HashSet<>();
    private Optional<Sheet> open = Optional.empty();

    XlsxTables(OutputStream out, ExportWords words) {
        this(out, words, MOST_ROWS);
    }

    XlsxTables(OutputStream out, ExportWords words, int mostRows) {
        this.workbook = new Workbook(out, "Lapor Pustaka", "1.0");
        this.workbook.setCompressionLevel(COMPRESSION);
        this.words = words;
        this.mostRows = mostRows;
    }

    @Override
    public void begin(String name, List<Column> columns, List<String> headings) {
        open = Optional.of(new Sheet(name, columns, headings, 1));
    }

    @Override
    public Cells row() throws IOException {
        var sheet = open.orElseThrow();
        if (sheet.row == mostRows - 1) {
            sheet.finish();
            sheet = new Sheet(sheet.name, sheet.columns, sheet.headings, sheet.part + 1);
            open = Optional.of(sheet);
        }
        sheet.row++;
        sheet.column = 0;
        return sheet;
    }

    @Override
    public void endRow() throws IOException {
        open.orElseThrow().flushNowAndThen();
    }

    @Override
    public void end() throws IOException {
        open.orElseThrow().finish();
        open = Optional.empty();
    }

    private static void head(Worksheet sheet, List<String> headings) {
        for (var column = 0; column < headings.size(); column++) {
            sheet.inlineString(0, column, SafeCells.defuse(headings.get(column)));
        }
        sheet.range(0, 0, 0, headings.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .verticalAlignment("top")
                .fillColor(HEADING_FILL)
                .set();
    }

    /// As Excel wants the name of a sheet, and not one that is there already, whether in capitals or not.
    private String unique(String name) {
        var plain = name.replaceAll("[\\\\/?*\\[\\]:'\\p{Cntrl}]", " ").strip();
        var shown = plain.isEmpty() ? "-" : shortened(plain, LONGEST_NAME);
        for (var next = 2; !names.add(shown.toLowerCase(Locale.ROOT)); next++) {
            var ending = " " + next;
            shown = shortened(plain, LONGEST_NAME - ending.length()) + ending;
        }
        return shown;
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest).strip();
    }

    @Override
    public void page(Page page) throws IOException {
        var sheet = workbook.newWorksheet(unique(page.name()));
        for (var column = 0; column < page.widths().size(); column++) {
            sheet.width(column, page.widths().get(column));
        }
        if (page.headed()) {
            sheet.freezePane(0, 1);
        }
        for (var row = 0; row < page.rows().size(); row++) {
            var texts = page.rows().get(row);
            for (var column = 0; column < texts.size(); column++) {
                if (!texts.get(column).isEmpty()) {
                    sheet.inlineString(row, column, safe(texts.get(column)));
                }
            }
        }
        if (page.headed()) {
            head(sheet, page.rows().getFirst());
            sheet.setAutoFilter(0, 0, page.rows().size() - 1, page.widths().size() - 1);
        } else {
            sheet.range(0, 0, page.rows().size() - 1, 0)
                    .style()
                    .bold()
                    .verticalAlignment("top")
                    .set();
            sheet.range(0, 1, page.rows().size() - 1, 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
        sheet.finish();
    }

    private String safe(String text) {
        var defused = SafeCells.defuse(text);
        return defused.length() <= LONGEST_TEXT
                ? defused
                : defused.substring(0, LONGEST_TEXT - words.cut().length()) + words.cut();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /// The sheet that is being written, at one of its cells.
    private final class Sheet implements Cells {
        private final String name;
        private final List<Column> columns;
        private final List<String> headings;
        private final int part;
        private final Worksheet sheet;
        private int row;
        private int column;

        Sheet(String name, List<Column> columns, List<String> headings, int part) {
            this.name = name;
            this.columns = columns;
            this.headings = headings;
            this.part = part;
            sheet = workbook.newWorksheet(unique(part == 1 ? name : words.continued(name, part)));
            for (var place = 0; place < columns.size(); place++) {
                sheet.width(place, columns.get(place).width());
            }
            sheet.freezePane(1, 1);
            head(sheet, headings);
        }

        void flushNowAndThen() throws IOException {
            if (row % FLUSH_EVERY == 0) {
                sheet.flush();
            }
        }

        void finish() throws IOException {
            sheet.setAutoFilter(0, 0, row, columns.size() - 1);
            sheet.finish();
        }

        @Override
        public void empty() {
            column++;
        }

        @Override
        public void text(String text) {
            if (!text.isEmpty()) {
                sheet.inlineString(row, column, safe(text));
            }
            column++;
        }

        @Override
        public void number(long number) {
            sheet.value(row, column, number);
            if (columns.get(column).money()) {
                format(MONEY);
            }
            column++;
        }

        @Override
        public void number(BigDecimal number) {
            sheet.value(row, column, number);
            column++;
        }

        @Override
        public void day(LocalDate day) {
            sheet.value(row, column, day);
            format(DAY);
            column++;
        }

        @Override
        public void moment(LocalDateTime moment) {
            sheet.value(row, column, moment);
            format(MOMENT);
            column++;
        }

        @Override
        public void time(LocalTime time) {
            sheet.value(row, column, time.toNanoOfDay() / NANOS_OF_DAY);
            format(TIME);
            column++;
        }

        private void format(String format) {
            sheet.style(row, column).format(format).set();
        }
    }
}
