package id.laporpustaka.relay;

import static id.laporpustaka.db.generated.Tables.WEBHOOK;
import static id.laporpustaka.db.generated.Tables.WEBHOOK_DELIVERY;

import id.laporpustaka.db.DatabaseClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The log of what webhooks were told.
public final class WebhookDeliveries {
    /// The type of a test.
    public static final String TEST = "test";

    /// How long what has come to an end is kept.
    public static final Duration KEPT = Duration.ofDays(30);

    private final DSLContext db;

    public WebhookDeliveries(DSLContext db) {
        this.db = db;
    }

    /// Lets a webhook that is not paused be told that this is a test.
    public void addTest(long webhookId) {
        db.insertInto(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.WEBHOOK_ID, webhookId)
                .set(WEBHOOK_DELIVERY.TYPE, TEST)
                .set(WEBHOOK_DELIVERY.BODY, WebhookBody.test())
                .execute();
        hurry(webhookId);
    }

    /// Sends something again that was given up.
    ///
    /// @return false if there is no such delivery, or it is on its way, or its report may not be seen any more
    public boolean sendAgain(long webhookId, long id) {
        var isGivenUp = db.update(WEBHOOK_DELIVERY)
                        .setNull(WEBHOOK_DELIVERY.FINISHED_AT)
                        .setNull(WEBHOOK_DELIVERY.OUTCOME)
                        .set(WEBHOOK_DELIVERY.TRIES, (short) 0)
                        .set(WEBHOOK_DELIVERY.DUE_AT, DatabaseClock.now())
                        .where(WEBHOOK_DELIVERY.ID.eq(id))
                        .and(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(webhookId))
                        .and(WEBHOOK_DELIVERY.OUTCOME.eq(WebhookDelivery.Outcome.FAILED.stored()))
                        .execute()
                == 1;
        if (isGivenUp) {
            hurry(webhookId);
        }
        return isGivenUp;
    }

    private void hurry(long webhookId) {
        db.update(WEBHOOK)
                .set(WEBHOOK.DUE_AT, DatabaseClock.now())
                .where(WEBHOOK.ID.eq(webhookId))
                .execute();
    }

    /// The newest first.
    ///
    /// @param page counted from 0
    public List<WebhookDelivery> list(long webhookId, int page, int size) {
        return db.selectFrom(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(webhookId))
                .orderBy(WEBHOOK_DELIVERY.ID.desc())
                .limit(size)
                .offset(Math.multiplyExact(page, size))
                .fetch(row -> new WebhookDelivery(
                        row.getId(),
                        row.getType(),
                        Optional.ofNullable(row.getNumber()),
                        row.getTriedAt() == null ? row.getCreatedAt() : row.getTriedAt(),
                        row.getTries(),
                        optional(row.getStatus()),
                        Optional.ofNullable(row.getProblem()),
                        optional(row.getTookMs()),
                        Optional.ofNullable(row.getOutcome()).map(WebhookDelivery.Outcome::of)));
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    public int count(long webhookId) {
        return db.fetchCount(WEBHOOK_DELIVERY, WEBHOOK_DELIVERY.WEBHOOK_ID.eq(webhookId));
    }

    /// Deletes what came to an end before this time.
    public void deleteFinishedBefore(Instant time) {
        db.deleteFrom(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.FINISHED_AT.lt(time))
                .execute();
    }
}
