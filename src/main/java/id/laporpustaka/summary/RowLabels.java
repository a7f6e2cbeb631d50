package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.PERSON;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static org.jooq.impl.DSL.any;

import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Library;
import id.laporpustaka.place.Regions;
import id.laporpustaka.submission.Status;
import id.laporpustaka.summary.TotalsQuery.Groups;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
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

    /// Names the rows.
    ///
    /// @param sentByRegion how many libraries have sent the reports of each region
    List<SummaryRow> label(GroupBy groupBy, Groups groups, Map<String, Integer> sentByRegion) {
        return switch (groupBy) {
            case NONE -> List.of();
            case MONTH ->
                rows(groups, Map.of(), comparing(Entry::getKey), key -> new GroupKey.OfMonth(YearMonth.parse(key)));
            case TYPE -> rows(groups, groups.beforeByKey(), BY_REPORTS, GroupKey.OfForm::new);
            case STATUS -> rows(groups, groups.beforeByKey(), BY_REPORTS, key -> new GroupKey.OfStatus(Status.of(key)));
            case TOPIC, AGE_GROUP, ACTIVITY_FORM, PARTNER, FUND, QUESTION ->
                rows(groups, groups.beforeByKey(), BY_REPORTS, GroupKey.OfChoice::new);
            case PROVINCE, REGENCY, DISTRICT, VILLAGE -> regions(groups, sentByRegion);
            case LIBRARY -> {
                var known = libraries(groups);
                yield rows(
                                groups,
                                groups.beforeByKey(),
                                BY_REPORTS,
                                key -> new GroupKey.OfLibrary(Objects.requireNonNull(known.get(Long.valueOf(key)))))
                        .stream()
                        .map(row -> new SummaryRow(row.key(), row.totals(), row.before(), OptionalInt.of(1)))
                        .toList();
            }
            case REPORTER -> {
                var names = names(groups);
                yield rows(
                        groups,
                        groups.beforeByKey(),
                        BY_REPORTS,
                        key -> new GroupKey.OfReporter(
                                Long.parseLong(key), Optional.ofNullable(names.get(Long.valueOf(key)))));
            }
        };
    }

    private List<SummaryRow> regions(Groups groups, Map<String, Integer> libraries) {
        var regions = new Regions(db).findAll(groups.byKey().keySet());
        return groups.byKey().entrySet().stream()
                .sorted(BY_REPORTS)
                .map(entry -> new SummaryRow(
                        new GroupKey.OfRegion(Objects.requireNonNull(regions.get(entry.getKey()))),
                        entry.getValue(),
                        groups.beforeByKey().getOrDefault(entry.getKey(), Totals.NONE),
                        OptionalInt.of(libraries.getOrDefault(entry.getKey(), 0))))
                .toList();
    }

    private Map<Long, String> names(Groups groups) {
        return db.select(PERSON.ID, PERSON.NAME)
                .from(PERSON)
                .where(PERSON.ID.eq(
                        any(groups.byKey().keySet().stream().map(Long::valueOf).toArray(Long[]::new))))
                .and(PERSON.NAME.isNotNull())
                .fetchMap(PERSON.ID, PERSON.NAME);
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
                        key.apply(entry.getKey()),
                        entry.getValue(),
                        before.getOrDefault(entry.getKey(), Totals.NONE),
                        OptionalInt.empty()))
                .toList();
    }
}
