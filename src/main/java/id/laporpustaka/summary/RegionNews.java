package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.NO_ACTIVITY;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import id.laporpustaka.submission.Status;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;

/// What has happened lately in a part of the country, and what has not.
public final class RegionNews {
    private final DSLContext db;
    private final Scope scope;

    public RegionNews(DSLContext db, Scope scope) {
        this.db = db;
        this.scope = scope;
    }

    /// Names of libraries.
    ///
    /// @param all how many there are, of which only some are named
    public record Names(List<String> some, int all) {
        public Names {
            some = List.copyOf(some);
        }
    }

    /// How many active libraries have said that a month had no activities, and have reported none.
    public int countNothing(YearMonth month) {
        return countLibraries(exists(selectOne()
                        .from(NO_ACTIVITY)
                        .where(NO_ACTIVITY.LIBRARY_ID.eq(LIBRARY.ID))
                        .and(NO_ACTIVITY.PERIOD.eq(inline("month")))
                        .and(NO_ACTIVITY.FIRST_DAY.eq(month.atDay(1)))
                        .and(NO_ACTIVITY.TAKEN_BACK_AT.isNull()))
                .and(notExists(selectOne()
                        .from(SUBMISSION)
                        .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                        .and(SUBMISSION.DATE_START.between(month.atDay(1), month.atEndOfMonth()))
                        .and(isCounted()))));
    }

    private int countLibraries(Condition condition) {
        return db.selectCount()
                .from(LIBRARY)
                .where(ScopeCondition.restrict(scope))
                .and(LIBRARY.ACTIVE)
                .and(condition)
                .fetchSingle()
                .value1();
    }

    public int countSentSince(Instant since) {
        return db.selectCount()
                .from(LIBRARY)
                .join(SUBMISSION)
                .on(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                .where(ScopeCondition.restrict(scope))
                .and(SUBMISSION.SUBMITTED_AT.ge(since))
                .and(isCounted())
                .fetchSingle()
                .value1();
    }

    /// The active libraries for which somebody has been let in for the first time.
    public Names joinedSince(Instant since, int most) {
        return names(wasJoined(since, true).and(notExists(joined(MEMBERSHIP.DECIDED_AT.lt(since)))), most);
    }

    /// The active libraries that had joined before, and from which nothing has come since.
    public Names silentSince(Instant since, int most) {
        return names(
                wasJoined(since, false)
                        .and(notExists(selectOne()
                                .from(SUBMISSION)
                                .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                                .and(SUBMISSION.SUBMITTED_AT.ge(since))
                                .and(isCounted())))
                        .and(notExists(selectOne()
                                .from(NO_ACTIVITY)
                                .where(NO_ACTIVITY.LIBRARY_ID.eq(LIBRARY.ID))
                                .and(NO_ACTIVITY.SAID_AT.ge(since))
                                .and(NO_ACTIVITY.TAKEN_BACK_AT.isNull()))),
                most);
    }

    private Names names(Condition condition, int most) {
        var all = count().over();
        var rows = db.select(LIBRARY.NAME, all)
                .from(LIBRARY)
                .where(ScopeCondition.restrict(scope))
                .and(LIBRARY.ACTIVE)
                .and(condition)
                .orderBy(LIBRARY.NAME, LIBRARY.ID)
                .limit(most)
                .fetch();
        return new Names(
                rows.map(row -> row.value1()),
                rows.isEmpty() ? 0 : rows.getFirst().value2());
    }

    private static Condition wasJoined(Instant since, boolean after) {
        return exists(joined(after ? MEMBERSHIP.DECIDED_AT.ge(since) : MEMBERSHIP.DECIDED_AT.lt(since))
                .and(MEMBERSHIP.STATUS.eq(inline("accepted"))));
    }

    private static SelectConditionStep<Record1<Integer>> joined(Condition when) {
        return selectOne()
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.LIBRARY_ID.eq(LIBRARY.ID))
                .and(MEMBERSHIP.STATUS.in(inline("accepted"), inline("left")))
                .and(when);
    }

    private static Condition isCounted() {
        return SUBMISSION.STATUS.in(
                Status.counted().stream().map(status -> inline(status.stored())).toList());
    }
}
