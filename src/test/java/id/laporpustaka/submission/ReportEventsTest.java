package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReportEventsTest {
    private static final Instant NOON = Instant.parse("2025-08-20T05:00:00Z");
    private static final Scope ALL = new Scope.Everything();

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private ReportEvents events;
    private long sari;
    private long library;
    private long elsewhere;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        events = new ReportEvents(db);
        SampleRegions.addTo(db);
        sari = new People(db).add(1001, "Sari", "id");
        library = library("Cahaya Ilmu", "33.06.01.2001");
        elsewhere = library("Pelangi", "81.71");
        new FormVersions(db).publishBuiltIn("PM", "1", "source");
    }

    @Test
    void events_come_in_the_order_of_their_positions_from_where_one_stopped() {
        send(db, 1);
        send(db, 2);
        change(db, "N-1", report -> ReportChange.withdrawn(report, NOON.plusSeconds(60)));
        events.sequence();

        var read = events.after(0, ALL, 10);

        assertThat(read).extracting(ReportEvent::number).containsExactly("N-1", "N-2", "N-1");
        assertThat(read.getLast())
                .isEqualTo(new ReportEvent(
                        events.last(),
                        read.getFirst().reportId(),
                        "N-1",
                        2,
                        NOON.plusSeconds(60),
                        RevisionAction.WITHDRAWN,
                        Status.WITHDRAWN,
                        "PM",
                        "1",
                        library,
                        "33.06.01.2001"));
        assertThat(events.after(read.getFirst().position(), ALL, 1)).containsExactly(read.get(1));
        assertThat(events.after(events.last(), ALL, 10)).isEmpty();
    }

    @Test
    void each_report_that_changed_is_told_once_with_its_newest_event() {
        send(db, 1);
        send(db, 2);
        events.sequence();
        var stopped = events.last();
        change(db, "N-1", report -> ReportChange.withdrawn(report, NOON.plusSeconds(60)));
        events.sequence();
        change(db, "N-1", report -> ReportChange.restored(report, false, NOON.plusSeconds(120)));

        assertThat(events.changedAfter(0, ALL, 10))
                .extracting(ReportEvent::number, ReportEvent::revision)
                .containsExactly(tuple("N-2", 1), tuple("N-1", 2));

        events.sequence();

        assertThat(events.changedAfter(stopped, ALL, 10))
                .extracting(ReportEvent::number, ReportEvent::revision)
                .containsExactly(tuple("N-1", 3));
    }

    @Test
    void only_reports_within_the_scope_are_told() {
        send(db, 1);
        new Submissions(db).insertAll(List.of(report(2, elsewhere)));
        events.sequence();

        assertThat(events.after(0, Scope.ofRegion("33.06"), 10))
                .extracting(ReportEvent::number)
                .containsExactly("N-1");
        assertThat(events.after(0, Scope.ofLibrary(elsewhere), 10))
                .extracting(ReportEvent::number)
                .containsExactly("N-2");
        assertThat(events.changedAfter(0, Scope.nothing(), 10)).isEmpty();
    }

    @Test
    void changes_of_one_report_keep_their_order_although_a_clock_went_back() {
        send(db, 1);
        change(db, "N-1", report -> ReportChange.withdrawn(report, NOON.minusSeconds(600)));
        change(db, "N-1", report -> ReportChange.restored(report, false, NOON.minusSeconds(1_200)));
        events.sequence();

        assertThat(events.after(0, ALL, 10)).extracting(ReportEvent::revision).containsExactly(1, 2, 3);
    }

    @Test
    void what_is_committed_late_comes_after_what_was_read() throws SQLException {
        try (var early = fresh.database().dataSource().getConnection()) {
            early.setAutoCommit(false);
            send(context(early), 1);
            send(db, 2);
            events.sequence();
            var read = events.after(0, ALL, 10);

            early.commit();
            events.sequence();

            assertThat(read).extracting(ReportEvent::number).containsExactly("N-2");
            assertThat(events.after(read.getLast().position(), ALL, 10))
                    .extracting(ReportEvent::number)
                    .containsExactly("N-1");
        }
    }

    @Test
    void an_assigner_that_is_rolled_back_leaves_its_work_to_the_next() throws SQLException {
        send(db, 1);
        send(db, 2);
        try (var lost = fresh.database().dataSource().getConnection()) {
            lost.setAutoCommit(false);
            new ReportEvents(context(lost)).sequence();
            assertThat(events.after(0, ALL, 10)).isEmpty();
            lost.rollback();
        }

        events.sequence();

        assertThat(events.after(0, ALL, 10)).extracting(ReportEvent::number).containsExactly("N-1", "N-2");
    }

    @Test
    void a_second_assigner_waits_and_gives_larger_positions() throws Exception {
        send(db, 1);
        try (var first = fresh.database().dataSource().getConnection();
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            first.setAutoCommit(false);
            new ReportEvents(context(first)).sequence();
            send(db, 2);
            var second = others.submit(() -> events.sequence());
            awaitWaiting();
            assertThat(events.after(0, ALL, 10)).isEmpty();

            first.commit();
            second.get(10, TimeUnit.SECONDS);

            assertThat(events.after(0, ALL, 10)).extracting(ReportEvent::number).containsExactly("N-1", "N-2");
        }
    }

    @Test
    void readers_beside_many_writers_and_assigners_meet_every_change_once_and_in_order() throws Exception {
        var writers = 4;
        var perWriter = 25;
        var drafts = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(writers)) {
            var writing = new ArrayList<Callable<Void>>();
            for (var writer = 0; writer < writers; writer++) {
                var random = new Random(writer);
                writing.add(() -> {
                    for (var i = 0; i < perWriter; i++) {
                        writeAndMaybeRollBack(drafts.incrementAndGet(), random);
                    }
                    return null;
                });
            }
            var running = writing.stream().map(pool::submit).toList();
            var read = new ArrayList<ReportEvent>();
            while (!running.stream().allMatch(Future::isDone)) {
                readOn(read);
            }
            for (var writer : running) {
                writer.get();
            }
            readOn(read);

            assertThat(read).hasSize(db.fetchCount(SUBMISSION_REVISION));
            assertThat(read).extracting(ReportEvent::position).isSorted().doesNotHaveDuplicates();
            var known = new HashMap<String, Integer>();
            for (var event : read) {
                assertThat(event.revision()).isEqualTo(known.merge(event.number(), 1, Integer::sum));
            }
        }
    }

    private void readOn(List<ReportEvent> read) {
        events.sequence();
        List<ReportEvent> next;
        do {
            next = events.after(read.isEmpty() ? 0 : read.getLast().position(), ALL, 7);
            read.addAll(next);
        } while (!next.isEmpty());
    }

    private void writeAndMaybeRollBack(int draft, Random random) throws SQLException {
        try (var connection = fresh.database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            var tx = context(connection);
            send(tx, draft);
            if (random.nextBoolean()) {
                events.sequence();
            }
            if (random.nextInt(5) == 0) {
                connection.rollback();
                return;
            }
            connection.commit();
            if (random.nextBoolean()) {
                change(
                        tx,
                        "N-" + draft,
                        report -> ReportChange.withdrawn(report, NOON.minusSeconds(random.nextInt(9))));
                connection.commit();
            }
        }
    }

    private void awaitWaiting() {
        var waiting = DSL.table("pg_locks");
        while (db.fetchCount(waiting, DSL.field("locktype").eq("advisory").andNot(DSL.field("granted", Boolean.class)))
                == 0) {
            Thread.onSpinWait();
        }
    }

    private static DSLContext context(Connection connection) {
        return DSL.using(connection, SQLDialect.POSTGRES);
    }

    private void send(DSLContext tx, int draft) {
        new Submissions(tx).insertAll(List.of(report(draft, library)));
    }

    private static void change(DSLContext tx, String number, Function<Report, ReportChange> change) {
        var id = tx.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION.NUMBER.eq(number))
                .fetchSingle()
                .value1();
        var report = new Reports(tx).findAll(List.of(id)).getFirst();
        new ReportChanges(tx).apply(List.of(change.apply(report)));
    }

    private NewSubmission report(int draft, long libraryId) {
        return new NewSubmission(
                draft,
                "N-" + draft,
                "PM",
                "1",
                libraryId,
                sari,
                Status.SENT,
                NOON,
                MadeUpReport.of(Optional.of("Pelatihan"), LocalDate.of(2025, 8, 20), 32),
                "{}");
    }

    private long library(String name, String regionCode) {
        return new Libraries(db)
                .add(name, LibraryType.DESA, Scheme.PENUH, Optional.empty(), SampleRegions.id(db, regionCode));
    }
}
