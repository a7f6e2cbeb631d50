package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.CARD;
import static id.laporpustaka.db.generated.Tables.GROUP_CHAT;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.db.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what became of messages, many at once. An instance gathers one batch.
final class Recording {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

    /// With at most a minute between tries, about a day.
    private static final int TRIES_BEFORE_SETTING_ASIDE = 1_500;

    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);
    private static final int LONGEST_REASON = 500;

    private static final Written<Long> LOCKING = Written.forRows("chats", rows -> {
        var chatId = rows.column(OUTBOX.CHAT_ID, it -> it);
        return select(function(name("pg_advisory_xact_lock"), SQLDataType.OTHER, chatId))
                .from(rows.table());
    });

    private static final Written<Long> FINISHING = Written.forRows("sent", rows -> {
        var id = rows.column(OUTBOX.ID, it -> it);
        return update(OUTBOX)
                .set(OUTBOX.FINISHED_AT, DatabaseClock.now())
                .set(OUTBOX.OUTCOME, inline("sent"))
                .set(OUTBOX.BODY, inline((String) null, OUTBOX.BODY))
                .from(rows.table())
                .where(OUTBOX.ID.eq(id))
                .and(OUTBOX.FINISHED_AT.isNull());
    });

    /// Found chat by chat along the index, which passes over what has been sent lately without reading it.
    private static final Written<Long> LETTING_GO = Written.forRows("chats", rows -> {
        var chatId = rows.column(OUTBOX.CHAT_ID, it -> it);
        var behind = OUTBOX.as("behind");
        var held = lateral(select(behind.ID)
                        .from(behind)
                        .where(behind.CHAT_ID.eq(chatId))
                        .and(behind.FINISHED_AT.isNull())
                        .and(behind.DUE_AT.gt(DatabaseClock.now()))
                        .orderBy(behind.ID))
                .as("held");
        return update(OUTBOX)
                .set(OUTBOX.DUE_AT, DatabaseClock.now())
                .where(OUTBOX.ID.in(
                        select(held.field(behind.ID)).from(rows.table()).crossJoin(held)));
    });

    private static final Written<Map.Entry<CardKey, Integer>> REMEMBERING = Written.forRows("sent_card", rows -> {
        var chatId = rows.column(CARD.CHAT_ID, card -> card.getKey().chatId());
        var number = rows.column(CARD.NUMBER, card -> card.getKey().number());
        var messageId = rows.column(CARD.MESSAGE_ID, Map.Entry::getValue);
        return insertInto(CARD, CARD.CHAT_ID, CARD.NUMBER, CARD.MESSAGE_ID)
                .select(select(chatId, number, messageId).from(rows.table()).orderBy(rows.place()))
                .onConflict(CARD.CHAT_ID, CARD.NUMBER)
                .doUpdate()
                .set(CARD.MESSAGE_ID, excluded(CARD.MESSAGE_ID))
                .set(CARD.SENT_AT, DatabaseClock.now());
    });

    private final List<Long> sent = new ArrayList<>();
    /// Sent to groups, and to no topic or to none any more.
    private final List<Long> inGeneral = new ArrayList<>();
    private final List<Object[]> finished = new ArrayList<>();
    private final List<Object[]> later = new ArrayList<>();
    private final List<Object[]> tried = new ArrayList<>();
    private final TreeMap<CardKey, Integer> cards = new TreeMap<>();
    private final List<Long> unreachable = new ArrayList<>();
    private final List<Long> free = new ArrayList<>();
    private final List<Long> paused = new ArrayList<>();
    private final List<Delivery.Moved> moved = new ArrayList<>();
    private boolean letsGoOn;

    private record CardKey(long chatId, int number) implements Comparable<CardKey> {
        @Override
        public int compareTo(CardKey other) {
            return chatId == other.chatId ? Integer.compare(number, other.number) : Long.compare(chatId, other.chatId);
        }
    }

    /// When it returns the results are durable. A message that has been finished meanwhile stays as it is.
    ///
    /// @return whether other messages are due now that were not before
    static boolean record(Database database, List<? extends Delivery> deliveries) {
        var recording = new Recording();
        deliveries.forEach(recording::gather);
        recording.moved.forEach(move -> database.useTransaction(db -> {
            ChatMove.rename(db, move.message().chatId(), move.chatId());
            letGoOn(db, List.of(move.chatId()));
        }));
        if (deliveries.size() > recording.moved.size()) {
            database.useTransaction(recording::write);
        }
        return recording.letsGoOn || !recording.moved.isEmpty();
    }

    /// What becomes of the message by this, for those who count.
    static SendCounts.Outcome outcomeOf(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent _ -> SendCounts.Outcome.DELIVERED;
            case Delivery.Postponed _ -> SendCounts.Outcome.RATE_LIMITED;
            case Delivery.Failed(var message, var _) ->
                isLastTry(message) ? SendCounts.Outcome.SET_ASIDE : SendCounts.Outcome.RETRIED;
            case Delivery.Unreachable _ -> SendCounts.Outcome.REFUSED;
            case Delivery.SetAside _ -> SendCounts.Outcome.SET_ASIDE;
            case Delivery.Moved _ -> SendCounts.Outcome.MOVED;
        };
    }

    private static boolean isLastTry(DueMessage message) {
        return message.tries() + 1 >= TRIES_BEFORE_SETTING_ASIDE;
    }

    private void gather(Delivery delivery) {
        switch (delivery) {
            case Delivery.Sent(var message, var messageId) -> {
                sent.add(message.outboxId());
                if (message.chatId() < 0 && message.thread().isEmpty()) {
                    inGeneral.add(message.outboxId());
                }
                free.add(message.chatId());
                remember(message, messageId);
            }
            case Delivery.Postponed(var message, var pause) -> later(message, pause, message.tries());
            case Delivery.Failed(var message, var reason) -> failed(message, reason);
            case Delivery.Unreachable(var message, var reason) -> {
                finish(message, "unreachable", reason);
                unreachable.add(message.chatId());
            }
            case Delivery.SetAside(var message, var reason, var messageId) -> {
                LOG.error("Message {} of the outbox is set aside: {}", message.outboxId(), reason);
                finish(message, "set_aside", reason);
                messageId.ifPresent(id -> remember(message, id));
            }
            case Delivery.Moved move -> moved.add(move);
        }
    }

    private void remember(DueMessage message, int messageId) {
        if (message.messageId().isEmpty() || message.messageId().getAsInt() != messageId) {
            cards.put(new CardKey(message.chatId(), message.card()), messageId);
        }
    }

    private void failed(DueMessage message, String reason) {
        var tries = message.tries() + 1;
        if (isLastTry(message)) {
            finish(message, "set_aside", reason);
        } else {
            LOG.warn("Message {} of the outbox could not be sent (try {}): {}", message.outboxId(), tries, reason);
            later(message, backOff(tries), tries);
        }
    }

    private static Duration backOff(int tries) {
        var doubled = Duration.ofSeconds(1L << Math.min(tries - 1, 10));
        return doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
    }

    private void later(DueMessage message, Duration pause, int tries) {
        later.add(new Object[] {pause.toMillis(), message.chatId()});
        if (tries != message.tries()) {
            tried.add(new Object[] {(short) tries, message.outboxId()});
        }
        paused.add(message.chatId());
    }

    private void finish(DueMessage message, String outcome, String reason) {
        var clean = reason.replace("\0", "");
        var cut = clean.length() <= LONGEST_REASON ? clean : clean.substring(0, LONGEST_REASON);
        finished.add(new Object[] {outcome, cut, message.outboxId()});
        free.add(message.chatId());
    }

    private void write(DSLContext db) {
        lockChats(db);
        if (!sent.isEmpty()) {
            FINISHING.execute(db, sent);
        }
        if (!inGeneral.isEmpty()) {
            forgetTopicsThatAreGone(db);
        }
        if (!finished.isEmpty()) {
            db.batch(
                            db.update(OUTBOX)
                                    .set(OUTBOX.FINISHED_AT, DatabaseClock.now())
                                    .set(OUTBOX.OUTCOME, (String) null)
                                    .set(OUTBOX.REASON, (String) null)
                                    .where(OUTBOX.ID.eq((Long) null))
                                    .and(OUTBOX.FINISHED_AT.isNull()),
                            finished.toArray(Object[][]::new))
                    .execute();
        }
        if (!free.isEmpty()) {
            letsGoOn = letGoOn(db, free);
        }
        if (!later.isEmpty()) {
            db.batch(
                            db.update(OUTBOX)
                                    .set(OUTBOX.DUE_AT, DatabaseClock.after(val((Long) null)))
                                    .where(OUTBOX.CHAT_ID.eq((Long) null))
                                    .and(OUTBOX.FINISHED_AT.isNull()),
                            later.toArray(Object[][]::new))
                    .execute();
        }
        if (!tried.isEmpty()) {
            db.batch(
                            db.update(OUTBOX).set(OUTBOX.TRIES, (Short) null).where(OUTBOX.ID.eq((Long) null)),
                            tried.toArray(Object[][]::new))
                    .execute();
        }
        if (!cards.isEmpty()) {
            REMEMBERING.execute(db, List.copyOf(cards.entrySet()));
        }
        if (!unreachable.isEmpty()) {
            db.update(PERSON)
                    .set(PERSON.UNREACHABLE_SINCE, DatabaseClock.now())
                    .where(PERSON.TELEGRAM_ID.eq(any(unreachable.toArray(Long[]::new))))
                    .and(PERSON.UNREACHABLE_SINCE.isNull())
                    .execute();
            db.update(GROUP_CHAT)
                    .set(GROUP_CHAT.ENDED_AT, DatabaseClock.now())
                    .where(GROUP_CHAT.CHAT_ID.eq(any(unreachable.toArray(Long[]::new))))
                    .and(GROUP_CHAT.ENDED_AT.isNull())
                    .execute();
        }
    }

    /// What was to go to a topic and went to none, shows that the topic is gone.
    private void forgetTopicsThatAreGone(DSLContext db) {
        db.update(GROUP_CHAT)
                .setNull(GROUP_CHAT.THREAD_ID)
                .from(OUTBOX)
                .where(OUTBOX.ID.eq(any(inGeneral.toArray(Long[]::new))))
                .and(OUTBOX.CHAT_ID.eq(GROUP_CHAT.CHAT_ID))
                .and(OUTBOX.THREAD_ID.eq(GROUP_CHAT.THREAD_ID))
                .execute();
    }

    /// Waits for claims from these chats, which could otherwise hold back again what is let go on here.
    private void lockChats(DSLContext db) {
        LOCKING.fetch(db, Stream.concat(free.stream(), paused.stream()).sorted().toList());
    }

    /// What was held back behind messages that have gone, is due.
    ///
    /// @return whether there was any
    static boolean letGoOn(DSLContext db, List<Long> chats) {
        return LETTING_GO.execute(db, chats) > 0;
    }
}
