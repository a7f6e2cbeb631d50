package id.laporpustaka.web;

import id.laporpustaka.place.Region;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.GroupKey;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.SummaryRow;
import id.laporpustaka.web.SummaryView.Bar;
import id.laporpustaka.web.SummaryView.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tables with bars on the summary page.
final class SummaryCharts {
    /// Longer tables fold what follows.
    private static final int ROWS_SHOWN = 12;

    private final Frame frame;
    private final Words words;
    private final FormLabels labels;
    private final Visitor visitor;

    SummaryCharts(Frame frame, FormLabels labels, Visitor visitor) {
        this.frame = frame;
        this.words = frame.words();
        this.labels = labels;
        this.visitor = visitor;
    }

    /// Those with rows. Without a report in the period there is only what the months before had.
    List<Chart> all(Period period, SummaryFindings findings) {
        var summary = findings.summary();
        var charts = new ArrayList<Chart>();
        add(charts, GroupBy.MONTH, findings.months(), period, findings.place());
        add(charts, GroupBy.TYPE, findings.types(), period, findings.place());
        add(charts, GroupBy.TOPIC, findings.topics(), period, findings.place());
        add(charts, summary.query().groupBy(), summary.rows(), period, findings.place());
        return charts;
    }

    private void add(
            List<Chart> charts, GroupBy groupBy, List<SummaryRow> rows, Period period, Optional<Region> place) {
        if (rows.isEmpty()) {
            return;
        }
        var widest =
                rows.stream().mapToLong(row -> row.totals().reports()).max().orElse(1);
        var bars = rows.stream()
                .map(row -> bar(groupBy, row, widest, period, place))
                .toList();
        var shown = Math.min(bars.size(), ROWS_SHOWN);
        var more = bars.size() - shown;
        charts.add(new Chart(
                words.text("summary.by", groupLabel(groupBy)),
                groupLabel(groupBy),
                bars.subList(0, shown),
                bars.subList(shown, bars.size()),
                more > 0 ? words.text("summary.more", more) : ""));
    }

    private Bar bar(GroupBy groupBy, SummaryRow row, long widest, Period period, Optional<Region> place) {
        var strong = !(row.key() instanceof GroupKey.OfMonth(var month))
                || !Period.ofMonth(month).from().isBefore(period.from().withDayOfMonth(1));
        return new Bar(
                labels.of(groupBy, row.key(), words),
                address(row.key(), period, place).map(frame::link).orElse(""),
                words.number(row.totals().reports()),
                words.number(row.totals().participants()),
                100.0 * row.totals().reports() / widest,
                strong);
    }

    private Optional<String> address(GroupKey key, Period period, Optional<Region> place) {
        return switch (key) {
            case GroupKey.OfMonth(var month) ->
                Optional.of(Addresses.summary(Period.ofMonth(month), place.map(Region::code)));
            case GroupKey.OfRegion(var region) ->
                Optional.of(region)
                        .filter(visitor::sees)
                        .filter(_ -> !place.equals(Optional.of(region)))
                        .map(part -> Addresses.summary(period, Optional.of(part.code())));
            case GroupKey.OfForm _,
                    GroupKey.OfStatus _,
                    GroupKey.OfChoice _,
                    GroupKey.OfLibrary _,
                    GroupKey.Others _,
                    GroupKey.OfReporter _ -> Optional.empty();
        };
    }

    private String groupLabel(GroupBy groupBy) {
        return words.text(
                switch (groupBy) {
                    case NONE -> throw new IllegalStateException("totals alone are no table");
                    case MONTH -> "summary.group.month";
                    case TYPE -> "summary.group.type";
                    case STATUS -> "summary.group.status";
                    case TOPIC -> "summary.group.topic";
                    case AGE_GROUP -> "summary.group.age_group";
                    case ACTIVITY_FORM -> "summary.group.activity_form";
                    case PARTNER -> "summary.group.partner";
                    case FUND -> "summary.group.fund";
                    case PROVINCE -> "summary.group.province";
                    case REGENCY -> "summary.group.regency";
                    case DISTRICT -> "summary.group.district";
                    case VILLAGE -> "summary.group.village";
                    case LIBRARY -> "summary.group.library";
                    case REPORTER -> "summary.group.reporter";
                    case QUESTION -> "summary.group.question";
                });
    }
}
