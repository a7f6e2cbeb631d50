package id.laporpustaka.telegram;

import static id.laporpustaka.db.generated.Tables.CARD;
import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.GROUP_CHAT;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.coalesce;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.outbox.Album;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.Keys;
import id.laporpustaka.outbox.Outbox;
import id.laporpustaka.outbox.OutboxEntry;
import id.laporpustaka.outbox.OutgoingFile;
import id.laporpustaka.outbox.OutgoingFiles;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.outbox.SendQueue;
import id.laporpustaka.people.People;
import id.laporpustaka.telegram.FakeTelegram.Asked;
import id.laporpustaka.telegram.FakeTelegram.Reply;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jooq.Record1;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SenderTest {
    private static final long SARI = 7;
    private static final long BUDI = 8;
    private static final OutgoingFile FILE = new OutgoingFile("a.txt", "text/plain", new byte[] {1, 2, 3});

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final FakeTelegram telegram = new FakeTelegram();
    private SendQueue queue;
    private BotApi api;
    private Sender sender;

    @BeforeEach
    void start() {
        chats(SARI, BUDI);
        api = new BotApi(telegram.address(), TelegramCounts.none());
        queue = new SendQueue(fresh.database(), 0);
        sender = new Sender(queue, api);
        sender.start();
    }

    @AfterEach
    void stop() {
        sender.close();
        api.close();
        telegram.close();
    }

    @Test
    void a_message_is_sent_with_its_style_and_its_buttons_and_without_previews() {
        add(new OutboxEntry(
                SARI,
                OutboxEntry.Priority.INTERACTIVE,
                1,
                false,
                OptionalInt.empty(),
                new OutgoingMessage(
                        "<b>Mau</b> melaporkan apa? \uD83D\uDCDA",
                        List.of(
                                List.of(
                                        new Button.Callback("Pelibatan", "d1:pm"),
                                        new Button.Callback("Advokasi", "d1:ad")),
                                List.of(new Button.Link("Web", "https://example.org/"))))));

        awaitOutcomes("sent");

        var body = telegram.asked("sendmessage").getFirst().body();
        assertThat(body.path("chat_id").asText()).isEqualTo("7");
        assertThat(body.path("text").asText()).isEqualTo("<b>Mau</b> melaporkan apa? \uD83D\uDCDA");
        assertThat(body.path("parse_mode").asText()).isEqualTo("HTML");
        assertThat(body.at("/link_preview_options/is_disabled").asBoolean()).isTrue();
        assertThat(body.at("/reply_markup/inline_keyboard/0/1/callback_data").asText())
                .isEqualTo("d1:ad");
        assertThat(body.at("/reply_markup/inline_keyboard/1/0/url").asText()).isEqualTo("https://example.org/");
    }

    @Test
    void a_message_goes_to_its_topic() {
        chats(-5);

        add(inTopic(1, OutgoingMessage.of("total")));

        awaitOutcomes("sent");
        assertThat(telegram.asked("sendmessage"))
                .extracting(asked -> asked.body().path("message_thread_id").asInt())
                .containsExactly(42);
    }

    @Test
    void a_file_and_an_album_go_to_their_topic() {
        chats(-5);
        var id = new OutgoingFiles(fresh.context()).add(FILE);

        add(inTopic(1, OutgoingMessage.of("a").with(new OutgoingMessage.Attached(id, "No file."))));
        add(inTopic(2, OutgoingMessage.of("Kebun").with(photos("one", "two"))));

        awaitOutcomes("sent", "sent");
        assertThat(telegram.asked("senddocument").getFirst().text()).contains("name=\"message_thread_id\"");
        assertThat(telegram.asked("sendmediagroup")
                        .getFirst()
                        .body()
                        .path("message_thread_id")
                        .asInt())
                .isEqualTo(42);
    }

    @Test
    void what_goes_to_a_topic_that_is_gone_comes_in_the_general_one() {
        chats(-5);
        group(-5, 42);
        telegram.answer(asked -> asked.body().has("message_thread_id")
                ? Reply.refused(400, "Bad Request: message thread not found")
                : null);

        add(inTopic(1, OutgoingMessage.of("total")));

        awaitOutcomes("sent");
        assertThat(telegram.asked("sendmessage")).extracting(Asked::html).containsExactly("total", "total");
        assertThat(telegram.asked("sendmessage").getLast().body().has("message_thread_id"))
                .isFalse();
        assertThat(messageIdOf(-5, 1)).isPositive();
        assertThat(topics()).containsOnlyNulls();
    }

    @Test
    void a_topic_that_is_there_is_kept_whatever_else_is_said_in_the_group() {
        chats(-5);
        group(-5, 42);

        add(inTopic(1, OutgoingMessage.of("total")));
        add(send(-5, 2, "help"));

        awaitOutcomes("sent", "sent");
        assertThat(topics()).containsExactly(42);
    }

    private void group(long chat, int topic) {
        var person = new People(fresh.context()).add(3, "Ratna", "id");
        fresh.context()
                .insertInto(GROUP_CHAT)
                .set(GROUP_CHAT.CHAT_ID, chat)
                .set(GROUP_CHAT.THREAD_ID, topic)
                .set(GROUP_CHAT.CONFIRMED_BY, person)
                .set(GROUP_CHAT.CONFIRMED_AT, Instant.EPOCH)
                .execute();
    }

    private List<Integer> topics() {
        return fresh.context().select(GROUP_CHAT.THREAD_ID).from(GROUP_CHAT).fetch(GROUP_CHAT.THREAD_ID);
    }

    @Test
    void a_group_that_has_removed_the_bot_hears_nothing_any_more() {
        chats(-5);
        group(-5, 42);
        telegram.answer(_ -> Reply.refused(403, "Forbidden: bot was kicked from the supergroup chat"));

        add(send(-5, 1, "total"));

        awaitOutcomes("unreachable");
        assertThat(fresh.context().fetchCount(GROUP_CHAT, GROUP_CHAT.ENDED_AT.isNotNull()))
                .isEqualTo(1);
    }

    @Test
    void an_edit_is_written_over_the_message_of_its_card() {
        add(send(SARI, 1, "question"));
        awaitOutcomes("sent");
        add(edit(SARI, 1, "next question"));

        awaitOutcomes("sent", "sent");

        assertThat(telegram.asked("sendmessage")).hasSize(1);
        assertThat(telegram.asked("editmessagetext"))
                .extracting(asked -> asked.body().path("message_id").asInt(), Asked::html)
                .containsExactly(tuple(1_001, "next question"));
    }

    @Test
    void a_message_whose_answer_the_library_cannot_read_is_not_sent_again() {
        telegram.answer(asked -> asked.method().equals("sendmessage")
                ? Reply.done("{\"message_id\":5,\"date\":\"soon\",\"gift\":{}}")
                : null);

        add(send(SARI, 1, "hello"));

        awaitOutcomes("sent");
        assertThat(messageIdOf(SARI, 1)).isEqualTo(5);
    }

    @Test
    void a_file_is_sent_with_its_name_its_caption_and_its_buttons() {
        var message =
                new OutgoingMessage("<b>Formulir</b> PM", List.of(List.of(new Button.Callback("Terbitkan", "t"))));

        add(withFile(message, new OutgoingFile("Formulir – é.csv", "text/csv", "nama;jumlah".getBytes(UTF_8))));

        awaitOutcomes("sent");
        assertThat(telegram.asked("senddocument").getFirst().text())
                .contains("name=\"chat_id\"")
                .contains("<b>Formulir</b> PM")
                .contains("\"callback_data\":\"t\"")
                .contains("filename=\"Formulir – é.csv\"")
                .contains("Content-Type: text/csv")
                .contains("nama;jumlah");
        assertThat(messageIdOf(SARI, 1)).isEqualTo(1_001);
    }

    @Test
    void a_file_is_tried_again_as_a_text_is_and_sent_once() {
        var tries = new AtomicInteger();
        telegram.answer(asked -> asked.method().equals("senddocument") && tries.incrementAndGet() == 1
                ? new Reply(502, "<html>502 Bad Gateway</html>")
                : null);

        add(withFile(OutgoingMessage.of("a"), FILE), send(SARI, 2, "next"));

        awaitOutcomes("sent", "sent");
        assertThat(telegram.asked("senddocument")).hasSize(2);
        assertThat(telegram.asked("sendmessage")).hasSize(1);
    }

    @Test
    void a_file_that_telegram_refuses_is_spoken_of_and_the_chat_goes_on() {
        telegram.answer(
                asked -> asked.method().equals("senddocument") ? Reply.refused(400, "Bad Request: wrong file") : null);

        add(withFile(OutgoingMessage.of("a"), FILE), send(SARI, 2, "next"));

        awaitOutcomes("set_aside", "sent");
        assertThat(telegram.asked("sendmessage")).extracting(Asked::html).containsExactly("No file.", "next");
    }

    @Test
    void a_file_for_who_has_blocked_the_bot_is_not_tried_again() {
        telegram.answer(_ -> Reply.refused(403, "Forbidden: bot was blocked by the user"));

        add(withFile(OutgoingMessage.of("a"), FILE));

        awaitOutcomes("unreachable");
    }

    @Test
    void a_file_is_never_written_over_another_message() {
        add(send(SARI, 1, "question"));
        awaitOutcomes("sent");

        var entry = withFile(OutgoingMessage.of("a"), FILE);
        add(new OutboxEntry(SARI, entry.priority(), 1, true, OptionalInt.empty(), entry.message()));

        awaitOutcomes("sent", "sent");
        assertThat(telegram.asked("senddocument")).hasSize(1);
        assertThat(messageIdOf(SARI, 1)).isEqualTo(1_002);
    }

    @Test
    void keys_are_shown_once_and_removed() {
        var keys = new Keys.Shown(List.of(List.of(new Keys.Key("Kirim lokasi", true), new Keys.Key("Lewati", false))));

        add(
                new OutboxEntry(
                        SARI,
                        OutboxEntry.Priority.INTERACTIVE,
                        1,
                        false,
                        OptionalInt.empty(),
                        OutgoingMessage.of("Di mana?").with(keys)),
                new OutboxEntry(
                        SARI,
                        OutboxEntry.Priority.INTERACTIVE,
                        2,
                        false,
                        OptionalInt.empty(),
                        OutgoingMessage.of("Baik.").with(new Keys.Removed())));

        awaitOutcomes("sent", "sent");
        var asked = telegram.asked("sendmessage");
        assertThat(asked.get(0).body().path("reply_markup").toString())
                .contains("\"text\":\"Kirim lokasi\"")
                .contains("\"request_location\":true")
                .contains("\"one_time_keyboard\":true");
        assertThat(asked.get(1).body().at("/reply_markup/remove_keyboard").asBoolean())
                .isTrue();
    }

    @Test
    void telegram_asking_one_chat_to_wait_holds_up_no_other() {
        telegram.answer(asked -> asked.chatId() == SARI
                ? Reply.refused(429, "Too Many Requests: retry after 3600", "{\"retry_after\":3600}")
                : null);

        add(send(SARI, 1, "a"), send(SARI, 2, "b"), send(BUDI, 1, "c"));

        awaitOutcomes("waiting", "waiting", "sent");
        assertThat(telegram.asked("sendmessage")).extracting(Asked::html).containsExactlyInAnyOrder("a", "c");
        assertThat(triesOfFirst()).isZero();
    }

    @Test
    void a_failure_of_telegram_is_tried_again_until_it_is_over() {
        var failures = new AtomicInteger();
        telegram.answer(_ -> failures.incrementAndGet() == 1 ? new Reply(502, "<html>502 Bad Gateway</html>") : null);

        add(send(SARI, 1, "a"));

        awaitOutcomes("sent");
        assertThat(telegram.asked("sendmessage")).hasSize(2);
    }

    @Test
    void who_has_blocked_the_bot_is_noted_and_not_tried_again() {
        fresh.context()
                .insertInto(PERSON, PERSON.TELEGRAM_ID, PERSON.NAME, PERSON.LANGUAGE)
                .values(SARI, "Sari", "id")
                .execute();
        telegram.answer(_ -> Reply.refused(403, "Forbidden: bot was blocked by the user"));

        add(send(SARI, 1, "a"));

        awaitOutcomes("unreachable");
        assertThat(fresh.context().fetchSingle(PERSON).getUnreachableSince()).isNotNull();
    }

    @Test
    void an_edit_that_changes_nothing_is_a_success() {
        add(send(SARI, 1, "a"));
        awaitOutcomes("sent");
        telegram.answer(_ -> Reply.refused(400, "Bad Request: message is not modified: specified new message content"));

        add(edit(SARI, 1, "a"));

        awaitOutcomes("sent", "sent");
        assertThat(messageIdOf(SARI, 1)).isEqualTo(1_001);
    }

    @Test
    void an_edit_of_a_message_that_is_gone_is_sent_anew_and_can_be_edited_there() {
        add(send(SARI, 1, "a"));
        awaitOutcomes("sent");
        telegram.answer(asked -> asked.body().path("message_id").asInt() == 1_001
                ? Reply.refused(400, "Bad Request: message to edit not found")
                : null);

        add(edit(SARI, 1, "b"));

        awaitOutcomes("sent", "sent");
        assertThat(telegram.asked("sendmessage")).extracting(Asked::html).containsExactly("a", "b");
        assertThat(messageIdOf(SARI, 1)).isEqualTo(1_002);
    }

    @Test
    void a_message_that_telegram_refuses_goes_as_plain_text_and_the_chat_goes_on() {
        telegram.answer(asked -> asked.body().has("parse_mode") && asked.html().contains("<")
                ? Reply.refused(400, "Bad Request: can't parse entities")
                : null);
        var broken = new OutgoingMessage(
                "<b>5 &lt; 6 &amp; so on</i>",
                List.of(List.of(new Button.Callback("Ya", "y"), new Button.Link("Web", "https://example.org/"))));

        add(
                new OutboxEntry(SARI, OutboxEntry.Priority.INTERACTIVE, 1, false, OptionalInt.empty(), broken),
                send(SARI, 2, "next"));

        awaitOutcomes("set_aside", "sent");
        assertThat(telegram.asked("sendmessage"))
                .extracting(Asked::html)
                .containsExactly("<b>5 &lt; 6 &amp; so on</i>", "5 < 6 & so on\nWeb: https://example.org/", "next");
        assertThat(telegram.asked("sendmessage").get(1).body().has("reply_markup"))
                .isFalse();
        assertThat(messageIdOf(SARI, 1)).isEqualTo(1_001);
    }

    @Test
    void a_message_that_telegram_refuses_even_as_plain_text_does_not_hold_up_its_chat() {
        telegram.answer(
                asked -> asked.html().equals("bad") ? Reply.refused(400, "Bad Request: message is too long") : null);

        add(send(SARI, 1, "bad"), send(SARI, 2, "next"));

        awaitOutcomes("set_aside", "sent");
    }

    @Test
    void a_group_that_has_become_a_supergroup_gets_its_message_there() {
        chats(-5);
        telegram.answer(asked -> asked.chatId() == -5
                ? Reply.refused(
                        400,
                        "Bad Request: group chat was upgraded to a supergroup chat",
                        "{\"migrate_to_chat_id\":-1005}")
                : null);

        add(send(-5, 1, "total"));

        awaitOutcomes("sent");
        assertThat(telegram.asked("sendmessage")).extracting(Asked::chatId).containsExactly(-5L, -1005L);
        assertThat(messageIdOf(-1005, 1)).isEqualTo(1_001);
    }

    @Test
    void many_chats_are_sent_to_at_once() {
        var chats = LongStream.rangeClosed(101, 150).toArray();
        chats(chats);
        var allThere = new CountDownLatch(chats.length);
        telegram.answer(_ -> {
            allThere.countDown();
            allThere.await();
            return null;
        });

        add(LongStream.of(chats).mapToObj(chat -> send(chat, 1, "a")).toArray(OutboxEntry[]::new));

        awaitOutcomes(LongStream.of(chats).mapToObj(_ -> "sent").toArray(String[]::new));
    }

    @Test
    void what_has_been_sent_when_the_sender_is_closed_is_not_sent_again() {
        var chats = LongStream.rangeClosed(101, 400).toArray();
        chats(chats);
        add(LongStream.of(chats).mapToObj(chat -> send(chat, 1, "a")).toArray(OutboxEntry[]::new));
        await().until(() -> !telegram.asked("sendmessage").isEmpty());

        sender.close();
        var next = new Sender(new SendQueue(fresh.database(), 0), api);
        next.start();

        awaitOutcomes(LongStream.of(chats).mapToObj(_ -> "sent").toArray(String[]::new));
        next.close();
        assertThat(telegram.asked("sendmessage")).extracting(Asked::chatId).doesNotHaveDuplicates();
    }

    @Test
    void while_the_database_is_away_nothing_is_forgotten() {
        var answered = new CountDownLatch(1);
        telegram.answer(_ -> {
            answered.await();
            return null;
        });
        add(send(SARI, 1, "a"));
        await().until(() -> !telegram.asked("sendmessage").isEmpty());

        fresh.context().alterTable(OUTBOX).renameTo("away").execute();
        answered.countDown();
        fresh.context().alterTable("away").renameTo(OUTBOX).execute();

        awaitOutcomes("sent");
        assertThat(telegram.asked("sendmessage")).hasSize(1);
    }

    private void add(OutboxEntry... entries) {
        fresh.database().useTransaction(db -> new Outbox(db).addAll(List.of(entries)));
        queue.ring();
    }

    private void chats(long... ids) {
        for (var id : ids) {
            fresh.context().insertInto(CHAT, CHAT.ID).values(id).execute();
        }
    }

    private void awaitOutcomes(String... outcomes) {
        await().untilAsserted(() -> assertThat(fresh.context()
                        .select(coalesce(OUTBOX.OUTCOME, "waiting"))
                        .from(OUTBOX)
                        .orderBy(OUTBOX.ID)
                        .fetch(Record1::value1))
                .containsExactly(outcomes));
    }

    @Test
    void a_picture_is_sent_by_its_id_with_its_caption_and_its_buttons_and_never_written_over_its_card() {
        add(send(SARI, 1, "question"));
        awaitOutcomes("sent");
        add(new OutboxEntry(
                SARI,
                OutboxEntry.Priority.INTERACTIVE,
                1,
                true,
                OptionalInt.empty(),
                new OutgoingMessage("<b>Kebun</b>", List.of(List.of(new Button.Callback("Ya", "y"))))
                        .with(photos("one"))));

        awaitOutcomes("sent", "sent");

        assertThat(telegram.asked("sendphoto").getFirst().text())
                .isEqualTo("{\"chat_id\":\"7\",\"photo\":\"one\",\"caption\":\"<b>Kebun</b>\",\"parse_mode\":\"HTML\","
                        + "\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"Ya\",\"callback_data\":\"y\"}]]}}");
        assertThat(messageIdOf(SARI, 1)).isEqualTo(1_002);
    }

    @Test
    void an_album_is_sent_by_ids_and_its_card_is_its_first_message() {
        add(twoPhotos());

        awaitOutcomes("sent");

        assertThat(telegram.asked("sendmediagroup").getFirst().text())
                .isEqualTo("{\"chat_id\":\"7\",\"media\":["
                        + "{\"type\":\"photo\",\"media\":\"one\",\"caption\":\"Kebun\",\"parse_mode\":\"HTML\"},"
                        + "{\"type\":\"photo\",\"media\":\"two\"}]}");
        assertThat(messageIdOf(SARI, 1)).isEqualTo(1_001);
    }

    @Test
    void files_of_another_kind_than_thought_are_sent_as_documents() {
        telegram.answer(asked -> asked.text().contains("\"photo\"")
                ? Reply.refused(400, "Bad Request: can't use file of type Document as Photo")
                : null);

        add(twoPhotos());

        awaitOutcomes("sent");
        assertThat(telegram.asked("sendmediagroup")).hasSize(2);
        assertThat(telegram.asked("sendmediagroup").getLast().body().findValuesAsText("type"))
                .containsExactly("document", "document");
        assertThat(telegram.asked("sendmessage")).isEmpty();
        assertThat(messageIdOf(SARI, 1)).isEqualTo(1_001);
    }

    @Test
    void the_person_is_told_of_an_album_that_is_refused_as_documents_too() {
        telegram.answer(asked -> asked.method().equals("sendmediagroup")
                ? Reply.refused(400, "Bad Request: type of file mismatch")
                : null);

        add(twoPhotos());

        awaitOutcomes("set_aside");
        assertThat(telegram.asked("sendmediagroup")).hasSize(2);
        assertThat(telegram.asked("sendmessage")).extracting(Asked::html).containsExactly("No photos.");
        assertThat(messageIdOf(SARI, 1)).isEqualTo(1_001);
    }

    @Test
    void an_album_that_is_refused_for_something_else_is_not_tried_as_documents() {
        telegram.answer(asked -> asked.method().equals("sendmediagroup")
                ? Reply.refused(400, "Bad Request: message caption is too long")
                : null);

        add(twoPhotos());

        awaitOutcomes("set_aside");
        assertThat(telegram.asked("sendmediagroup")).hasSize(1);
        assertThat(telegram.asked("sendmessage")).extracting(Asked::html).containsExactly("No photos.");
    }

    private int messageIdOf(long chat, int card) {
        return fresh.context()
                .selectFrom(CARD)
                .where(CARD.CHAT_ID.eq(chat))
                .and(CARD.NUMBER.eq(card))
                .fetchSingle()
                .getMessageId();
    }

    private int triesOfFirst() {
        return fresh.context()
                .selectFrom(OUTBOX)
                .orderBy(OUTBOX.ID)
                .limit(1)
                .fetchSingle()
                .getTries();
    }

    private OutboxEntry withFile(OutgoingMessage message, OutgoingFile file) {
        var id = new OutgoingFiles(fresh.context()).add(file);
        return new OutboxEntry(
                SARI,
                OutboxEntry.Priority.INTERACTIVE,
                1,
                false,
                OptionalInt.empty(),
                message.with(new OutgoingMessage.Attached(id, "No file.")));
    }

    private static OutboxEntry twoPhotos() {
        return new OutboxEntry(
                SARI,
                OutboxEntry.Priority.INTERACTIVE,
                1,
                false,
                OptionalInt.empty(),
                OutgoingMessage.of("Kebun").with(photos("one", "two")));
    }

    private static Album photos(String... fileIds) {
        return new Album(
                Arrays.stream(fileIds)
                        .map(id -> new Album.Item(Album.Kind.PHOTO, id))
                        .toList(),
                "No photos.");
    }

    private static OutboxEntry inTopic(int card, OutgoingMessage message) {
        return new OutboxEntry(
                -5, OptionalInt.of(42), OutboxEntry.Priority.INTERACTIVE, card, false, OptionalInt.empty(), message);
    }

    private static OutboxEntry send(long chat, int card, String html) {
        return new OutboxEntry(
                chat, OutboxEntry.Priority.INTERACTIVE, card, false, OptionalInt.empty(), OutgoingMessage.of(html));
    }

    private static OutboxEntry edit(long chat, int card, String html) {
        return new OutboxEntry(
                chat, OutboxEntry.Priority.INTERACTIVE, card, true, OptionalInt.empty(), OutgoingMessage.of(html));
    }
}
