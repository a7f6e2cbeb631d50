package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.coalesce;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The single reports behind a summary, for the end of a way down to them.
public final class CountedReportList {
    private final DSLContext db;

    public CountedReportList(DSLContext db) {
        this.db = db;
    }

    /// The newest activities first.
    public List<ReportLine> list(SummaryQuery query, int limit, int offset) {
        return db.select(SUBMISSION.NUMBER, SUBMISSION.TITLE, SUBMISSION.DATE_START, coalesce(SUBMISSION.TOTAL, 0))
                .from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .where(areMeant(query))
                .orderBy(SUBMISSION.DATE_START.desc(), SUBMISSION.ID.desc())
                .limit(limit)
                .offset(offset)
                .fetch(row ->
                        new ReportLine(row.value1(), Optional.ofNullable(row.value2()), row.value3(), row.value4()));
    }

    private static Condition areMeant(SummaryQuery query) {
        return CountedReports.areSeen(query)
                .and(CountedReports.areMeant(query.filter()))
                .and(SUBMISSION.DATE_START.between(query.from(), query.to()));
    }
}
