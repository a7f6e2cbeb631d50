package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.people.Actor;
import id.laporpustaka.people.ReviewCondition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// The reports that wait for somebody to review them, the oldest first.
public final class ReviewQueue {
    /// The zone that is ahead of all others here: a day that has not come there has not come anywhere.
    private static final ZoneOffset EASTERN = ZoneOffset.ofHours(9);

    private static final id.laporpustaka.db.generated.tables.Submission BEFORE = SUBMISSION.as("before");

    private final DSLContext db;
    private final Actor actor;
    private final LocalDate from;

    /// @param actor whose part it is; those who may only ask for corrections have a queue too
    public ReviewQueue(DSLContext db, Actor actor, Instant now) {
        this.db = db;
        this.actor = actor;
        this.from = Deadlines.reviewableFrom(LocalDate.ofInstant(now, EASTERN));
    }

    public int count() {
        return db.selectCount()
                .from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(waits())
                .fetchSingle()
                .value1();
    }

    public List<SentReport> list(int limit, int offset) {
        return new Submissions(db)
                .inRegions(waits())
                .orderBy(SUBMISSION.SUBMITTED_AT, SUBMISSION.ID)
                .limit(limit)
                .offset(offset)
                .fetch(Submissions::report);
    }

    /// The number of the one that follows a report, whether that one still waits or not.
    ///
    /// @param number empty for the first
    public Optional<String> findAfter(Optional<String> number) {
        var follows = number.<Condition>map(given -> row(SUBMISSION.SUBMITTED_AT, SUBMISSION.ID)
                        .gt(select(BEFORE.SUBMITTED_AT, BEFORE.ID).from(BEFORE).where(BEFORE.NUMBER.eq(given))))
                .orElseGet(DSL::trueCondition);
        return db.select(SUBMISSION.NUMBER)
                .from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(waits())
                .and(follows)
                .orderBy(SUBMISSION.SUBMITTED_AT, SUBMISSION.ID)
                .limit(1)
                .fetchOptional(SUBMISSION.NUMBER);
    }

    private Condition waits() {
        return SUBMISSION
                .STATUS
                .eq(inline(Status.SENT.stored()))
                .and(SUBMISSION
                        .DATE_START
                        .ge(from)
                        .or(SUBMISSION.SUBMITTED_AT.ge(from.atStartOfDay().toInstant(EASTERN))))
                .and(ReviewCondition.mayAsk(actor));
    }
}
