package id.laporpustaka.metrics;

import static id.laporpustaka.db.generated.Tables.EXPORT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.JOB;
import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.OPENROSA_REPORT;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.db.generated.Tables.WEBHOOK_DELIVERY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import id.laporpustaka.db.DatabaseClock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// What waits in the database at a moment, for all processes together.
record Backlog(Map<Queue, Waiting> queues) {
    /// More than enough, and short enough not to make a trouble worse by asking how large it is.
    private static final String LONGEST = "2s";

    private static final Field<Instant> NOTHING = inline((Instant) null, SQLDataType.INSTANT);

    Backlog {
        queues = Map.copyOf(queues);
    }

    enum Queue {
        INBOX_INTERACTIVE,
        INBOX_BULK,
        INBOX_SET_ASIDE,
        OUTBOX_INTERACTIVE,
        OUTBOX_BULK,
        JOBS,
        EXPORTS,
        FILES,
        WEBHOOKS,
        OPENROSA,
        OPENROSA_SET_ASIDE
    }

    /// @param oldestSeconds since the first in line has come, or is due; 0 if none is, or nobody asks for it
    record Waiting(int count, double oldestSeconds) {}

    /// In one statement, from the indexes of what waits.
    ///
    /// @param db a transaction
    static Backlog read(DSLContext db) {
        db.setLocal(name("statement_timeout"), val(LONGEST)).execute();
        var all = inbox(Queue.INBOX_INTERACTIVE, false)
                .unionAll(inbox(Queue.INBOX_BULK, true))
                .unionAll(of(Queue.INBOX_SET_ASIDE, INBOX, INBOX.SET_ASIDE_BECAUSE.isNotNull(), NOTHING))
                .unionAll(outbox(Queue.OUTBOX_INTERACTIVE, 0))
                .unionAll(outbox(Queue.OUTBOX_BULK, 1))
                .unionAll(of(Queue.JOBS, JOB, JOB.FINISHED_AT.isNull(), min(JOB.DUE_AT)))
                .unionAll(of(
                        Queue.EXPORTS,
                        EXPORT,
                        EXPORT.STATE.in(inline("waiting"), inline("running")),
                        min(EXPORT.DUE_AT)))
                .unionAll(of(Queue.FILES, MEDIA, MEDIA.STATE.eq(inline("waiting")), min(MEDIA.DUE_AT)))
                .unionAll(of(Queue.WEBHOOKS, WEBHOOK_DELIVERY, WEBHOOK_DELIVERY.FINISHED_AT.isNull(), NOTHING))
                .unionAll(of(Queue.OPENROSA, OPENROSA_REPORT, OPENROSA_REPORT.DUE_AT.isNotNull(), NOTHING))
                .unionAll(of(
                        Queue.OPENROSA_SET_ASIDE, OPENROSA_REPORT, OPENROSA_REPORT.SET_ASIDE_AT.isNotNull(), NOTHING));
        return new Backlog(db.fetch(all).stream()
                .collect(Collectors.toMap(
                        row -> Queue.valueOf(row.value1()), row -> new Waiting(row.value2(), row.value3()))));
    }

    /// The index has no time in it, but the order in which updates came.
    private static Select<Record3<String, Integer, Double>> inbox(Queue queue, boolean bulk) {
        var waits = INBOX.HANDLED_AT.isNull().and(INBOX.BULK.eq(inline(bulk)));
        var first = select(INBOX.RECEIVED_AT)
                .from(INBOX)
                .where(waits)
                .orderBy(INBOX.POSITION)
                .limit(inline(1));
        return of(queue, INBOX, waits, field(first));
    }

    private static Select<Record3<String, Integer, Double>> outbox(Queue queue, int priority) {
        return of(
                queue,
                OUTBOX,
                OUTBOX.FINISHED_AT.isNull().and(OUTBOX.PRIORITY.eq(inline((short) priority))),
                min(OUTBOX.DUE_AT));
    }

    private static Select<Record3<String, Integer, Double>> of(
            Queue queue, Table<?> table, Condition waits, Field<Instant> since) {
        var seconds = field(
                "greatest(0, coalesce(extract(epoch from {0} - {1}), 0))",
                SQLDataType.DOUBLE, DatabaseClock.now(), since);
        return select(inline(queue.name()), count(), seconds).from(table).where(waits);
    }
}
