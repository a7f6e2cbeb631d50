package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.CARD;

import id.laporpustaka.db.ManyRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// Our own numbers for the messages that Telegram has taken.
public final class Cards {
    private Cards() {}

    /// A message as Telegram names it.
    public record Sent(long chatId, int messageId) {}

    /// The numbers of those messages that are ours and not older than they are kept, in one query.
    public static Map<Sent, Integer> findNumbers(DSLContext db, Collection<Sent> messages) {
        var numbers = new HashMap<Sent, Integer>();
        var asked = new ManyRows<>("asked", List.copyOf(messages));
        var chatId = asked.column(CARD.CHAT_ID, Sent::chatId);
        var messageId = asked.column(CARD.MESSAGE_ID, Sent::messageId);
        db.select(CARD.CHAT_ID, CARD.MESSAGE_ID, CARD.NUMBER)
                .from(asked.table())
                .join(CARD)
                .on(CARD.CHAT_ID.eq(chatId))
                .and(CARD.MESSAGE_ID.eq(messageId))
                .forEach(row -> numbers.put(new Sent(row.value1(), row.value2()), row.value3()));
        return numbers;
    }
}
