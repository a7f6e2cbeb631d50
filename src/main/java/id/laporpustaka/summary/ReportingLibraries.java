package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.REPORTING_YEAR;
import static id.laporpustaka.db.generated.Tables.ROLLUP_DELTA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;

import id.laporpustaka.place.RegionLevel;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Counts the libraries behind a summary: from the months in which each has reported, and from the reports where
/// that is not enough.
final class ReportingLibraries {
    private final DSLContext db;
    private final SummaryQuery query;

    ReportingLibraries(DSLContext db, SummaryQuery query) {
        this.db = db;
        this.query = query;
    }

    /// @param sent how many have sent the reports that the query is about
    record Counts(Coverage coverage, int sent) {}

    Counts count() {
        var partners = DSL.count().filterWhere(LIBRARY.ACTIVE);
        var joined = DSL.count().filterWhere(DSL.condition(LIBRARY.ACTIVE).and(isJoined()));
        var reported = DSL.count().filterWhere(DSL.condition(LIBRARY.ACTIVE).and(hasReported()));
        var sent = DSL.count().filterWhere(hasSent());
        return db.select(partners, joined, reported, sent)
                .from(LIBRARY)
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(CountedReports.areSeen(query))
                .fetchSingle(row -> new Counts(new Coverage(row.value1(), row.value2(), row.value3()), row.value4()));
    }

    /// How many have sent the reports of each region, by its code.
    Map<String, Integer> countByRegion(RegionLevel level) {
        var code = left(REGION.CODE, inline(level.codeLength()));
        return db.select(code, DSL.count())
                .from(LIBRARY)
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(CountedReports.areSeen(query))
                .and(hasSent())
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

    /// Of the form if the query names one, whatever else it asks for.
    private Condition hasReported() {
        var form = SummaryFilter.none();
        return hasSentInMonths(query.formId().map(form::withForm).orElse(form));
    }

    private Condition hasSent() {
        var plain = SummaryFilter.none();
        var ofForm = query.formId().map(plain::withForm).orElse(plain);
        var library = query.filter().library();
        var asKept = library.isPresent() ? ofForm.withLibrary(library.getAsLong()) : ofForm;
        return query.filter().equals(asKept) ? hasReported() : hasSent(query.filter(), inPeriod());
    }

    private Condition hasSentInMonths(SummaryFilter filter) {
        var isNew = exists(selectOne().from(ROLLUP_DELTA).where(ROLLUP_DELTA.LIBRARY_ID.eq(LIBRARY.ID)));
        var edges = SummaryPlan.edges(query.period()).stream()
                .map(edge -> SUBMISSION.DATE_START.between(edge.from(), edge.to()))
                .toList();
        var inMonths = isInMonths(filter);
        return isNew.and(hasSent(filter, inPeriod()))
                .or(not(isNew).and(edges.isEmpty() ? inMonths : inMonths.or(hasSent(filter, or(edges)))));
    }

    private Condition isInMonths(SummaryFilter filter) {
        var masks = new HashMap<Integer, Integer>();
        SummaryPlan.months(query.period())
                .forEach(month -> masks.merge(month.getYear(), 1 << (month.getMonthValue() - 1), (a, b) -> a | b));
        if (masks.isEmpty()) {
            return falseCondition();
        }
        var hits = masks.entrySet().stream()
                .map(year -> REPORTING_YEAR
                        .YEAR
                        .eq(inline(year.getKey().shortValue()))
                        .and(REPORTING_YEAR
                                .MONTHS
                                .bitAnd(inline(year.getValue()))
                                .ne(inline(0))))
                .toList();
        return exists(selectOne()
                .from(REPORTING_YEAR)
                .where(REPORTING_YEAR.LIBRARY_ID.eq(LIBRARY.ID))
                .and(REPORTING_YEAR.FORM_ID.eq(inline(filter.formId().orElse(""))))
                .and(or(hits)));
    }

    private Condition inPeriod() {
        return SUBMISSION.DATE_START.between(query.from(), query.to());
    }

    private static Condition hasSent(SummaryFilter filter, Condition when) {
        return exists(selectOne()
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                .and(when)
                .and(CountedReports.areMeant(filter)));
    }
}
