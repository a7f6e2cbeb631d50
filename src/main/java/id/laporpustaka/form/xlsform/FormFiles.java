package id.laporpustaka.form.xlsform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A form's file of either kind: an `.xlsx` workbook, or one CSV file in the layout of pyxform.
public final class FormFiles {
    private FormFiles() {}

    /// Knows the kind by what is in the file, not by its name.
    public static WorkbookReading read(byte[] file) {
        if (file.length == 0
                || file.length > Workbooks.LARGEST_FILE
                || Workbooks.isZip(file)
                || Workbooks.isOldOffice(file)) {
            return Workbooks.read(file);
        }
        var text = text(file);
        if (text == null || text.indexOf('\0') >= 0) {
            return WorkbookParts.notAWorkbook().refusal();
        }
        var sheets = CsvSheets.read(text);
        if (sheets.find(Survey.SHEET).isEmpty()
                && sheets.find(FormSettings.SHEET).isEmpty()
                && sheets.find(ChoiceLists.SHEET).isEmpty()) {
            return WorkbookParts.notAWorkbook().refusal();
        }
        try {
            checkSize(sheets);
        } catch (UnsafeWorkbook unsafe) {
            return unsafe.refusal();
        }
        return new WorkbookReading.Read(sheets);
    }

    private static @Nullable String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static void checkSize(Sheets sheets) throws UnsafeWorkbook {
        var size = new SheetsSize();
        for (var sheet : sheets.sheets()) {
            for (var row : sheet.rows()) {
                size.addRow();
                for (var cell : row.cells().values()) {
                    size.addCell(cell);
                }
            }
        }
    }
}
