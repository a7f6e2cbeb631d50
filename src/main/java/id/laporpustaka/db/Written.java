package id.laporpustaka.db;

import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;

import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// A statement whose text is always the same, made from jOOQ's tree at its first use only: for the statements of every
/// message, of which making the text costs more than sending it.
///
/// The rows that it is about come along as one array a column, so that the text does not depend on how many there are
/// and PostgreSQL runs it once for all of them (PostgreSQL documentation, 9.19: `unnest` of several arrays). Safe
/// to use from all threads.
public final class Written<T> {
    private static final String PLACE = "place";

    /// PostgreSQL's names of the types of elements.
    private static final Map<Class<?>, String> ARRAYS = Map.of(
            Long.class, "int8",
            Integer.class, "int4",
            Short.class, "int2",
            Boolean.class, "bool",
            String.class, "text");

    private static final Written<Void> COMMIT = once(DSL::commit);

    private final Supplier<Text<T>> writing;
    private volatile @Nullable Text<T> text;

    private Written(Supplier<Text<T>> writing) {
        this.writing = writing;
    }

    private record Text<T>(String sql, List<Column<T, ?>> columns, Places results) {}

    private record Column<T, V>(String name, DataType<V> type, Function<? super T, ? extends @Nullable V> value) {
        /// What has no array of its own in JDBC goes as text, which the statement casts.
        Object[] values(List<? extends T> rows) {
            var isText = !ARRAYS.containsKey(type.getType());
            var values = (Object[]) Array.newInstance(isText ? String.class : type.getType(), rows.size());
            for (var row = 0; row < values.length; row++) {
                var found = value.apply(rows.get(row));
                values[row] = isText && found != null ? found.toString() : found;
            }
            return values;
        }

        String typeName() {
            return ARRAYS.getOrDefault(type.getType(), "text");
        }
    }

    /// One without rows, and without values that change.
    public static Written<Void> once(Supplier<? extends Query> statement) {
        return new Written<>(() -> text(new Rows<Void>(PLACE), statement.get()));
    }

    /// One for rows that are given each time.
    ///
    /// @param alias of the rows in the statement
    /// @param statement made once; no value of a single row or of the moment may be in it
    public static <T> Written<T> forRows(String alias, Function<Rows<T>, ? extends Query> statement) {
        return new Written<>(() -> {
            var rows = new Rows<T>(alias);
            return text(rows, statement.apply(rows));
        });
    }

    private static <T> Text<T> text(Rows<T> rows, Query statement) {
        var writer = DSL.using(SQLDialect.POSTGRES);
        var expected = rows.columns.stream().map(column -> column.name()).toList();
        var found = statement.getParams().entrySet().stream()
                .filter(entry -> !entry.getValue().isInline())
                .map(Map.Entry::getKey)
                .toList();
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(
                    "Values must be those of rows, each used once and in order, or inline: %s in %s"
                            .formatted(found, writer.render(statement)));
        }
        List<Field<?>> results = switch (statement) {
            case Select<?> select -> selected(select);
            case ResultQuery<?> query -> List.of(query.fields());
            default -> List.of();
        };
        return new Text<>(writer.render(statement), List.copyOf(rows.columns), new Places(results));
    }

    private static List<Field<?>> selected(Select<?> select) {
        var fields = new ArrayList<Field<?>>();
        for (var part : select.$select()) {
            if (!(part instanceof Field<?> field)) {
                throw new IllegalArgumentException("What it returns must be named: " + part);
            }
            fields.add(field);
        }
        return fields;
    }

    /// A statement and the rows that it is to be run for.
    public record Bound<T>(Written<T> statement, List<? extends T> rows) {
        /// What it returns, with the fields that it was made with.
        public List<Row> fetch(DSLContext db) {
            return runAll(db, List.of(this)).getFirst();
        }

        private boolean isAboutNothing() {
            return rows.isEmpty() && !statement.text().columns().isEmpty();
        }

        private int set(PreparedStatement prepared, int first) throws SQLException {
            var place = first;
            for (var column : statement.text().columns()) {
                prepared.setArray(
                        place++, prepared.getConnection().createArrayOf(column.typeName(), column.values(rows)));
            }
            return place;
        }
    }

    /// Commits the transaction, as the last of several statements that run together, which saves the round trip of
    /// doing so afterwards. Whoever began it ends it as always; it must not be one inside of another.
    public static Bound<Void> commit() {
        return COMMIT.with(List.of());
    }

    /// To be run together with others, see [#runAll].
    public Bound<T> with(List<? extends T> rows) {
        return new Bound<>(this, rows);
    }

    /// Runs it for some rows; in a transaction if the context is of one.
    ///
    /// @return how many rows were changed
    public int execute(DSLContext db, List<? extends T> rows) {
        return db.connectionResult(connection -> {
            try (var prepared = prepare(connection, List.of(with(rows)))) {
                return prepared.executeUpdate();
            }
        });
    }

    /// The same for what it returns, with the fields that it was made with.
    public List<Row> fetch(DSLContext db, List<? extends T> rows) {
        return with(rows).fetch(db);
    }

    /// Runs statements one after the other, with one round trip for all of them; those without rows are left out. When
    /// one fails none has been done, as they are sent without a Sync in between
    /// (<https://www.postgresql.org/docs/current/protocol-flow.html>, "Pipelining").
    ///
    /// @return what each returned, nothing for those that return nothing or were left out
    public static List<List<Row>> runAll(DSLContext db, List<Bound<?>> statements) {
        var needed = needed(statements);
        if (needed.isEmpty()) {
            return statements.stream().map(_ -> List.<Row>of()).toList();
        }
        return db.connectionResult(connection -> {
            try (var prepared = prepare(connection, needed)) {
                prepared.execute();
                var fetched = new ArrayList<List<Row>>();
                for (var bound : statements) {
                    fetched.add(bound.isAboutNothing() ? List.of() : next(bound, prepared));
                }
                return fetched;
            }
        });
    }

    private static List<Bound<?>> needed(List<Bound<?>> statements) {
        return statements.stream().filter(bound -> !bound.isAboutNothing()).toList();
    }

    private static List<Row> next(Bound<?> bound, PreparedStatement executed) throws SQLException {
        var places = bound.statement().text().results();
        try (var found = executed.getResultSet()) {
            var rows = found == null ? List.<Row>of() : rows(places, found);
            executed.getMoreResults();
            return rows;
        }
    }

    private static List<Row> rows(Places places, ResultSet found) throws SQLException {
        var rows = new ArrayList<Row>();
        while (found.next()) {
            rows.add(row(places, found));
        }
        return rows;
    }

    private static Row row(Places places, ResultSet found) throws SQLException {
        var values = new @Nullable Object[places.fields.size()];
        for (var place = 0; place < values.length; place++) {
            values[place] = value(found, place + 1, places.fields.get(place).getType());
        }
        return new Row(places, values);
    }

    private static @Nullable Object value(ResultSet found, int place, Class<?> type) throws SQLException {
        if (type == Instant.class) {
            var at = found.getObject(place, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }
        if (type == JSONB.class) {
            return JSONB.jsonbOrNull(found.getString(place));
        }
        if (type == Object.class) {
            return null; // of a function that returns nothing
        }
        if (type.isArray()) {
            var array = found.getArray(place);
            return array == null ? null : array.getArray();
        }
        return found.getObject(place, type);
    }

    private Text<T> text() {
        var written = text;
        if (written == null) {
            written = writing.get();
            text = written;
        }
        return written;
    }

    private static PreparedStatement prepare(Connection connection, List<? extends Bound<?>> statements)
            throws SQLException {
        var sql =
                statements.stream().map(bound -> bound.statement().text().sql()).collect(joining(";\n"));
        var prepared = connection.prepareStatement(sql);
        try {
            var place = 1;
            for (var bound : statements) {
                place = bound.set(prepared, place);
            }
            return prepared;
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    /// Where the fields are that a statement returns.
    private static final class Places {
        private final List<Field<?>> fields;
        private final Map<Field<?>, Integer> known = Collections.synchronizedMap(new IdentityHashMap<>());

        private Places(List<Field<?>> fields) {
            this.fields = List.copyOf(fields);
        }

        private int of(Field<?> field) {
            return known.computeIfAbsent(field, this::find);
        }

        private int find(Field<?> field) {
            var place = fields.indexOf(field);
            if (place < 0) {
                place = fields.stream().map(Field::getName).toList().indexOf(field.getName());
            }
            if (place < 0) {
                throw new IllegalArgumentException("No field " + field);
            }
            return place;
        }
    }

    /// A row that was fetched.
    public static final class Row {
        private final Places places;
        private final @Nullable Object[] values;

        private Row(Places places, @Nullable Object[] values) {
            this.places = places;
            this.values = values;
        }

        /// The value of a field that the statement was made with, else of the first one with its name; null if that is
        /// null.
        ///
        /// @throws IllegalArgumentException if it was made without this field
        @SuppressWarnings({"unchecked", "NullAway"
        }) // as with jOOQ's records, whoever asks knows whether it may be null
        public <V> V get(Field<V> field) {
            return (V) values[places.of(field)];
        }
    }

    /// The rows of a statement while it is made. Name all columns before asking for the [table][#table].
    public static final class Rows<T> {
        private final String alias;
        private final List<Column<T, ?>> columns = new ArrayList<>();

        private Rows(String alias) {
            this.alias = alias;
        }

        /// A column with the name and type of another.
        public <V> Field<V> column(Field<V> like, Function<? super T, ? extends @Nullable V> value) {
            return column(like.getName(), like.getDataType(), value);
        }

        public <V> Field<V> column(String column, DataType<V> type, Function<? super T, ? extends @Nullable V> value) {
            columns.add(new Column<>(column, type, value));
            return field(name(alias, column), type);
        }

        /// The place of a row among the others, from 1.
        public Field<Long> place() {
            return field(name(alias, PLACE), SQLDataType.BIGINT);
        }

        /// The arrays stand in selects of their own, so that PostgreSQL does not see how long they are and makes a plan
        /// once instead of one for each length, which takes longer than all the rest.
        public Table<?> table() {
            var arrays = new ArrayList<Field<?>>();
            var names = new ArrayList<Field<?>>();
            for (var column : columns) {
                arrays.add(field(select(param(column.name(), column.type().array()))));
                names.add(field(name(column.name())));
            }
            names.add(field(name(PLACE)));
            return DSL.table("unnest({0}) with ordinality as {1}({2})", list(arrays), name(alias), list(names));
        }
    }
}
