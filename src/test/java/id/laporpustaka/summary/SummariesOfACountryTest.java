package id.laporpustaka.summary;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Scope;
import id.laporpustaka.submission.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Summaries of a made-up country with all real regions, 10,552 libraries and the reports of three years, held
/// to plain sums, with the times of both. How many reports: the property `country.reports`, 100,000 if it is not
/// set.
class SummariesOfACountryTest {
    private static final int REPORTS = Integer.getInteger("country.reports", 100_000);
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);
    private static final Period YEAR = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    private static final Period MONTH = new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 7, 31));
    private static final int TRIES = 7;
    private static final double NANOS_IN_MILLI = 1e6;

    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    /// The questions that coordinators ask most.
    private static Map<String, SummaryQuery> named() {
        var country = new Scope.Everything();
        var province = Scope.ofRegion("33");
        var regency = Scope.ofRegion("33.06");
        var named = new LinkedHashMap<String, SummaryQuery>();
        named.put(
                "country, this month so far, by type",
                SummaryQuery.of(new Period(TODAY.withDayOfMonth(1), TODAY), country)
                        .by(GroupBy.TYPE));
        named.put("country, year, by type", SummaryQuery.of(YEAR, country).by(GroupBy.TYPE));
        named.put("country, year, by month", SummaryQuery.of(YEAR, country).by(GroupBy.MONTH));
        named.put("country, year, by topic", SummaryQuery.of(YEAR, country).by(GroupBy.TOPIC));
        named.put("country, year, by province", SummaryQuery.of(YEAR, country).by(GroupBy.PROVINCE));
        named.put("country, year, by partner", SummaryQuery.of(YEAR, country).by(GroupBy.PARTNER));
        named.put("province, year, by regency", SummaryQuery.of(YEAR, province).by(GroupBy.REGENCY));
        named.put("province, month, by topic", SummaryQuery.of(MONTH, province).by(GroupBy.TOPIC));
        named.put("regency, year, by month", SummaryQuery.of(YEAR, regency).by(GroupBy.MONTH));
        named.put("regency, month, by library", SummaryQuery.of(MONTH, regency).by(GroupBy.LIBRARY));
        return named;
    }

    @BeforeAll
    static void fill() {
        var seconds = MadeUpCountry.fill(FRESH.database(), REPORTS);
        System.out.printf("%,d reports, sums made in %.1f s%n", REPORTS, seconds);
    }

    @Test
    void named_summaries_are_right_and_read_no_table_of_reports_as_a_whole() {
        System.out.printf("%-40s %10s %10s %8s%n", "median in ms", "summary", "GROUP BY", "ratio");
        named().forEach((name, query) -> {
            check(name, query);
            assertThat(plans(query)).as(name).noneMatch(plan -> plan.contains("Seq Scan on submission"));
            var statement = new PlainSums(FRESH.context()).statement(query);
            var summary = time(() -> new Summaries(FRESH.context()).summarise(query));
            var plain = time(() -> FRESH.context().fetch(statement));
            System.out.printf("%-40s %10.1f %10.1f %8.1f%n", name, summary, plain, plain / summary);
        });
    }

    @Test
    void every_other_figure_is_right_too() {
        var scopes = List.of(new Scope.Everything(), Scope.ofRegion("33"), Scope.ofRegion("33.06"));
        for (var scope : scopes) {
            var query = SummaryQuery.of(new Period(LocalDate.of(2025, 1, 10), TODAY), scope);
            for (var groupBy :
                    List.of(GroupBy.STATUS, GroupBy.AGE_GROUP, GroupBy.ACTIVITY_FORM, GroupBy.FUND, GroupBy.REGENCY)) {
                check(groupBy.name(), query.by(groupBy));
            }
            check("verified", query.by(GroupBy.MONTH).only(SummaryFilter.none().withStatus(Status.VERIFIED)));
            check("of a topic", query.by(GroupBy.TYPE).only(SummaryFilter.none().withTopic("EKO")));
            check("of a form", query.by(GroupBy.TOPIC).ofForm("PM"));
        }
        assertThat(new Rollups(FRESH.database()).check().wrong()).isZero();
    }

    private static void check(String name, SummaryQuery query) {
        var summary = new Summaries(FRESH.context()).summarise(query);
        var plain = new PlainSums(FRESH.context());
        assertThat(summary.totals()).as(name).isEqualTo(plain.totals(query, query.period()));
        assertThat(summary.before())
                .as(name)
                .isEqualTo(plain.totals(query, query.period().before()));
        assertThat(summary.libraries()).as(name).isEqualTo(plain.libraries(query));
        assertThat(summary.rows().stream().collect(toMap(row -> RollupsTest.key(row.key()), SummaryRow::totals)))
                .as(name)
                .isEqualTo(plain.rows(query, query.period()));
    }

    private static List<String> plans(SummaryQuery query) {
        var queries = new ArrayList<Query>();
        DSLContext listened = DSL.using(FRESH.context()
                .configuration()
                .derive(new DefaultExecuteListenerProvider(new ExecuteListener() {
                    @Override
                    public void executeStart(ExecuteContext context) {
                        Optional.ofNullable(context.query()).ifPresent(queries::add);
                    }
                })));
        new Summaries(listened).summarise(query);
        return queries.stream()
                .map(asked -> FRESH.context().explain(asked).plan())
                .toList();
    }

    private static double time(Runnable call) {
        var times = new ArrayList<Double>();
        for (var i = 0; i < TRIES; i++) {
            var began = System.nanoTime();
            call.run();
            times.add((System.nanoTime() - began) / NANOS_IN_MILLI);
        }
        times.sort(null);
        return times.get(TRIES / 2);
    }
}
