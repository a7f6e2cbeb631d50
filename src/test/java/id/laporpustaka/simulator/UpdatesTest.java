package id.laporpustaka.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UpdatesTest {
    private TestTelegram telegram;

    @BeforeEach
    void start() {
        telegram = TestTelegram.start();
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void updates_come_until_an_offset_confirms_them() throws Exception {
        telegram.sari().say("satu");
        telegram.sari().say("dua");
        var first = telegram.updates();
        var again = telegram.updates();

        var rest = telegram.call("getUpdates", "{\"offset\":" + (id(first.getFirst()) + 1) + "}");
        var none = telegram.call("getUpdates", "{\"offset\":" + (id(first.getLast()) + 1) + "}");

        assertThat(first).hasSize(2).isEqualTo(again);
        assertThat(rest.result().path(0)).isEqualTo(first.getLast());
        assertThat(none.result()).isEmpty();
        assertThat(id(first.getLast())).isEqualTo(id(first.getFirst()) + 1);
    }

    @Test
    void a_negative_offset_keeps_only_the_last_ones() throws Exception {
        for (int i = 0; i < 5; i++) {
            telegram.sari().say("pesan " + i);
        }

        var last = telegram.call("getUpdates", "{\"offset\":-2}").result();

        assertThat(last)
                .extracting(update -> update.path("message").path("text").asText())
                .containsExactly("pesan 3", "pesan 4");
        assertThat(telegram.updates()).hasSize(2);
    }

    @Test
    void a_limit_is_kept() throws Exception {
        telegram.sari().say("satu");
        telegram.sari().say("dua");

        assertThat(telegram.call("getUpdates", "{\"limit\":1}").result()).hasSize(1);
    }

    @Test
    void a_waiting_poll_gets_a_message_as_soon_as_it_is_there() {
        var poll = telegram.callLater("getUpdates", "{\"timeout\":30}");

        telegram.sari().say("halo");

        assertThat(poll.join().result().path(0).path("message").path("text").asText())
                .isEqualTo("halo");
    }

    @Test
    void of_two_polls_one_ends_with_409_and_the_other_goes_on() {
        var one = telegram.callLater("getUpdates", "{\"timeout\":30}");
        var other = telegram.callLater("getUpdates", "{\"timeout\":30}");

        var ended = one.applyToEither(other, answer -> answer).join();
        telegram.sari().say("halo");
        var answers = List.of(one.join(), other.join());

        assertThat(ended.status()).isEqualTo(409);
        assertThat(ended.description())
                .isEqualTo("Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
                        + " running");
        assertThat(answers).extracting(TestTelegram.Answer::status).containsExactlyInAnyOrder(409, 200);
    }

    @Test
    void closing_ends_a_waiting_poll_at_once() throws Exception {
        var poll = telegram.callLater("getUpdates", "{\"timeout\":50}");
        awaitCalls("getupdates", 1);

        telegram.close();

        assertThat(poll.handle((_, _) -> "ended").join()).isEqualTo("ended");
    }

    @Test
    void only_the_asked_types_are_queued() throws Exception {
        telegram.call("getUpdates", "{\"allowed_updates\":[\"edited_message\"]}");
        var sent = telegram.sari().say("satu");
        telegram.sari().edit(sent.id(), "dua");

        var updates = telegram.updates();

        assertThat(updates).hasSize(1);
        assertThat(updates.getFirst().path("edited_message").path("text").asText())
                .isEqualTo("dua");
        assertThat(updates.getFirst().path("edited_message").has("edit_date")).isTrue();
    }

    @Test
    void a_tap_is_a_callback_query_that_can_be_answered_once() throws Exception {
        var sari = telegram.greetedSari();
        telegram.send("pilih", "\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"Ya\",\"callback_data\":\"y\"}]]}");

        sari.tap("Ya");
        var query = telegram.updates().getFirst().path("callback_query");
        var answer = "{\"callback_query_id\":\"" + query.path("id").asText() + "\",\"text\":\"Tersimpan\"}";
        var first = telegram.call("answerCallbackQuery", answer);
        var second = telegram.call("answerCallbackQuery", answer);

        assertThat(query.path("data").asText()).isEqualTo("y");
        assertThat(query.path("message").path("text").asText()).isEqualTo("pilih");
        assertThat(first.result().asBoolean()).isTrue();
        assertThat(sari.lastAnswer()).isEqualTo("Tersimpan");
        assertThat(second.description())
                .isEqualTo("Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    @Test
    void an_album_is_one_update_for_each_photo_with_the_caption_on_the_first() throws Exception {
        var picture = telegram.get("/simulator/api/pictures/kebun").body();

        telegram.sari().sendAlbum("Kebun baca", picture, picture, picture);
        var updates = telegram.updates();

        assertThat(updates).hasSize(3);
        assertThat(updates)
                .extracting(
                        update -> update.path("message").path("media_group_id").asText())
                .containsOnly(updates.getFirst()
                        .path("message")
                        .path("media_group_id")
                        .asText());
        assertThat(updates)
                .extracting(update -> update.path("message").path("caption").asText())
                .containsExactly("Kebun baca", "", "");
    }

    @Test
    void a_message_may_carry_a_date_in_the_past() throws Exception {
        var moment = Instant.parse("2026-08-17T02:00:00Z");

        telegram.sari().at(moment).say("kemarin");

        assertThat(telegram.updates().getFirst().path("message").path("date").asLong())
                .isEqualTo(moment.getEpochSecond());
    }

    @Test
    void contacts_places_stickers_and_voices_have_their_kinds() throws Exception {
        var sari = telegram.sari();
        sari.sendContact();
        sari.sendLocation(-7.25, 112.75);
        sari.sendSticker();
        sari.sendVoice();

        var updates = telegram.updates();

        assertThat(updates.get(0)
                        .path("message")
                        .path("contact")
                        .path("user_id")
                        .asLong())
                .isEqualTo(TestTelegram.SARI);
        assertThat(updates.get(1)
                        .path("message")
                        .path("location")
                        .path("latitude")
                        .asDouble())
                .isEqualTo(-7.25);
        assertThat(updates.get(2).path("message").has("sticker")).isTrue();
        assertThat(updates.get(3).path("message").has("voice")).isTrue();
    }

    @Test
    void sounds_films_and_files_come_as_telegram_describes_them() throws Exception {
        var sari = telegram.sari();
        sari.sendVideo();
        sari.sendAudio();
        sari.sendVideoNote();
        sari.sendAnimation();
        sari.sendDocument("Formulir PM.xlsx", new byte[] {1, 2, 3});

        var messages = telegram.updates().stream()
                .map(update -> update.path("message"))
                .toList();

        assertThat(messages.get(0).path("video").path("duration").asInt()).isEqualTo(4);
        assertThat(messages.get(0).path("video").path("width").asInt()).isPositive();
        assertThat(messages.get(1).path("audio").path("mime_type").asText()).isEqualTo("audio/mpeg");
        assertThat(messages.get(2).path("video_note").path("length").asInt()).isPositive();
        assertThat(messages.get(3).path("animation").path("file_id"))
                .isEqualTo(messages.get(3).path("document").path("file_id"));
        assertThat(messages.get(4).path("document").path("file_name").asText()).isEqualTo("Formulir PM.xlsx");
        assertThat(messages.get(4).path("document").path("mime_type").asText())
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(messages.get(4).path("document").path("file_size").asInt()).isEqualTo(3);
    }

    @Test
    void a_place_may_have_an_accuracy() throws Exception {
        telegram.sari().sendLocation(-7.25, 112.75, 15);

        var location = telegram.updates().getFirst().path("message").path("location");

        assertThat(location.path("horizontal_accuracy").asDouble()).isEqualTo(15);
    }

    @Test
    void a_key_may_ask_for_the_place_and_the_keyboard_can_be_removed() throws Exception {
        var sari = telegram.greetedSari();
        telegram.send(
                "Di mana?",
                "\"reply_markup\":{\"keyboard\":[[{\"text\":\"Kirim lokasi\",\"request_location\":true}]],"
                        + "\"resize_keyboard\":true,\"one_time_keyboard\":true}");

        var keys = sari.keys();
        sari.tap("Kirim lokasi");
        telegram.send("Terima kasih", "\"reply_markup\":{\"remove_keyboard\":true}");

        assertThat(keys).containsExactly("Kirim lokasi");
        assertThat(telegram.updates().getFirst().path("message").has("location"))
                .isTrue();
        assertThat(sari.keys()).isEmpty();
    }

    @Test
    void who_blocks_the_bot_cant_be_written_to() throws Exception {
        var sari = telegram.greetedSari();
        sari.block();

        var refused = telegram.send("halo", "");
        var update = telegram.updates().getLast().path("my_chat_member");
        sari.unblock();
        var again = telegram.send("halo lagi", "");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.description()).isEqualTo("Forbidden: bot was blocked by the user");
        assertThat(update.path("new_chat_member").path("status").asText()).isEqualTo("kicked");
        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void a_group_hears_commands_only_and_can_become_a_supergroup() throws Exception {
        var group = telegram.control(
                "POST", "/groups", "{\"title\":\"Perpustakaan Desa\",\"user\":" + TestTelegram.SARI + "}");
        long id = group.path("id").asLong();
        var sari = telegram.sari().in(id);
        sari.say("halo semua");
        sari.say("/ringkasan");

        var heard = telegram.updates();
        var supergroup = telegram.control("POST", "/groups/" + id + "/migrate", "{\"user\":" + TestTelegram.SARI + "}");
        var refused = telegram.call("sendMessage", "{\"chat_id\":" + id + ",\"text\":\"x\"}");
        var moved = refused.json().path("parameters").path("migrate_to_chat_id").asLong();
        var sent = telegram.call("sendMessage", "{\"chat_id\":" + moved + ",\"text\":\"x\"}");

        assertThat(heard.get(0)
                        .path("my_chat_member")
                        .path("new_chat_member")
                        .path("status")
                        .asText())
                .isEqualTo("member");
        assertThat(heard.get(1).path("message").has("new_chat_members")).isTrue();
        assertThat(heard.get(2).path("message").path("text").asText()).isEqualTo("/ringkasan");
        assertThat(heard).hasSize(3);
        assertThat(refused.description()).isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
        assertThat(moved).isEqualTo(supergroup.path("id").asLong()).isLessThan(-1_000_000_000_000L);
        assertThat(sent.result().path("chat").path("type").asText()).isEqualTo("supergroup");
    }

    @Test
    void a_key_of_the_reply_keyboard_is_said_and_can_give_the_phone_number() throws Exception {
        var sari = telegram.greetedSari();
        telegram.send(
                "menu",
                "\"reply_markup\":{\"keyboard\":[[{\"text\":\"Lapor\"},{\"text\":\"Nomor\",\"request_contact\":true}]]}");

        sari.tap("Lapor");
        sari.tap("Nomor");
        var updates = telegram.updates();

        assertThat(updates.get(0).path("message").path("text").asText()).isEqualTo("Lapor");
        assertThat(updates.get(1).path("message").has("contact")).isTrue();
    }

    @Test
    void flood_limits_answer_429_with_the_seconds_to_wait() throws Exception {
        try (var strict = TestTelegram.start(true, Optional.empty())) {
            strict.sari().say("/start");
            TestTelegram.Answer answer = strict.send("pesan", "");
            for (int i = 0; i < 20 && answer.status() == 200; i++) {
                answer = strict.send("pesan " + i, "");
            }

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.json().path("parameters").path("retry_after").asInt())
                    .isPositive();
            assertThat(answer.description()).startsWith("Too Many Requests: retry after ");
        }
    }

    private void awaitCalls(String method, int times) throws IOException, InterruptedException {
        while (telegram.control("GET", "/counters", "")
                        .path("calls")
                        .path(method)
                        .asInt()
                < times) {
            Thread.onSpinWait();
        }
    }

    private static int id(JsonNode update) {
        return update.path("update_id").asInt();
    }
}
