package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.CARD;
import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.GROUP_CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.JOB;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import org.jooq.DSLContext;

/// A group that has become a supergroup goes on under another id (Telegram Bot API, ResponseParameters).
public final class ChatMove {
    private ChatMove() {}

    /// Moves all that is known of a chat, and all that still waits in it, to its new id. Doing it again does
    /// nothing.
    ///
    /// The new chat may have spoken to us already; what it remembers wins. The row of the old id stays, emptied:
    /// an update for it may be arriving at this moment and needs a lane.
    ///
    /// @param db a transaction, in which both chats' rows are locked, the smaller id first
    public static void rename(DSLContext db, long from, long to) {
        if (from == to) {
            return;
        }
        db.insertInto(CHAT, CHAT.ID).values(to).onConflictDoNothing().execute();
        var chats = db.selectFrom(CHAT)
                .where(CHAT.ID.in(from, to))
                .orderBy(CHAT.ID)
                .forUpdate()
                .fetchMap(CHAT.ID);
        var old = chats.get(from);
        if (old == null) {
            return;
        }
        db.update(CHAT)
                .set(CHAT.STATE, coalesce(CHAT.STATE, val(old.getState(), CHAT.STATE)))
                .where(CHAT.ID.eq(to))
                .execute();
        db.update(CHAT).setNull(CHAT.STATE).where(CHAT.ID.eq(from)).execute();
        moveCards(db, from, to);
        moveGroup(db, from, to);
        db.update(INBOX)
                .set(INBOX.CHAT_ID, to)
                .where(INBOX.CHAT_ID.eq(from))
                .and(INBOX.HANDLED_AT.isNull())
                .execute();
        db.update(OUTBOX)
                .set(OUTBOX.CHAT_ID, to)
                .where(OUTBOX.CHAT_ID.eq(from))
                .and(OUTBOX.FINISHED_AT.isNull())
                .execute();
        db.update(JOB)
                .set(JOB.CHAT_ID, to)
                .where(JOB.CHAT_ID.eq(from))
                .and(JOB.FINISHED_AT.isNull())
                .execute();
    }

    /// What has been confirmed under the new id already wins.
    private static void moveGroup(DSLContext db, long from, long to) {
        var there = GROUP_CHAT.as("there");
        db.update(GROUP_CHAT)
                .set(GROUP_CHAT.CHAT_ID, to)
                .where(GROUP_CHAT.CHAT_ID.eq(from))
                .and(notExists(selectOne().from(there).where(there.CHAT_ID.eq(to))))
                .execute();
        db.deleteFrom(GROUP_CHAT).where(GROUP_CHAT.CHAT_ID.eq(from)).execute();
    }

    private static void moveCards(DSLContext db, long from, long to) {
        db.insertInto(CARD, CARD.CHAT_ID, CARD.NUMBER, CARD.MESSAGE_ID, CARD.SENT_AT)
                .select(select(val(to), CARD.NUMBER, CARD.MESSAGE_ID, CARD.SENT_AT)
                        .from(CARD)
                        .where(CARD.CHAT_ID.eq(from)))
                .onConflictDoNothing()
                .execute();
        db.deleteFrom(CARD).where(CARD.CHAT_ID.eq(from)).execute();
    }
}
