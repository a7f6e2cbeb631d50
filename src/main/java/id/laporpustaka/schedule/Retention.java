package id.laporpustaka.schedule;

import static id.laporpustaka.db.generated.Tables.CARD;
import static id.laporpustaka.db.generated.Tables.CHAT_PACE;
import static id.laporpustaka.db.generated.Tables.DRAFT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.JOB;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.db.Reading;
import id.laporpustaka.export.Exports;
import id.laporpustaka.export.SentSheets;
import id.laporpustaka.outbox.OutgoingFiles;
import id.laporpustaka.people.ApiTokens;
import id.laporpustaka.people.Audit;
import id.laporpustaka.people.DataLinks;
import id.laporpustaka.people.Invites;
import id.laporpustaka.people.LoginAttempts;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.Nudges;
import id.laporpustaka.people.OneTimeLinks;
import id.laporpustaka.people.Reminders;
import id.laporpustaka.people.SpentInitData;
import id.laporpustaka.people.WebSessions;
import id.laporpustaka.place.RegionUploads;
import id.laporpustaka.relay.WebhookDeliveries;
import id.laporpustaka.submission.media.Media;
import id.laporpustaka.submission.publishing.FormCandidates;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// How long things are kept, in one place: personal data no longer than they are needed (UU 27/2022, article 44).
public final class Retention {
    /// Telegram's update ids may start anew after a quiet week (Bot API, Update), so handled rows must be gone
    /// by then.
    static final Duration HANDLED = Duration.ofDays(2);

    /// What could not be handled or sent is kept for an admin to look at; and the numbers of messages for
    /// writing over them, but for receipts, which follow their reports.
    static final Duration SET_ASIDE = Duration.ofDays(30);

    /// A cancelled draft can be brought back for this long.
    static final Duration DISCARDED = Duration.ofDays(1);

    /// A form that was uploaded and never published.
    static final Duration CANDIDATES = Duration.ofDays(30);

    /// From where something was done; that it was done is kept.
    static final Duration ADDRESSES = Duration.ofDays(90);

    /// Reports of somebody whom no library has let in, after the refusal: they may ask again until then.
    static final Duration REFUSED = Duration.ofDays(30);

    /// An invitation after its end: who comes late is told that it has ended, not that it never was.
    static final Duration INVITATIONS = Duration.ofDays(90);

    /// A sheet of libraries, whatever came of it.
    static final Duration SHEETS = Duration.ofDays(7);

    /// A version of the region data that was uploaded and never applied.
    static final Duration REGIONS = Duration.ofDays(7);

    /// A photo that no report has, since it came; longer if a draft has it.
    static final Duration FILES = Duration.ofDays(2);

    /// That somebody was reminded: longer than anybody asks for it.
    static final Duration NUDGES = Duration.ofDays(60);

    private final DSLContext db;

    public Retention(DSLContext db) {
        this.db = db;
    }

    /// Deletes what has been kept long enough.
    public void clean(Instant now) {
        var handled = now.minus(HANDLED);
        var setAside = now.minus(SET_ASIDE);
        db.deleteFrom(INBOX)
                .where(INBOX.HANDLED_AT.lt(handled))
                .and(INBOX.SET_ASIDE_BECAUSE.isNull().or(INBOX.HANDLED_AT.lt(setAside)))
                .execute();
        var files = db.deleteFrom(OUTBOX)
                .where(OUTBOX.FINISHED_AT.lt(handled))
                .and(OUTBOX.OUTCOME.ne("set_aside").or(OUTBOX.FINISHED_AT.lt(setAside)))
                .returningResult(OUTBOX.FILE)
                .fetch(OUTBOX.FILE);
        new OutgoingFiles(db)
                .deleteUnused(files.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
        new OutgoingFiles(db).deleteUnusedSince(setAside);
        db.deleteFrom(CARD)
                .where(CARD.SENT_AT.lt(setAside))
                .and(notExists(selectOne()
                        .from(SUBMISSION)
                        .join(PERSON)
                        .on(PERSON.ID.eq(SUBMISSION.REPORTER_ID))
                        .where(PERSON.TELEGRAM_ID.eq(CARD.CHAT_ID))
                        .and(SUBMISSION.RECEIPT_CARD.eq(CARD.NUMBER))))
                .execute();
        db.deleteFrom(CHAT_PACE)
                .where(CHAT_PACE.CHAT_ID.in(select(CHAT_PACE.CHAT_ID)
                        .from(CHAT_PACE)
                        .where(CHAT_PACE.FREE_AT.lt(DatabaseClock.now()))
                        .forUpdate()
                        .skipLocked()))
                .execute();
        db.deleteFrom(JOB).where(JOB.FINISHED_AT.lt(handled)).execute();
        db.deleteFrom(DRAFT).where(DRAFT.DISCARDED_AT.lt(now.minus(DISCARDED))).execute();
        new Media(db).deleteUnwantedSince(now.minus(FILES));
        new Exports(db).deleteAskedBefore(now.minus(Exports.KEPT));
        new SentSheets(db).deleteSentBefore(now.minus(SHEETS));
        new RegionUploads(db).deleteUploadedBefore(now.minus(REGIONS));
        new FormCandidates(db).deleteUploadedBefore(now.minus(CANDIDATES));
        new OneTimeLinks(db).deleteExpired(now);
        new WebSessions(db).deleteExpired(now);
        new ApiTokens(db).deleteExpired(now);
        new DataLinks(db).deleteExpired(now);
        new SpentInitData(db).deleteExpired(now);
        new LoginAttempts(db).deleteExpired(now);
        new Invites(db).deleteEndedBefore(now.minus(INVITATIONS), now);
        new Memberships(db).deleteLeftBefore(now.minus(REFUSED));
        new WebhookDeliveries(db).deleteFinishedBefore(now.minus(WebhookDeliveries.KEPT));
        new Nudges(db).deleteBefore(now.minus(NUDGES));
        new Reminders(db).deleteSentBefore(now.minus(NUDGES));
        new Audit(db).emptyAddressesBefore(now.minus(ADDRESSES));
        Reading.forget(db, now);
    }
}
