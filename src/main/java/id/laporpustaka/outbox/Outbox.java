package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.CARD;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.db.ManyRows;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
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
        add(entries, Set.of());
    }

    /// Adds messages, and takes those that can be sent as they are: interactive ones without files that are alone in
    /// their chat. They are the caller's for 30 seconds from the beginning of the transaction, to be handed to a
    /// [SendQueue] of this process when it has committed; if that does not come about, they are sent after the 30
    /// seconds.
    ///
    /// @return what was taken
    public List<DueMessage> addAllTaking(List<OutboxEntry> entries) {
        var several = new HashSet<Long>();
        var seen = new HashSet<Long>();
        entries.stream()
                .map(OutboxEntry::chatId)
                .filter(chat -> !seen.add(chat))
                .forEach(several::add);
        return add(
                entries,
                entries.stream()
                        .filter(entry -> entry.priority() == OutboxEntry.Priority.INTERACTIVE)
                        .filter(entry -> entry.message().attached().isEmpty()
                                && entry.message().album().isEmpty())
                        .map(OutboxEntry::chatId)
                        .filter(chat -> !several.contains(chat))
                        .collect(Collectors.toSet()));
    }

    /// @param wanted chats with one message each, which are to be taken unless others of the chat wait
    private List<DueMessage> add(List<OutboxEntry> entries, Set<Long> wanted) {
        if (entries.isEmpty()) {
            return List.of();
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
        var isWanted = added.column("wanted", SQLDataType.BOOLEAN, entry -> wanted.contains(entry.chatId()));
        var before = OUTBOX.as("before");
        var others = selectOne().from(before).where(before.CHAT_ID.eq(chatId)).and(before.FINISHED_AT.isNull());
        var dueAt = when(condition(isWanted).and(notExists(others)), DatabaseClock.after(SendQueue.LEASE))
                .otherwise(DatabaseClock.now());
        var taken = field(OUTBOX.DUE_AT.gt(DatabaseClock.now()));
        var messageId = field(select(CARD.MESSAGE_ID)
                .from(CARD)
                .where(CARD.CHAT_ID.eq(OUTBOX.CHAT_ID))
                .and(CARD.NUMBER.eq(OUTBOX.CARD)));
        Map<Long, OutboxEntry> byChat = entries.stream()
                .filter(entry -> wanted.contains(entry.chatId()))
                .collect(Collectors.toMap(OutboxEntry::chatId, entry -> entry));
        return db
                .insertInto(
                        OUTBOX,
                        OUTBOX.CHAT_ID,
                        OUTBOX.THREAD_ID,
                        OUTBOX.PRIORITY,
                        OUTBOX.CARD,
                        OUTBOX.EDIT,
                        OUTBOX.REPLACES,
                        OUTBOX.BODY,
                        OUTBOX.FILE,
                        OUTBOX.DUE_AT)
                .select(select(chatId, threadId, priority, card, edit, replaces, body, file, dueAt)
                        .from(added.table())
                        .orderBy(added.place()))
                .returningResult(OUTBOX.ID, OUTBOX.CHAT_ID, taken, messageId)
                .fetch()
                .stream()
                .filter(row -> row.value3())
                .map(row -> due(row.value1(), Objects.requireNonNull(byChat.get(row.value2())), row.value4()))
                .toList();
    }

    private static DueMessage due(long id, OutboxEntry entry, @Nullable Integer messageId) {
        return new DueMessage(
                id,
                entry.chatId(),
                entry.thread(),
                entry.card(),
                entry.edit() && messageId != null ? OptionalInt.of(messageId) : OptionalInt.empty(),
                entry.message(),
                0);
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
