package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;

import id.laporpustaka.db.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
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
    private static final int MOST_ROWS_OF_CHAT = 100;

    private static final Field<Boolean> AWAITED = isAnyWaiting(false);
    private static final Field<Boolean> BULK = isAnyWaiting(true);
    private static final Written<Void> LOOKING = Written.once(() -> select(AWAITED, BULK));
    private static final Written<Void> AWAITED_CHATS = locking(false, MOST_CHATS);
    private static final Written<Void> BULK_CHATS = locking(true, MOST_CHATS);
    private static final Written<Void> BULK_BESIDE = locking(true, MOST_BULK_BESIDE);

    /// Found chat by chat along the index, which passes over what has been handled lately without reading it.
    private static final Written<Long> WAITING = Written.forRows("chats", rows -> {
        var chatId = rows.column(CHAT.ID, it -> it);
        var waiting = lateral(select(
                                INBOX.POSITION,
                                INBOX.BOT_ID,
                                INBOX.UPDATE_ID,
                                INBOX.CHAT_ID,
                                INBOX.BODY,
                                INBOX.RECEIVED_AT)
                        .from(INBOX)
                        .where(INBOX.CHAT_ID.eq(chatId))
                        .and(INBOX.HANDLED_AT.isNull())
                        .orderBy(INBOX.POSITION)
                        .limit(inline(MOST_ROWS_OF_CHAT)))
                .as("waiting");
        return select(waiting.fields()).from(rows.table()).crossJoin(waiting).orderBy(waiting.field(INBOX.POSITION));
    });

    private Claim() {}

    /// One chat and what waits in its lane, in order.
    record Lane(long chatId, @Nullable String state, int tries, List<Row> rows) {}

    record Row(long position, RawUpdate update, Instant receivedAt) {}

    /// Whether there are chats in which somebody waits, and others in which nobody does.
    record Waiting(boolean awaited, boolean bulk) {
        /// Very likely so when the bell has rung, so that no look is needed before the claim.
        static final Waiting SOMEBODY = new Waiting(true, false);

        boolean isNothing() {
            return !awaited && !bulk;
        }
    }

    /// What a claim could find, which costs far less to know than a claim.
    static Waiting look(DSLContext db) {
        var found = LOOKING.fetch(db, List.of()).getFirst();
        return new Waiting(found.get(AWAITED), found.get(BULK));
    }

    private static Field<Boolean> isAnyWaiting(boolean bulk) {
        return field(
                exists(selectOne().from(INBOX).where(INBOX.HANDLED_AT.isNull()).and(INBOX.BULK.eq(inline(bulk)))));
    }

    /// Takes chats that nobody else has; those whose turn it is longest first. Few of those in which nobody
    /// waits are among them while there are others.
    static List<Lane> take(DSLContext db, Waiting waiting) {
        var chats = new ArrayList<Lane>();
        if (waiting.awaited()) {
            chats.addAll(lock(db, AWAITED_CHATS));
        }
        if (waiting.bulk()) {
            chats.addAll(lock(db, chats.isEmpty() ? BULK_CHATS : BULK_BESIDE));
        }
        return lanes(db, chats);
    }

    private static Written<Void> locking(boolean bulk, int most) {
        return Written.once(() -> {
            var chatId = field(name("waiting", "chat_id"), SQLDataType.BIGINT);
            var waiting = select(INBOX.CHAT_ID, INBOX.POSITION)
                    .from(INBOX)
                    .where(INBOX.HANDLED_AT.isNull())
                    .and(INBOX.BULK.eq(inline(bulk)))
                    .orderBy(INBOX.POSITION)
                    .limit(inline(WINDOW))
                    .asTable("waiting");
            return select(CHAT.ID, CHAT.STATE, CHAT.TRIES)
                    .from(CHAT)
                    .where(CHAT.ID.in(selectDistinct(chatId).from(waiting)))
                    .orderBy(CHAT.ID)
                    .limit(inline(most))
                    .forNoKeyUpdate()
                    .skipLocked();
        });
    }

    private static List<Lane> lock(DSLContext db, Written<Void> statement) {
        return statement.fetch(db, List.of()).stream().map(Claim::lane).toList();
    }

    private static Lane lane(Written.Row row) {
        return new Lane(row.get(CHAT.ID), row.get(CHAT.STATE), row.get(CHAT.TRIES), new ArrayList<>());
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
        WAITING.fetch(db, List.copyOf(byChat.keySet())).forEach(row -> {
            var lane = byChat.get(row.get(INBOX.CHAT_ID));
            if (lane != null) {
                var body = row.get(INBOX.BODY);
                lane.rows()
                        .add(new Row(
                                row.get(INBOX.POSITION),
                                new RawUpdate(
                                        row.get(INBOX.BOT_ID),
                                        row.get(INBOX.UPDATE_ID),
                                        row.get(INBOX.CHAT_ID),
                                        body == null ? "{}" : body),
                                row.get(INBOX.RECEIVED_AT)));
            }
        });
        return byChat.values().stream().filter(lane -> !lane.rows().isEmpty()).toList();
    }
}
