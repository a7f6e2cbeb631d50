package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClaimsAtOnceTest {
    private static final int CHATS = 40;
    private static final int MESSAGES = 5;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Test
    void senders_at_work_at_once_send_everything_once_and_in_order() throws Exception {
        var entries = new ArrayList<OutboxEntry>();
        for (var card = 1; card <= MESSAGES; card++) {
            for (var chat = 1; chat <= CHATS; chat++) {
                entries.add(new OutboxEntry(
                        chat,
                        OutboxEntry.Priority.INTERACTIVE,
                        card,
                        false,
                        OptionalInt.empty(),
                        OutgoingMessage.of("" + card)));
            }
        }
        fresh.database().useTransaction(db -> {
            for (var chat = 1L; chat <= CHATS; chat++) {
                db.insertInto(CHAT, CHAT.ID).values(chat).execute();
            }
            new Outbox(db).addAll(entries);
        });

        var sent = new ConcurrentLinkedQueue<DueMessage>();
        var onTheirWay = ConcurrentHashMap.<Long>newKeySet();
        try (var senders = Executors.newFixedThreadPool(4)) {
            var runs = new ArrayList<Future<?>>();
            for (var sender = 0; sender < 4; sender++) {
                runs.add(senders.submit(() -> sendAll(sent, onTheirWay)));
            }
            for (var run : runs) {
                run.get();
            }
        }

        assertThat(sent).hasSize(CHATS * MESSAGES);
        for (var chat = 1L; chat <= CHATS; chat++) {
            var id = chat;
            assertThat(sent)
                    .filteredOn(message -> message.chatId() == id)
                    .extracting(DueMessage::card)
                    .containsExactly(1, 2, 3, 4, 5);
        }
    }

    private void sendAll(ConcurrentLinkedQueue<DueMessage> sent, Set<Long> onTheirWay) {
        var queue = new SendQueue(fresh.database(), 0);
        while (sent.size() < CHATS * MESSAGES) {
            var due = queue.take(7);
            due.forEach(message -> assertThat(onTheirWay.add(message.chatId())).isTrue());
            sent.addAll(due);
            due.forEach(message -> onTheirWay.remove(message.chatId()));
            queue.record(List.copyOf(
                    due.stream().map(message -> new Delivery.Sent(message, 1)).toList()));
        }
    }
}
