package id.laporpustaka.export.recap;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.export.rows.LibraryPlaces;
import id.laporpustaka.export.rows.PlacedLibrary;
import id.laporpustaka.export.rows.Selection;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;
import org.jooq.SelectSelectStep;

/// Adds the reports of a selection up: in all, by month and by library.
final class RecapQuery {
    private static final int AT_ONCE = 500;

    private final DSLContext db;
    private final Selection selection;

    /// @param db a snapshot
    RecapQuery(DSLContext db, Selection selection) {
        this.db = db;
        this.selection = selection;
    }

    @FunctionalInterface
    interface Reader {
        void read(PlacedLibrary library, List<BigDecimal> sums) throws IOException;
    }

    /// How many reports there are of each form that has any.
    Map<String, Integer> countByForm() {
        return from(db.select(SUBMISSION.FORM_ID, count()))
                .where(selection.holds())
                .groupBy(SUBMISSION.FORM_ID)
                .fetchMap(SUBMISSION.FORM_ID, count());
    }

    private static <R extends Record> SelectJoinStep<R> from(SelectSelectStep<R> select) {
        return select.from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .leftJoin(RecapFields.FIRST)
                .on(RecapFields.FIRST.ID.eq(SUBMISSION.SHARED_WITH));
    }

    int countLibraries() {
        return db.select(count())
                .from(LIBRARY)
                .where(selection.holdsLibrary())
                .and(LIBRARY.ACTIVE)
                .fetchSingle()
                .value1();
    }

    /// @param sums those that count people once
    List<BigDecimal> totals(List<Field<BigDecimal>> sums) {
        var row = from(db.select(sums)).where(selection.holds()).fetchSingle();
        return sums.stream().map(row::get).toList();
    }

    /// @param sums those that count people once
    Map<YearMonth, List<BigDecimal>> byMonth(List<Field<BigDecimal>> sums) {
        var month = field("to_char({0}, 'YYYY-MM')", String.class, SUBMISSION.DATE_START);
        var fields = new ArrayList<SelectField<?>>(sums);
        fields.add(month);
        var months = new TreeMap<YearMonth, List<BigDecimal>>();
        from(db.select(fields))
                .where(selection.holds())
                .groupBy(month)
                .forEach(row -> months.put(
                        YearMonth.parse(row.get(month)),
                        sums.stream().map(row::get).toList()));
        return months;
    }

    /// Hands the libraries in use over, also those without reports, in the order of their regions.
    ///
    /// @param sums those that count people for each library
    void forEachLibrary(List<Field<BigDecimal>> sums, Reader reader) throws IOException {
        var named = new ArrayList<Field<BigDecimal>>();
        for (var place = 0; place < sums.size(); place++) {
            named.add(sums.get(place).as("sum_" + place));
        }
        var reports = lateral(select(named)
                        .from(SUBMISSION)
                        .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                        .and(selection.holdsReport()))
                .as("sums");
        var found = named.stream()
                .map(sum -> field(name("sums", sum.getName()), BigDecimal.class))
                .toList();
        try (var cursor = LibraryPlaces.select(db, found)
                .crossJoin(reports)
                .where(selection.holdsLibrary())
                .and(LIBRARY.ACTIVE)
                .orderBy(LIBRARY.REGION_CODE, LIBRARY.NAME, LIBRARY.ID)
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            while (cursor.hasNext()) {
                for (var row : cursor.fetchNext(AT_ONCE)) {
                    reader.read(
                            LibraryPlaces.read(row),
                            found.stream().map(row::get).toList());
                }
            }
        }
    }
}
