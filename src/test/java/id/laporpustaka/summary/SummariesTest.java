package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.By;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.SubmissionColumns;
import id.laporpustaka.submission.Submissions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Holds the engine to sums made in Java from the same reports.
class SummariesTest {
    private static final Instant NOON = Instant.parse("2025-08-20T05:00:00Z");
    private static final List<String> VILLAGES =
            List.of("33.06.01.2001", "33.06.01.2002", "33.06.06.1007", "33.06", "33.07.01.2001", "81.71");
    /// All but merged, which needs the other report.
    private static final List<Status> STANDING_ALONE = List.copyOf(EnumSet.complementOf(EnumSet.of(Status.MERGED)));

    private static final Period AUGUST = Period.ofMonth(YearMonth.of(2025, 8));

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Random random = new Random(20250820);
    private final Map<Long, String> codes = new HashMap<>();
    private final List<Long> libraries = new ArrayList<>();
    private DSLContext db;
    private long reporter;
    private Summaries summaries;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        summaries = new Summaries(db);
        SampleRegions.addTo(db);
        reporter = new People(db).add(1001, "Sari", "id");
        for (var form : List.of("PM", "AD", "ST")) {
            new FormVersions(db).publishBuiltIn(form, "1", "source");
        }
        for (var code : VILLAGES) {
            for (var i = 0; i < 2; i++) {
                var id = new Libraries(db)
                        .add(
                                "Library " + i + " in " + code,
                                LibraryType.DESA,
                                Scheme.PENUH,
                                Optional.empty(),
                                SampleRegions.id(db, code));
                libraries.add(id);
                codes.put(id, code);
            }
        }
    }

    @Test
    void summaries_equal_sums_of_the_reports() {
        var reports = someReports(600);
        new Submissions(db).insertAll(reports);
        var scopes = List.of(
                new Scope.Everything(),
                Scope.ofRegion("33.06"),
                Scope.ofRegion("33.06.01"),
                Scope.ofLibrary(libraries.getFirst()),
                new Scope.Parts(new TreeSet<>(Set.of("33.07")), Set.of(libraries.getLast(), libraries.getFirst())),
                Scope.nothing());
        var periods = List.of(
                AUGUST,
                new Period(LocalDate.of(2025, 7, 10), LocalDate.of(2025, 8, 9)),
                new Period(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 8, 31)));

        for (var scope : scopes) {
            for (var groupBy : EnumSet.complementOf(EnumSet.of(GroupBy.QUESTION))) {
                check(SummaryQuery.of(any(periods), scope).by(groupBy), reports);
            }
            for (var period : periods) {
                check(SummaryQuery.of(period, scope).inRegion("33.06").by(GroupBy.VILLAGE), reports);
                check(SummaryQuery.of(period, scope).ofForm("AD").by(GroupBy.LIBRARY), reports);
            }
        }
    }

    @Test
    void rows_are_named_and_ordered() {
        new Submissions(db)
                .insertAll(List.of(
                        report(1, libraries.get(0), LocalDate.of(2025, 8, 1), "PM", Status.SENT),
                        report(2, libraries.get(2), LocalDate.of(2025, 8, 2), "PM", Status.SENT),
                        report(3, libraries.get(3), LocalDate.of(2025, 8, 31), "AD", Status.SENT),
                        report(4, libraries.get(6), LocalDate.of(2025, 7, 31), "PM", Status.SENT)));
        var query = SummaryQuery.of(AUGUST, new Scope.Everything());

        assertThat(keys(query.by(GroupBy.VILLAGE)))
                .map(key -> ((GroupKey.OfRegion) key).region().title())
                .containsExactly("Desa Patutrejo", "Desa Harjobinangun");
        assertThat(keys(query.by(GroupBy.TYPE))).containsExactly(new GroupKey.OfForm("PM"), new GroupKey.OfForm("AD"));
        assertThat(keys(SummaryQuery.of(new Period(LocalDate.of(2025, 7, 1), AUGUST.to()), new Scope.Everything())
                        .by(GroupBy.MONTH)))
                .containsExactly(
                        new GroupKey.OfMonth(YearMonth.of(2025, 7)), new GroupKey.OfMonth(YearMonth.of(2025, 8)));
        assertThat(keys(query.by(GroupBy.LIBRARY)))
                .map(key -> ((GroupKey.OfLibrary) key).library().name())
                .containsExactly(
                        "Library 0 in 33.06.01.2001", "Library 0 in 33.06.01.2002", "Library 1 in 33.06.01.2002");
        assertThat(keys(query.by(GroupBy.NONE))).isEmpty();
    }

    @Test
    void months_are_compared_with_those_of_the_year_before_also_where_only_these_had_reports() {
        new Submissions(db)
                .insertAll(List.of(
                        report(1, libraries.get(0), LocalDate.of(2025, 8, 1), "PM", Status.SENT),
                        report(2, libraries.get(0), LocalDate.of(2024, 8, 1), "PM", Status.SENT),
                        report(3, libraries.get(0), LocalDate.of(2024, 8, 20), "PM", Status.SENT),
                        report(4, libraries.get(0), LocalDate.of(2024, 8, 21), "PM", Status.SENT),
                        report(5, libraries.get(0), LocalDate.of(2024, 2, 29), "PM", Status.SENT)));
        var yearSoFar = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 8, 20));
        var query = SummaryQuery.of(yearSoFar, new Scope.Everything()).by(GroupBy.MONTH);

        var compared = summaries.compare(query);

        assertThat(compared.before().reports()).isEqualTo(3);
        assertThat(compared.totals()).isEqualTo(summaries.summarise(query).totals());
        assertThat(compared.rows())
                .extracting(
                        SummaryRow::key,
                        row -> row.totals().reports(),
                        row -> row.before().reports())
                .containsExactly(
                        tuple(new GroupKey.OfMonth(YearMonth.of(2025, 2)), 0L, 1L),
                        tuple(new GroupKey.OfMonth(YearMonth.of(2025, 8)), 1L, 2L));
        var byType = query.by(GroupBy.TYPE);
        assertThat(summaries.compare(byType)).isEqualTo(summaries.summarise(byType));
    }

    @Test
    void the_visitors_of_a_month_are_no_participants() {
        new Submissions(db)
                .insertAll(List.of(
                        report(1, libraries.get(0), LocalDate.of(2025, 8, 1), "PM", Status.SENT),
                        report(2, libraries.get(0), LocalDate.of(2025, 8, 1), "ST", Status.SENT)));
        var all = SummaryQuery.of(AUGUST, new Scope.Everything());

        var participants = summaries.summarise(all.ofForm("PM")).totals().participants();
        var visitors = summaries.summarise(all.ofForm("ST")).totals().participants();

        assertThat(participants).isPositive();
        assertThat(visitors).isPositive();
        assertThat(summaries.summarise(all).totals().participants()).isEqualTo(participants);
        assertThat(summaries.summarise(all).totals().reports()).isEqualTo(2);
    }

    @Test
    void only_reports_sent_verified_or_to_be_corrected_count() {
        var draft = 0L;
        var reports = new ArrayList<NewSubmission>();
        for (var status : STANDING_ALONE) {
            reports.add(report(++draft, libraries.getFirst(), LocalDate.of(2025, 8, 5), "PM", status));
        }
        var twin = report(++draft, libraries.getFirst(), LocalDate.of(2025, 8, 5), "PM", Status.SENT);
        reports.add(twin);
        new Submissions(db).insertAll(reports);
        db.update(SUBMISSION)
                .set(SUBMISSION.STATUS, Status.MERGED.stored())
                .set(
                        SUBMISSION.MERGED_INTO,
                        db.select(DSL.min(SUBMISSION.ID)).from(SUBMISSION).asField())
                .where(SUBMISSION.DRAFT_ID.eq(twin.draftId()))
                .execute();

        var summary = summaries.summarise(SummaryQuery.of(AUGUST, new Scope.Everything()));

        assertThat(summary.totals().reports()).isEqualTo(3);
    }

    @Test
    void coverage_counts_partners_joined_and_reported() {
        var memberships = new Memberships(db);
        for (var library : libraries.subList(0, 2)) {
            memberships.admit(By.product(), reporter, library, MemberRole.PENGELOLA, NOON);
        }
        memberships.request(By.chat(reporter), reporter, libraries.get(2), MemberRole.PENGELOLA, NOON);
        db.update(LIBRARY)
                .set(LIBRARY.ACTIVE, false)
                .where(LIBRARY.ID.eq(libraries.get(5)))
                .execute();
        new Submissions(db)
                .insertAll(List.of(
                        report(1, libraries.get(0), LocalDate.of(2025, 8, 1), "PM", Status.SENT),
                        report(2, libraries.get(0), LocalDate.of(2025, 8, 2), "PM", Status.SENT),
                        report(3, libraries.get(1), LocalDate.of(2025, 7, 2), "PM", Status.SENT),
                        report(4, libraries.get(2), LocalDate.of(2025, 8, 2), "PM", Status.REJECTED),
                        report(5, libraries.get(10), LocalDate.of(2025, 8, 2), "PM", Status.SENT)));

        var purworejo = summaries.summarise(SummaryQuery.of(AUGUST, Scope.ofRegion("33.06")));
        var nobody = summaries.summarise(SummaryQuery.of(AUGUST, Scope.nothing()));

        assertThat(purworejo.coverage()).isEqualTo(new Coverage(7, 2, 1));
        assertThat(nobody.coverage()).isEqualTo(new Coverage(0, 0, 0));
    }

    @Test
    void libraries_that_have_not_reported_are_listed_page_by_page() {
        new Memberships(db).admit(By.product(), reporter, libraries.get(2), MemberRole.PENGELOLA, NOON);
        new Submissions(db)
                .insertAll(List.of(
                        report(1, libraries.get(0), LocalDate.of(2025, 8, 1), "PM", Status.SENT),
                        report(2, libraries.get(1), LocalDate.of(2025, 6, 2), "PM", Status.SENT),
                        report(3, libraries.get(2), LocalDate.of(2025, 7, 2), "PM", Status.VERIFIED),
                        report(4, libraries.get(3), LocalDate.of(2025, 7, 9), "PM", Status.WITHDRAWN)));
        var query = SummaryQuery.of(AUGUST, Scope.ofRegion("33.06.01"));

        var first = summaries.silentLibraries(query, 2, 0);
        var second = summaries.silentLibraries(query, 2, 2);

        assertThat(first)
                .extracting(silent -> silent.library().id())
                .containsExactly(libraries.get(2), libraries.get(1));
        assertThat(first.getFirst().joined()).isTrue();
        assertThat(first.getFirst().lastReport()).contains(LocalDate.of(2025, 7, 2));
        assertThat(second).extracting(silent -> silent.library().id()).containsExactly(libraries.get(3));
        assertThat(second.getFirst().lastReport()).isEmpty();
        assertThat(second.getFirst().joined()).isFalse();
        assertThat(summaries.silentLibraries(SummaryQuery.of(AUGUST, Scope.nothing()), 10, 0))
                .isEmpty();
    }

    private List<GroupKey> keys(SummaryQuery query) {
        return summaries.summarise(query).rows().stream().map(SummaryRow::key).toList();
    }

    private void check(SummaryQuery query, List<NewSubmission> reports) {
        var summary = summaries.summarise(query);
        var now = counted(query, query.period(), reports).toList();
        var before = counted(query, query.period().before(), reports).toList();

        assertThat(summary.totals()).as("%s", query).isEqualTo(sum(now));
        assertThat(summary.before()).as("%s", query).isEqualTo(sum(before));
        if (query.groupBy() == GroupBy.NONE) {
            assertThat(summary.rows()).isEmpty();
            return;
        }
        Function<NewSubmission, String> key = report -> key(query.groupBy(), report);
        var expected = now.stream().collect(groupingBy(key)).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> sum(entry.getValue())));
        var expectedBefore = before.stream().collect(groupingBy(key)).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> sum(entry.getValue())));
        assertThat(summary.rows().stream().collect(toMap(row -> key(row.key()), SummaryRow::totals)))
                .as("%s", query)
                .isEqualTo(expected);
        for (var row : summary.rows()) {
            assertThat(row.before())
                    .as("%s", query)
                    .isEqualTo(
                            query.groupBy() == GroupBy.MONTH
                                    ? Totals.NONE
                                    : expectedBefore.getOrDefault(key(row.key()), Totals.NONE));
        }
    }

    private Stream<NewSubmission> counted(SummaryQuery query, Period period, List<NewSubmission> reports) {
        return reports.stream()
                .filter(report -> Status.counted().contains(report.status()))
                .filter(report -> !report.columns().dateStart().isBefore(period.from())
                        && !report.columns().dateStart().isAfter(period.to()))
                .filter(report -> query.scope().includes(report.libraryId(), code(report)))
                .filter(report -> query.regionCode().isEmpty()
                        || code(report).startsWith(query.regionCode().get()))
                .filter(report -> query.formId().isEmpty()
                        || report.formId().equals(query.formId().get()));
    }

    private String key(GroupBy groupBy, NewSubmission report) {
        var columns = report.columns();
        return switch (groupBy) {
            case NONE -> "";
            case MONTH -> YearMonth.from(columns.dateStart()).toString();
            case TYPE -> report.formId();
            case STATUS -> report.status().stored();
            case PARTNER, FUND, QUESTION -> "";
            case REPORTER -> Long.toString(report.reporterId());
            case TOPIC -> columns.topic().orElse("");
            case AGE_GROUP -> columns.ageGroup().orElse("");
            case ACTIVITY_FORM -> columns.activityForm().orElse("");
            case PROVINCE -> cut(code(report), RegionLevel.PROVINCE);
            case REGENCY -> cut(code(report), RegionLevel.REGENCY);
            case DISTRICT -> cut(code(report), RegionLevel.DISTRICT);
            case VILLAGE -> cut(code(report), RegionLevel.VILLAGE);
            case LIBRARY -> Long.toString(report.libraryId());
        };
    }

    private static String key(GroupKey key) {
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

    private static String cut(String code, RegionLevel level) {
        return code.substring(0, Math.min(code.length(), level.codeLength()));
    }

    private String code(NewSubmission report) {
        return codes.getOrDefault(report.libraryId(), "");
    }

    private static Totals sum(Collection<NewSubmission> reports) {
        return new Totals(
                reports.size(),
                reports.stream()
                        .mapToLong(report -> report.columns().sessions())
                        .sum(),
                reports.stream()
                        .mapToLong(report -> report.columns().male().orElse(0))
                        .sum(),
                reports.stream()
                        .mapToLong(report -> report.columns().female().orElse(0))
                        .sum(),
                reports.stream()
                        .mapToLong(report -> report.columns().total().orElse(0))
                        .sum(),
                reports.stream()
                        .mapToLong(report -> report.columns().disabled().orElse(0))
                        .sum(),
                reports.stream()
                        .mapToLong(report -> report.columns().amount().orElse(0))
                        .sum(),
                reports.stream()
                        .mapToLong(report -> report.columns().photoCount())
                        .sum(),
                0,
                0,
                0,
                BigDecimal.ZERO);
    }

    private List<NewSubmission> someReports(int count) {
        var reports = new ArrayList<NewSubmission>();
        for (var draft = 1L; draft <= count; draft++) {
            var date = LocalDate.of(2025, 2, 1).plusDays(random.nextInt(230));
            reports.add(report(draft, any(libraries), date, any(List.of("PM", "AD")), any(STANDING_ALONE)));
        }
        return reports;
    }

    private NewSubmission report(long draft, long library, LocalDate date, String form, Status status) {
        var male = maybe(50);
        var female = maybe(50);
        var columns = new SubmissionColumns(
                Optional.of("Kegiatan " + draft),
                date,
                date.plusDays(random.nextInt(3)),
                Optional.of(any(List.of("PLT", "DNG", "KLS"))),
                random.nextBoolean() ? Optional.of(any(List.of("EKO", "DIK"))) : Optional.empty(),
                Optional.of("PERP"),
                random.nextBoolean() ? Optional.of(any(List.of("U612", "UMUM"))) : Optional.empty(),
                random.nextInt(4),
                male,
                female,
                male.isPresent() ? OptionalInt.of(male.getAsInt() + female.orElse(0)) : maybe(200),
                maybe(5),
                random.nextBoolean() ? OptionalLong.of(random.nextLong(20_000_000_000L)) : OptionalLong.empty(),
                random.nextInt(6));
        return new NewSubmission(draft, "N-" + draft, form, "1", library, reporter, status, NOON, columns, "{}");
    }

    private OptionalInt maybe(int bound) {
        return random.nextInt(4) == 0 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(bound));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
