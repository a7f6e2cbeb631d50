package id.laporpustaka.summary.score;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.intake.PublishedForms;
import id.laporpustaka.people.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The scores of 10,000 libraries in ten provinces. How many reports each has in a year: the property `score.reports`,
/// 11
/// if it is not set. The times that it prints are those of whole calls, beside a plain count of the same reports.
class LargeScoreTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
    private static final ScorePeriod YEAR = ScorePeriod.ofYear(2025);
    private static final int REPORTS = Integer.getInteger("score.reports", 11);
    private static final int TRIES = 5;
    private static final double NANOS_IN_MILLI = 1e6;

    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    @BeforeAll
    static void fill() {
        var db = FRESH.context();
        PublishedForms.load(db);
        db.execute("""
            insert into region (code, level, name, valid_from)
                select (n + 30)::text, 1, 'Provinsi ' || n, '2025-04-25' from generate_series(1, 10) n;
            insert into region (code, level, name, parent_id, valid_from)
                select code || '.' || lpad(n::text, 2, '0'), 2, 'Kabupaten ' || n, id, '2025-04-25'
                from region, generate_series(1, 10) n where level = 1;
            insert into region (code, level, name, parent_id, valid_from)
                select code || '.' || lpad(n::text, 2, '0'), 3, 'Kecamatan ' || n, id, '2025-04-25'
                from region, generate_series(1, 10) n where level = 2;
            insert into region (code, level, name, parent_id, valid_from)
                select code || '.' || (2000 + n), 4, 'Desa ' || n, id, '2025-04-25'
                from region, generate_series(1, 10) n where level = 3;
            insert into library (name, type, scheme, region_id)
                select 'Perpustakaan Desa ' || id, 'DESA', 'PENUH', id from region where level = 4;
            insert into person (name, language) select 'Pelapor ' || n, 'id' from generate_series(1, 100) n;
            insert into membership (person_id, library_id, role, status, created_at, decided_at)
                select (select min(id) from person), id, 'PENGELOLA', 'accepted', '2024-02-01', '2024-02-01'
                from library where id %% 10 > 0;
            insert into submission (draft_id, number, form_id, form_version, library_id, reporter_id, status,
                    submitted_at, title, date_start, date_end, sessions, total, photo_count, answers)
                select n, 'N-' || n, kind.form_id, kind.version, library.id, (select min(id) from person),
                    case n %% 7 when 0 then 'verified' when 1 then 'needs_correction' else 'sent' end,
                    day.held + interval '4 days', 'Kegiatan ' || n, day.held, day.held, 1 + n %% 3, n %% 50, 2,
                    jsonb_build_object('title', 'Kegiatan ' || n, 'pb_count', 1 + n %% 3,
                        'pm_result', repeat('Ibu-ibu bisa. ', 30))
                from generate_series(1, %1$d * 10000) n
                join (select id, row_number() over (order by id) as place from library) as library
                    on library.place = n %% 10000 + 1
                cross join lateral (select date '2025-01-01' + (n / 10000 * 363.0 / %1$d)::int as held) as day
                join (select form_id, version, case form_id when 'PM' then 0 when 'AD' then 7 when 'PB' then 8
                        when 'ST' then 9 end as least, case form_id when 'PM' then 6 else 9 end as most
                    from form_version where form_id in ('PM', 'AD', 'PB', 'ST')) as kind
                    on n / 10000 %% 10 = kind.least or (kind.form_id = 'PM' and n / 10000 %% 10 < 7);
            """.formatted(REPORTS));
        FRESH.vacuum(SUBMISSION, LIBRARY, REGION, PERSON, MEMBERSHIP);
    }

    @Test
    void a_part_and_the_whole_of_the_country_are_counted_from_the_index_of_what_counts() {
        var regency = new Scope.Parts(new TreeSet<>(Set.of("33.06")), Set.of());
        var queries = new ArrayList<Query>();
        var listened = DSL.using(FRESH.context()
                .configuration()
                .derive(new DefaultExecuteListenerProvider(new ExecuteListener() {
                    @Override
                    public void executeStart(ExecuteContext context) {
                        Optional.ofNullable(context.query()).ifPresent(queries::add);
                    }
                })));

        assertThat(list(new Scores(listened), regency, YEAR)).hasSize(100);
        assertThat(list(new Scores(listened), new Scope.Everything(), YEAR)).hasSize(10_000);

        for (var query : List.copyOf(queries)) {
            var plan = FRESH.context().explain(query).plan();
            assertThat(plan).contains("submission_score").doesNotContain("Seq Scan on submission");
        }
        var scores = new Scores(FRESH.context());
        time("one library, its year", () -> list(scores, Scope.ofLibrary(500), YEAR));
        time("a regency of 100, its year", () -> list(scores, regency, YEAR));
        time("a regency of 100, a month", () -> list(scores, regency, ScorePeriod.ofMonth(YearMonth.of(2025, 8))));
        time("a province of 1,000, its year", () -> list(scores, Scope.ofRegion("33"), YEAR));
        time("the country of 10,000, its year", () -> list(scores, new Scope.Everything(), YEAR));
        time(
                "the country of 10,000, a month",
                () -> list(scores, new Scope.Everything(), ScorePeriod.ofMonth(YearMonth.of(2025, 8))));
        time(
                "the country, a plain count of its year by library and form",
                () -> FRESH.context().fetch("""
                    select library_id, form_id, count(*), sum(total) from submission
                    where status in ('sent', 'verified') and date_start between '2025-01-01' and '2025-12-31'
                    group by library_id, form_id
                    """));
        var receipts = new ReceiptScores();
        for (var count : List.of(1, 20, 100)) {
            var asked = LongStream.rangeClosed(1, count)
                    .mapToObj(LargeScoreTest::asked)
                    .toList();
            time("what receipts of %d reports ask for".formatted(count), () -> receipts.find(FRESH.context(), asked));
        }
    }

    private static List<LibraryFigures> list(Scores scores, Scope scope, ScorePeriod period) {
        return scores.list(scope, Optional.empty(), TrialRules.get(), period, TODAY);
    }

    private static ReceiptScore.Asked asked(long number) {
        var library = number * 17;
        var day = LocalDate.of(2025, 12, 30);
        return new ReceiptScore.Asked(
                library,
                "PM",
                day,
                TODAY,
                OptionalLong.empty(),
                Optional.of(new FurtherReport(library, "PM", day, day, 1, 20, 1, 1, true)));
    }

    private static void time(String what, Runnable call) {
        var times = new ArrayList<Double>();
        for (var i = 0; i < TRIES; i++) {
            var began = System.nanoTime();
            call.run();
            times.add((System.nanoTime() - began) / NANOS_IN_MILLI);
        }
        times.sort(null);
        System.out.printf("%-60s median %7.1f ms, fastest %7.1f ms%n", what, times.get(TRIES / 2), times.getFirst());
    }
}
