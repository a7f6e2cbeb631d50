package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.WakeUp;
import java.util.List;

/// Where updates become durable. Safe to use from all threads.
public final class Inbox {
    private final Database database;
    private final WakeUp wakeUp;

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
        var lanes = updates.stream()
                .map(RawUpdate::chatId)
                .distinct()
                .sorted()
                .map(id -> new Object[] {id})
                .toArray(Object[][]::new);
        var rows = updates.stream()
                .map(update -> new Object[] {update.botId(), update.updateId(), update.chatId(), update.json()})
                .toArray(Object[][]::new);
        database.useTransaction(db -> {
            db.batch(db.insertInto(CHAT, CHAT.ID).values((Long) null).onConflictDoNothing(), lanes)
                    .execute();
            db.batch(
                            db.insertInto(INBOX, INBOX.BOT_ID, INBOX.UPDATE_ID, INBOX.CHAT_ID, INBOX.BODY)
                                    .values((Long) null, null, null, null)
                                    .onConflictDoNothing(),
                            rows)
                    .execute();
        });
        wakeUp.ring();
    }
}
