package id.laporpustaka.db;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.postgresql.PGConnection;

/// Sends many rows to PostgreSQL as one stream, with `COPY … FROM STDIN`.
public final class BulkCopy {
    private BulkCopy() {}

    /// Appends a CSV file (RFC 4180, in UTF-8, with a line of headers, which is skipped) to a table.
    ///
    /// @param transaction the transaction that the rows belong to
    /// @param columns those that the file has, in its order
    /// @return how many rows were added
    /// @throws org.jooq.exception.DataAccessException if a row does not fit; nothing of the file is added then
    public static long appendCsv(DSLContext transaction, Table<?> table, List<Field<?>> columns, InputStream csv) {
        var names = columns.stream()
                .map(column -> transaction.render(column.getUnqualifiedName()))
                .collect(joining(", "));
        Name name = table.getUnqualifiedName();
        var statement =
                "copy %s (%s) from stdin with (format csv, header true)".formatted(transaction.render(name), names);
        return transaction.connectionResult(connection -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, csv);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Counts what a table holds, so that queries are planned well at once and not only after some minutes.
    public static void analyze(DSLContext transaction, Table<?> table) {
        transaction.execute("analyze {0}", table);
    }
}
