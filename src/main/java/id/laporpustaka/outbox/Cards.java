package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.CARD;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.db.Written;
import java.util.List;
import java.util.Map;

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

    /// Asks for the [numbers][#numbers(List)] of messages.
    public static Written.Bound<Sent> finding(List<Sent> messages) {
        return FINDING.with(messages);
    }

    /// The numbers of those messages that are ours and not older than they are kept.
    public static Map<Sent, Integer> numbers(List<Written.Row> found) {
        return found.stream()
                .collect(toMap(
                        row -> new Sent(row.get(CARD.CHAT_ID), row.get(CARD.MESSAGE_ID)),
                        row -> row.get(CARD.NUMBER),
                        (_, last) -> last));
    }
}
