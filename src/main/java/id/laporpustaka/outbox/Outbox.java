package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.CARD;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.db.Written;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Where messages wait until Telegram has them. They are sent by a [SendQueue] once the transaction that added
/// them has committed; ring its bell then.
public final class Outbox {
    private record Added(OutboxEntry entry, boolean isWanted) {}

    private static final Field<Boolean> TAKEN = field(OUTBOX.DUE_AT.gt(DatabaseClock.now()));

    private static final Field<Integer> MESSAGE_ID = field(select(CARD.MESSAGE_ID)
            .from(CARD)
            .where(CARD.CHAT_ID.eq(OUTBOX.CHAT_ID))
            .and(CARD.NUMBER.eq(OUTBOX.CARD)));

    private static final Written<Added> ADDING = Written.forRows("added", rows -> {
        var chatId = rows.column(OUTBOX.CHAT_ID, added -> added.entry().chatId());
        var threadId =
                rows.column(OUTBOX.THREAD_ID, added -> orNull(added.entry().thread()));
        var priority = rows.column(
                OUTBOX.PRIORITY, added -> PriorityColumn.of(added.entry().priority()));
        var card = rows.column(OUTBOX.CARD, added -> added.entry().card());
        var edit = rows.column(OUTBOX.EDIT, added -> added.entry().edit());
        var replaces =
                rows.column(OUTBOX.REPLACES, added -> orNull(added.entry().replaces()));
        var body = rows.column(
                OUTBOX.BODY, added -> StoredMessage.write(added.entry().message()));
        var file = rows.column(OUTBOX.FILE, added -> fileOf(added.entry()));
        var isWanted = rows.column("wanted", SQLDataType.BOOLEAN, Added::isWanted);
        var before = OUTBOX.as("before");
        var others = selectOne().from(before).where(before.CHAT_ID.eq(chatId)).and(before.FINISHED_AT.isNull());
        var dueAt = when(
                        condition(isWanted).and(notExists(others)),
                        DatabaseClock.after(inline(SendQueue.LEASE.toMillis())))
                .otherwise(DatabaseClock.now());
        return insertInto(
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
                        .from(rows.table())
                        .orderBy(rows.place()))
                .returningResult(OUTBOX.ID, OUTBOX.CHAT_ID, TAKEN, MESSAGE_ID);
    });

    private final DSLContext db;

    /// @param db the transaction that the messages belong to
    public Outbox(DSLContext db) {
        this.db = db;
    }

    /// Adds messages; those of one chat are sent in this order, interactive ones first.
    ///
    /// The rows of their chats must be there, and so must the files that they bring.
    public void addAll(List<OutboxEntry> entries) {
        var _ = adding(entries).fetch(db);
    }

    /// The same, together with other statements.
    public static Written.Bound<?> adding(List<OutboxEntry> entries) {
        return adding(entries, Set.of());
    }

    /// Adds messages, and [takes][#taken] those that can be sent as they are: interactive ones without files that
    /// are alone in their chat. They are the caller's for [SendQueue#LEASE] from the beginning of the transaction,
    /// to be handed to a [SendQueue] of this process when it has committed; if that does not come about, they are
    /// due after that time.
    public static Written.Bound<?> addingAndTaking(List<OutboxEntry> entries) {
        var several = new HashSet<Long>();
        var seen = new HashSet<Long>();
        entries.stream()
                .map(OutboxEntry::chatId)
                .filter(chat -> !seen.add(chat))
                .forEach(several::add);
        return adding(
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
    private static Written.Bound<Added> adding(List<OutboxEntry> entries, Set<Long> wanted) {
        return ADDING.with(entries.stream()
                .map(entry -> new Added(entry, wanted.contains(entry.chatId())))
                .toList());
    }

    /// The messages of those [added][#addingAndTaking] that were taken.
    public static List<DueMessage> taken(List<OutboxEntry> entries, List<Written.Row> added) {
        Map<Long, OutboxEntry> byChat =
                entries.stream().collect(Collectors.toMap(OutboxEntry::chatId, entry -> entry, (_, last) -> last));
        return added.stream()
                .filter(row -> row.get(TAKEN))
                .map(row -> due(
                        row.get(OUTBOX.ID),
                        Objects.requireNonNull(byChat.get(row.get(OUTBOX.CHAT_ID))),
                        row.get(MESSAGE_ID)))
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

    private static @Nullable Long fileOf(OutboxEntry entry) {
        return entry.message().attached().map(OutgoingMessage.Attached::file).orElse(null);
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
