package id.laporpustaka.web;

import id.laporpustaka.place.Region;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.GroupKey;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.SummaryRow;
import id.laporpustaka.web.SummaryView.Bar;
import id.laporpustaka.web.SummaryView.Chart;
import id.laporpustaka.web.SummaryView.Month;
import id.laporpustaka.web.SummaryView.Trend;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /// The last months, if any of them or of those of the year before had a report.
    Optional<Trend> months(SummaryFindings findings) {
        if (findings.months().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Trend(findings.months().stream()
                .flatMap(row -> row.key() instanceof GroupKey.OfMonth(var month)
                        ? Stream.of(month(month, row, findings.place()))
                        : Stream.empty())
                .toList()));
    }

    private Month month(YearMonth month, SummaryRow row, Optional<Region> place) {
        var now = row.totals();
        return new Month(
                words.shortMonth(month),
                frame.link(Addresses.summary(Period.ofMonth(month), place.map(Region::code))),
                now.reports(),
                row.before().reports(),
                now.participants(),
                words.number(now.reports()),
                words.number(row.before().reports()),
                words.number(now.participants()));
    }

    /// Those with rows.
    List<Chart> all(SummaryAddress asked, SummaryFindings findings) {
        var summary = findings.summary();
        var charts = new ArrayList<Chart>();
        add(charts, summary.query().groupBy(), summary.rows(), asked);
        add(charts, GroupBy.TYPE, findings.types(), asked);
        add(charts, GroupBy.TOPIC, findings.topics(), asked);
        add(charts, GroupBy.AGE_GROUP, findings.ages(), asked);
        return charts;
    }

    private void add(List<Chart> charts, GroupBy groupBy, List<SummaryRow> rows, SummaryAddress asked) {
        if (rows.isEmpty()) {
            return;
        }
        var widest =
                rows.stream().mapToLong(row -> row.totals().reports()).max().orElse(1);
        var bars = rows.stream().map(row -> bar(groupBy, row, widest, asked)).toList();
        var shown = Math.min(bars.size(), ROWS_SHOWN);
        var more = bars.size() - shown;
        charts.add(new Chart(
                words.text("summary.by", groupLabel(groupBy)),
                groupLabel(groupBy),
                bars.subList(0, shown),
                bars.subList(shown, bars.size()),
                more > 0 ? words.text("summary.more", more) : ""));
    }

    private Bar bar(GroupBy groupBy, SummaryRow row, long widest, SummaryAddress asked) {
        return new Bar(
                labels.of(groupBy, row.key(), words),
                address(groupBy, row.key(), asked).map(frame::link).orElse(""),
                words.number(row.totals().reports()),
                words.number(row.totals().participants()),
                100.0 * row.totals().reports() / Math.max(1, widest));
    }

    /// Where more is told about a group: a region by itself, a library, or the reports that are in it.
    private Optional<String> address(GroupBy groupBy, GroupKey key, SummaryAddress asked) {
        var reports = Addresses.reports(asked.period(), asked.region().map(Region::code));
        return switch (key) {
            case GroupKey.OfRegion(var region) ->
                Optional.of(region)
                        .filter(visitor::sees)
                        .filter(_ -> !asked.region().equals(Optional.of(region)))
                        .map(part -> asked.in(Optional.of(part)).address());
            case GroupKey.OfLibrary(var library) -> Optional.of(Desk.LIBRARIES + "/" + library.id());
            case GroupKey.OfForm(var formId) -> Optional.of(Addresses.with(reports, ReportTableRoutes.KIND, formId));
            case GroupKey.OfChoice(var code) ->
                Optional.of(code)
                        .filter(it -> groupBy == GroupBy.TOPIC && !it.isEmpty())
                        .map(topic -> Addresses.with(reports, ReportTableRoutes.TOPIC, topic));
            case GroupKey.OfMonth _, GroupKey.OfStatus _, GroupKey.Others _, GroupKey.OfReporter _ -> Optional.empty();
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
