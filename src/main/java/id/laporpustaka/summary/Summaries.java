package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.laporpustaka.people.ScopeCondition;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.submission.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The one engine behind every summary. Counts from the reports themselves, in one statement, and the libraries
/// in another; both see only what the query's scope holds.
public final class Summaries {
    private final DSLContext db;

    public Summaries(DSLContext db) {
        this.db = db;
    }

    public Summary summarise(SummaryQuery query) {
        var groups = new TotalsQuery(db).run(query, isSeen(query), isCounted(query));
        return new Summary(
                query,
                groups.totals(),
                new RowLabels(db).label(query.groupBy(), groups),
                groups.before(),
                coverage(query));
    }

    /// The active libraries of the query's scope that have sent no report of its period: those that reported
    /// last come first, those that never did last. How many there are in all is `partners - reported` of
    /// [Coverage].
    public List<SilentLibrary> silentLibraries(SummaryQuery query, int limit, int offset) {
        var joined = field(isJoined());
        var lastReport = field(select(max(SUBMISSION.DATE_START))
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                .and(isCounted(query)));
        var rows = db.select(LIBRARY.ID, joined, lastReport)
                .from(LIBRARY)
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(isSeen(query))
                .and(LIBRARY.ACTIVE)
                .and(not(hasReported(query)))
                .orderBy(lastReport.desc().nullsLast(), LIBRARY.NAME, LIBRARY.ID)
                .limit(limit)
                .offset(offset)
                .fetch();
        var libraries = new Libraries(db).findAll(rows.map(row -> row.value1()));
        var silent = new ArrayList<SilentLibrary>();
        for (var row : rows) {
            silent.add(new SilentLibrary(
                    Objects.requireNonNull(libraries.get(row.value1())),
                    row.value2(),
                    Optional.ofNullable(row.value3())));
        }
        return silent;
    }

    private Coverage coverage(SummaryQuery query) {
        var partners = count();
        var joined = count().filterWhere(isJoined());
        var reported = count().filterWhere(hasReported(query));
        return db.select(partners, joined, reported)
                .from(LIBRARY)
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(isSeen(query))
                .and(LIBRARY.ACTIVE)
                .fetchSingle(row -> new Coverage(row.value1(), row.value2(), row.value3()));
    }

    private static Condition isSeen(SummaryQuery query) {
        return ScopeCondition.restrict(query.scope())
                .and(query.regionCode().map(ScopeCondition::liesIn).orElse(noCondition()));
    }

    /// Of the reports of any time. The words are written into the statement, as the index has them.
    private static Condition isCounted(SummaryQuery query) {
        return SUBMISSION
                .STATUS
                .in(Status.counted().stream()
                        .map(status -> inline(status.stored()))
                        .toList())
                .and(query.formId().map(SUBMISSION.FORM_ID::eq).orElse(noCondition()));
    }

    private static Condition isJoined() {
        return exists(selectOne()
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.LIBRARY_ID.eq(LIBRARY.ID))
                .and(MEMBERSHIP.STATUS.eq("accepted")));
    }

    private static Condition hasReported(SummaryQuery query) {
        return exists(selectOne()
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                .and(SUBMISSION.DATE_START.between(query.from(), query.to()))
                .and(isCounted(query)));
    }
}
