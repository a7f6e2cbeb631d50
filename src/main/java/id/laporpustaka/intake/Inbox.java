package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.with;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.db.Written;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Where updates become durable. Safe to use from all threads.
public final class Inbox {
    /// Of the chats, too, those that are new; they are locked in the order of their ids.
    private static final Written<RawUpdate> STORING = Written.forRows("update", rows -> {
        var botId = rows.column(INBOX.BOT_ID, RawUpdate::botId);
        var updateId = rows.column(INBOX.UPDATE_ID, RawUpdate::updateId);
        var chatId = rows.column(INBOX.CHAT_ID, RawUpdate::chatId);
        var body = rows.column(INBOX.BODY, RawUpdate::json);
        var updates = name("update");
        return with(updates)
                .as(select(botId, updateId, chatId, body, rows.place()).from(rows.table()))
                .with("lanes")
                .as(insertInto(CHAT, CHAT.ID)
                        .select(selectDistinct(chatId).from(updates).orderBy(chatId))
                        .onConflictDoNothing()
                        .returning(CHAT.ID))
                .insertInto(INBOX, INBOX.BOT_ID, INBOX.UPDATE_ID, INBOX.CHAT_ID, INBOX.BODY)
                .select(select(botId, updateId, chatId, body).from(updates).orderBy(rows.place()))
                .onConflictDoNothing();
    });

    private final Database database;
    private final WakeUp wakeUp;
    private final Queue<Single> singles = new ConcurrentLinkedQueue<>();
    private final ReentrantLock storing = new ReentrantLock();

    /// One update that a thread waits for.
    private static final class Single {
        private final RawUpdate update;
        private boolean isStored;
        private @Nullable RuntimeException failure;

        private Single(RawUpdate update) {
            this.update = update;
        }

        private boolean isSettled() {
            return isStored || failure != null;
        }
    }

    /// @param wakeUp rung after each commit that stored something
    public Inbox(Database database, WakeUp wakeUp) {
        this.database = database;
        this.wakeUp = wakeUp;
    }

    /// Stores updates in their order; when it returns they are durable and may be confirmed to Telegram.
    ///
    /// One that is here already is left as it is, so that delivering it twice is harmless. Never waits for the
    /// handling of earlier updates.
    public void store(List<RawUpdate> updates) {
        if (updates.isEmpty()) {
            return;
        }
        STORING.execute(database.context(), updates);
        wakeUp.ring();
    }

    /// Stores an update together with those that other threads bring in the same moment, so that many calls at once
    /// cost few transactions. When it returns the update is durable.
    public void storeAmongOthers(RawUpdate update) {
        var mine = new Single(update);
        singles.add(mine);
        storing.lock();
        try {
            if (!mine.isSettled()) {
                storeAll(mine);
            }
        } finally {
            storing.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    private void storeAll(Single mine) {
        var together = new LinkedHashSet<Single>();
        for (var next = singles.poll(); next != null; next = singles.poll()) {
            together.add(next);
        }
        together.add(mine); // if another thread has tried to store it in vain
        try {
            store(together.stream().map(single -> single.update).toList());
            together.forEach(single -> single.isStored = true);
        } catch (RuntimeException e) {
            if (together.size() == 1 || Failures.isPassing(e)) {
                together.forEach(single -> single.failure = e);
            } else {
                store(List.of(mine.update)); // the others try for themselves
                mine.isStored = true;
            }
        }
    }
}
