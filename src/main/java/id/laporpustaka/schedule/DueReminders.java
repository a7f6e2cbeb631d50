package id.laporpustaka.schedule;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REMINDER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;

import id.laporpustaka.people.People;
import id.laporpustaka.people.Reminders;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/// Sets off the reminders and digests that are due, hundreds in a transaction.
///
/// Each batch locks its reminders, so that any number of processes may do this at once; what is to be said, that
/// it is said and when it is due next commit together. A batch only begins while few messages wait to be sent,
/// so that an answer to somebody never stands behind thousands of reminders.
public final class DueReminders {
    static final int BATCH = 500;

    /// More than Telegram takes until the next run.
    private static final int MOST_WAITING = 2_000;

    private static final short BULK = 1;

    private final DSLContext db;
    private final ZoneId otherwise;

    /// @param otherwise the zone of those whose library or region says none
    public DueReminders(DSLContext db, ZoneId otherwise) {
        this.db = db;
        this.otherwise = otherwise;
    }

    /// Sets off what is due, as far as few enough messages wait; the rest is left for the next run.
    public void remind(Instant now) {
        var batches = true;
        while (batches && countWaiting() < MOST_WAITING) {
            batches = db.transactionResult(tx -> remindSome(tx.dsl(), now)) > 0;
        }
    }

    /// No further than to the most there may be.
    private int countWaiting() {
        var unsent = db.select(OUTBOX.ID)
                .from(OUTBOX)
                .where(OUTBOX.PRIORITY.eq(BULK))
                .and(OUTBOX.FINISHED_AT.isNull())
                .limit(MOST_WAITING);
        var unsaid = db.select(INBOX.POSITION)
                .from(INBOX)
                .where(INBOX.HANDLED_AT.isNull())
                .and(INBOX.BULK)
                .limit(MOST_WAITING);
        return db.fetchCount(unsent) + db.fetchCount(unsaid);
    }

    private record Recipient(long telegramId, boolean reachable) {}

    /// @return how many were due
    private int remindSome(DSLContext tx, Instant now) {
        var candidates = candidates(tx, now);
        if (candidates.isEmpty()) {
            return 0;
        }
        var due = new Reminders(tx).lockDue(candidates.keySet(), now);
        var telegramIds =
                candidates.values().stream().map(Recipient::telegramId).toList();
        var reachable = new HashSet<Long>();
        candidates.forEach((person, recipient) -> {
            if (recipient.reachable()) {
                reachable.add(person);
            }
        });
        var round = new ReminderRound(
                tx, now, otherwise, new People(tx).findActors(telegramIds).values(), reachable);
        round.settle(due);
        return due.size();
    }

    /// The people to whom the oldest belong, by id. Their chats are locked, as everybody locks chats first;
    /// those that somebody else has at this moment are left out.
    private static Map<Long, Recipient> candidates(DSLContext tx, Instant now) {
        var hasChat = field(CHAT.ID.isNotNull());
        var found = new LinkedHashMap<Long, Recipient>();
        var withChat = new HashSet<Long>();
        tx.select(REMINDER.PERSON_ID, PERSON.TELEGRAM_ID, PERSON.UNREACHABLE_SINCE, hasChat)
                .from(REMINDER)
                .join(PERSON)
                .on(PERSON.ID.eq(REMINDER.PERSON_ID))
                .leftJoin(CHAT)
                .on(CHAT.ID.eq(PERSON.TELEGRAM_ID))
                .where(REMINDER.DUE_AT.le(now))
                .and(PERSON.TELEGRAM_ID.isNotNull())
                .orderBy(REMINDER.DUE_AT, REMINDER.PERSON_ID)
                .limit(BATCH)
                .forEach(row -> {
                    found.put(row.value1(), new Recipient(row.value2(), row.value4() && row.value3() == null));
                    if (row.value4()) {
                        withChat.add(row.value2());
                    }
                });
        var locked = lockChats(tx, withChat);
        found.values()
                .removeIf(recipient ->
                        withChat.contains(recipient.telegramId()) && !locked.contains(recipient.telegramId()));
        return found;
    }

    static Set<Long> lockChats(DSLContext tx, Collection<Long> ids) {
        return new HashSet<>(tx.select(CHAT.ID)
                .from(CHAT)
                .where(CHAT.ID.eq(any(ids.toArray(Long[]::new))))
                .orderBy(CHAT.ID)
                .forKeyShare()
                .skipLocked()
                .fetch(CHAT.ID));
    }
}
