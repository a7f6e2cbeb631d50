package id.laporpustaka.form.xlsform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// Sheets that are no forms, of either kind: an `.xlsx` workbook, read within the same limits as one with a
/// form, or a CSV file as programs of all ages write it.
public final class Grids {
    private static final int MOST_SHEETS = 10;
    private static final int MOST_COLUMNS = 500;
    private static final int MOST_LETTERS = 16_000_000;

    /// Leaves room for a sign before it.
    private static final int LONGEST_CELL = CellText.LONGEST - 1;

    private static final Charset OF_OLD_WINDOWS = Charset.forName("windows-1252");
    private static final String SEPARATOR_TOLD = "sep=";

    private Grids() {}

    /// Knows the kind by what is in the file, not by its name.
    ///
    /// @param mostLines of each sheet
    public static GridReading read(byte[] file, int mostLines) {
        if (Workbooks.isOldOffice(file)) {
            return refused(Workbooks.oldOffice(file));
        }
        try {
            if (Workbooks.isZip(file)) {
                return new GridReading.Read(readWorkbook(file, mostLines));
            }
            var text = decode(file).orElseThrow(WorkbookParts::notAWorkbook);
            return new GridReading.Read(List.of(readCsv(text, mostLines)));
        } catch (UnsafeWorkbook unsafe) {
            return refused(unsafe.refusal());
        } catch (IOException
                | RuntimeException _) { // the library meets a damaged workbook with exceptions of many kinds
            return refused(UnsafeWorkbook.damaged().refusal());
        }
    }

    private static GridReading refused(WorkbookReading.Refused refusal) {
        return new GridReading.Refused(refusal.problems().getFirst().message());
    }

    /// Counts what is kept of a file; a few bytes of a workbook can stand for a long text in each of its cells.
    private static final class Size {
        private int letters;

        private void add(List<String> cells) throws UnsafeWorkbook {
            for (var cell : cells) {
                letters += cell.length();
                if (letters > MOST_LETTERS || cell.length() > LONGEST_CELL) {
                    throw UnsafeWorkbook.tooLarge();
                }
            }
            if (cells.size() > MOST_COLUMNS) {
                throw UnsafeWorkbook.tooLarge();
            }
        }
    }

    private static List<Grid> readWorkbook(byte[] file, int mostLines) throws IOException, UnsafeWorkbook {
        try (var workbook = Workbooks.open(file)) {
            var size = new Size();
            var grids = new ArrayList<Grid>();
            var seen = workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .limit(MOST_SHEETS)
                    .toList();
            for (var sheet : seen) {
                grids.add(readSheet(sheet, mostLines, size));
            }
            if (grids.isEmpty()) {
                throw WorkbookParts.notAWorkbook();
            }
            return grids;
        }
    }

    private static Grid readSheet(Sheet sheet, int mostLines, Size size) throws IOException, UnsafeWorkbook {
        var lines = new ArrayList<Grid.Line>();
        var number = 0;
        try (var stream = sheet.openStream()) {
            for (var row : (Iterable<Row>) stream::iterator) {
                number = Math.max(number + 1, row.getRowNum()); // a row may come without its number
                var cells = cells(row);
                if (cells.isEmpty()) {
                    continue;
                }
                if (lines.size() == mostLines) {
                    return new Grid(sheet.getName(), lines, true);
                }
                size.add(cells);
                lines.add(new Grid.Line(number, cells));
            }
        }
        return new Grid(sheet.getName(), lines, false);
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var cell : row) {
            cells.add(cell == null ? "" : Sheets.tidy(CellText.seen(cell)));
        }
        return trimmed(cells);
    }

    private static List<String> trimmed(List<String> cells) {
        var end = cells.size();
        while (end > 0 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        return cells.subList(0, end);
    }

    /// UTF-8 or UTF-16 if it says so or can be nothing else, else what Windows wrote before; empty for what is
    /// no text.
    private static Optional<String> decode(byte[] file) {
        Optional<String> text;
        if (startsWith(file, 0xff, 0xfe)) {
            text = decode(file, StandardCharsets.UTF_16LE);
        } else if (startsWith(file, 0xfe, 0xff)) {
            text = decode(file, StandardCharsets.UTF_16BE);
        } else {
            text = decode(file, StandardCharsets.UTF_8).or(() -> decode(file, OF_OLD_WINDOWS));
        }
        return text.filter(
                it -> it.chars().noneMatch(sign -> sign < ' ' && sign != '\t' && sign != '\n' && sign != '\r'));
    }

    private static Optional<String> decode(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] file, int first, int second) {
        return file.length >= 2 && (file[0] & 0xff) == first && (file[1] & 0xff) == second;
    }

    /// Excel's own first line `sep=;` tells what separates the columns, and is no row.
    private static Grid readCsv(String text, int mostLines) throws UnsafeWorkbook {
        var csv = (text.startsWith("\ufeff") ? text.substring(1) : text)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        var told = csv.startsWith(SEPARATOR_TOLD) && csv.length() > SEPARATOR_TOLD.length();
        var separator = told ? csv.charAt(SEPARATOR_TOLD.length()) : CsvLines.separatorOf(csv);
        var all = CsvLines.read(csv, separator);
        var size = new Size();
        var lines = new ArrayList<Grid.Line>();
        var number = 0;
        for (var line : told ? all.subList(1, all.size()) : all) {
            number++;
            var cells = trimmed(line.cells().stream().map(Sheets::tidy).toList());
            if (cells.isEmpty()) {
                continue;
            }
            if (lines.size() == mostLines) {
                return new Grid("", lines, true);
            }
            size.add(cells);
            lines.add(new Grid.Line(number, cells));
        }
        return new Grid("", lines, false);
    }
}
