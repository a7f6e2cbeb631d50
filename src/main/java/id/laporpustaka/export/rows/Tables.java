package id.laporpustaka.export.rows;

import java.io.IOException;
import java.util.List;

/// A file of tables, written one after the other and row by row, so that it is never held in memory.
interface Tables extends AutoCloseable {
    /// The rows that follow belong to a table of their own.
    ///
    /// @param headings one for each column
    void begin(String name, List<Column> columns, List<String> headings) throws IOException;

    /// Where the cells of the next row go.
    Cells row() throws IOException;

    void endRow() throws IOException;

    void end() throws IOException;

    /// A small table of texts.
    void page(Page page) throws IOException;

    /// The file is complete then.
    @Override
    void close() throws IOException;

    /// What explains the tables; not there in a file of a single table.
    ///
    /// @param headed whether the first row is a heading
    record Page(String name, boolean headed, List<List<String>> rows, List<Integer> widths) {
        public Page {
            rows = List.copyOf(rows);
            widths = List.copyOf(widths);
        }
    }
}
