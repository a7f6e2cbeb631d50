package id.laporpustaka.db;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Rows that a statement brings along, as one array a column: however many there are, the statement is the same, so
/// that it is written, prepared and planned once, and run once for all of them.
///
/// Name all columns before asking for the [table][#table]. Not safe for use from several threads.
///
/// PostgreSQL documentation, 9.19 (`unnest` of several arrays).
public final class ManyRows<T> {
    private static final String PLACE = "place";

    private final String alias;
    private final List<T> rows;
    private final List<Field<?>> arrays = new ArrayList<>();
    private final List<Field<?>> names = new ArrayList<>();

    /// @param alias of the table in the statement
    public ManyRows(String alias, List<T> rows) {
        this.alias = alias;
        this.rows = List.copyOf(rows);
    }

    /// A column with the name and type of another.
    public <V> Field<V> column(Field<V> like, Function<? super T, ? extends @Nullable V> value) {
        return column(like.getName(), like.getDataType(), value);
    }

    public <V> Field<V> column(String column, DataType<V> type, Function<? super T, ? extends @Nullable V> value) {
        var values = Array.newInstance(type.getType(), rows.size());
        for (var row = 0; row < rows.size(); row++) {
            Array.set(values, row, value.apply(rows.get(row)));
        }
        arrays.add(val(values, type.array()));
        names.add(field(name(column)));
        return field(name(alias, column), type);
    }

    /// The place of a row among the others, from 1.
    public Field<Long> place() {
        return field(name(alias, PLACE), SQLDataType.BIGINT);
    }

    public Table<?> table() {
        var columns = new ArrayList<>(names);
        columns.add(field(name(PLACE)));
        return DSL.table("unnest({0}) with ordinality as {1}({2})", list(arrays), name(alias), list(columns));
    }
}
