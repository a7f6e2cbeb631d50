package id.laporpustaka.form.xlsform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// Takes the sheets of one workbook, one after the other; not for use by several threads.
final class WorkbookReader {
    private final Problems problems = new Problems();
    private final SheetsSize size = new SheetsSize();
    private final List<Sheets.Sheet> sheets = new ArrayList<>();

    void read(Sheet sheet) throws IOException, UnsafeWorkbook {
        var name = Sheets.tidy(sheet.getName()).toLowerCase(Locale.ROOT);
        var headerRow = 0;
        var number = 0;
        List<String> headers = List.of();
        var rows = new ArrayList<Sheets.Row>();
        try (var stream = sheet.openStream()) {
            for (var row : (Iterable<Row>) stream::iterator) {
                number = Math.max(number + 1, row.getRowNum()); // a row may come without its number
                var texts = texts(name, headers, number, row);
                if (texts.stream().allMatch(String::isEmpty)) {
                    continue;
                }
                size.addRow();
                if (headerRow == 0) {
                    headerRow = number;
                    headers = texts;
                } else {
                    rows.add(new Sheets.Row(number, cells(headers, texts)));
                }
            }
        }
        var named = headers.stream().filter(header -> !header.isEmpty()).toList();
        sheets.add(new Sheets.Sheet(name, headerRow, named, rows));
    }

    WorkbookReading finished() {
        if (!problems.areEmpty()) {
            return new WorkbookReading.Refused(problems.listed());
        }
        if (sheets.stream().allMatch(sheet -> sheet.headerRow() == 0)) {
            return WorkbookReading.Refused.because(
                    "Buku kerja ini kosong. Isi lembar survey, choices, dan settings.",
                    "This workbook is empty. Fill in the sheets survey, choices and settings.");
        }
        return new WorkbookReading.Read(new Sheets(sheets));
    }

    private List<String> texts(String sheet, List<String> headers, int number, Row row) throws UnsafeWorkbook {
        var texts = new ArrayList<String>();
        for (var cell : row) {
            var text = cell == null ? "" : text(sheet, headers, number, cell);
            size.addCell(text);
            texts.add(text);
        }
        return texts;
    }

    private String text(String sheet, List<String> headers, int row, Cell cell) {
        var text = CellText.find(cell);
        if (text.isEmpty()) {
            var column = cell.getColumnIndex() < headers.size() ? headers.get(cell.getColumnIndex()) : "";
            problems.add(
                    sheet,
                    row,
                    column,
                    "Sel ini berisi kesalahan " + cell.getRawValue() + ". Perbaiki rumusnya atau ketik isinya.",
                    "This cell holds the error " + cell.getRawValue() + ". Correct its formula or type its value.");
        }
        return Sheets.tidy(text.orElse(""));
    }

    private static Map<String, String> cells(List<String> headers, List<String> texts) {
        var cells = new LinkedHashMap<String, String>();
        for (var i = 0; i < Math.min(headers.size(), texts.size()); i++) {
            if (!headers.get(i).isEmpty() && !texts.get(i).isEmpty()) {
                cells.putIfAbsent(headers.get(i), texts.get(i));
            }
        }
        return cells;
    }
}
