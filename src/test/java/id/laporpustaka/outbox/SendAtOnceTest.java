package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.outbox.OutboxEntry.Priority.BULK;
import static id.laporpustaka.outbox.OutboxEntry.Priority.INTERACTIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.db.FreshDatabase;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Messages that the process which added them sends itself, without looking for them.
class SendAtOnceTest {
    private static final long SARI = 7;
    private static final long BUDI = 8;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private SendQueue ours;
    private SendQueue another;

    @BeforeEach
    void openChats() {
        ours = new SendQueue(fresh.database(), 0);
        another = new SendQueue(fresh.database(), 0);
        for (var chat : List.of(SARI, BUDI)) {
            fresh.context().insertInto(CHAT, CHAT.ID).values(chat).execute();
        }
    }

    @Test
    void what_is_alone_in_its_chat_goes_at_once_and_nobody_else_finds_it() {
        var taken = add(entry(SARI, 1), entry(BUDI, 1));

        ours.sendAtOnce(taken, System.nanoTime());

        assertThat(another.take(10)).isEmpty();
        assertThat(ours.take(10))
                .extracting(DueMessage::chatId, message -> message.message().html())
                .containsExactly(tuple(SARI, "card 1"), tuple(BUDI, "card 1"));
    }

    @Test
    void an_edit_names_the_message_that_telegram_has_for_its_card() {
        ours.sendAtOnce(add(entry(SARI, 1)), System.nanoTime());
        ours.record(List.of(new Delivery.Sent(ours.take(1).getFirst(), 4711)));

        var taken =
                add(new OutboxEntry(SARI, INTERACTIVE, 1, true, OptionalInt.empty(), OutgoingMessage.of("changed")));

        assertThat(taken).extracting(DueMessage::messageId).containsExactly(OptionalInt.of(4711));
    }

    @Test
    void what_has_others_of_its_chat_before_it_waits_for_them() {
        ours.sendAtOnce(add(entry(SARI, 1)), System.nanoTime());
        var onItsWay = ours.take(10).getFirst();

        assertThat(add(entry(SARI, 2))).isEmpty();
        assertThat(ours.take(10)).isEmpty();
        ours.record(List.of(new Delivery.Sent(onItsWay, 1)));

        assertThat(another.take(10)).extracting(DueMessage::card).containsExactly(2);
    }

    @Test
    void several_messages_of_a_chat_are_sorted_out_by_a_claim() {
        var taken = add(
                entry(SARI, 1),
                new OutboxEntry(SARI, INTERACTIVE, 2, false, OptionalInt.of(1), OutgoingMessage.of("card 2")));

        assertThat(taken).isEmpty();
        assertThat(ours.take(10)).extracting(DueMessage::card).containsExactly(2);
    }

    @Test
    void what_nobody_waits_for_and_what_brings_a_file_is_claimed() {
        var file = new OutgoingFiles(fresh.context()).add(new OutgoingFile("a.csv", "text/csv", new byte[] {1}));
        var withFile = OutgoingMessage.of("file").with(new OutgoingMessage.Attached(file, "No file."));

        var taken = add(
                new OutboxEntry(SARI, BULK, 1, false, OptionalInt.empty(), OutgoingMessage.of("reminder")),
                new OutboxEntry(BUDI, INTERACTIVE, 1, false, OptionalInt.empty(), withFile));

        assertThat(taken).isEmpty();
        assertThat(ours.take(10)).hasSize(2);
    }

    @Test
    void what_a_process_took_and_died_with_is_sent_by_another_after_the_lease() {
        var lost = add(entry(SARI, 1));

        assertThat(another.take(10)).isEmpty();
        fresh.context()
                .update(OUTBOX)
                .set(OUTBOX.DUE_AT, DatabaseClock.after(Duration.ofSeconds(-1)))
                .execute();

        assertThat(another.take(10)).extracting(DueMessage::outboxId).isEqualTo(ids(lost));
    }

    @Test
    void a_process_that_stops_leaves_to_others_what_it_has_not_begun_to_send() {
        var taken = add(entry(SARI, 1), entry(BUDI, 1));
        ours.sendAtOnce(taken, System.nanoTime());
        var begun = ours.take(1);

        ours.giveBack();

        assertThat(ours.take(10)).isNotEmpty().extracting(DueMessage::outboxId).doesNotContainAnyElementsOf(ids(begun));
    }

    @Test
    void what_could_not_be_taken_soon_is_left_to_whoever_finds_it_after_its_lease() {
        ours.sendAtOnce(add(entry(SARI, 1)), System.nanoTime() - SendQueue.LEASE.toNanos());

        assertThat(ours.take(10)).isEmpty();
        fresh.context()
                .update(OUTBOX)
                .set(OUTBOX.DUE_AT, DatabaseClock.after(Duration.ofSeconds(-1)))
                .execute();

        assertThat(another.take(10)).hasSize(1);
        assertThat(ours.take(10)).isEmpty();
    }

    @Test
    void while_many_wait_nothing_passes_them() {
        add(entry(SARI, 1));
        fresh.database().useTransaction(db -> new Outbox(db).addAll(List.of(entry(BUDI, 1))));
        assertThat(ours.hasRoom()).isTrue();

        var full = ours.take(1);

        assertThat(full).hasSize(1);
        assertThat(ours.hasRoom()).isFalse();
        assertThat(ours.take(1)).isEmpty();
        assertThat(ours.hasRoom()).isTrue();
    }

    @Test
    void the_limit_of_the_bot_holds_for_them_too() throws InterruptedException {
        var limited = new SendQueue(fresh.database(), 2);
        limited.sendAtOnce(add(entry(SARI, 1), entry(BUDI, 1)), System.nanoTime());

        var first = limited.take(10);
        var second = limited.take(10);
        var began = System.nanoTime();
        while (second.isEmpty()) {
            limited.awaitWork();
            second = limited.take(10);
        }

        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(100));
    }

    private List<DueMessage> add(OutboxEntry... entries) {
        return fresh.database()
                .inTransaction(db -> Outbox.taken(
                        List.of(entries),
                        Outbox.addingAndTaking(List.of(entries)).fetch(db)));
    }

    private static List<Long> ids(List<DueMessage> messages) {
        return messages.stream().map(DueMessage::outboxId).toList();
    }

    private static OutboxEntry entry(long chat, int card) {
        return new OutboxEntry(chat, INTERACTIVE, card, false, OptionalInt.empty(), OutgoingMessage.of("card " + card));
    }
}
