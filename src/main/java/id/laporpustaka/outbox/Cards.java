package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.CARD;
import static org.jooq.impl.DSL.row;

import java.util.Collection;
import java.util.HashMap;
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
        db.select(CARD.CHAT_ID, CARD.MESSAGE_ID, CARD.NUMBER)
                .from(CARD)
                .where(row(CARD.CHAT_ID, CARD.MESSAGE_ID)
                        .in(messages.stream()
                                .map(sent -> row(sent.chatId(), sent.messageId()))
                                .toList()))
                .forEach(row -> numbers.put(new Sent(row.value1(), row.value2()), row.value3()));
        return numbers;
    }
}
