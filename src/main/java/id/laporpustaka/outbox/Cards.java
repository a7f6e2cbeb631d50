package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.CARD;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.db.Written;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// Our own numbers for the messages that Telegram has taken.
public final class Cards {
    private static final Written<Sent> FINDING = Written.forRows("asked", rows -> {
        var chatId = rows.column(CARD.CHAT_ID, Sent::chatId);
        var messageId = rows.column(CARD.MESSAGE_ID, Sent::messageId);
        return select(CARD.CHAT_ID, CARD.MESSAGE_ID, CARD.NUMBER)
                .from(rows.table())
                .join(CARD)
                .on(CARD.CHAT_ID.eq(chatId))
                .and(CARD.MESSAGE_ID.eq(messageId));
    });

    private Cards() {}

    /// A message as Telegram names it.
    public record Sent(long chatId, int messageId) {}

    /// The numbers of those messages that are ours and not older than they are kept, in one query.
    public static Map<Sent, Integer> findNumbers(DSLContext db, Collection<Sent> messages) {
        var numbers = new HashMap<Sent, Integer>();
        FINDING.fetch(db, List.copyOf(messages))
                .forEach(row ->
                        numbers.put(new Sent(row.get(CARD.CHAT_ID), row.get(CARD.MESSAGE_ID)), row.get(CARD.NUMBER)));
        return numbers;
    }
}
