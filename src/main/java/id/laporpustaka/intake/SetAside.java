package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static java.util.Objects.requireNonNullElse;
import static org.jooq.impl.DSL.inline;

import id.laporpustaka.people.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// Updates that could not be handled and messages that Telegram refused, kept for an admin to look at.
public final class SetAside {
    private final DSLContext db;

    public SetAside(DSLContext db) {
        this.db = db;
    }

    /// An update whose handling failed again and again.
    ///
    /// @param person who sent it, if it is somebody whom we know
    /// @param body as it came; empty when it has been emptied
    public record Update(
            long position,
            Optional<Long> person,
            Optional<String> personName,
            Instant at,
            String reason,
            String body) {}

    /// A message that Telegram refused; who was to get it got its text without its layout, if that could be.
    public record Message(long id, Optional<Long> person, Optional<String> personName, Instant at, String reason) {}

    /// The newest first.
    public Page<Update> listUpdates(int page) {
        var rows = db.select(
                        INBOX.POSITION, PERSON.ID, PERSON.NAME, INBOX.RECEIVED_AT, INBOX.SET_ASIDE_BECAUSE, INBOX.BODY)
                .from(INBOX)
                .leftJoin(PERSON)
                .on(PERSON.TELEGRAM_ID.eq(INBOX.CHAT_ID))
                .where(INBOX.SET_ASIDE_BECAUSE.isNotNull())
                .orderBy(INBOX.POSITION.desc())
                .limit(Page.SIZE)
                .offset(Math.multiplyExact(page, Page.SIZE))
                .fetch(row -> new Update(
                        row.value1(),
                        Optional.ofNullable(row.value2()),
                        Optional.ofNullable(row.value3()),
                        row.value4(),
                        row.value5(),
                        requireNonNullElse(row.value6(), "")));
        return new Page<>(rows, page, db.fetchCount(INBOX, INBOX.SET_ASIDE_BECAUSE.isNotNull()));
    }

    /// The newest first.
    public List<Message> listMessages(int limit) {
        return db.select(OUTBOX.ID, PERSON.ID, PERSON.NAME, OUTBOX.FINISHED_AT, OUTBOX.REASON)
                .from(OUTBOX)
                .leftJoin(PERSON)
                .on(PERSON.TELEGRAM_ID.eq(OUTBOX.CHAT_ID))
                .where(OUTBOX.FINISHED_AT.isNotNull())
                .and(OUTBOX.OUTCOME.eq(inline("set_aside")))
                .orderBy(OUTBOX.FINISHED_AT.desc())
                .limit(limit)
                .fetch(row -> new Message(
                        row.value1(),
                        Optional.ofNullable(row.value2()),
                        Optional.ofNullable(row.value3()),
                        row.value4(),
                        requireNonNullElse(row.value5(), "")));
    }

    /// Puts an update to the end of its chat's lane, to be handled as if it came now.
    ///
    /// @param db a transaction
    /// @return false if it is not there any more
    public static boolean replay(DSLContext db, long position) {
        var taken = db.deleteFrom(INBOX)
                .where(INBOX.POSITION.eq(position))
                .and(INBOX.SET_ASIDE_BECAUSE.isNotNull())
                .and(INBOX.BODY.isNotNull())
                .returning(INBOX.BOT_ID, INBOX.UPDATE_ID, INBOX.CHAT_ID, INBOX.BODY, INBOX.RECEIVED_AT)
                .fetchOptional();
        taken.ifPresent(row -> db.insertInto(INBOX)
                .set(INBOX.BOT_ID, row.getBotId())
                .set(INBOX.UPDATE_ID, row.getUpdateId())
                .set(INBOX.CHAT_ID, row.getChatId())
                .set(INBOX.BODY, row.getBody())
                .set(INBOX.RECEIVED_AT, row.getReceivedAt())
                .execute());
        return taken.isPresent();
    }
}
