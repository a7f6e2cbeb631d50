package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Chats with something to do, locked for this transaction, with what waits in their lanes.
final class Claim {
    /// How far down the inbox a claim looks for chats.
    private static final int WINDOW = 400;

    private static final int MOST_CHATS = 100;

    /// So few do not make those wait who want an answer, and yet do not wait for ever.
    private static final int MOST_BULK_BESIDE = 10;

    /// A chat that sends without end does not hold up the others.
    private static final int MOST_ROWS = 1000;

    private Claim() {}

    /// One chat and what waits in its lane, in order.
    record Lane(long chatId, @Nullable String state, int tries, List<Row> rows) {}

    record Row(long position, RawUpdate update, Instant receivedAt) {}

    /// Takes chats that nobody else has; those whose turn it is longest first. Few of those in which nobody
    /// waits are among them while there are others.
    static List<Lane> take(DSLContext db) {
        var awaited = lock(db, false, MOST_CHATS);
        var chats = new ArrayList<>(awaited);
        chats.addAll(lock(db, true, awaited.isEmpty() ? MOST_CHATS : MOST_BULK_BESIDE));
        return lanes(db, chats);
    }

    private static List<Lane> lock(DSLContext db, boolean bulk, int most) {
        var chatId = field(name("waiting", "chat_id"), SQLDataType.BIGINT);
        var waiting = select(INBOX.CHAT_ID, INBOX.POSITION)
                .from(INBOX)
                .where(INBOX.HANDLED_AT.isNull())
                .and(INBOX.BULK.eq(inline(bulk)))
                .orderBy(INBOX.POSITION)
                .limit(WINDOW)
                .asTable("waiting");
        return db.select(CHAT.ID, CHAT.STATE, CHAT.TRIES)
                .from(CHAT)
                .where(CHAT.ID.in(selectDistinct(chatId).from(waiting)))
                .orderBy(CHAT.ID)
                .limit(most)
                .forNoKeyUpdate()
                .skipLocked()
                .fetch(row -> new Lane(row.value1(), row.value2(), row.value3(), new ArrayList<>()));
    }

    /// One chat alone, with the first row of its lane only; none if somebody else has it or nothing waits.
    static List<Lane> takeOne(DSLContext db, long chatId) {
        return lanes(
                        db,
                        db.select(CHAT.ID, CHAT.STATE, CHAT.TRIES)
                                .from(CHAT)
                                .where(CHAT.ID.eq(chatId))
                                .forNoKeyUpdate()
                                .skipLocked()
                                .fetch(row -> new Lane(row.value1(), row.value2(), row.value3(), new ArrayList<>())))
                .stream()
                .map(lane -> new Lane(
                        lane.chatId(),
                        lane.state(),
                        lane.tries(),
                        lane.rows().stream().limit(1).toList()))
                .toList();
    }

    private static List<Lane> lanes(DSLContext db, List<Lane> locked) {
        if (locked.isEmpty()) {
            return List.of();
        }
        Map<Long, Lane> byChat = new LinkedHashMap<>();
        locked.forEach(lane -> byChat.put(lane.chatId(), lane));
        db.select(INBOX.POSITION, INBOX.BOT_ID, INBOX.UPDATE_ID, INBOX.CHAT_ID, INBOX.BODY, INBOX.RECEIVED_AT)
                .from(INBOX)
                .where(INBOX.CHAT_ID.eq(any(byChat.keySet().toArray(Long[]::new))))
                .and(INBOX.HANDLED_AT.isNull())
                .orderBy(INBOX.POSITION)
                .limit(MOST_ROWS)
                .forEach(row -> {
                    var lane = byChat.get(row.value4());
                    if (lane != null) {
                        var body = row.value5() == null ? "{}" : row.value5();
                        lane.rows()
                                .add(new Row(
                                        row.value1(),
                                        new RawUpdate(row.value2(), row.value3(), row.value4(), body),
                                        row.value6()));
                    }
                });
        return byChat.values().stream().filter(lane -> !lane.rows().isEmpty()).toList();
    }
}
