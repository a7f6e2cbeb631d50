package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.ROLLUP;
import static id.laporpustaka.db.generated.Tables.ROLLUP_DELTA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.By;
import id.laporpustaka.people.LibraryMerging;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.Report;
import id.laporpustaka.submission.ReportChange;
import id.laporpustaka.submission.ReportChanges;
import id.laporpustaka.submission.Reports;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.SubmissionColumns;
import id.laporpustaka.submission.Submissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever becomes of reports, libraries and regions, summaries are what the reports add up to.
class RollupsTest {
    private static final Instant NOON = Instant.parse("2025-08-20T05:00:00Z");
    private static final List<String> PLACES = List.of(
            "33", "33.06", "33.06.01", "33.06.01.2001", "33.06.01.2002", "33.06.06.1007", "33.07.01.2001", "81.71");
    private static final List<String> FORMS = List.of("PM", "PM", "AD", "CD", "ST");
    private static final EnumSet<GroupBy> GROUPS = EnumSet.complementOf(EnumSet.of(GroupBy.QUESTION));

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Random random = new Random(20250820);
    private final List<Long> libraries = new ArrayList<>();
    private DSLContext db;
    private long reporter;
    private long reviewer;
    private long drafts;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        reporter = new People(db).add(1001, "Sari", "id");
        reviewer = new People(db).add(1002, "Ratna", "id");
        for (var form : Set.copyOf(FORMS)) {
            new FormVersions(db).publishBuiltIn(form, "1", "source");
        }
        for (var code : PLACES) {
            for (var i = 0; i < 2; i++) {
                libraries.add(new Libraries(db)
                        .add(
                                "Library " + i + " in " + code,
                                LibraryType.DESA,
                                Scheme.PENUH,
                                Optional.empty(),
                                SampleRegions.id(db, code)));
            }
        }
    }

    @Test
    void summaries_equal_plain_sums_whatever_happens() {
        for (var round = 1; round <= 2_000; round++) {
            happen();
            if (random.nextInt(40) == 0) {
                new Rollups(fresh.database()).fold();
            }
            if (round == 1_300) {
                new Rollups(fresh.database()).rebuild();
            }
            if (round % 80 == 0) {
                check(someQuery());
                check(someQuery());
            }
            if (round % 500 == 0) {
                assertThat(new Rollups(fresh.database()).check().wrong()).isZero();
            }
        }
        new Rollups(fresh.database()).fold();
        assertThat(db.fetchCount(ROLLUP_DELTA)).isZero();
        for (var groupBy : GROUPS) {
            check(SummaryQuery.of(somePeriod(), new Scope.Everything()).by(groupBy));
            check(SummaryQuery.of(somePeriod(), Scope.ofRegion("33.06")).by(groupBy));
        }
    }

    @Test
    void a_mistake_in_the_sums_is_found_and_mended() {
        send(20);
        var rollups = new Rollups(fresh.database());
        rollups.fold();
        assertThat(rollups.check())
                .extracting(Rollups.Check::wrong, Rollups.Check::waiting)
                .containsExactly(0L, 0L);

        db.update(ROLLUP)
                .set(ROLLUP.MALE, ROLLUP.MALE.plus(1))
                .where(ROLLUP.LEVEL.eq((short) 0))
                .execute();
        assertThat(rollups.check().wrong()).isPositive();

        rollups.rebuild();
        assertThat(rollups.check().wrong()).isZero();
    }

    @Test
    void what_changes_while_the_sums_are_made_anew_is_not_lost() throws Exception {
        send(200);
        var rollups = new Rollups(fresh.database());
        try (var others = Executors.newFixedThreadPool(3)) {
            var work = new ArrayList<Callable<Object>>();
            for (var i = 0; i < 3; i++) {
                work.add(() -> {
                    rollups.rebuild();
                    return true;
                });
                work.add(() -> {
                    rollups.fold();
                    return true;
                });
            }
            for (var i = 0; i < 20; i++) {
                var reports = someReports(5);
                work.add(() -> new Submissions(fresh.context()).insertAll(reports));
            }
            for (var done : others.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(rollups.check().wrong()).isZero();
        check(SummaryQuery.of(somePeriod(), new Scope.Everything()).by(GroupBy.TOPIC));
    }

    @Test
    void people_of_a_shared_event_count_once_even_if_both_reports_change_in_one_statement() {
        send(2);
        var ids =
                db.select(SUBMISSION.ID).from(SUBMISSION).orderBy(SUBMISSION.ID).fetch(SUBMISSION.ID);
        db.update(SUBMISSION)
                .set(SUBMISSION.STATUS, "sent")
                .set(SUBMISSION.TOTAL, 10)
                .execute();
        db.update(SUBMISSION)
                .set(SUBMISSION.SHARED_WITH, ids.getFirst())
                .where(SUBMISSION.ID.eq(ids.getLast()))
                .execute();
        assertThat(new Rollups(fresh.database()).check().wrong()).isZero();

        db.update(SUBMISSION).set(SUBMISSION.STATUS, "withdrawn").execute();
        assertThat(new Rollups(fresh.database()).check().wrong()).isZero();

        db.update(SUBMISSION)
                .set(SUBMISSION.STATUS, "verified")
                .set(SUBMISSION.TOTAL, 12)
                .execute();
        assertThat(new Rollups(fresh.database()).check().wrong()).isZero();

        db.deleteFrom(SUBMISSION_REVISION).execute();
        db.deleteFrom(SUBMISSION).where(SUBMISSION.ID.eq(ids.getLast())).execute();
        assertThat(new Rollups(fresh.database()).check().wrong()).isZero();
    }

    private void happen() {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> send(1 + random.nextInt(4));
            case 6, 7 -> change(report -> ReportChange.withdrawn(report, NOON));
            case 8, 9 -> change(report -> ReportChange.restored(report, false, NOON));
            case 10, 11, 12 ->
                change(report ->
                        ReportChange.corrected(report, new ReportChange.Content(someColumns(), "{}"), "{}", NOON));
            case 13 -> join(false);
            case 14 -> join(true);
            case 15 ->
                db.update(SUBMISSION)
                        .set(
                                SUBMISSION.STATUS,
                                any(List.of("sent", "verified", "needs_correction", "rejected", "waiting")))
                        .where(SUBMISSION.ID.mod(7).eq((long) random.nextInt(7)))
                        .and(SUBMISSION.MERGED_INTO.isNull())
                        .execute();
            case 16 ->
                db.update(LIBRARY)
                        .set(LIBRARY.REGION_ID, SampleRegions.id(db, any(PLACES)))
                        .where(LIBRARY.ID.eq(any(libraries)))
                        .execute();
            case 17 -> swapRegions();
            case 18 -> mergeLibraries();
            default -> forgetTheLast();
        }
    }

    private void forgetTheLast() {
        fresh.database().useTransaction(tx -> {
            var last = tx.fetchValue(DSL.select(DSL.max(SUBMISSION.ID)).from(SUBMISSION));
            var meant = SUBMISSION_REVISION.SUBMISSION_ID.eq(last);
            if (last != null
                    && !tx.fetchExists(
                            SUBMISSION, SUBMISSION.MERGED_INTO.eq(last).or(SUBMISSION.SHARED_WITH.eq(last)))) {
                tx.deleteFrom(SUBMISSION_REVISION).where(meant).execute();
                tx.deleteFrom(SUBMISSION).where(SUBMISSION.ID.eq(last)).execute();
            }
        });
    }

    /// Codes of regions change hands when the state renumbers them.
    private void swapRegions() {
        fresh.database().useTransaction(tx -> {
            var code = any(List.of("33.06.01.2001", "33.07.01.2001"));
            var id = SampleRegions.id(tx, code);
            var other = SampleRegions.id(tx, code.equals("33.06.01.2001") ? "33.07.01.2001" : "33.06.01.2001");
            tx.update(REGION).set(REGION.CODE, "99").where(REGION.ID.eq(id)).execute();
            tx.update(REGION).set(REGION.CODE, code).where(REGION.ID.eq(other)).execute();
            tx.update(REGION)
                    .set(REGION.CODE, code.equals("33.06.01.2001") ? "33.07.01.2001" : "33.06.01.2001")
                    .where(REGION.ID.eq(id))
                    .execute();
        });
    }

    private void mergeLibraries() {
        if (libraries.size() > 10 && random.nextInt(20) == 0) {
            var gone = any(libraries);
            var kept = any(libraries);
            if (!gone.equals(kept)) {
                fresh.database()
                        .useTransaction(tx -> new LibraryMerging(tx)
                                .merge(By.chat(reviewer), kept, gone, new Scope.Everything(), NOON));
                libraries.remove(gone);
            }
        }
    }

    private void send(int count) {
        new Submissions(db).insertAll(someReports(count));
    }

    private void change(Function<Report, ReportChange> change) {
        db.transaction(tx -> someReport(tx.dsl())
                .filter(report -> report.mergedInto().isEmpty())
                .ifPresent(report -> new ReportChanges(tx.dsl()).apply(List.of(change.apply(report)))));
    }

    /// @param merging into another report of the same person, else as one event of two libraries
    private void join(boolean merging) {
        db.transaction(tx -> {
            var one = someReport(tx.dsl());
            var other = someReport(tx.dsl());
            if (one.isEmpty()
                    || other.isEmpty()
                    || one.get().mergedInto().isPresent()
                    || one.get().id() == other.get().id()) {
                return;
            }
            new ReportChanges(tx.dsl())
                    .apply(List.of(
                            merging
                                    ? ReportChange.merged(one.get(), other.get().id(), reviewer, NOON)
                                    : ReportChange.shared(
                                            one.get(),
                                            OptionalLong.of(other.get().id()),
                                            reviewer,
                                            NOON)));
        });
    }

    private Optional<Report> someReport(DSLContext tx) {
        var ids =
                tx.select(SUBMISSION.ID).from(SUBMISSION).orderBy(SUBMISSION.ID).fetch(SUBMISSION.ID);
        return ids.isEmpty()
                ? Optional.empty()
                : new Reports(tx).findAll(List.of(any(ids))).stream().findFirst();
    }

    private void check(SummaryQuery query) {
        var summary = new Summaries(db).summarise(query);
        var plain = new PlainSums(db);
        var before = query.period().before();

        assertThat(summary.totals()).as("%s", query).isEqualTo(plain.totals(query, query.period()));
        assertThat(summary.before()).as("%s", query).isEqualTo(plain.totals(query, before));
        assertThat(summary.libraries()).as("%s", query).isEqualTo(plain.libraries(query));
        if (query.groupBy() == GroupBy.NONE) {
            return;
        }
        assertThat(summary.rows().stream().collect(toMap(row -> key(row.key()), SummaryRow::totals)))
                .as("%s", query)
                .isEqualTo(plain.rows(query, query.period()));
        if (query.groupBy() != GroupBy.MONTH) {
            var rowsBefore = plain.rows(query, before);
            for (var row : summary.rows()) {
                assertThat(row.before())
                        .as("%s", query)
                        .isEqualTo(rowsBefore.getOrDefault(key(row.key()), Totals.NONE));
            }
        }
    }

    static String key(GroupKey key) {
        return switch (key) {
            case GroupKey.OfMonth(var month) -> month.toString();
            case GroupKey.OfForm(var formId) -> formId;
            case GroupKey.OfStatus(var status) -> status.stored();
            case GroupKey.OfChoice(var code) -> code;
            case GroupKey.Others() -> "others";
            case GroupKey.OfRegion(var region) -> region.code();
            case GroupKey.OfLibrary(var library) -> Long.toString(library.id());
            case GroupKey.OfReporter(var personId, var _) -> Long.toString(personId);
        };
    }

    private SummaryQuery someQuery() {
        var query = SummaryQuery.of(somePeriod(), someScope()).by(any(List.copyOf(GROUPS)));
        var placed =
                random.nextInt(3) == 0 ? query.inRegion(any(List.of("33", "33.06", "33.06.01", "33.07", "81"))) : query;
        return placed.only(someFilter());
    }

    private Scope someScope() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> new Scope.Everything();
            case 3 -> Scope.ofRegion("33");
            case 4 -> Scope.ofRegion("33.06");
            case 5 -> Scope.ofLibrary(any(libraries));
            case 6 -> new Scope.Parts(new TreeSet<>(Set.of("33.07", "33.06.01", "81")), Set.of(any(libraries)));
            default -> Scope.nothing();
        };
    }

    private SummaryFilter someFilter() {
        var filter = SummaryFilter.none();
        if (random.nextInt(3) == 0) {
            filter = filter.withForm(any(FORMS));
        }
        return switch (random.nextInt(14)) {
            case 0 -> filter.withTopic("EKO");
            case 1 -> filter.withActivityForm("DNG");
            case 2 -> filter.withAgeGroup("U612");
            case 3 -> filter.withStatus(Status.VERIFIED);
            case 4 -> filter.withPartner("PKK");
            case 5 -> filter.withFund("DD");
            case 6 -> filter.withFund("DD").withTopic("DIK");
            case 7 -> filter.withLibrary(any(libraries));
            default -> filter;
        };
    }

    private Period somePeriod() {
        return any(List.of(
                new Period(LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 31)),
                new Period(LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 20)),
                new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 8, 20)),
                new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
                new Period(LocalDate.of(2024, 11, 12), LocalDate.of(2025, 3, 9)),
                new Period(LocalDate.of(2025, 7, 28), LocalDate.of(2025, 8, 3)),
                new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 30))));
    }

    private List<NewSubmission> someReports(int count) {
        var reports = new ArrayList<NewSubmission>();
        for (var i = 0; i < count; i++) {
            drafts++;
            reports.add(new NewSubmission(
                    drafts,
                    "N-" + drafts,
                    any(FORMS),
                    "1",
                    any(libraries),
                    random.nextInt(4) == 0 ? reviewer : reporter,
                    random.nextInt(8) == 0 ? Status.WAITING : Status.SENT,
                    NOON,
                    someColumns(),
                    "{}"));
        }
        return reports;
    }

    private SubmissionColumns someColumns() {
        var date = LocalDate.of(2024, 9, 1).plusDays(random.nextInt(365));
        var male = maybe(50);
        return new SubmissionColumns(
                Optional.of("Kegiatan"),
                date,
                date,
                maybe(List.of("PLT", "DNG", "KLS")),
                maybe(List.of("EKO", "DIK")),
                Optional.of("PERP"),
                maybe(List.of("U612", "UMUM")),
                random.nextInt(4),
                male,
                maybe(50),
                male.isPresent() ? OptionalInt.of(male.getAsInt() + 3) : maybe(200),
                maybe(5),
                random.nextBoolean() ? OptionalLong.of(random.nextLong(20_000_000_000L)) : OptionalLong.empty(),
                random.nextInt(6),
                some(List.of("PKK", "SEK", "DESA")),
                some(List.of("DD", "CSR")),
                maybe(List.of("PERDES")));
    }

    private List<String> some(List<String> codes) {
        var chosen = new HashSet<String>();
        for (var code : codes) {
            if (random.nextInt(3) == 0) {
                chosen.add(code);
            }
        }
        return List.copyOf(chosen);
    }

    private OptionalInt maybe(int bound) {
        return random.nextInt(4) == 0 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(bound));
    }

    private Optional<String> maybe(List<String> values) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(any(values));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
