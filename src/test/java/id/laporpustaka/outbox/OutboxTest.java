package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.CARD;
import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.JOB;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.outbox.OutboxEntry.Priority.BULK;
import static id.laporpustaka.outbox.OutboxEntry.Priority.INTERACTIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.db.FreshDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutboxTest {
    private static final long SARI = 7;
    private static final long BUDI = 8;
    private static final OutgoingFile FILE = new OutgoingFile("a – é.csv", "text/csv", new byte[] {1, 2, 3});

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private SendQueue queue;

    @BeforeEach
    void openChats() {
        queue = new SendQueue(fresh.database(), 0);
        chats(SARI, BUDI);
    }

    @Test
    void a_message_is_handed_out_as_it_was_added() {
        var message = new OutgoingMessage(
                "<b>Mau</b> melaporkan apa? \uD83D\uDCDA",
                List.of(List.of(
                        new Button.Callback("Pelibatan", "d1:pm"), new Button.Link("Web", "https://example.org/"))));
        new Outbox(fresh.context())
                .addAll(List.of(new OutboxEntry(SARI, INTERACTIVE, 1, false, OptionalInt.empty(), message)));

        var due = queue.take(10);

        assertThat(due).extracting(DueMessage::message).containsExactly(message);
    }

    @Test
    void keys_and_a_file_are_handed_out_as_they_were_added() throws Exception {
        var id = new OutgoingFiles(fresh.context()).add(FILE);
        var keys = new Keys.Shown(List.of(List.of(new Keys.Key("Kirim lokasi", true))));
        var first = OutgoingMessage.of("a").with(keys).with(new OutgoingMessage.Attached(id, "No file."));
        var second = OutgoingMessage.of("b").with(new Keys.Removed());
        new Outbox(fresh.context())
                .addAll(List.of(
                        new OutboxEntry(SARI, INTERACTIVE, 1, false, OptionalInt.empty(), first),
                        new OutboxEntry(BUDI, INTERACTIVE, 1, false, OptionalInt.empty(), second)));

        var due = queue.take(10);
        var file = queue.findFile(first.attached().orElseThrow());

        assertThat(due).extracting(DueMessage::message).containsExactly(first, second);
        assertThat(file).hasValueSatisfying(found -> {
            assertThat(found.name()).isEqualTo(FILE.name());
            assertThat(found.contentType()).isEqualTo(FILE.contentType());
            assertThat(found.size()).isEqualTo(FILE.bytes().length);
        });
        assertThat(file.orElseThrow().source().open().readAllBytes()).isEqualTo(FILE.bytes());
    }

    @Test
    void an_album_is_handed_out_as_it_was_added() {
        var picture = OutgoingMessage.of("a")
                .with(List.of(List.of(new Button.Callback("A", "a"))))
                .with(new Album(List.of(new Album.Item(Album.Kind.PHOTO, "AgAC")), "No photo."));
        var pictures = OutgoingMessage.of("b")
                .with(new Album(
                        List.of(new Album.Item(Album.Kind.VIDEO, "BAAC"), new Album.Item(Album.Kind.PHOTO, "AgAC")),
                        "No photos."));
        add(
                new OutboxEntry(SARI, INTERACTIVE, 1, false, OptionalInt.empty(), picture),
                new OutboxEntry(BUDI, INTERACTIVE, 1, false, OptionalInt.empty(), pictures));

        var due = queue.take(10);

        assertThat(due).extracting(DueMessage::message).containsExactly(picture, pictures);
        assertThat(due).extracting(message -> message.message().count()).containsExactly(1, 2);
    }

    @Test
    void the_names_of_a_stored_album_stay_as_they_are() {
        fresh.context()
                .insertInto(OUTBOX, OUTBOX.CHAT_ID, OUTBOX.CARD, OUTBOX.EDIT, OUTBOX.BODY)
                .values(SARI, 1, false, """
                    {"html":"a","keyboard":[],"album":{"items":[{"kind":"photo","file_id":"1"},\
                    {"kind":"video","file_id":"2"}],"instead":"b"}}\
                    """)
                .values(BUDI, 1, false, """
                    {"html":"a","keyboard":[],"album":{"items":[{"kind":"voice","file_id":"3"}],"instead":"b"}}\
                    """)
                .execute();

        var read = queue.take(2).stream().map(DueMessage::message).toList();

        assertThat(read)
                .extracting(message -> message.album().orElseThrow())
                .containsExactly(
                        new Album(
                                List.of(new Album.Item(Album.Kind.PHOTO, "1"), new Album.Item(Album.Kind.VIDEO, "2")),
                                "b"),
                        new Album(List.of(new Album.Item(Album.Kind.VOICE, "3")), "b"));
        assertThat(read)
                .extracting(StoredMessage::write)
                .allSatisfy(json -> assertThat(json)
                        .containsAnyOf(
                                "{\"kind\":\"photo\",\"file_id\":\"1\"}", "{\"kind\":\"voice\",\"file_id\":\"3\"}"));
    }

    @Test
    void a_message_written_before_there_were_keys_and_files_can_be_read() {
        fresh.context()
                .insertInto(OUTBOX, OUTBOX.CHAT_ID, OUTBOX.CARD, OUTBOX.EDIT, OUTBOX.BODY)
                .values(
                        SARI,
                        1,
                        false,
                        "{\"html\":\"a\",\"keyboard\":[[{\"type\":\"callback\",\"label\":\"A\",\"data\":\"a\"}]]}")
                .execute();

        assertThat(queue.take(1))
                .extracting(DueMessage::message)
                .containsExactly(new OutgoingMessage("a", List.of(List.of(new Button.Callback("A", "a")))));
    }

    @Test
    void what_takes_its_time_is_left_alone_for_as_long_as_it_is_kept() {
        add(send(SARI, 1), send(BUDI, 1));
        var taken = queue.take(10);
        queue.record(List.of(new Delivery.Sent(taken.getLast(), 4711)));
        letTimePass();

        queue.keep(taken.stream().map(DueMessage::outboxId).toList());

        assertThat(queue.take(10)).isEmpty();
        letTimePass();
        assertThat(queue.take(10)).extracting(DueMessage::chatId).containsExactly(SARI);
    }

    @Test
    void messages_of_one_chat_are_handed_out_one_after_the_other() {
        add(send(SARI, 1), send(SARI, 2), send(BUDI, 1));

        var first = queue.take(10);
        var whileOnTheirWay = queue.take(10);
        record(sent(first.getFirst(), 100));
        var next = queue.take(10);

        assertThat(first).extracting(DueMessage::chatId).containsExactly(SARI, BUDI);
        assertThat(whileOnTheirWay).isEmpty();
        assertThat(next).extracting(DueMessage::chatId, DueMessage::card).containsExactly(tuple(SARI, 2));
    }

    @Test
    void interactive_messages_pass_bulk_ones_even_in_the_same_chat() {
        add(bulk(SARI, 1), bulk(BUDI, 1), send(SARI, 2));

        var first = queue.take(1);
        record(sent(first.getFirst(), 100));
        var rest = queue.take(10);

        assertThat(first).extracting(DueMessage::chatId, DueMessage::card).containsExactly(tuple(SARI, 2));
        assertThat(rest)
                .extracting(DueMessage::chatId, DueMessage::card)
                .containsExactlyInAnyOrder(tuple(SARI, 1), tuple(BUDI, 1));
    }

    @Test
    void a_message_whose_sender_has_died_is_handed_out_again() {
        add(send(SARI, 1));
        var first = queue.take(1);

        letTimePass();

        assertThat(queue.take(1)).isEqualTo(first);
    }

    @Test
    void an_edit_names_the_message_that_telegram_has_for_its_card() {
        add(send(SARI, 1));
        record(sent(queue.take(1).getFirst(), 4711));

        add(edit(SARI, 1, "changed"));

        assertThat(queue.take(1)).extracting(DueMessage::messageId).containsExactly(OptionalInt.of(4711));
    }

    @Test
    void only_the_newest_edit_of_a_card_is_sent() {
        add(send(SARI, 1));
        record(sent(queue.take(1).getFirst(), 4711));
        add(edit(SARI, 1, "first"), edit(SARI, 1, "second"), edit(SARI, 1, "third"));

        var due = queue.take(10);
        record(sent(due.getFirst(), 4711));

        assertThat(due).extracting(message -> message.message().html()).containsExactly("third");
        assertThat(queue.take(10)).isEmpty();
        assertThat(outcomes()).containsExactly("sent", "superseded", "superseded", "sent");
    }

    @Test
    void an_edit_of_a_card_that_was_never_sent_is_sent_in_its_place() {
        add(send(SARI, 1), edit(SARI, 1, "changed"));

        var due = queue.take(10);

        assertThat(due)
                .extracting(DueMessage::messageId, message -> message.message().html())
                .containsExactly(tuple(OptionalInt.empty(), "changed"));
    }

    @Test
    void questions_that_newer_ones_replace_are_not_sent_after_an_outage() {
        add(send(SARI, 1), replacing(SARI, 2, 1), send(SARI, 3), replacing(SARI, 4, 2));

        var first = queue.take(10);
        record(sent(first.getFirst(), 100));
        var second = queue.take(10);

        assertThat(first).extracting(DueMessage::card).containsExactly(3);
        assertThat(second).extracting(DueMessage::card).containsExactly(4);
        assertThat(outcomes()).containsExactly("superseded", "superseded", "sent", null);
    }

    @Test
    void a_message_on_its_way_is_not_superseded() {
        add(send(SARI, 1));
        var onItsWay = queue.take(1).getFirst();
        add(edit(SARI, 1, "changed"));

        record(sent(onItsWay, 4711));

        assertThat(queue.take(1)).extracting(DueMessage::messageId).containsExactly(OptionalInt.of(4711));
        assertThat(outcomes()).containsExactly("sent", null);
    }

    @Test
    void a_postponed_message_holds_back_its_chat_and_counts_no_try() {
        add(send(SARI, 1), send(SARI, 2));
        record(new Delivery.Postponed(queue.take(1).getFirst(), Duration.ofHours(1)));

        assertThat(queue.take(10)).isEmpty();
        letTimePass();

        assertThat(queue.take(10))
                .extracting(DueMessage::card, DueMessage::tries)
                .containsExactly(tuple(1, 0));
    }

    @Test
    void what_waits_behind_a_postponed_message_goes_on_with_it() {
        add(send(SARI, 1), send(SARI, 2));
        record(new Delivery.Postponed(queue.take(1).getFirst(), Duration.ZERO));

        assertThat(queue.take(10)).extracting(DueMessage::card).containsExactly(1);
    }

    @Test
    void a_failed_message_is_tried_again_and_again() {
        add(send(SARI, 1));
        for (var tries = 0; tries < 20; tries++) {
            var due = queue.take(1).getFirst();
            assertThat(due.tries()).isEqualTo(tries);
            record(new Delivery.Failed(due, "502"));
            assertThat(queue.take(1)).isEmpty();
            letTimePass();
        }

        assertThat(queue.take(1)).hasSize(1);
    }

    @Test
    void who_has_blocked_the_bot_is_noted() {
        fresh.context()
                .insertInto(PERSON, PERSON.TELEGRAM_ID, PERSON.NAME, PERSON.LANGUAGE)
                .values(SARI, "Sari", "id")
                .values(BUDI, "Budi", "id")
                .execute();
        add(send(SARI, 1));

        record(new Delivery.Unreachable(queue.take(1).getFirst(), "Forbidden: bot was blocked by the user"));

        assertThat(outcomes()).containsExactly("unreachable");
        assertThat(fresh.context()
                        .select(PERSON.NAME)
                        .from(PERSON)
                        .where(PERSON.UNREACHABLE_SINCE.isNotNull())
                        .fetch(PERSON.NAME))
                .containsExactly("Sari");
    }

    @Test
    void what_became_of_each_attempt_is_counted_and_waiting_by_our_own_limits_is_not() {
        var counted = new ArrayList<SendCounts.Outcome>();
        var limited = new SendQueue(fresh.database(), 1_000, FileToSend.Store.none(), counted::add);
        add(send(SARI, 1));
        var due = limited.take(10).getFirst();

        limited.record(List.of(new Delivery.Failed(due, "502")));
        limited.record(List.of(new Delivery.Postponed(due, Duration.ofSeconds(1))));
        limited.record(List.of(new Delivery.Unreachable(due, "Forbidden"), new Delivery.Sent(due, 5)));
        limited.record(List.of(new Delivery.SetAside(due, "Bad Request", OptionalInt.empty())));
        for (var message = 0; message < 40; message++) {
            add(send(BUDI, message + 1));
        }
        for (var turn = 0; turn < 40; turn++) {
            limited.take(10).forEach(next -> limited.record(List.of(new Delivery.Sent(next, 6))));
        }

        assertThat(counted.subList(0, 5))
                .containsExactly(
                        SendCounts.Outcome.RETRIED,
                        SendCounts.Outcome.RATE_LIMITED,
                        SendCounts.Outcome.REFUSED,
                        SendCounts.Outcome.DELIVERED,
                        SendCounts.Outcome.SET_ASIDE);
        assertThat(counted.subList(5, counted.size()))
                .isNotEmpty()
                .hasSizeLessThan(40)
                .containsOnly(SendCounts.Outcome.DELIVERED);
    }

    @Test
    void a_message_set_aside_lets_the_chat_go_on_and_its_substitute_can_be_edited() {
        add(send(SARI, 1), edit(SARI, 2, "next"));
        record(new Delivery.SetAside(queue.take(1).getFirst(), "Bad Request: \0can't parse", OptionalInt.of(55)));

        record(sent(queue.take(1).getFirst(), 56));
        add(edit(SARI, 1, "again"));

        assertThat(outcomes()).containsExactly("set_aside", "sent", null);
        assertThat(queue.take(1)).extracting(DueMessage::messageId).containsExactly(OptionalInt.of(55));
    }

    @Test
    void a_message_that_cannot_be_read_does_not_hold_up_the_others() {
        add(send(SARI, 1), send(SARI, 2), send(BUDI, 1));
        fresh.context()
                .update(OUTBOX)
                .set(OUTBOX.BODY, "{\"keyboard\":[[{\"type\":\"wormhole\"}]]}")
                .where(OUTBOX.CARD.eq(1))
                .and(OUTBOX.CHAT_ID.eq(SARI))
                .execute();

        var first = queue.take(10);
        var second = queue.take(10);

        assertThat(first).extracting(DueMessage::chatId).containsExactly(BUDI);
        assertThat(second).extracting(DueMessage::card).containsExactly(2);
    }

    @Test
    void a_group_that_becomes_a_supergroup_takes_everything_with_it() {
        long group = -5;
        long supergroup = -1005;
        chats(group, supergroup);
        var db = fresh.context();
        db.update(CHAT).set(CHAT.STATE, "{}").where(CHAT.ID.eq(group)).execute();
        db.insertInto(JOB, JOB.CHAT_ID, JOB.BODY).values(group, "{}").execute();
        db.insertInto(INBOX, INBOX.BOT_ID, INBOX.UPDATE_ID, INBOX.CHAT_ID, INBOX.BODY)
                .values(1L, 1L, group, "{}")
                .execute();
        db.insertInto(CARD, CARD.CHAT_ID, CARD.NUMBER, CARD.MESSAGE_ID)
                .values(group, 1, 9)
                .execute();
        add(send(group, 2), send(group, 3));

        record(new Delivery.Moved(queue.take(1).getFirst(), supergroup));

        assertThat(queue.take(10))
                .extracting(DueMessage::chatId, DueMessage::card)
                .containsExactly(tuple(supergroup, 2));
        assertThat(db.selectFrom(CHAT).where(CHAT.ID.eq(supergroup)).fetchSingle())
                .satisfies(chat -> assertThat(chat.getState()).isEqualTo("{}"));
        assertThat(db.fetchSingle(JOB).getChatId()).isEqualTo(supergroup);
        assertThat(db.fetchSingle(INBOX).getChatId()).isEqualTo(supergroup);
        assertThat(db.fetchSingle(CARD).getChatId()).isEqualTo(supergroup);
    }

    @Test
    void a_chat_that_has_to_wait_does_not_hold_up_the_others() {
        add(send(SARI, 1));
        record(new Delivery.Postponed(queue.take(1).getFirst(), Duration.ofHours(1)));
        add(IntStream.rangeClosed(2, 50).mapToObj(card -> send(SARI, card)).toArray(OutboxEntry[]::new));
        add(send(BUDI, 1));

        assertThat(queue.take(1)).extracting(DueMessage::chatId).containsExactly(BUDI);
        letTimePass();
        assertThat(queue.take(1)).extracting(DueMessage::card).containsExactly(1);
    }

    /// A plan made for an empty outbox, as it nearly always is, took minutes with the square of these.
    @Test
    void a_backlog_that_the_statistics_know_nothing_of_is_sent() {
        var chats = LongStream.rangeClosed(1_001, 11_000).toArray();
        fresh.context()
                .batch(
                        fresh.context().insertInto(CHAT, CHAT.ID).values((Long) null),
                        LongStream.of(chats).mapToObj(id -> new Object[] {id}).toArray(Object[][]::new))
                .execute();
        fresh.context().execute("analyze");
        add(LongStream.of(chats).mapToObj(chat -> bulk(chat, 1)).toArray(OutboxEntry[]::new));

        var sent = 0;
        for (var due = queue.take(500); !due.isEmpty(); due = queue.take(500)) {
            sent += due.size();
            queue.record(due.stream().map(message -> sent(message, 1)).toList());
        }

        assertThat(sent).isEqualTo(10_000);
    }

    @Test
    void results_of_many_chats_are_recorded_at_once() {
        var chats = IntStream.rangeClosed(1_001, 1_300).mapToLong(id -> id).toArray();
        chats(chats);
        add(Arrays.stream(chats).mapToObj(chat -> send(chat, 1)).toArray(OutboxEntry[]::new));

        var due = queue.take(300);
        queue.record(due.stream()
                .map(message -> new Delivery.Sent(message, (int) message.chatId()))
                .toList());

        assertThat(due).hasSize(300);
        assertThat(fresh.context().fetchCount(CARD, CARD.CHAT_ID.eq(CARD.MESSAGE_ID.cast(Long.class))))
                .isEqualTo(300);
        assertThat(queue.take(300)).isEmpty();
    }

    private void add(OutboxEntry... entries) {
        fresh.database().useTransaction(db -> new Outbox(db).addAll(List.of(entries)));
    }

    private void record(Delivery delivery) {
        queue.record(List.of(delivery));
    }

    private void chats(long... ids) {
        for (var id : ids) {
            fresh.context().insertInto(CHAT, CHAT.ID).values(id).execute();
        }
    }

    /// Whatever waits for a time, waits no longer.
    private void letTimePass() {
        fresh.context()
                .update(OUTBOX)
                .set(OUTBOX.DUE_AT, DatabaseClock.after(Duration.ofSeconds(-1)))
                .execute();
    }

    private List<String> outcomes() {
        return fresh.context()
                .select(OUTBOX.OUTCOME)
                .from(OUTBOX)
                .orderBy(OUTBOX.ID)
                .fetch(OUTBOX.OUTCOME);
    }

    private static Delivery sent(DueMessage message, int messageId) {
        return new Delivery.Sent(message, messageId);
    }

    private static OutboxEntry send(long chat, int card) {
        return new OutboxEntry(chat, INTERACTIVE, card, false, OptionalInt.empty(), OutgoingMessage.of("card " + card));
    }

    private static OutboxEntry bulk(long chat, int card) {
        return new OutboxEntry(chat, BULK, card, false, OptionalInt.empty(), OutgoingMessage.of("bulk " + card));
    }

    private static OutboxEntry edit(long chat, int card, String html) {
        return new OutboxEntry(chat, INTERACTIVE, card, true, OptionalInt.empty(), OutgoingMessage.of(html));
    }

    private static OutboxEntry replacing(long chat, int card, int older) {
        return new OutboxEntry(
                chat, INTERACTIVE, card, false, OptionalInt.of(older), OutgoingMessage.of("card " + card));
    }
}
