package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.DRAFT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.ONE_TIME_LINK;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.db.generated.Tables.OUTGOING_FILE;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.WEB_SESSION;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import org.jooq.DSLContext;

/// Erases a person (UU 27/2022, articles 8 and 44): what is about them goes, what they did stays without them.
final class Erasure {
    private final DSLContext db;

    Erasure(DSLContext db) {
        this.db = db;
    }

    /// The chat comes first and the drafts next, which is the order in which everybody locks.
    void erase(long personId, Instant at) {
        db.select(PERSON.TELEGRAM_ID)
                .from(PERSON)
                .where(PERSON.ID.eq(personId))
                .and(PERSON.TELEGRAM_ID.isNotNull())
                .fetchOptional()
                .ifPresent(row -> emptyChat(row.value1()));
        db.deleteFrom(DRAFT).where(DRAFT.PERSON_ID.eq(personId)).execute();
        db.deleteFrom(WEB_SESSION).where(WEB_SESSION.PERSON_ID.eq(personId)).execute();
        db.deleteFrom(ONE_TIME_LINK).where(ONE_TIME_LINK.PERSON_ID.eq(personId)).execute();
        db.update(MEMBERSHIP)
                .set(MEMBERSHIP.STATUS, "left")
                .set(MEMBERSHIP.DECIDED_AT, at)
                .where(MEMBERSHIP.PERSON_ID.eq(personId))
                .and(MEMBERSHIP.STATUS.in("waiting", "accepted"))
                .execute();
        db.update(ASSIGNMENT)
                .set(ASSIGNMENT.REVOKED_AT, at)
                .where(ASSIGNMENT.PERSON_ID.eq(personId))
                .and(ASSIGNMENT.REVOKED_AT.isNull())
                .execute();
        db.update(PERSON)
                .setNull(PERSON.TELEGRAM_ID)
                .setNull(PERSON.NAME)
                .setNull(PERSON.CONSENT_VERSION)
                .setNull(PERSON.CONSENTED_AT)
                .setNull(PERSON.UNREACHABLE_SINCE)
                .set(PERSON.LANGUAGE, "id")
                .set(PERSON.ERASED_AT, at)
                .where(PERSON.ID.eq(personId))
                .and(PERSON.ERASED_AT.isNull())
                .execute();
    }

    /// What waits to be handled or sent stays until it has been.
    private void emptyChat(long chatId) {
        db.update(CHAT).setNull(CHAT.STATE).where(CHAT.ID.eq(chatId)).execute();
        db.update(INBOX)
                .setNull(INBOX.BODY)
                .where(INBOX.CHAT_ID.eq(chatId))
                .and(INBOX.HANDLED_AT.isNotNull())
                .execute();
        var files = db.selectDistinct(OUTBOX.FILE)
                .from(OUTBOX)
                .where(OUTBOX.CHAT_ID.eq(chatId))
                .and(OUTBOX.FINISHED_AT.isNotNull())
                .and(OUTBOX.FILE.isNotNull())
                .fetch(OUTBOX.FILE);
        db.update(OUTBOX)
                .setNull(OUTBOX.BODY)
                .setNull(OUTBOX.FILE)
                .where(OUTBOX.CHAT_ID.eq(chatId))
                .and(OUTBOX.FINISHED_AT.isNotNull())
                .execute();
        db.deleteFrom(OUTGOING_FILE)
                .where(OUTGOING_FILE.ID.in(files))
                .and(notExists(selectOne().from(OUTBOX).where(OUTBOX.FILE.eq(OUTGOING_FILE.ID))))
                .execute();
    }
}
