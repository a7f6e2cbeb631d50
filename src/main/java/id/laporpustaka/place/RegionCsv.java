package id.laporpustaka.place;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads CSV (RFC 4180) row by row.
final class RegionCsv {
    private static final int END = -1;
    /// What is longer is cut; no name is.
    private static final int LONGEST_FIELD = 1_000;

    /// Further ones are left out; no region has so many.
    private static final int MOST_FIELDS = 100;

    private final Reader reader;
    private int next;

    RegionCsv(Reader reader) throws IOException {
        this.reader = reader;
        next = reader.read();
        if (next == '\uFEFF') {
            next = reader.read();
        }
    }

    /// The fields of the next row; empty at the end.
    Optional<List<String>> row() throws IOException {
        if (next == END) {
            return Optional.empty();
        }
        var fields = new ArrayList<String>();
        fields.add(field());
        while (next == ',') {
            next = reader.read();
            var field = field();
            if (fields.size() < MOST_FIELDS) {
                fields.add(field);
            }
        }
        if (next == '\r') {
            next = reader.read();
        }
        if (next == '\n') {
            next = reader.read();
        }
        return Optional.of(fields);
    }

    private String field() throws IOException {
        var field = new StringBuilder();
        if (next == '"') {
            quoted(field);
        }
        while (next != END && next != ',' && next != '\r' && next != '\n') {
            append(field);
        }
        return field.toString();
    }

    private void append(StringBuilder field) throws IOException {
        if (field.length() < LONGEST_FIELD) {
            field.append((char) next);
        }
        next = reader.read();
    }

    private void quoted(StringBuilder field) throws IOException {
        next = reader.read();
        while (next != END) {
            if (next == '"') {
                next = reader.read();
                if (next != '"') {
                    return;
                }
            }
            append(field);
        }
    }
}
