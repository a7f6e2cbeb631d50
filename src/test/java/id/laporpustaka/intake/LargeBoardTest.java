package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.JOB;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.NO_ACTIVITY;
import static id.laporpustaka.db.generated.Tables.NUDGE;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.conversation.BoardAnswer;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.summary.Board;
import id.laporpustaka.summary.BoardQuery;
import id.laporpustaka.summary.BoardState;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The board of 10,000 libraries in a hundred regencies, each with its reporter, of which half have reported in
/// the month and every tenth has said of it that there was nothing. The times that it prints are those of whole
/// calls.
class LargeBoardTest {
    private static final Instant NOW = Instant.parse("2025-08-20T03:00:00Z");
    private static final YearMonth AUGUST = YearMonth.of(2025, 8);
    private static final int LIBRARIES = 10_000;
    private static final double NANOS_IN_MILLI = 1e6;

    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    private static Actor nina;

    @BeforeAll
    static void fill() {
        var db = FRESH.context();
        PublishedForms.load(db);
        db.execute("""
            insert into region (code, level, name, valid_from)
                select n::text, 1, 'Provinsi ' || n, '2025-04-25' from generate_series(31, 35) n;
            insert into region (code, level, name, parent_id, valid_from)
                select code || '.' || lpad(n::text, 2, '0'), 2, 'Kabupaten ' || n, id, '2025-04-25'
                from region, generate_series(1, 20) n where level = 1;
            insert into library (name, type, scheme, region_id)
                select 'Perpustakaan ' || region.code || ' ' || n, 'DESA', 'PENUH', region.id
                from region, generate_series(1, 100) n where level = 2;
            insert into person (name, language, telegram_id)
                select 'Pelapor ' || id, 'id', 100000 + id from library;
            insert into chat (id) select telegram_id from person;
            insert into membership (person_id, library_id, role, status, created_at, decided_at)
                select person.id, library.id, 'PENGELOLA', 'accepted', '2025-01-01', '2025-01-01'
                from library join person on person.telegram_id = 100000 + library.id;
            insert into submission (draft_id, number, form_id, form_version, library_id, reporter_id, status,
                    submitted_at, title, date_start, photo_count, answers)
                select library.id * 100 + month, 'PM-' || library.id || '-' || month, form.form_id, form.version,
                    library.id, membership.person_id, 'verified', '2025-08-20', 'Kegiatan',
                    date '2025-08-10' - (month * 30)::int, 0, '{}'
                from library
                join membership on membership.library_id = library.id
                cross join generate_series(0, 11) month
                cross join (select form_id, version from form_version where form_id = 'PM' limit 1) as form
                where month > 0 or library.id % 2 = 0;
            insert into no_activity (library_id, period, first_day, said_by, said_at)
                select membership.library_id, 'month', '2025-08-01', membership.person_id, '2025-08-20'
                from membership where library_id % 10 = 1;
            """);
        FRESH.vacuum(SUBMISSION, NO_ACTIVITY, LIBRARY, REGION, PERSON, MEMBERSHIP, NUDGE);
        var person = new People(db).add(1, "Nina", "id");
        new Assignments(db).appoint(By.product(), person, Role.NASIONAL, OptionalLong.empty());
        nina = new People(db).findActor(person).orElseThrow();
    }

    @Test
    void a_regency_is_read_without_reading_all_reports_and_notes() {
        var queries = new ArrayList<Query>();
        var board = new Board(listening(queries::add));
        var regency = new BoardQuery(AUGUST, Scope.ofRegion("33.06"), Optional.empty(), "");

        assertThat(board.countAll(regency).sum()).isEqualTo(100);
        assertThat(board.countParts(regency, RegionLevel.REGENCY)).hasSize(1);
        assertThat(board.list(regency, Optional.of(BoardState.OPEN), 10, 0)).hasSize(10);
        assertThat(board.listOpen(regency)).hasSize(40);

        assertThat(queries).hasSize(4);
        for (var query : queries) {
            assertThat(FRESH.context().explain(query).plan())
                    .doesNotContain(
                            "Seq Scan on submission",
                            "Seq Scan on no_activity",
                            "Seq Scan on membership",
                            "Seq Scan on nudge");
        }
    }

    @Test
    void the_nation_is_counted_in_one_statement() {
        var statements = new AtomicInteger();
        var board = new Board(listening(_ -> statements.incrementAndGet()));
        var nation = new BoardQuery(AUGUST, new Scope.Everything(), Optional.empty(), "");

        var began = System.nanoTime();
        var counts = board.countParts(nation, RegionLevel.PROVINCE);

        System.out.printf("the board of the nation: %.0f ms%n", (System.nanoTime() - began) / NANOS_IN_MILLI);
        assertThat(statements).hasValue(1);
        assertThat(counts).hasSize(5);
        assertThat(counts.stream().mapToInt(part -> part.counts().sum()).sum()).isEqualTo(LIBRARIES);
    }

    @Test
    void thousands_are_nudged_with_as_few_statements_as_one() {
        var some = countNudging("33.06");
        var all = countNudging("");

        assertThat(all).isEqualTo(some);
    }

    /// How many statements it takes; what it has done is undone.
    private static int countNudging(String search) {
        var statements = new AtomicInteger();
        try {
            listening(_ -> statements.incrementAndGet()).transaction(tx -> {
                nudge(tx.dsl(), search);
                throw new Undone();
            });
        } catch (Undone _) {
            return statements.get();
        }
        throw new AssertionError("It was not undone");
    }

    private static final class Undone extends RuntimeException {}

    private static void nudge(DSLContext tx, String search) {
        var began = System.nanoTime();
        var answer =
                new Nudging(tx, nina, By.chat(nina.personId()), NOW).nudgeAll(AUGUST, Optional.empty(), search, true);
        var millis = (System.nanoTime() - began) / NANOS_IN_MILLI;
        assertThat(answer).isInstanceOfSatisfying(BoardAnswer.Nudged.class, nudged -> {
            System.out.printf("nudging %d people: %.0f ms%n", nudged.people(), millis);
            assertThat(nudged.people()).isEqualTo(search.isEmpty() ? LIBRARIES * 4 / 10 : 40);
            assertThat(nudged.libraries()).isEqualTo(nudged.people());
            assertThat(tx.fetchCount(JOB)).isEqualTo(nudged.people());
            assertThat(tx.fetchCount(NUDGE)).isEqualTo(nudged.people());
            assertThat(tx.fetchCount(AUDIT, AUDIT.ACTION.eq("reporters_reminded")))
                    .isEqualTo(nudged.people());
        });
    }

    private static DSLContext listening(Consumer<Query> told) {
        return DSL.using(FRESH.context()
                .configuration()
                .derive(new DefaultExecuteListenerProvider(new ExecuteListener() {
                    @Override
                    public void executeStart(ExecuteContext context) {
                        Optional.ofNullable(context.query()).ifPresent(told);
                    }
                })));
    }
}
