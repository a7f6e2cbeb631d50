package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.substring;

import id.laporpustaka.people.Actor;
import id.laporpustaka.people.ReviewCondition;
import id.laporpustaka.people.ScopeCondition;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// The reports that wait for somebody to review them, the oldest first.
public final class ReviewQueue {
    /// The zone that is ahead of all others here: a day that has not come there has not come anywhere.
    private static final ZoneOffset EASTERN = ZoneOffset.ofHours(9);

    private static final id.laporpustaka.db.generated.tables.Submission BEFORE = SUBMISSION.as("before");

    private static final Field<String> LAST_ACTION = field(select(SUBMISSION_REVISION.ACTION)
                    .from(SUBMISSION_REVISION)
                    .where(SUBMISSION_REVISION.SUBMISSION_ID.eq(SUBMISSION.ID))
                    .and(SUBMISSION_REVISION.ACTION.ne(inline(RevisionAction.COMMENTED.stored())))
                    .orderBy(SUBMISSION_REVISION.REVISION.desc())
                    .limit(1))
            .as("last_action");

    private final DSLContext db;
    private final Actor actor;
    private final LocalDate from;
    private final ReviewFilter filter;

    /// @param actor whose part it is; those who may only ask for corrections have a queue too
    public ReviewQueue(DSLContext db, Actor actor, Instant now) {
        this(db, actor, Deadlines.reviewableFrom(LocalDate.ofInstant(now, EASTERN)), ReviewFilter.none());
    }

    private ReviewQueue(DSLContext db, Actor actor, LocalDate from, ReviewFilter filter) {
        this.db = db;
        this.actor = actor;
        this.from = from;
        this.filter = filter;
    }

    /// Only those of them.
    public ReviewQueue filtered(ReviewFilter wanted) {
        return new ReviewQueue(db, actor, from, wanted);
    }

    public int count() {
        return db.selectCount()
                .from(withLibraries())
                .where(waits())
                .fetchSingle()
                .value1();
    }

    /// Counts no further than this.
    public int countUpTo(int most) {
        return db.fetchCount(
                db.select(SUBMISSION.ID).from(withLibraries()).where(waits()).limit(most));
    }

    /// How many wait in each region of a level, by its code.
    public SortedMap<String, Integer> countByRegion(RegionLevel level) {
        var code = substring(LIBRARY.REGION_CODE, inline(1), inline(level.codeLength()));
        var counts = new TreeMap<String, Integer>();
        db.select(code, DSL.count())
                .from(withLibraries())
                .where(waits())
                .and(length(LIBRARY.REGION_CODE).ge(level.codeLength()))
                .groupBy(code)
                .forEach(row -> counts.put(row.value1(), row.value2()));
        return counts;
    }

    public List<SentReport> list(int limit, int offset) {
        return new Submissions(db)
                .select(waits())
                .orderBy(SUBMISSION.SUBMITTED_AT, SUBMISSION.ID)
                .limit(limit)
                .offset(offset)
                .fetch(Submissions::report);
    }

    /// With what a reviewer looks at before opening one.
    public List<WaitingReport> listInFull(int limit, int offset) {
        var mayReview = field(ReviewCondition.mayReview(actor)).as("may_review");
        var more = List.<Field<?>>of(
                REGION.ID, REGION.CODE, REGION.LEVEL, REGION.NAME, SUBMISSION.PHOTO_COUNT, LAST_ACTION, mayReview);
        return new Submissions(db)
                .inRegions(more, waits())
                .orderBy(SUBMISSION.SUBMITTED_AT, SUBMISSION.ID)
                .limit(limit)
                .offset(offset)
                .fetch(row -> new WaitingReport(
                        Submissions.report(row),
                        region(row),
                        row.get(SUBMISSION.PHOTO_COUNT),
                        RevisionAction.CORRECTED.stored().equals(row.get(LAST_ACTION)),
                        row.get(mayReview)));
    }

    private static Region region(Record row) {
        return new Region(
                row.get(REGION.ID), row.get(REGION.CODE), RegionLevel.of(row.get(REGION.LEVEL)), row.get(REGION.NAME));
    }

    /// The number of the one that follows a report, whether that one still waits or not.
    ///
    /// @param number empty for the first
    public Optional<String> findAfter(Optional<String> number) {
        var follows = number.<Condition>map(given -> row(SUBMISSION.SUBMITTED_AT, SUBMISSION.ID)
                        .gt(select(BEFORE.SUBMITTED_AT, BEFORE.ID).from(BEFORE).where(BEFORE.NUMBER.eq(given))))
                .orElseGet(DSL::trueCondition);
        return db.select(SUBMISSION.NUMBER)
                .from(withLibraries())
                .where(waits())
                .and(follows)
                .orderBy(SUBMISSION.SUBMITTED_AT, SUBMISSION.ID)
                .limit(1)
                .fetchOptional(SUBMISSION.NUMBER);
    }

    private static Table<?> withLibraries() {
        return SUBMISSION.join(LIBRARY).on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID));
    }

    private Condition waits() {
        return SUBMISSION
                .STATUS
                .eq(inline(Status.SENT.stored()))
                .and(SUBMISSION
                        .DATE_START
                        .ge(from)
                        .or(SUBMISSION.SUBMITTED_AT.ge(from.atStartOfDay().toInstant(EASTERN))))
                .and(ReviewCondition.mayAsk(actor))
                .and(filter.regionCode().map(ScopeCondition::liesIn).orElseGet(DSL::noCondition))
                .and(filter.formId().<Condition>map(SUBMISSION.FORM_ID::eq).orElseGet(DSL::noCondition))
                .and(and(Stream.of(filter.libraryWords().split(" ", -1))
                        .filter(word -> !word.isEmpty())
                        .map(LIBRARY.NAME::containsIgnoreCase)
                        .toList()));
    }
}
