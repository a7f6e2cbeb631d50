package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// All changes of all reports in one order, for those who read on from where they stopped. Whoever has read up to a
/// position never meets a smaller one later, in whatever order transactions are committed.
///
/// A change has its place in the order only after [#sequence]; a reader calls that first.
public final class ReportEvents {
    private static final int AT_ONCE = 5_000;
    private static final id.laporpustaka.db.generated.tables.SubmissionRevision LATER = SUBMISSION_REVISION.as("later");

    private final DSLContext db;

    /// @param db best no transaction: one that has called [#sequence] keeps all others from it until its end
    public ReportEvents(DSLContext db) {
        this.db = db;
    }

    /// Gives all changes committed so far their places. One process at a time does it and others wait; cheap when
    /// there is nothing to do.
    public void sequence() {
        int sequenced;
        do {
            sequenced = db.select(field("position_revisions({0})", Integer.class, val(AT_ONCE)))
                    .fetchSingle()
                    .value1();
        } while (sequenced == AT_ONCE);
    }

    /// The newest position, 0 before the first. Who asks for it before reading events has seen all events up to it
    /// once a read comes back with fewer than its limit.
    public long last() {
        return db.select(coalesce(max(SUBMISSION_REVISION.POSITION), inline(0L)))
                .from(SUBMISSION_REVISION)
                .fetchSingle()
                .value1();
    }

    /// The events of reports within the scope after a position, the first ones.
    public List<ReportEvent> after(long position, Scope scope, int limit) {
        return read(position, scope, limit, noCondition());
    }

    /// Of every report within the scope that changed after a position its newest event, once. What else is read of
    /// the report may be newer still; then it comes again.
    public List<ReportEvent> changedAfter(long position, Scope scope, int limit) {
        return read(
                position,
                scope,
                limit,
                notExists(selectOne()
                        .from(LATER)
                        .where(LATER.SUBMISSION_ID.eq(SUBMISSION_REVISION.SUBMISSION_ID))
                        .and(LATER.REVISION.gt(SUBMISSION_REVISION.REVISION))
                        .and(LATER.POSITION.isNotNull())));
    }

    private List<ReportEvent> read(long position, Scope scope, int limit, Condition condition) {
        return db.select(
                        SUBMISSION_REVISION.POSITION,
                        SUBMISSION.ID,
                        SUBMISSION.NUMBER,
                        SUBMISSION_REVISION.REVISION,
                        SUBMISSION_REVISION.AT,
                        SUBMISSION_REVISION.ACTION,
                        SUBMISSION_REVISION.STATUS,
                        SUBMISSION.FORM_ID,
                        SUBMISSION.FORM_VERSION,
                        LIBRARY.ID,
                        LIBRARY.REGION_CODE)
                .from(SUBMISSION_REVISION)
                .join(SUBMISSION)
                .on(SUBMISSION.ID.eq(SUBMISSION_REVISION.SUBMISSION_ID))
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .where(SUBMISSION_REVISION.POSITION.gt(position))
                .and(ScopeCondition.restrict(scope))
                .and(condition)
                .orderBy(SUBMISSION_REVISION.POSITION)
                .limit(limit)
                .fetch(row -> new ReportEvent(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        RevisionAction.of(row.value6()),
                        Status.of(row.value7()),
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        row.value11()));
    }
}
