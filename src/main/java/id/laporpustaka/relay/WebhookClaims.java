package id.laporpustaka.relay;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.WEBHOOK;
import static id.laporpustaka.db.generated.Tables.WEBHOOK_DELIVERY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import id.laporpustaka.submission.ReportEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Hands webhooks to workers, one worker a webhook, and keeps what came of each try. Who has lost a lease writes
/// nothing any more.
final class WebhookClaims {
    private final DSLContext db;

    WebhookClaims(DSLContext db) {
        this.db = db;
    }

    /// A webhook that is this worker's for a while.
    ///
    /// @param position events up to here have become deliveries
    /// @param failures in a row
    record Claimed(
            long id,
            long lease,
            long makerId,
            String url,
            Set<WebhookEvent> events,
            Optional<String> regionCode,
            List<WebhookSecret> secrets,
            long position,
            int failures,
            Optional<Instant> failingSince) {}

    /// What is to be sent next.
    ///
    /// @param messageId the same at each try
    record Next(long id, String messageId, String body, int tries) {}

    boolean any() {
        return db.fetchExists(WEBHOOK, WEBHOOK.PAUSED_AT.isNull());
    }

    /// The webhook that has been due for longest and has something to do.
    ///
    /// @param last the newest event
    /// @param now until when a replaced secret signs
    Optional<Claimed> claim(long last, Duration lease, Instant now) {
        var hasWork = WEBHOOK.POSITION
                .lt(last)
                .or(exists(selectOne()
                        .from(WEBHOOK_DELIVERY)
                        .where(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(WEBHOOK.ID))
                        .and(WEBHOOK_DELIVERY.FINISHED_AT.isNull())
                        .and(WEBHOOK_DELIVERY.DUE_AT.le(DatabaseClock.now()))));
        var id = select(WEBHOOK.ID)
                .from(WEBHOOK)
                .where(WEBHOOK.PAUSED_AT.isNull())
                .and(WEBHOOK.DUE_AT.le(DatabaseClock.now()))
                .and(WEBHOOK.LEASED_UNTIL.le(DatabaseClock.now()))
                .and(hasWork)
                .orderBy(WEBHOOK.LEASED_UNTIL)
                .limit(1)
                .forUpdate()
                .skipLocked();
        return db.update(WEBHOOK)
                .set(WEBHOOK.LEASED_UNTIL, DatabaseClock.after(lease))
                .set(WEBHOOK.LEASE, WEBHOOK.LEASE.plus(1))
                .where(WEBHOOK.ID.eq(id))
                .returning()
                .fetchOptional(row -> new Claimed(
                        row.getId(),
                        row.getLease(),
                        row.getMadeBy(),
                        row.getUrl(),
                        Webhooks.events(row.getEvents()),
                        regionCode(row.getRegionId()),
                        secrets(row.getSecret(), row.getFormerSecret(), row.getFormerUntil(), now),
                        row.getPosition(),
                        row.getFailures(),
                        Optional.ofNullable(row.getFailingSince())));
    }

    private Optional<String> regionCode(@Nullable Long regionId) {
        return regionId == null
                ? Optional.empty()
                : db.select(REGION.CODE)
                        .from(REGION)
                        .where(REGION.ID.eq(regionId))
                        .fetchOptional(REGION.CODE);
    }

    private static List<WebhookSecret> secrets(
            byte[] secret, byte @Nullable [] former, @Nullable Instant until, Instant now) {
        var secrets = new ArrayList<WebhookSecret>();
        secrets.add(new WebhookSecret(secret));
        if (former != null && until != null && until.isAfter(now)) {
            secrets.add(new WebhookSecret(former));
        }
        return secrets;
    }

    /// Keeps the webhook for longer.
    ///
    /// @return false if it is somebody else's by now, or paused or deleted
    boolean keep(Claimed claimed, Duration lease) {
        return db.update(WEBHOOK)
                        .set(WEBHOOK.LEASED_UNTIL, DatabaseClock.after(lease))
                        .where(WEBHOOK.ID.eq(claimed.id()))
                        .and(WEBHOOK.LEASE.eq(claimed.lease()))
                        .and(WEBHOOK.PAUSED_AT.isNull())
                        .execute()
                == 1;
    }

    void release(Claimed claimed) {
        db.update(WEBHOOK)
                .set(WEBHOOK.LEASED_UNTIL, DatabaseClock.now())
                .where(WEBHOOK.ID.eq(claimed.id()))
                .and(WEBHOOK.LEASE.eq(claimed.lease()))
                .execute();
    }

    /// Makes deliveries of events, in a transaction.
    ///
    /// @param upTo the position that has been read up to
    void take(Claimed claimed, long upTo, List<ReportEvent> events, String publicUrl) {
        var isOurs = db.update(WEBHOOK)
                        .set(WEBHOOK.POSITION, upTo)
                        .where(WEBHOOK.ID.eq(claimed.id()))
                        .and(WEBHOOK.LEASE.eq(claimed.lease()))
                        .execute()
                == 1;
        var rows = events.stream()
                .flatMap(event -> WebhookEvent.of(event)
                        .filter(claimed.events()::contains)
                        .map(type -> new Object[] {
                            claimed.id(),
                            event.position(),
                            event.number(),
                            event.libraryId(),
                            type.type(),
                            WebhookBody.of(type, event, publicUrl)
                        })
                        .stream())
                .toArray(Object[][]::new);
        if (isOurs && rows.length > 0) {
            db.batch(
                            db.insertInto(
                                            WEBHOOK_DELIVERY,
                                            WEBHOOK_DELIVERY.WEBHOOK_ID,
                                            WEBHOOK_DELIVERY.POSITION,
                                            WEBHOOK_DELIVERY.NUMBER,
                                            WEBHOOK_DELIVERY.LIBRARY_ID,
                                            WEBHOOK_DELIVERY.TYPE,
                                            WEBHOOK_DELIVERY.BODY)
                                    .values((Long) null, null, null, null, null, null),
                            rows)
                    .execute();
        }
    }

    /// Ends the deliveries about libraries that the maker may not see any more.
    void withhold(Claimed claimed, Scope scope) {
        db.update(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.FINISHED_AT, DatabaseClock.now())
                .set(WEBHOOK_DELIVERY.OUTCOME, WebhookDelivery.Outcome.WITHHELD.stored())
                .where(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(claimed.id()))
                .and(WEBHOOK_DELIVERY.FINISHED_AT.isNull())
                .and(WEBHOOK_DELIVERY.LIBRARY_ID.isNotNull())
                .and(notExists(selectOne()
                        .from(LIBRARY)
                        .where(LIBRARY.ID.eq(WEBHOOK_DELIVERY.LIBRARY_ID))
                        .and(ScopeCondition.restrict(scope))))
                .execute();
    }

    /// A test, else the first event that is due.
    Optional<Next> next(Claimed claimed) {
        return db.select(WEBHOOK_DELIVERY.ID, WEBHOOK_DELIVERY.POSITION, WEBHOOK_DELIVERY.BODY, WEBHOOK_DELIVERY.TRIES)
                .from(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(claimed.id()))
                .and(WEBHOOK_DELIVERY.FINISHED_AT.isNull())
                .and(WEBHOOK_DELIVERY.DUE_AT.le(DatabaseClock.now()))
                .orderBy(WEBHOOK_DELIVERY.POSITION.asc().nullsFirst(), WEBHOOK_DELIVERY.ID)
                .limit(1)
                .fetchOptional(row -> new Next(
                        row.value1(),
                        row.value2() == null ? "test_" + row.value1() : "evt_" + row.value2(),
                        row.value3(),
                        row.value4()));
    }

    /// What a try came to.
    ///
    /// @param outcome empty if it is to be tried again
    /// @param again when, if so; without it the same delivery is the next one
    record Tried(
            Posting.Outcome answer,
            Duration took,
            Optional<WebhookDelivery.Outcome> outcome,
            Optional<Duration> again) {}

    void record(Next next, Tried tried) {
        var status = tried.answer() instanceof Posting.Outcome.Answered(var code) ? (Integer) code : null;
        var problem = tried.answer() instanceof Posting.Outcome.Unanswered(var why)
                ? why.name().toLowerCase(Locale.ROOT)
                : null;
        db.update(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.TRIES, WEBHOOK_DELIVERY.TRIES.plus(1))
                .set(WEBHOOK_DELIVERY.TRIED_AT, DatabaseClock.now())
                .set(WEBHOOK_DELIVERY.STATUS, status)
                .set(WEBHOOK_DELIVERY.PROBLEM, problem)
                .set(WEBHOOK_DELIVERY.TOOK_MS, Math.toIntExact(tried.took().toMillis()))
                .set(
                        WEBHOOK_DELIVERY.FINISHED_AT,
                        tried.outcome().isPresent() ? DatabaseClock.now() : val((Instant) null))
                .set(
                        WEBHOOK_DELIVERY.OUTCOME,
                        tried.outcome().map(WebhookDelivery.Outcome::stored).orElse(null))
                .set(
                        WEBHOOK_DELIVERY.DUE_AT,
                        tried.again().map(DatabaseClock::after).orElse(WEBHOOK_DELIVERY.DUE_AT))
                .where(WEBHOOK_DELIVERY.ID.eq(next.id()))
                .and(WEBHOOK_DELIVERY.FINISHED_AT.isNull())
                .execute();
    }

    void worked(Claimed claimed) {
        db.update(WEBHOOK)
                .set(WEBHOOK.FAILURES, 0)
                .setNull(WEBHOOK.FAILING_SINCE)
                .where(WEBHOOK.ID.eq(claimed.id()))
                .and(WEBHOOK.FAILURES.gt(0).or(WEBHOOK.FAILING_SINCE.isNotNull()))
                .execute();
    }

    /// Notes that nothing arrives.
    ///
    /// @param pause how long nothing is sent; empty if it is about the one event alone
    /// @return since when nothing has arrived; empty if the webhook has been deleted
    Optional<Instant> failed(Claimed claimed, Optional<Duration> pause) {
        return db.update(WEBHOOK)
                .set(WEBHOOK.FAILURES, WEBHOOK.FAILURES.plus(pause.isPresent() ? 1 : 0))
                .set(WEBHOOK.FAILING_SINCE, coalesce(WEBHOOK.FAILING_SINCE, DatabaseClock.now()))
                .set(WEBHOOK.DUE_AT, pause.map(DatabaseClock::after).orElse(WEBHOOK.DUE_AT))
                .where(WEBHOOK.ID.eq(claimed.id()))
                .returningResult(WEBHOOK.FAILING_SINCE)
                .fetchOptional(WEBHOOK.FAILING_SINCE);
    }
}
