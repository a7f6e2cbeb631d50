package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.ManyRows;
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
        var lanes = new ManyRows<>(
                "lane",
                updates.stream().map(RawUpdate::chatId).distinct().sorted().toList());
        var lane = lanes.column(CHAT.ID, id -> id);
        var added = new ManyRows<>("added", updates);
        var botId = added.column(INBOX.BOT_ID, RawUpdate::botId);
        var updateId = added.column(INBOX.UPDATE_ID, RawUpdate::updateId);
        var chatId = added.column(INBOX.CHAT_ID, RawUpdate::chatId);
        var body = added.column(INBOX.BODY, RawUpdate::json);
        database.context()
                .with("lanes")
                .as(insertInto(CHAT, CHAT.ID)
                        .select(select(lane).from(lanes.table()).orderBy(lanes.place()))
                        .onConflictDoNothing()
                        .returning(CHAT.ID))
                .insertInto(INBOX, INBOX.BOT_ID, INBOX.UPDATE_ID, INBOX.CHAT_ID, INBOX.BODY)
                .select(select(botId, updateId, chatId, body)
                        .from(added.table())
                        .orderBy(added.place()))
                .onConflictDoNothing()
                .execute();
        wakeUp.ring();
    }
}
