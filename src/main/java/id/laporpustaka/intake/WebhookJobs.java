package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.PERSON;

import id.laporpustaka.conversation.Job;
import org.jooq.DSLContext;

/// Tells people about the webhooks that they have set up.
public final class WebhookJobs {
    private final DSLContext db;

    /// @param db the transaction that they are told in
    public WebhookJobs(DSLContext db) {
        this.db = db;
    }

    /// Says that a webhook of theirs is paused, and how it goes on.
    ///
    /// @param host where it points
    public void tellPaused(long personId, String host) {
        new JobLane(db)
                .addAll(db.select(PERSON.TELEGRAM_ID)
                        .from(PERSON)
                        .where(PERSON.ID.eq(personId))
                        .and(PERSON.TELEGRAM_ID.isNotNull())
                        .fetch(row -> new Job.TellWebhookPaused(row.value1(), host)));
    }
}
