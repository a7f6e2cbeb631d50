package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.API_TOKEN;
import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.DATA_LINK;
import static id.laporpustaka.db.generated.Tables.DRAFT;
import static id.laporpustaka.db.generated.Tables.EXPORT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.INVITE_TRY;
import static id.laporpustaka.db.generated.Tables.LIBRARY_IMPORT;
import static id.laporpustaka.db.generated.Tables.MEDIA_LEFTOVER;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.NUDGE;
import static id.laporpustaka.db.generated.Tables.ONE_TIME_LINK;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.db.generated.Tables.OUTGOING_FILE;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REMINDER;
import static id.laporpustaka.db.generated.Tables.REMINDER_SENT;
import static id.laporpustaka.db.generated.Tables.WEBHOOK;
import static id.laporpustaka.db.generated.Tables.WEB_SESSION;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/// Erases a person (UU 27/2022, articles 8 and 44): what is about them goes, what they did stays without them.
final class Erasure {
    private final DSLContext db;

    Erasure(DSLContext db) {
        this.db = db;
    }

    /// Locks in the order in which everybody does: chat, membership, assignment, draft.
    ErasureResult erase(By by, long personId, Instant at) {
        var person = db.select(PERSON.TELEGRAM_ID)
                .from(PERSON)
                .where(PERSON.ID.eq(personId))
                .and(PERSON.ERASED_AT.isNull())
                .fetchOptional();
        if (person.isEmpty()) {
            return new ErasureResult.NoSuchPerson();
        }
        var chatId = person.get().value1();
        db.select(CHAT.ID).from(CHAT).where(CHAT.ID.eq(chatId)).forUpdate().execute();
        var obstacles = new Dependents(db).find(personId);
        if (!obstacles.isEmpty()) {
            return new ErasureResult.MustHandOver(obstacles);
        }
        emptyChat(chatId);
        endAll(personId, at);
        new Invites(db).revokeRolesInvitedBy(by, personId, at);
        db.deleteFrom(INVITE_TRY).where(INVITE_TRY.TELEGRAM_ID.eq(chatId)).execute();
        db.deleteFrom(API_TOKEN).where(API_TOKEN.PERSON_ID.eq(personId)).execute();
        db.deleteFrom(DATA_LINK).where(DATA_LINK.PERSON_ID.eq(personId)).execute();
        db.deleteFrom(WEB_SESSION).where(WEB_SESSION.PERSON_ID.eq(personId)).execute();
        db.deleteFrom(ONE_TIME_LINK).where(ONE_TIME_LINK.PERSON_ID.eq(personId)).execute();
        db.deleteFrom(LIBRARY_IMPORT)
                .where(LIBRARY_IMPORT.PERSON_ID.eq(personId))
                .execute();
        db.deleteFrom(REMINDER).where(REMINDER.PERSON_ID.eq(personId)).execute();
        db.deleteFrom(REMINDER_SENT).where(REMINDER_SENT.PERSON_ID.eq(personId)).execute();
        db.deleteFrom(NUDGE).where(NUDGE.PERSON_ID.eq(personId)).execute();
        db.deleteFrom(WEBHOOK).where(WEBHOOK.MADE_BY.eq(personId)).execute();
        deleteExports(personId);
        db.deleteFrom(DRAFT).where(DRAFT.PERSON_ID.eq(personId)).execute();
        db.update(AUDIT)
                .setNull(AUDIT.ADDRESS)
                .where(AUDIT.PERSON_ID.eq(personId))
                .and(AUDIT.ADDRESS.isNotNull())
                .execute();
        empty(personId, at);
        new Audit(db).record(withoutAddress(by, personId), AuditAction.PERSON_ERASED, AuditSubject.ofPerson(personId));
        return new ErasureResult.Done();
    }

    /// What lies in the store of files is deleted there after the transaction.
    private void deleteExports(long personId) {
        db.insertInto(MEDIA_LEFTOVER, MEDIA_LEFTOVER.STORE_KEY)
                .select(select(EXPORT.STORE_KEY)
                        .from(EXPORT)
                        .where(EXPORT.PERSON_ID.eq(personId))
                        .and(EXPORT.STORE_KEY.isNotNull()))
                .onConflictDoNothing()
                .execute();
        db.deleteFrom(EXPORT).where(EXPORT.PERSON_ID.eq(personId)).execute();
    }

    private void endAll(long personId, Instant at) {
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
    }

    private void empty(long personId, Instant at) {
        db.update(PERSON)
                .setNull(PERSON.TELEGRAM_ID)
                .setNull(PERSON.NAME)
                .setNull(PERSON.CONSENT_VERSION)
                .setNull(PERSON.CONSENTED_AT)
                .setNull(PERSON.UNREACHABLE_SINCE)
                .set(PERSON.LANGUAGE, "id")
                .set(PERSON.ERASED_AT, at)
                .where(PERSON.ID.eq(personId))
                .execute();
    }

    private static By withoutAddress(By by, long personId) {
        return by.personId().equals(OptionalLong.of(personId))
                ? new By(by.personId(), by.channel(), Optional.empty())
                : by;
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
