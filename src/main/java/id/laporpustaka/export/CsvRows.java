package id.laporpustaka.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Writes CSV (RFC 4180) row by row, so that however many rows there are, they are never held together. In UTF-8
/// with the mark by which spreadsheet programs know it; no cell is a formula.
public final class CsvRows implements AutoCloseable {
    private static final char MARK = '\uFEFF';

    private final Writer writer;
    private final String separator;

    public CsvRows(OutputStream out) {
        this(out, ",");
    }

    /// @param separator between cells
    public CsvRows(OutputStream out, String separator) {
        this.separator = separator;
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        write(String.valueOf(MARK));
    }

    public void add(List<String> cells) {
        write(cells.stream().map(CsvRows::cell).collect(Collectors.joining(separator, "", "\r\n")));
    }

    private static String cell(String text) {
        return '"' + SafeCells.defuse(text).replace("\"", "\"\"") + '"';
    }

    private void write(String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
