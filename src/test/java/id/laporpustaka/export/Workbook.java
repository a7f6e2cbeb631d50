package id.laporpustaka.export;

import id.laporpustaka.form.xlsform.GridReading;
import id.laporpustaka.form.xlsform.Grids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/// Workbooks for tests, as people make them.
public final class Workbook {
    private Workbook() {}

    public interface Content {
        void write(Worksheet sheet);
    }

    public static byte[] of(Content content) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(bytes, "Test", "1.0")) {
            content.write(workbook.newWorksheet("Lembar1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A workbook of texts, a line for each row, with `|` between the cells.
    public static byte[] of(String... rows) {
        return of(Arrays.stream(rows)
                .map(row -> Arrays.asList(row.split("\\|", -1)))
                .toList());
    }

    public static byte[] of(List<List<String>> rows) {
        return of(sheet -> {
            for (var row = 0; row < rows.size(); row++) {
                for (var column = 0; column < rows.get(row).size(); column++) {
                    var text = rows.get(row).get(column).strip();
                    if (!text.isEmpty()) {
                        sheet.value(row, column, text);
                    }
                }
            }
        });
    }

    /// All that is written in the first sheet of a workbook, with `|` between the cells.
    public static List<String> rows(byte[] workbook) {
        return ((GridReading.Read) Grids.read(workbook, 30_000))
                .grids().getFirst().lines().stream()
                        .map(line -> String.join(" | ", line.cells()).strip())
                        .toList();
    }
}
