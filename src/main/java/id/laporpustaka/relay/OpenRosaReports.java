package id.laporpustaka.relay;

import static id.laporpustaka.db.generated.Tables.OPENROSA_REPORT;
import static id.laporpustaka.db.generated.Tables.OPENROSA_TARGET;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.submission.ReportEvent;
import id.laporpustaka.submission.RevisionAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// What an OpenRosa server has of which reports, and what it still is to get. One worker a server at a time.
public final class OpenRosaReports {
    private final DSLContext db;

    public OpenRosaReports(DSLContext db) {
        this.db = db;
    }

    /// How it stands with one server.
    ///
    /// @param failingSince since when it takes nothing, though there is something for it
    /// @param problem what it answered then
    /// @param arrivedAt when it last took a report
    public record Standing(
            String address,
            int arrived,
            int waiting,
            int setAside,
            Optional<Instant> failingSince,
            Optional<String> problem,
            Optional<Instant> arrivedAt) {}

    /// A report that the server will not have.
    public record SetAside(String address, long reportId, String number, String problem, Instant at) {}

    /// All servers that there have been.
    public List<Standing> list() {
        return db.select(
                        OPENROSA_TARGET.ADDRESS,
                        OPENROSA_TARGET.FAILING_SINCE,
                        OPENROSA_TARGET.PROBLEM,
                        OPENROSA_TARGET.ARRIVED_AT,
                        count(OPENROSA_REPORT.PUSHED),
                        count(OPENROSA_REPORT.DUE_AT),
                        count(OPENROSA_REPORT.SET_ASIDE_AT))
                .from(OPENROSA_TARGET)
                .leftJoin(OPENROSA_REPORT)
                .on(OPENROSA_REPORT.ADDRESS.eq(OPENROSA_TARGET.ADDRESS))
                .groupBy(OPENROSA_TARGET.ADDRESS)
                .orderBy(OPENROSA_TARGET.ADDRESS)
                .fetch(row -> new Standing(
                        row.value1(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        Optional.ofNullable(row.value2()),
                        Optional.ofNullable(row.value3()),
                        Optional.ofNullable(row.value4())));
    }

    /// The last ones that were set aside.
    public List<SetAside> listSetAside(int most) {
        return db.select(
                        OPENROSA_REPORT.ADDRESS,
                        SUBMISSION.ID,
                        SUBMISSION.NUMBER,
                        coalesce(OPENROSA_REPORT.PROBLEM, ""),
                        OPENROSA_REPORT.SET_ASIDE_AT)
                .from(OPENROSA_REPORT)
                .join(SUBMISSION)
                .on(SUBMISSION.ID.eq(OPENROSA_REPORT.SUBMISSION_ID))
                .where(OPENROSA_REPORT.SET_ASIDE_AT.isNotNull())
                .orderBy(OPENROSA_REPORT.SET_ASIDE_AT.desc(), SUBMISSION.ID)
                .limit(most)
                .fetch(row -> new SetAside(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /// Sends all reports again that were set aside, to all servers.
    public int tryAgain() {
        db.update(OPENROSA_TARGET)
                .set(OPENROSA_TARGET.DUE_AT, DatabaseClock.now())
                .execute();
        return db.update(OPENROSA_REPORT)
                .setNull(OPENROSA_REPORT.SET_ASIDE_AT)
                .set(OPENROSA_REPORT.TRIES, (short) 0)
                .set(OPENROSA_REPORT.DUE_AT, DatabaseClock.now())
                .where(OPENROSA_REPORT.SET_ASIDE_AT.isNotNull())
                .execute();
    }

    // ---------------------------------------------------------------- for the worker

    /// A server that is this worker's for a while.
    record Claimed(String address, long lease, long position, int failures) {}

    /// A report that is due.
    ///
    /// @param pushed the revision whose answers the server has
    /// @param instanceId under which it has them
    /// @param attempted the instance that was being sent when nothing more was heard
    record Due(
            long reportId,
            int tries,
            OptionalInt pushed,
            Optional<String> instanceId,
            Optional<String> attempted,
            int content) {}

    void begin(String address) {
        db.insertInto(OPENROSA_TARGET)
                .set(OPENROSA_TARGET.ADDRESS, address)
                .onConflictDoNothing()
                .execute();
    }

    /// Takes the server if there is something for it.
    ///
    /// @param last the newest event
    Optional<Claimed> claim(String address, long last, Duration lease) {
        var hasWork = OPENROSA_TARGET
                .POSITION
                .lt(last)
                .or(exists(selectOne()
                        .from(OPENROSA_REPORT)
                        .where(OPENROSA_REPORT.ADDRESS.eq(OPENROSA_TARGET.ADDRESS))
                        .and(OPENROSA_REPORT.DUE_AT.le(DatabaseClock.now()))));
        return db.update(OPENROSA_TARGET)
                .set(OPENROSA_TARGET.LEASED_UNTIL, DatabaseClock.after(lease))
                .set(OPENROSA_TARGET.LEASE, OPENROSA_TARGET.LEASE.plus(1))
                .where(OPENROSA_TARGET.ADDRESS.eq(select(OPENROSA_TARGET.ADDRESS)
                        .from(OPENROSA_TARGET)
                        .where(OPENROSA_TARGET.ADDRESS.eq(address))
                        .and(OPENROSA_TARGET.DUE_AT.le(DatabaseClock.now()))
                        .and(OPENROSA_TARGET.LEASED_UNTIL.le(DatabaseClock.now()))
                        .and(hasWork)
                        .forUpdate()
                        .skipLocked()))
                .returning()
                .fetchOptional(
                        row -> new Claimed(row.getAddress(), row.getLease(), row.getPosition(), row.getFailures()));
    }

    boolean keep(Claimed claimed, Duration lease) {
        return db.update(OPENROSA_TARGET)
                        .set(OPENROSA_TARGET.LEASED_UNTIL, DatabaseClock.after(lease))
                        .where(OPENROSA_TARGET.ADDRESS.eq(claimed.address()))
                        .and(OPENROSA_TARGET.LEASE.eq(claimed.lease()))
                        .execute()
                == 1;
    }

    void release(Claimed claimed) {
        db.update(OPENROSA_TARGET)
                .set(OPENROSA_TARGET.LEASED_UNTIL, DatabaseClock.now())
                .where(OPENROSA_TARGET.ADDRESS.eq(claimed.address()))
                .and(OPENROSA_TARGET.LEASE.eq(claimed.lease()))
                .execute();
    }

    /// Has reports sent that changed, in a transaction. One that was set aside is tried anew.
    ///
    /// @param upTo the position that has been read up to
    void take(Claimed claimed, long upTo, List<ReportEvent> events) {
        var isOurs = db.update(OPENROSA_TARGET)
                        .set(OPENROSA_TARGET.POSITION, upTo)
                        .where(OPENROSA_TARGET.ADDRESS.eq(claimed.address()))
                        .and(OPENROSA_TARGET.LEASE.eq(claimed.lease()))
                        .execute()
                == 1;
        if (!isOurs || events.isEmpty()) {
            return;
        }
        db.batch(
                        db.insertInto(
                                        OPENROSA_REPORT,
                                        OPENROSA_REPORT.ADDRESS,
                                        OPENROSA_REPORT.SUBMISSION_ID,
                                        OPENROSA_REPORT.POSITION,
                                        OPENROSA_REPORT.DUE_AT)
                                .values(val((String) null), val((Long) null), val((Long) null), DatabaseClock.now())
                                .onConflict(OPENROSA_REPORT.ADDRESS, OPENROSA_REPORT.SUBMISSION_ID)
                                .doUpdate()
                                .set(OPENROSA_REPORT.POSITION, excluded(OPENROSA_REPORT.POSITION))
                                .set(OPENROSA_REPORT.DUE_AT, excluded(OPENROSA_REPORT.DUE_AT))
                                .set(OPENROSA_REPORT.TRIES, excluded(OPENROSA_REPORT.TRIES))
                                .set(OPENROSA_REPORT.SET_ASIDE_AT, excluded(OPENROSA_REPORT.SET_ASIDE_AT)),
                        events.stream()
                                .map(event -> new Object[] {claimed.address(), event.reportId(), event.position()})
                                .toArray(Object[][]::new))
                .execute();
    }

    /// The first report that is due.
    Optional<Due> next(Claimed claimed) {
        var content = select(max(SUBMISSION_REVISION.REVISION))
                .from(SUBMISSION_REVISION)
                .where(SUBMISSION_REVISION.SUBMISSION_ID.eq(OPENROSA_REPORT.SUBMISSION_ID))
                .and(SUBMISSION_REVISION.ACTION.in(
                        RevisionAction.SENT.name().toLowerCase(Locale.ROOT),
                        RevisionAction.CORRECTED.name().toLowerCase(Locale.ROOT)))
                .asField();
        return db.select(
                        OPENROSA_REPORT.SUBMISSION_ID,
                        OPENROSA_REPORT.TRIES,
                        OPENROSA_REPORT.PUSHED,
                        OPENROSA_REPORT.INSTANCE_ID,
                        OPENROSA_REPORT.ATTEMPTED,
                        coalesce(content.cast(Integer.class), 1))
                .from(OPENROSA_REPORT)
                .where(OPENROSA_REPORT.ADDRESS.eq(claimed.address()))
                .and(OPENROSA_REPORT.DUE_AT.le(DatabaseClock.now()))
                .orderBy(OPENROSA_REPORT.POSITION)
                .limit(1)
                .fetchOptional(row -> new Due(
                        row.value1(),
                        row.value2(),
                        row.value3() == null ? OptionalInt.empty() : OptionalInt.of(row.value3()),
                        Optional.ofNullable(row.value4()),
                        Optional.ofNullable(row.value5()),
                        row.value6()));
    }

    /// Notes what is about to be sent: if nothing is heard of it, it may have arrived.
    void attempt(Claimed claimed, Due due, String instanceId) {
        db.update(OPENROSA_REPORT)
                .set(OPENROSA_REPORT.ATTEMPTED, instanceId)
                .where(of(claimed, due))
                .execute();
    }

    void arrived(Claimed claimed, Due due, String instanceId) {
        db.update(OPENROSA_REPORT)
                .set(OPENROSA_REPORT.PUSHED, due.content())
                .set(OPENROSA_REPORT.INSTANCE_ID, instanceId)
                .set(OPENROSA_REPORT.PUSHED_AT, DatabaseClock.now())
                .setNull(OPENROSA_REPORT.ATTEMPTED)
                .setNull(OPENROSA_REPORT.DUE_AT)
                .setNull(OPENROSA_REPORT.PROBLEM)
                .set(OPENROSA_REPORT.TRIES, (short) 0)
                .where(of(claimed, due))
                .execute();
        db.update(OPENROSA_TARGET)
                .set(OPENROSA_TARGET.FAILURES, 0)
                .setNull(OPENROSA_TARGET.PROBLEM)
                .setNull(OPENROSA_TARGET.FAILING_SINCE)
                .set(OPENROSA_TARGET.ARRIVED_AT, DatabaseClock.now())
                .where(OPENROSA_TARGET.ADDRESS.eq(claimed.address()))
                .execute();
    }

    /// There is nothing to be sent of it.
    void leave(Claimed claimed, Due due) {
        db.update(OPENROSA_REPORT)
                .setNull(OPENROSA_REPORT.DUE_AT)
                .where(of(claimed, due))
                .execute();
    }

    void postpone(Claimed claimed, Due due, Duration pause) {
        db.update(OPENROSA_REPORT)
                .set(OPENROSA_REPORT.DUE_AT, DatabaseClock.after(pause))
                .where(of(claimed, due))
                .execute();
    }

    /// A try that came to nothing, of which the report itself may be the reason.
    void failed(Claimed claimed, Due due, String problem, Optional<Duration> pause) {
        db.update(OPENROSA_REPORT)
                .set(OPENROSA_REPORT.TRIES, OPENROSA_REPORT.TRIES.plus(1))
                .set(OPENROSA_REPORT.PROBLEM, problem)
                .set(OPENROSA_REPORT.DUE_AT, pause.map(DatabaseClock::after).orElse(OPENROSA_REPORT.DUE_AT))
                .where(of(claimed, due))
                .execute();
    }

    void setAside(Claimed claimed, Due due, String problem) {
        db.update(OPENROSA_REPORT)
                .set(OPENROSA_REPORT.SET_ASIDE_AT, DatabaseClock.now())
                .set(OPENROSA_REPORT.PROBLEM, problem)
                .setNull(OPENROSA_REPORT.DUE_AT)
                .setNull(OPENROSA_REPORT.ATTEMPTED)
                .where(of(claimed, due))
                .execute();
    }

    private static Condition of(Claimed claimed, Due due) {
        return OPENROSA_REPORT.ADDRESS.eq(claimed.address()).and(OPENROSA_REPORT.SUBMISSION_ID.eq(due.reportId()));
    }

    /// The server as a whole takes nothing.
    void refused(Claimed claimed, String problem, Duration pause) {
        db.update(OPENROSA_TARGET)
                .set(OPENROSA_TARGET.FAILURES, OPENROSA_TARGET.FAILURES.plus(1))
                .set(OPENROSA_TARGET.PROBLEM, problem)
                .set(OPENROSA_TARGET.FAILING_SINCE, coalesce(OPENROSA_TARGET.FAILING_SINCE, DatabaseClock.now()))
                .set(OPENROSA_TARGET.DUE_AT, DatabaseClock.after(pause))
                .where(OPENROSA_TARGET.ADDRESS.eq(claimed.address()))
                .execute();
    }
}
