package id.laporpustaka.export.chart;

import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.GroupKey;
import id.laporpustaka.summary.Measure;
import id.laporpustaka.summary.Summary;
import id.laporpustaka.summary.SummaryQuery;
import id.laporpustaka.summary.SummaryRow;
import id.laporpustaka.summary.Totals;
import id.laporpustaka.texts.SummaryNames;
import id.laporpustaka.texts.SummaryWords;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A summary as a picture: upright bars of months, lying ones of everything else, each beside what it is compared with
/// where a row knows it, which is [SummaryQuery#compared]. The same summary makes the same picture on every machine.
public final class SummaryChart {
    /// As wide as it is read well on a phone.
    public static final int PHONE_WIDTH = BarPicture.WIDTH;

    private static final int MOST_BARS = 12;

    private final SummaryWords words;
    private final SummaryNames names;

    public SummaryChart(SummaryWords words, SummaryNames names) {
        this.words = words;
        this.names = names;
    }

    /// A picture as PNG, whose height follows from what is in it.
    ///
    /// @param place what the summary is about, as people call it
    public byte[] draw(Summary summary, String place, Measure measure, int width) {
        return BarPicture.png(chart(summary, place, measure), width);
    }

    private BarChart chart(Summary summary, String place, Measure measure) {
        var query = summary.query();
        var groupBy = query.groupBy();
        var isByMonth = groupBy == GroupBy.MONTH;
        var rows = isByMonth ? everyMonth(summary) : summary.rows();
        var shown = isByMonth ? last(rows) : first(rows);
        var before = query.compared();
        var compares = shown.stream().anyMatch(row -> measure.of(row.before()) > 0);
        return new BarChart(
                words.heading(measure, groupBy),
                place + " · " + words.period(query.from(), query.to()),
                new BarChart.Series(
                        words.period(query.from(), query.to()),
                        compares ? Optional.of(words.period(before.from(), before.to())) : Optional.empty()),
                shown.stream().map(row -> bar(groupBy, row, measure)).toList(),
                isByMonth,
                note(rows, shown, isByMonth, measure),
                words.coverage(summary.coverage()));
    }

    private static List<SummaryRow> first(List<SummaryRow> rows) {
        return rows.subList(0, Math.min(rows.size(), MOST_BARS));
    }

    private static List<SummaryRow> last(List<SummaryRow> rows) {
        return rows.subList(Math.max(0, rows.size() - MOST_BARS), rows.size());
    }

    /// Also those without reports, from the first to the last that has any.
    private static List<SummaryRow> everyMonth(Summary summary) {
        var months = summary.rows().stream()
                .flatMap(row -> row.key() instanceof GroupKey.OfMonth(var month) ? Stream.of(month) : Stream.empty())
                .toList();
        if (months.isEmpty()) {
            return List.of();
        }
        return Stream.iterate(
                        months.getFirst(), month -> !month.isAfter(months.getLast()), month -> month.plusMonths(1))
                .map(month -> row(summary, month))
                .toList();
    }

    private static SummaryRow row(Summary summary, YearMonth month) {
        var key = new GroupKey.OfMonth(month);
        return summary.rows().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseGet(() -> new SummaryRow(key, Totals.NONE, Totals.NONE));
    }

    private BarChart.Bar bar(GroupBy groupBy, SummaryRow row, Measure measure) {
        var value = measure.of(row.totals());
        var label = row.key() instanceof GroupKey.OfMonth(var month)
                ? words.monthShort(month)
                : names.of(groupBy, row.key());
        var before = measure.of(row.before());
        return new BarChart.Bar(label, value, words.value(measure, value), before, words.value(measure, before));
    }

    private String note(List<SummaryRow> rows, List<SummaryRow> shown, boolean isByMonth, Measure measure) {
        if (rows.isEmpty()) {
            return words.nothing();
        }
        var left = rows.size() - shown.size();
        if (left == 0) {
            return "";
        }
        var all = rows.stream().mapToLong(row -> measure.of(row.totals())).sum();
        var drawn = shown.stream().mapToLong(row -> measure.of(row.totals())).sum();
        return isByMonth ? words.earlierMonths(left, measure, all - drawn) : words.others(left, measure, all - drawn);
    }
}
