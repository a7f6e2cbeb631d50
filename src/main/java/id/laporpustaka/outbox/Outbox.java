package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.OUTBOX;

import java.util.List;
import org.jooq.DSLContext;

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
        var rows = entries.stream()
                .map(entry -> new Object[] {
                    entry.chatId(),
                    entry.thread().isPresent() ? entry.thread().getAsInt() : null,
                    PriorityColumn.of(entry.priority()),
                    entry.card(),
                    entry.edit(),
                    entry.replaces().isPresent() ? entry.replaces().getAsInt() : null,
                    StoredMessage.write(entry.message()),
                    entry.message()
                            .attached()
                            .map(OutgoingMessage.Attached::file)
                            .orElse(null)
                })
                .toArray(Object[][]::new);
        db.batch(
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
                                .values((Long) null, null, null, null, null, null, null, null),
                        rows)
                .execute();
    }
}
