package id.laporpustaka.summary;

import id.laporpustaka.people.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which part of a query the kept sums answer; the rest is added up from the reports.
final class SummaryPlan {
    /// What sums are kept by, one at a time; the numbers are those of the column `rollup.dim`.
    enum Dimension {
        NOTHING(0),
        TOPIC(1),
        ACTIVITY_FORM(2),
        AGE_GROUP(3),
        STATUS(4),
        PARTNER(5),
        FUND(6);

        private final short number;

        Dimension(int number) {
            this.number = (short) number;
        }

        short number() {
            return number;
        }

        /// Whether a report may have several of its codes.
        boolean isMultiple() {
            return this == PARTNER || this == FUND;
        }
    }

    /// Days of the period that are no whole month, or such of the period before.
    record Edge(LocalDate from, LocalDate to) {}

    private final SummaryQuery query;
    private final List<String> wholes;
    private final Dimension filtered;
    private final Dimension grouped;

    private SummaryPlan(SummaryQuery query, List<String> wholes, Dimension filtered, Dimension grouped) {
        this.query = query;
        this.wholes = List.copyOf(wholes);
        this.filtered = filtered;
        this.grouped = grouped;
    }

    static SummaryPlan of(SummaryQuery query) {
        var filters = filters(query.filter());
        var filtered = filters.isEmpty() ? Dimension.NOTHING : filters.getFirst();
        var grouped = dimension(query.groupBy());
        var kept = grouped.isPresent()
                && filters.size() <= 1
                && query.filter().library().isEmpty()
                && query.filter().answer().isEmpty()
                && query.measuredQuestion().isEmpty()
                && fit(filtered, grouped.get());
        return new SummaryPlan(query, kept ? wholes(query) : List.of(), filtered, grouped.orElse(Dimension.NOTHING));
    }

    /// Regions whose sums are kept, by their codes; an empty text is the whole country. None when the query asks for
    /// something that no sums are kept for.
    List<String> wholes() {
        return wholes;
    }

    /// What the sums for the totals are kept by besides region, time and form.
    Dimension totalsBy() {
        return filtered;
    }

    /// The same for the rows.
    Dimension rowsBy() {
        return grouped == Dimension.NOTHING ? filtered : grouped;
    }

    /// The code that the sums are narrowed to; empty for all.
    Optional<String> code() {
        var filter = query.filter();
        return switch (filtered) {
            case NOTHING -> Optional.empty();
            case TOPIC -> filter.topic();
            case ACTIVITY_FORM -> filter.activityForm();
            case AGE_GROUP -> filter.ageGroup();
            case STATUS -> filter.status().map(status -> status.stored());
            case PARTNER -> filter.partner();
            case FUND -> filter.fund();
        };
    }

    /// The level whose sums are read for the totals.
    static int level(String code) {
        return (code.length() + 1) / 3;
    }

    /// The level whose sums are read for the rows: that of the groups where they are regions within the whole.
    int rowsLevel(String whole) {
        return switch (query.groupBy()) {
            case PROVINCE -> Math.max(level(whole), 1);
            case REGENCY -> 2;
            default -> level(whole);
        };
    }

    /// Whether the days at the ends of the period are added up from the reports of a whole, because for
    /// regencies no sums of days are kept but the plain ones.
    boolean readsEdgesFromReports(String whole) {
        var ofTotals = level(whole) == 2 && totalsBy() != Dimension.NOTHING;
        var ofRows = query.groupBy() != GroupBy.NONE && rowsLevel(whole) == 2 && rowsBy() != Dimension.NOTHING;
        return !edges().isEmpty() && (ofTotals || ofRows);
    }

    /// The first days of the whole months of the period and of the one before.
    List<LocalDate> months() {
        return Stream.concat(
                        months(query.period()).stream(), months(query.period().before()).stream())
                .map(month -> month.atDay(1))
                .toList();
    }

    /// What is left of both periods.
    List<Edge> edges() {
        return Stream.concat(
                        edges(query.period()).stream(), edges(query.period().before()).stream())
                .toList();
    }

    static List<YearMonth> months(Period period) {
        var first = YearMonth.from(period.from().minusDays(1)).plusMonths(1);
        var end = YearMonth.from(period.to().plusDays(1));
        var months = new ArrayList<YearMonth>();
        for (var month = first; month.isBefore(end); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    static List<Edge> edges(Period period) {
        var months = months(period);
        if (months.isEmpty()) {
            return List.of(new Edge(period.from(), period.to()));
        }
        var edges = new ArrayList<Edge>();
        var first = months.getFirst().atDay(1);
        if (period.from().isBefore(first)) {
            edges.add(new Edge(period.from(), first.minusDays(1)));
        }
        var last = months.getLast().atEndOfMonth();
        if (period.to().isAfter(last)) {
            edges.add(new Edge(last.plusDays(1), period.to()));
        }
        return edges;
    }

    private static List<String> wholes(SummaryQuery query) {
        var region = query.regionCode();
        return switch (query.scope()) {
            case Scope.Everything() ->
                Stream.of(region.orElse("")).filter(SummaryPlan::isKept).toList();
            case Scope.Parts(var codes, var _) -> {
                var seen = new TreeSet<String>();
                for (var code : codes) {
                    if (region.isEmpty() || Scope.lies(code, region.get())) {
                        seen.add(code);
                    } else if (Scope.lies(region.get(), code)) {
                        seen.add(region.get());
                    }
                }
                yield seen.stream().filter(SummaryPlan::isKept).toList();
            }
        };
    }

    private static boolean isKept(String code) {
        return code.length() <= 5;
    }

    private static List<Dimension> filters(SummaryFilter filter) {
        var filters = new ArrayList<Dimension>();
        filter.topic().ifPresent(_ -> filters.add(Dimension.TOPIC));
        filter.activityForm().ifPresent(_ -> filters.add(Dimension.ACTIVITY_FORM));
        filter.ageGroup().ifPresent(_ -> filters.add(Dimension.AGE_GROUP));
        filter.status().ifPresent(_ -> filters.add(Dimension.STATUS));
        filter.partner().ifPresent(_ -> filters.add(Dimension.PARTNER));
        filter.fund().ifPresent(_ -> filters.add(Dimension.FUND));
        return filters;
    }

    private static boolean fit(Dimension filtered, Dimension grouped) {
        return filtered == Dimension.NOTHING
                || grouped == Dimension.NOTHING
                || (filtered == grouped && !filtered.isMultiple());
    }

    /// Empty for groups that no sums are kept for.
    private static Optional<Dimension> dimension(GroupBy groupBy) {
        return switch (groupBy) {
            case NONE, MONTH, TYPE, PROVINCE, REGENCY -> Optional.of(Dimension.NOTHING);
            case STATUS -> Optional.of(Dimension.STATUS);
            case TOPIC -> Optional.of(Dimension.TOPIC);
            case AGE_GROUP -> Optional.of(Dimension.AGE_GROUP);
            case ACTIVITY_FORM -> Optional.of(Dimension.ACTIVITY_FORM);
            case PARTNER -> Optional.of(Dimension.PARTNER);
            case FUND -> Optional.of(Dimension.FUND);
            case DISTRICT, VILLAGE, LIBRARY, REPORTER, QUESTION -> Optional.empty();
        };
    }
}
