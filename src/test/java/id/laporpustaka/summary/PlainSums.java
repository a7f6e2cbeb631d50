package id.laporpustaka.summary;

import id.laporpustaka.people.Scope;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The same questions as [Summaries], asked of the reports with one plain `GROUP BY` each.
final class PlainSums {
    private final DSLContext db;

    PlainSums(DSLContext db) {
        this.db = db;
    }

    Totals totals(SummaryQuery query, Period period) {
        return totals(db.fetchSingle(select(query, period, "''", "", once(query))));
    }

    /// By the text of the key.
    Map<String, Totals> rows(SummaryQuery query, Period period) {
        var rows = new HashMap<String, Totals>();
        db.fetch(select(query, period, key(query), keys(query), once(query) && !isSmall(query.groupBy()))
                        + " group by 1")
                .forEach(row -> rows.put(row.get(0, String.class), totals(row)));
        return rows;
    }

    int libraries(SummaryQuery query) {
        return db.fetchSingle("select count(distinct s.library_id) " + from() + where(query, query.period()))
                .get(0, Integer.class);
    }

    /// The statement for the rows of the period, to be measured.
    String statement(SummaryQuery query) {
        return select(query, query.period(), key(query), keys(query), once(query) && !isSmall(query.groupBy()))
                + " group by 1";
    }

    private static String select(SummaryQuery query, Period period, String key, String keys, boolean once) {
        var people = query.formId().isPresent() ? "true" : "s.form_id <> 'ST'";
        if (once) {
            people += " and not exists (select from submission f where f.id = s.shared_with and f.status in"
                    + " ('sent', 'verified', 'needs_correction'))";
        }
        return """
            select %s, count(*), coalesce(sum(s.sessions), 0), coalesce(sum(s.male) filter (where %2$s), 0),
                coalesce(sum(s.female) filter (where %2$s), 0), coalesce(sum(s.total) filter (where %2$s), 0),
                coalesce(sum(s.disabled), 0), coalesce(sum(s.amount), 0), coalesce(sum(s.photo_count), 0),
                coalesce(sum(s.total) filter (where s.form_id = 'ST' %3$s), 0),
                count(s.regulation), count(*) filter (where s.form_id = 'CD'), 0
            """.formatted(key, people, once ? "and " + people.substring(people.indexOf("not exists")) : "")
                + from()
                + keys
                + where(query, period);
    }

    private static String from() {
        return " from submission s join library l on l.id = s.library_id join region r on r.id = l.region_id ";
    }

    private static String where(SummaryQuery query, Period period) {
        var filter = query.filter();
        var where = new StringBuilder(
                " where s.status in ('sent', 'verified', 'needs_correction') and s.date_start between '" + period.from()
                        + "' and '" + period.to() + "' and (" + scope(query.scope()) + ")");
        query.regionCode().ifPresent(code -> where.append(" and " + lies(code)));
        filter.formId().ifPresent(id -> where.append(" and s.form_id = '" + id + "'"));
        filter.status().ifPresent(status -> where.append(" and s.status = '" + status.stored() + "'"));
        filter.topic().ifPresent(code -> where.append(" and s.topic = '" + code + "'"));
        filter.activityForm().ifPresent(code -> where.append(" and s.activity_form = '" + code + "'"));
        filter.ageGroup().ifPresent(code -> where.append(" and s.age_group = '" + code + "'"));
        filter.partner().ifPresent(code -> where.append(" and '" + code + "' = any(s.partners)"));
        filter.fund().ifPresent(code -> where.append(" and '" + code + "' = any(s.funds)"));
        filter.library().ifPresent(id -> where.append(" and l.id = " + id));
        return where.toString();
    }

    private static String scope(Scope scope) {
        return switch (scope) {
            case Scope.Everything() -> "true";
            case Scope.Parts(var codes, var libraries) -> {
                var parts = codes.stream().map(PlainSums::lies).collect(Collectors.toList());
                libraries.forEach(id -> parts.add("l.id = " + id));
                yield parts.isEmpty() ? "false" : String.join(" or ", parts);
            }
        };
    }

    private static String lies(String code) {
        return "(r.code = '" + code + "' or r.code like '" + code + ".%')";
    }

    private static String key(SummaryQuery query) {
        return switch (query.groupBy()) {
            case NONE -> "''";
            case MONTH -> "to_char(s.date_start, 'YYYY-MM')";
            case TYPE -> "s.form_id";
            case STATUS -> "s.status";
            case TOPIC -> "coalesce(s.topic, '')";
            case AGE_GROUP -> "coalesce(s.age_group, '')";
            case ACTIVITY_FORM -> "coalesce(s.activity_form, '')";
            case PARTNER, FUND -> "coalesce(one.code, '')";
            case PROVINCE -> "left(r.code, 2)";
            case REGENCY -> "left(r.code, 5)";
            case DISTRICT -> "left(r.code, 8)";
            case VILLAGE -> "r.code";
            case LIBRARY -> "l.id::text";
            case REPORTER -> "s.reporter_id::text";
            case QUESTION -> throw new IllegalArgumentException("no plain sums by a question");
        };
    }

    private static String keys(SummaryQuery query) {
        return switch (query.groupBy()) {
            case PARTNER -> " left join lateral unnest(s.partners) as one (code) on true ";
            case FUND -> " left join lateral unnest(s.funds) as one (code) on true ";
            default -> "";
        };
    }

    private static boolean isSmall(GroupBy groupBy) {
        return switch (groupBy) {
            case DISTRICT, VILLAGE, LIBRARY, REPORTER -> true;
            default -> false;
        };
    }

    private static boolean once(SummaryQuery query) {
        return query.filter().library().isEmpty()
                && !(query.scope() instanceof Scope.Parts(var codes, var libraries)
                        && codes.isEmpty()
                        && libraries.size() == 1);
    }

    private static Totals totals(Record row) {
        return new Totals(
                row.get(1, Long.class),
                row.get(2, Long.class),
                row.get(3, Long.class),
                row.get(4, Long.class),
                row.get(5, Long.class),
                row.get(6, Long.class),
                row.get(7, Long.class),
                row.get(8, Long.class),
                row.get(9, Long.class),
                row.get(10, Long.class),
                row.get(11, Long.class),
                BigDecimal.ZERO);
    }
}
