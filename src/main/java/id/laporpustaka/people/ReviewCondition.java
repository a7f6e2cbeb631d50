package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import org.jooq.Condition;

/// What somebody may do with reports, as conditions. The query must have `submission` and its `library` in
/// it, each under its own name.
///
/// Who may stand in for coordinators ([Action#STAND_IN]) reviews only where a regency has none. Nobody reviews
/// what they have sent themselves.
public final class ReviewCondition {
    private static final id.laporpustaka.db.generated.tables.Region OVER = REGION.as("over");

    private ReviewCondition() {}

    public static Condition maySee(Actor actor) {
        return ScopeCondition.restrict(Permissions.scopeFor(actor, Action.SEE_REPORTS));
    }

    /// Ask for corrections and remark.
    public static Condition mayAsk(Actor actor) {
        return may(actor, Action.ASK_CORRECTION);
    }

    /// Verify and reject.
    public static Condition mayReview(Actor actor) {
        return may(actor, Action.REVIEW);
    }

    private static Condition may(Actor actor, Action action) {
        return ScopeCondition.restrict(Permissions.scopeFor(actor, action))
                .or(ScopeCondition.restrict(Permissions.scopeFor(actor, Action.STAND_IN))
                        .and(hasNoCoordinator()))
                .and(SUBMISSION.REPORTER_ID.ne(actor.personId()));
    }

    private static Condition hasNoCoordinator() {
        return notExists(selectOne()
                .from(ASSIGNMENT)
                .join(OVER)
                .on(OVER.ID.eq(ASSIGNMENT.REGION_ID))
                .where(ASSIGNMENT.ROLE.eq(inline(Role.PIC_KAB.name())))
                .and(ASSIGNMENT.REVOKED_AT.isNull())
                .and(LIBRARY.REGION_CODE.ge(OVER.CODE))
                .and(LIBRARY.REGION_CODE.lt(OVER.CODE.concat("/"))));
    }
}
