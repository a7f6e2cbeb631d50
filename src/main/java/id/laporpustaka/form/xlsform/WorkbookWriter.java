package id.laporpustaka.form.xlsform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes a form as a workbook that is pleasant to edit.
final class WorkbookWriter {
    private static final String TEXT_FORMAT = "@";
    private static final String HEADER_FILL = "E8EEF4";
    private static final double NARROWEST = 10;
    private static final double WIDEST = 48;

    private WorkbookWriter() {}

    static byte[] write(Sheets sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Lapor Pustaka", "1.0")) {
            for (var sheet : sheets.sheets()) {
                write(sheet, workbook.newWorksheet(sheet.name()));
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception); // nothing leaves memory here
        }
        return bytes.toByteArray();
    }

    private static void write(Sheets.Sheet sheet, Worksheet worksheet) {
        var headers = sheet.headers().stream().distinct().toList();
        for (var column = 0; column < headers.size(); column++) {
            var header = headers.get(column);
            worksheet.value(0, column, CellText.encode(header));
            worksheet.width(column, width(header, sheet.rows()));
            for (var row = 0; row < sheet.rows().size(); row++) {
                var text = sheet.rows().get(row).cells().get(header);
                if (text != null) {
                    worksheet.value(row + 1, column, CellText.encode(text));
                }
            }
        }
        if (!headers.isEmpty()) {
            worksheet
                    .range(0, 0, sheet.rows().size(), headers.size() - 1)
                    .style()
                    .format(TEXT_FORMAT)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            worksheet
                    .range(0, 0, 0, headers.size() - 1)
                    .style()
                    .bold()
                    .fillColor(HEADER_FILL)
                    .set();
            worksheet.freezePane(0, 1);
        }
    }

    /// In characters, with some room at the right.
    private static double width(String header, List<Sheets.Row> rows) {
        var longest = rows.stream()
                .mapToInt(row -> row.cells().getOrDefault(header, "").length())
                .max()
                .orElse(0);
        return Math.clamp(Math.max(header.length(), longest) + 2.0, NARROWEST, WIDEST);
    }
}
