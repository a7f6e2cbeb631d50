package id.laporpustaka.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/// Makes a summary fit to be told to many: rows behind which a single library could be seen are told together.
public final class SmallRows {
    /// So few reports, or libraries, tell of one.
    public static final int FEWEST = 3;

    private SmallRows() {}

    /// Whether so few libraries stand behind the whole that not even its totals may be told.
    public static boolean isTooSmall(Summary summary) {
        return summary.totals().reports() > 0 && summary.libraries() < FEWEST;
    }

    /// The same with small rows in one at the end. What is left out there cannot be found by subtracting the
    /// others: it is at least two rows, and enough reports. Where reports belong to several rows, which add up
    /// to nothing, the small ones are left out.
    public static Summary join(Summary summary) {
        var rows = new ArrayList<>(summary.rows());
        var small = new ArrayList<>(rows.stream().filter(SmallRows::tellsOfOne).toList());
        if (small.isEmpty()) {
            return summary;
        }
        rows.removeAll(small);
        if (overlaps(summary.query().groupBy())) {
            return with(summary, rows);
        }
        while (!rows.isEmpty() && (small.size() < 2 || reports(small) < FEWEST)) {
            var next = rows.stream()
                    .min(Comparator.comparingLong(row -> row.totals().reports()))
                    .orElseThrow();
            rows.remove(next);
            small.add(next);
        }
        if (!rows.isEmpty()) {
            rows.add(joined(small));
        }
        return with(summary, rows);
    }

    private static boolean tellsOfOne(SummaryRow row) {
        return row.totals().reports() < FEWEST || row.libraries().equals(OptionalInt.of(1));
    }

    private static boolean overlaps(GroupBy groupBy) {
        return groupBy == GroupBy.PARTNER || groupBy == GroupBy.FUND || groupBy == GroupBy.QUESTION;
    }

    private static long reports(List<SummaryRow> rows) {
        return rows.stream().mapToLong(row -> row.totals().reports()).sum();
    }

    private static SummaryRow joined(List<SummaryRow> rows) {
        return new SummaryRow(
                new GroupKey.Others(),
                rows.stream().map(SummaryRow::totals).reduce(Totals.NONE, Totals::and),
                rows.stream().map(SummaryRow::before).reduce(Totals.NONE, Totals::and));
    }

    private static Summary with(Summary summary, List<SummaryRow> rows) {
        return new Summary(
                summary.query(), summary.totals(), rows, summary.before(), summary.coverage(), summary.libraries());
    }
}
