package id.laporpustaka.summary;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Library;
import id.laporpustaka.place.Regions;
import id.laporpustaka.summary.TotalsQuery.Groups;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.DSLContext;

/// Turns the keys of sums into what they stand for, and puts the rows in order.
final class RowLabels {
    private static final Comparator<Entry<String, Totals>> BY_REPORTS = comparingLong(
                    (Entry<String, Totals> entry) -> entry.getValue().reports())
            .reversed()
            .thenComparing(Entry::getKey);

    private final DSLContext db;

    RowLabels(DSLContext db) {
        this.db = db;
    }

    List<SummaryRow> label(GroupBy groupBy, Groups groups) {
        return switch (groupBy) {
            case NONE -> List.of();
            case MONTH ->
                rows(groups, Map.of(), comparing(Entry::getKey), key -> new GroupKey.OfMonth(YearMonth.parse(key)));
            case TYPE -> rows(groups, groups.beforeByKey(), BY_REPORTS, GroupKey.OfForm::new);
            case TOPIC, AGE_GROUP, ACTIVITY_FORM ->
                rows(groups, groups.beforeByKey(), BY_REPORTS, GroupKey.OfChoice::new);
            case PROVINCE, REGENCY, DISTRICT, VILLAGE -> {
                var regions = new Regions(db).findAll(groups.byKey().keySet());
                yield rows(
                        groups,
                        groups.beforeByKey(),
                        BY_REPORTS,
                        key -> new GroupKey.OfRegion(Objects.requireNonNull(regions.get(key))));
            }
            case LIBRARY -> {
                var libraries = libraries(groups);
                yield rows(
                        groups,
                        groups.beforeByKey(),
                        BY_REPORTS,
                        key -> new GroupKey.OfLibrary(Objects.requireNonNull(libraries.get(Long.valueOf(key)))));
            }
        };
    }

    private Map<Long, Library> libraries(Groups groups) {
        return new Libraries(db)
                .findAll(groups.byKey().keySet().stream().map(Long::valueOf).toList());
    }

    private static List<SummaryRow> rows(
            Groups groups,
            Map<String, Totals> before,
            Comparator<? super Entry<String, Totals>> order,
            Function<String, GroupKey> key) {
        return groups.byKey().entrySet().stream()
                .sorted(order)
                .map(entry -> new SummaryRow(
                        key.apply(entry.getKey()), entry.getValue(), before.getOrDefault(entry.getKey(), Totals.NONE)))
                .toList();
    }
}
