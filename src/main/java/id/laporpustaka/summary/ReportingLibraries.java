package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.REPORTING_YEAR;
import static id.laporpustaka.db.generated.Tables.ROLLUP_DELTA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import id.laporpustaka.place.RegionLevel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/// Counts the libraries behind a summary: from the months in which each has reported, and from the reports of those
/// whose latest changes are not in them yet and of days that make no whole month.
final class ReportingLibraries {
    private static final Field<Long> SENDER = field(name("sender", "library_id"), Long.class);
    private static final Field<Long> MEMBER = field(name("member", "library_id"), Long.class);
    private static final Field<Long> REPORTER = field(name("reporter", "library_id"), Long.class);

    private final DSLContext db;
    private final SummaryQuery query;

    ReportingLibraries(DSLContext db, SummaryQuery query) {
        this.db = db;
        this.query = query;
    }

    /// What stands behind a summary.
    ///
    /// @param sentByRegion how many have sent the reports that the query is about, by the code of their region;
    ///     under an empty text in all, unless the query is grouped by regions
    record Counts(Coverage coverage, Map<String, Integer> sentByRegion) {
        int sent() {
            return sentByRegion.values().stream().mapToInt(count -> count).sum();
        }
    }

    Counts count() {
        var level = level(query.groupBy());
        var code = level.map(of -> left(LIBRARY.REGION_CODE, inline(of.codeLength())))
                .orElseGet(() -> inline(""));
        var isPartner = condition(LIBRARY.ACTIVE);
        var partners = DSL.count().filterWhere(isPartner);
        var joined = DSL.count().filterWhere(isPartner.and(MEMBER.isNotNull()));
        var reported = DSL.count().filterWhere(isPartner.and(REPORTER.isNotNull()));
        var sent = isAsReported() ? DSL.count(REPORTER) : DSL.count(SENDER);
        var members =
                selectDistinct(MEMBERSHIP.LIBRARY_ID).from(MEMBERSHIP).where(MEMBERSHIP.STATUS.eq(inline("accepted")));
        var known = db.with(name("member").fields("library_id").as(members)).with(reporters());
        var libraries = LIBRARY.leftJoin(table(name("member")))
                .on(MEMBER.eq(LIBRARY.ID))
                .leftJoin(table(name("reporter")))
                .on(REPORTER.eq(LIBRARY.ID));
        var rows = (isAsReported() ? known : known.with(senders()))
                .select(code, partners, joined, reported, sent)
                .from(
                        isAsReported()
                                ? libraries
                                : libraries.leftJoin(table(name("sender"))).on(SENDER.eq(LIBRARY.ID)))
                .where(CountedReports.areSeen(query))
                .groupBy(level.isEmpty() ? List.of() : List.of(code))
                .fetch();
        return new Counts(
                new Coverage(add(rows, partners), add(rows, joined), add(rows, reported)), rows.intoMap(code, sent));
    }

    /// The active libraries from which nothing has come, in the order of [Summaries#silentLibraries], each with
    /// whether somebody may report for it, and the day of its last report.
    Result<Record3<Long, Boolean, LocalDate>> listSilent(int limit, int offset) {
        var joined = field(exists(selectOne()
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.LIBRARY_ID.eq(LIBRARY.ID))
                .and(MEMBERSHIP.STATUS.eq(inline("accepted")))));
        var lastReport = field(select(max(SUBMISSION.DATE_START))
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                .and(CountedReports.areMeant(ofForm())));
        return db.with(reporters())
                .select(LIBRARY.ID, joined, lastReport)
                .from(LIBRARY)
                .where(CountedReports.areSeen(query))
                .and(LIBRARY.ACTIVE)
                .and(LIBRARY.ID.notIn(select(REPORTER).from(table(name("reporter")))))
                .orderBy(lastReport.desc().nullsLast(), LIBRARY.NAME, LIBRARY.ID)
                .limit(limit)
                .offset(offset)
                .fetch();
    }

    private SummaryFilter ofForm() {
        var plain = SummaryFilter.none();
        return query.formId().map(plain::withForm).orElse(plain);
    }

    private static int add(List<? extends Record> rows, Field<Integer> count) {
        return rows.stream().mapToInt(row -> row.get(count)).sum();
    }

    /// Empty unless the groups are regions.
    static Optional<RegionLevel> level(GroupBy groupBy) {
        return switch (groupBy) {
            case PROVINCE, REGENCY, DISTRICT, VILLAGE -> Optional.of(RegionLevel.valueOf(groupBy.name()));
            default -> Optional.empty();
        };
    }

    /// Those that have reported with the form, if the query names one, whatever else it asks for. A month so far, after
    /// which nothing has been reported, is known as a whole one is.
    private CommonTableExpression<Record1<Long>> reporters() {
        var filter = ofForm();
        var isNew = selectDistinct(ROLLUP_DELTA.LIBRARY_ID).from(ROLLUP_DELTA);
        Select<Record1<Long>> found = select(SUBMISSION.LIBRARY_ID)
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(DSL.any(array(isNew))))
                .and(inPeriod())
                .and(CountedReports.areMeant(filter))
                .and(isSeen(SUBMISSION.LIBRARY_ID));
        for (var edge : SummaryPlan.edges(query.period())) {
            var inEdge = SUBMISSION.DATE_START.between(edge.from(), edge.to());
            var ofEdge = select(SUBMISSION.LIBRARY_ID)
                    .from(SUBMISSION)
                    .where(inEdge)
                    .and(CountedReports.areMeant(filter))
                    .and(isSeen(SUBMISSION.LIBRARY_ID));
            if (edge.from().getDayOfMonth() > 1) {
                found = found.union(ofEdge);
                continue;
            }
            var goesOn = exists(selectOne()
                    .from(SUBMISSION)
                    .where(SUBMISSION.DATE_START.between(
                            edge.to().plusDays(1), YearMonth.from(edge.to()).atEndOfMonth()))
                    .and(CountedReports.counts(SUBMISSION.STATUS)));
            var month = Map.of(edge.from().getYear(), bit(YearMonth.from(edge.from())));
            found = found.union(ofEdge.and(goesOn))
                    .union(inMonths(month, filter).and(not(goesOn)));
        }
        var months = months();
        if (!months.isEmpty()) {
            found = found.union(inMonths(months, filter));
        }
        return name("reporter").fields("library_id").as(found);
    }

    /// Of the latest changes of libraries nothing is known here yet.
    private SelectConditionStep<Record1<Long>> inMonths(Map<Integer, Integer> months, SummaryFilter filter) {
        return select(REPORTING_YEAR.LIBRARY_ID)
                .from(REPORTING_YEAR)
                .where(REPORTING_YEAR.FORM_ID.eq(inline(filter.formId().orElse(""))))
                .and(or(months.entrySet().stream().map(ReportingLibraries::isIn).toList()))
                .and(REPORTING_YEAR.LIBRARY_ID.notIn(
                        selectDistinct(ROLLUP_DELTA.LIBRARY_ID).from(ROLLUP_DELTA)))
                .and(isSeen(REPORTING_YEAR.LIBRARY_ID));
    }

    private static int bit(YearMonth month) {
        return 1 << (month.getMonthValue() - 1);
    }

    /// Whether those that have sent what the query is about are those that have reported.
    private boolean isAsReported() {
        var library = query.filter().library();
        return query.filter().equals(library.isPresent() ? ofForm().withLibrary(library.getAsLong()) : ofForm());
    }

    /// Those that have sent what the query is about.
    private CommonTableExpression<Record1<Long>> senders() {
        return name("sender")
                .fields("library_id")
                .as(selectDistinct(SUBMISSION.LIBRARY_ID)
                        .from(SUBMISSION)
                        .where(inPeriod())
                        .and(CountedReports.areMeant(query.filter()))
                        .and(isSeen(SUBMISSION.LIBRARY_ID)));
    }

    /// For each year the months that lie in the period as a whole, a bit each, January the first.
    private Map<Integer, Integer> months() {
        var months = new HashMap<Integer, Integer>();
        SummaryPlan.months(query.period()).forEach(month -> months.merge(month.getYear(), bit(month), (a, b) -> a | b));
        return months;
    }

    private static Condition isIn(Map.Entry<Integer, Integer> year) {
        return REPORTING_YEAR
                .YEAR
                .eq(inline(year.getKey().shortValue()))
                .and(REPORTING_YEAR.MONTHS.bitAnd(inline(year.getValue())).ne(inline(0)));
    }

    private Condition inPeriod() {
        return SUBMISSION.DATE_START.between(query.from(), query.to());
    }

    /// Says nothing where all is seen, so that no library needs to be looked up.
    private Condition isSeen(Field<Long> libraryId) {
        return CountedReports.areAllSeen(query)
                ? DSL.noCondition()
                : libraryId.in(select(LIBRARY.ID).from(LIBRARY).where(CountedReports.areSeen(query)));
    }
}
