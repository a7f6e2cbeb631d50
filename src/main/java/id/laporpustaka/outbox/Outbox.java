package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.db.ManyRows;
import java.util.List;
import java.util.OptionalInt;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Where messages wait until Telegram has them. They are sent by a [SendQueue] once the transaction that added
/// them has committed; ring its bell then.
public final class Outbox {
    private final DSLContext db;

    /// @param db the transaction that the messages belong to
    public Outbox(DSLContext db) {
        this.db = db;
    }

    /// Adds messages; those of one chat are sent in this order, interactive ones first.
    ///
    /// The rows of their chats must be there, and so must the files that they bring.
    public void addAll(List<OutboxEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var added = new ManyRows<>("added", entries);
        var chatId = added.column(OUTBOX.CHAT_ID, OutboxEntry::chatId);
        var threadId = added.column(OUTBOX.THREAD_ID, entry -> orNull(entry.thread()));
        var priority = added.column(OUTBOX.PRIORITY, entry -> PriorityColumn.of(entry.priority()));
        var card = added.column(OUTBOX.CARD, OutboxEntry::card);
        var edit = added.column(OUTBOX.EDIT, OutboxEntry::edit);
        var replaces = added.column(OUTBOX.REPLACES, entry -> orNull(entry.replaces()));
        var body = added.column(OUTBOX.BODY, entry -> StoredMessage.write(entry.message()));
        var file = added.column(
                OUTBOX.FILE,
                entry -> entry.message()
                        .attached()
                        .map(OutgoingMessage.Attached::file)
                        .orElse(null));
        db.insertInto(
                        OUTBOX,
                        OUTBOX.CHAT_ID,
                        OUTBOX.THREAD_ID,
                        OUTBOX.PRIORITY,
                        OUTBOX.CARD,
                        OUTBOX.EDIT,
                        OUTBOX.REPLACES,
                        OUTBOX.BODY,
                        OUTBOX.FILE)
                .select(select(chatId, threadId, priority, card, edit, replaces, body, file)
                        .from(added.table())
                        .orderBy(added.place()))
                .execute();
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
