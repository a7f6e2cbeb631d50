package id.laporpustaka.export.rows;

import id.laporpustaka.texts.ExportWords;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A list as a file of one table, written row by row, so that it is never held in memory. No cell is a formula.
public final class ListFile implements AutoCloseable {
    private static final int WIDTH = 20;
    private static final int WIDTH_OF_FIRST = 40;

    /// What programs of offices open. The names in lower case are in addresses and are endings of files.
    public enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv; charset=utf-8");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        public String contentType() {
            return contentType;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Format> find(String code) {
            return Stream.of(values())
                    .filter(format -> format.code().equals(code))
                    .findFirst();
        }
    }

    private final Tables tables;

    /// Begins the file.
    ///
    /// @param headings one for each column
    public ListFile(OutputStream out, Format format, ExportWords words, String name, List<String> headings)
            throws IOException {
        tables = switch (format) {
            case XLSX -> new XlsxTables(out, words);
            case CSV -> new CsvTables(out, words, true);
        };
        tables.begin(name, columns(headings), headings);
    }

    private static List<Column> columns(List<String> headings) {
        return headings.stream()
                .map(heading -> new Column(
                        heading,
                        heading,
                        Optional.empty(),
                        List.of(),
                        false,
                        heading.equals(headings.getFirst()) ? WIDTH_OF_FIRST : WIDTH,
                        (_, _, _) -> {}))
                .toList();
    }

    /// Adds a row.
    ///
    /// @param cells each writes exactly one, in the order of the headings
    public void add(List<Consumer<Cells>> cells) throws IOException {
        var row = tables.row();
        cells.forEach(cell -> cell.accept(row));
        tables.endRow();
    }

    /// The file is complete then.
    @Override
    public void close() throws IOException {
        tables.end();
        tables.close();
    }
}
