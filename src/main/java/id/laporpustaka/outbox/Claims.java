package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.CARD;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.laporpustaka.db.Database;
import id.laporpustaka.db.DatabaseClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes messages out of the outbox to be sent, for the time of a lease.
///
/// A chat is left alone while a message of it is on its way or waits for its time, so that its messages arrive
/// one after the other. Any number of processes may claim at once.
///
/// A chat that has to wait shows it in each of its rows, whose `due_at` lies ahead, so that no statement has to
/// compare rows with rows: the planner thinks that next to nothing is waiting, as is nearly always so, and would
/// do that with the square of what waits after all.
final class Claims {
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private final Database database;

    Claims(Database database) {
        this.database = database;
    }

    /// Claims the next message of each of up to `chats` chats, those with interactive messages first. On the way
    /// it drops messages that later ones of their chat have made superfluous.
    ///
    /// @param lease how long nobody else may take them; a message that is not recorded by then is sent again
    List<DueMessage> claim(int chats, Duration lease) {
        while (true) {
            var claimed = claimOnce(chats, lease);
            if (!claimed.messages().isEmpty() || !claimed.inTheWay()) {
                return claimed.messages();
            }
        }
    }

    /// @param inTheWay whether chats that have to wait were met, which is not so the next time
    private record Claimed(List<DueMessage> messages, boolean inTheWay) {}

    private Claimed claimOnce(int chats, Duration lease) {
        return database.inTransaction(db -> {
            // losing a lease in a crash does no harm: what was sent meanwhile has waited for its own commit
            db.setLocal(name("synchronous_commit"), val("off")).execute();
            var candidates = lockChatsWithWork(db, chats);
            if (candidates.length == 0) {
                return new Claimed(List.of(), false);
            }
            var superfluous = new ArrayList<Long>();
            var chosen = new ArrayList<Waiting>();
            var behind = new ArrayList<Long>();
            var blocked = new ArrayList<Long>();
            waitingIn(db, candidates).forEach((chat, waiting) -> {
                if (waiting.stream().anyMatch(Waiting::later)) {
                    blocked.add(chat);
                    return;
                }
                var choice = Choice.among(waiting);
                superfluous.addAll(choice.superseded());
                chosen.add(choice.next());
                behind.addAll(choice.behind());
            });
            finish(db, superfluous);
            holdBack(db, blocked);
            delay(db, behind, lease);
            chosen.sort(Comparator.comparingInt(Waiting::priority).thenComparingLong(Waiting::id));
            return new Claimed(lease(db, chosen, lease), !blocked.isEmpty());
        });
    }

    /// Of the chats with the most urgent messages those that no other process is claiming from at this moment.
    private static Long[] lockChatsWithWork(DSLContext db, int messages) {
        var due = db.select(OUTBOX.CHAT_ID)
                .from(OUTBOX)
                .where(OUTBOX.FINISHED_AT.isNull())
                .and(OUTBOX.DUE_AT.le(DatabaseClock.now()))
                .orderBy(OUTBOX.PRIORITY, OUTBOX.DUE_AT)
                .limit(messages)
                .asTable("due");
        var chat = due.field(OUTBOX.CHAT_ID);
        return db.selectDistinct(chat)
                .from(due)
                .where(function(name("pg_try_advisory_xact_lock"), SQLDataType.BOOLEAN, chat))
                .fetchArray(chat);
    }

    /// Found chat by chat along the index, which passes over what has been sent lately without reading it.
    private static Map<Long, List<Waiting>> waitingIn(DSLContext db, Long[] chats) {
        var chat = unnest(chats).as("chat", "id");
        var messageId = field(select(CARD.MESSAGE_ID)
                .from(CARD)
                .where(CARD.CHAT_ID.eq(OUTBOX.CHAT_ID))
                .and(CARD.NUMBER.eq(OUTBOX.CARD)));
        var later = field(OUTBOX.DUE_AT.gt(DatabaseClock.now()));
        var waiting = lateral(select(
                                OUTBOX.ID,
                                OUTBOX.CHAT_ID,
                                OUTBOX.PRIORITY,
                                OUTBOX.CARD,
                                OUTBOX.EDIT,
                                OUTBOX.REPLACES,
                                messageId.as("message_id"),
                                later.as("later"))
                        .from(OUTBOX)
                        .where(OUTBOX.CHAT_ID.eq(chat.field("id", Long.class)))
                        .and(OUTBOX.FINISHED_AT.isNull())
                        .orderBy(OUTBOX.ID))
                .as("waiting");
        return db
                .select(waiting.fields())
                .from(chat)
                .crossJoin(waiting)
                .orderBy(waiting.field(OUTBOX.ID))
                .fetch(row -> new Waiting(
                        row.get(OUTBOX.ID),
                        row.get(OUTBOX.CHAT_ID),
                        row.get(OUTBOX.PRIORITY),
                        row.get(OUTBOX.CARD),
                        optional(row.get(OUTBOX.REPLACES)),
                        row.get(OUTBOX.EDIT) ? optional(row.get("message_id", Integer.class)) : OptionalInt.empty(),
                        row.get("later", Boolean.class)))
                .stream()
                .collect(Collectors.groupingBy(Waiting::chatId));
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /// What has been added to a chat that waits, waits with it.
    private static void holdBack(DSLContext db, List<Long> chats) {
        if (!chats.isEmpty()) {
            var first = OUTBOX.as("first");
            db.update(OUTBOX)
                    .set(
                            OUTBOX.DUE_AT,
                            select(max(first.DUE_AT))
                                    .from(first)
                                    .where(first.CHAT_ID.eq(OUTBOX.CHAT_ID))
                                    .and(first.FINISHED_AT.isNull()))
                    .where(OUTBOX.CHAT_ID.eq(any(chats.toArray(Long[]::new))))
                    .and(OUTBOX.FINISHED_AT.isNull())
                    .and(OUTBOX.DUE_AT.le(DatabaseClock.now()))
                    .execute();
        }
    }

    private static void delay(DSLContext db, List<Long> messages, Duration lease) {
        if (!messages.isEmpty()) {
            db.update(OUTBOX)
                    .set(OUTBOX.DUE_AT, DatabaseClock.after(lease))
                    .where(OUTBOX.ID.eq(any(messages.toArray(Long[]::new))))
                    .execute();
        }
    }

    private static void finish(DSLContext db, List<Long> superfluous) {
        if (!superfluous.isEmpty()) {
            db.update(OUTBOX)
                    .set(OUTBOX.FINISHED_AT, DatabaseClock.now())
                    .set(OUTBOX.OUTCOME, "superseded")
                    .where(OUTBOX.ID.eq(any(superfluous.toArray(Long[]::new))))
                    .execute();
        }
    }

    private static List<DueMessage> lease(DSLContext db, List<Waiting> chosen, Duration lease) {
        var leased = db.update(OUTBOX)
                .set(OUTBOX.DUE_AT, DatabaseClock.after(lease))
                .where(OUTBOX.ID.eq(any(chosen.stream().map(Waiting::id).toArray(Long[]::new))))
                .returningResult(OUTBOX.ID, OUTBOX.THREAD_ID, OUTBOX.BODY, OUTBOX.TRIES)
                .fetchMap(OUTBOX.ID);
        var due = new ArrayList<DueMessage>();
        var unreadable = new ArrayList<Waiting>();
        for (var waiting : chosen) {
            var row = leased.get(waiting.id());
            if (row == null) {
                continue;
            }
            try {
                var message = StoredMessage.read(row.get(OUTBOX.BODY));
                due.add(new DueMessage(
                        waiting.id(),
                        waiting.chatId(),
                        optional(row.get(OUTBOX.THREAD_ID)),
                        waiting.card(),
                        waiting.messageId(),
                        message,
                        row.get(OUTBOX.TRIES)));
            } catch (JsonProcessingException | IllegalArgumentException e) {
                LOG.error("Message {} of the outbox cannot be read", waiting.id(), e);
                unreadable.add(waiting);
            }
        }
        setAside(db, unreadable);
        return due;
    }

    private static void setAside(DSLContext db, List<Waiting> unreadable) {
        if (!unreadable.isEmpty()) {
            db.update(OUTBOX)
                    .set(OUTBOX.FINISHED_AT, DatabaseClock.now())
                    .set(OUTBOX.OUTCOME, "set_aside")
                    .set(OUTBOX.REASON, "its content cannot be read")
                    .where(OUTBOX.ID.eq(any(unreadable.stream().map(Waiting::id).toArray(Long[]::new))))
                    .execute();
            Recording.letGoOn(db, unreadable.stream().map(Waiting::chatId).toList());
        }
    }
}
