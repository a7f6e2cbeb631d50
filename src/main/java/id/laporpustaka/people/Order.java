package id.laporpustaka.people;

import org.jooq.Field;
import org.jooq.SortField;

/// By which column of a table its rows are ordered. Rows that are alike in it come in the order of their ids,
/// so that no row is on two pages.
///
/// @param column its name in the address; the query knows which there are
public record Order(String column, boolean descending) {
    public static Order up(String column) {
        return new Order(column, false);
    }

    public static Order down(String column) {
        return new Order(column, true);
    }

    /// Ordered by a column that may be empty: empty ones come last, whichever way.
    public SortField<?> by(Field<?> field) {
        return plainlyBy(field).nullsLast();
    }

    /// Ordered by a column that is never empty, so that an index can be read in its order.
    public SortField<?> plainlyBy(Field<?> field) {
        return descending ? field.desc() : field.asc();
    }
}
