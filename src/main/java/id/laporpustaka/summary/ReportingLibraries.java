package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.REPORTING_YEAR;
import static id.laporpustaka.db.generated.Tables.ROLLUP_DELTA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import id.laporpustaka.place.RegionLevel;
import java.util.HashMap;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/// Counts the libraries behind a summary: from the months in which each has reported, and from the reports of those
/// whose latest changes are not in them yet and of days that make no whole month.
final class ReportingLibraries {
    private static final Field<Long> SENDER = field(name("sender", "library_id"), Long.class);
    private static final Field<Long> REPORTER = field(name("reporter", "library_id"), Long.class);

    private final DSLContext db;
    private final SummaryQuery query;

    ReportingLibraries(DSLContext db, SummaryQuery query) {
        this.db = db;
        this.query = query;
    }

    /// @param sent how many have sent the reports that the query is about
    record Counts(Coverage coverage, int sent) {}

    Counts count() {
        var partners = selectCount().from(LIBRARY).where(isSeen(LIBRARY.ID)).and(LIBRARY.ACTIVE);
        var joined = select(countDistinct(MEMBERSHIP.LIBRARY_ID))
                .from(MEMBERSHIP)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(MEMBERSHIP.LIBRARY_ID))
                .where(MEMBERSHIP.STATUS.eq(inline("accepted")))
                .and(LIBRARY.ACTIVE)
                .and(isSeen(LIBRARY.ID));
        var reported = selectCount()
                .from(table(name("reporter")))
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(REPORTER))
                .where(LIBRARY.ACTIVE);
        return db.with(reporters(), senders())
                .select(
                        partners.asField(),
                        joined.asField(),
                        reported.asField(),
                        selectCount().from(table(name("sender"))).asField())
                .fetchSingle(row -> new Counts(
                        new Coverage(number(row.value1()), number(row.value2()), number(row.value3())),
                        number(row.value4())));
    }

    private static int number(Object count) {
        return ((Number) count).intValue();
    }

    /// How many have sent the reports of each region, by its code.
    Map<String, Integer> countByRegion(RegionLevel level) {
        var code = left(REGION.CODE, inline(level.codeLength()));
        return db.with(reporters(), senders())
                .select(code, DSL.count())
                .from(table(name("sender")))
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SENDER))
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .groupBy(code)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /// Somebody may report for it.
    static Condition isJoined() {
        return exists(selectOne()
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.LIBRARY_ID.eq(LIBRARY.ID))
                .and(MEMBERSHIP.STATUS.eq(inline("accepted"))));
    }

    /// Those that have reported with the form, if the query names one, whatever else it asks for.
    private CommonTableExpression<Record1<Long>> reporters() {
        var plain = SummaryFilter.none();
        var filter = query.formId().map(plain::withForm).orElse(plain);
        var isNew = selectDistinct(ROLLUP_DELTA.LIBRARY_ID).from(ROLLUP_DELTA);
        Select<Record1<Long>> found = select(SUBMISSION.LIBRARY_ID)
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(DSL.any(array(isNew))))
                .and(inPeriod())
                .and(CountedReports.areMeant(filter))
                .and(isSeen(SUBMISSION.LIBRARY_ID));
        var edges = SummaryPlan.edges(query.period()).stream()
                .map(edge -> SUBMISSION.DATE_START.between(edge.from(), edge.to()))
                .toList();
        if (!edges.isEmpty()) {
            found = found.union(select(SUBMISSION.LIBRARY_ID)
                    .from(SUBMISSION)
                    .where(or(edges))
                    .and(CountedReports.areMeant(filter))
                    .and(isSeen(SUBMISSION.LIBRARY_ID)));
        }
        var months = months();
        if (!months.isEmpty()) {
            found = found.union(select(REPORTING_YEAR.LIBRARY_ID)
                    .from(REPORTING_YEAR)
                    .where(REPORTING_YEAR.FORM_ID.eq(inline(filter.formId().orElse(""))))
                    .and(or(months.entrySet().stream()
                            .map(ReportingLibraries::isIn)
                            .toList()))
                    .and(REPORTING_YEAR.LIBRARY_ID.notIn(isNew))
                    .and(isSeen(REPORTING_YEAR.LIBRARY_ID)));
        }
        var all = found.asTable("found", "library_id");
        return name("reporter")
                .fields("library_id")
                .as(selectDistinct(all.field("library_id", Long.class)).from(all));
    }

    /// Those that have sent what the query is about.
    private CommonTableExpression<Record1<Long>> senders() {
        var plain = SummaryFilter.none();
        var ofForm = query.formId().map(plain::withForm).orElse(plain);
        var library = query.filter().library();
        var asReported = library.isPresent() ? ofForm.withLibrary(library.getAsLong()) : ofForm;
        return name("sender")
                .fields("library_id")
                .as(
                        query.filter().equals(asReported)
                                ? select(REPORTER).from(table(name("reporter")))
                                : selectDistinct(SUBMISSION.LIBRARY_ID)
                                        .from(SUBMISSION)
                                        .where(inPeriod())
                                        .and(CountedReports.areMeant(query.filter()))
                                        .and(isSeen(SUBMISSION.LIBRARY_ID)));
    }

    /// For each year the months that lie in the period as a whole, a bit each, January the first.
    private Map<Integer, Integer> months() {
        var months = new HashMap<Integer, Integer>();
        SummaryPlan.months(query.period())
                .forEach(month -> months.merge(month.getYear(), 1 << (month.getMonthValue() - 1), (a, b) -> a | b));
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

    /// Says nothing where all is seen, so that no region needs to be looked up.
    private Condition isSeen(Field<Long> libraryId) {
        return CountedReports.areAllSeen(query)
                ? DSL.noCondition()
                : libraryId.in(select(LIBRARY.ID)
                        .from(LIBRARY)
                        .join(REGION)
                        .on(REGION.ID.eq(LIBRARY.REGION_ID))
                        .where(CountedReports.areSeen(query)));
    }
}
