package id.laporpustaka.people;

import java.util.List;

/// A page of a list, counted from 0.
///
/// @param total rows on all pages together
/// @param size the most rows that a page has
public record Page<T>(List<T> rows, int number, int total, int size) {
    /// How many rows a page has: what a phone shows without scrolling much.
    public static final int SIZE = 10;

    public Page {
        rows = List.copyOf(rows);
    }

    /// A page of [#SIZE] rows.
    public Page(List<T> rows, int number, int total) {
        this(rows, number, total, SIZE);
    }

    /// How many pages there are; at least one, which may be empty.
    public int pages() {
        return Math.max(1, Math.ceilDiv(total, size));
    }

    static int offset(int number) {
        return Math.multiplyExact(Math.max(0, number), SIZE);
    }
}
