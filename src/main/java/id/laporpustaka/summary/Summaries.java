package id.laporpustaka.summary;

import id.laporpustaka.place.Libraries;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;

/// The one engine behind every summary. What it says is always what the reports add up to at that moment, in one
/// statement, and the libraries in another; both see only what the query's scope holds.
public final class Summaries {
    private final DSLContext db;

    public Summaries(DSLContext db) {
        this.db = db;
    }

    public Summary summarise(SummaryQuery query) {
        var groups = new TotalsQuery(db, query).run();
        var counts = new ReportingLibraries(db, query).count();
        return new Summary(
                query,
                groups.totals(),
                new RowLabels(db).label(query.groupBy(), groups, counts.sentByRegion()),
                groups.before(),
                counts.coverage(),
                counts.sent());
    }

    /// The groups alone, without counting the libraries behind them: each row says how many reports it is of,
    /// not of how many libraries.
    public List<SummaryRow> rows(SummaryQuery query) {
        return new RowLabels(db).label(query.groupBy(), new TotalsQuery(db, query).run(), Map.of());
    }

    /// The sums alone.
    public Totals totals(SummaryQuery query) {
        return new TotalsQuery(db, query.by(GroupBy.NONE)).run().totals();
    }

    /// The same where each month stands beside that of the year before, also months which had reports only
    /// then; and so do the totals.
    public Summary compare(SummaryQuery query) {
        var now = summarise(query);
        return query.groupBy() == GroupBy.MONTH
                ? new Summary(
                        query,
                        now.totals(),
                        beside(now.rows(), rows(query.during(query.compared()))),
                        totals(query.during(query.compared())),
                        now.coverage(),
                        now.libraries())
                : now;
    }

    /// The months of at most a year alone, each beside that of the year before, in one statement.
    public List<SummaryRow> months(SummaryQuery query) {
        var both = new Period(query.period().yearBefore().from(), query.to());
        var rows = rows(query.during(both).by(GroupBy.MONTH));
        var first = YearMonth.from(query.from());
        return beside(
                rows.stream().filter(row -> !isBefore(row, first)).toList(),
                rows.stream().filter(row -> isBefore(row, first)).toList());
    }

    private static boolean isBefore(SummaryRow row, YearMonth first) {
        return row.key() instanceof GroupKey.OfMonth(var month) && month.isBefore(first);
    }

    private static List<SummaryRow> beside(List<SummaryRow> now, List<SummaryRow> before) {
        var rows = new TreeMap<YearMonth, SummaryRow>();
        for (var row : before) {
            if (row.key() instanceof GroupKey.OfMonth(var month)) {
                var later = month.plusYears(1);
                rows.put(later, new SummaryRow(new GroupKey.OfMonth(later), Totals.NONE, row.totals()));
            }
        }
        for (var row : now) {
            if (row.key() instanceof GroupKey.OfMonth(var month)) {
                var beside = Optional.ofNullable(rows.get(month)).map(SummaryRow::before);
                rows.put(month, new SummaryRow(row.key(), row.totals(), beside.orElse(Totals.NONE)));
            }
        }
        return List.copyOf(rows.values());
    }

    /// The active libraries of the query's scope that have sent no report of its period: those that reported
    /// last come first, those that never did last. How many there are in all is `partners - reported` of
    /// [Coverage].
    public List<SilentLibrary> silentLibraries(SummaryQuery query, int limit, int offset) {
        var rows = new ReportingLibraries(db, query).listSilent(limit, offset);
        var libraries = new Libraries(db).findAll(rows.map(row -> row.value1()));
        var silent = new ArrayList<SilentLibrary>();
        for (var row : rows) {
            silent.add(new SilentLibrary(
                    Objects.requireNonNull(libraries.get(row.value1())),
                    row.value2(),
                    Optional.ofNullable(row.value3())));
        }
        return silent;
    }
}
