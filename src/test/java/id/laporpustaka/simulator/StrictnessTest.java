package id.laporpustaka.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StrictnessTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static TestTelegram telegram;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        telegram = TestTelegram.start();
        telegram.greetedSari();
    }

    @AfterAll
    static void stop() {
        telegram.close();
    }

    @Test
    void a_text_of_4096_characters_passes_and_one_more_does_not() throws Exception {
        assertThat(telegram.send("a".repeat(4096), "").status()).isEqualTo(200);
        assertThat(telegram.send("a".repeat(4097), "").description()).isEqualTo("Bad Request: message is too long");
    }

    @Test
    void the_length_counts_after_the_markup_is_read() throws Exception {
        var text = "<b>" + "a".repeat(4096) + "</b>";

        var sent = telegram.send(text, "\"parse_mode\":\"HTML\"");

        assertThat(sent.result().path("entities").path(0).path("length").asInt())
                .isEqualTo(4096);
    }

    @Test
    void an_edit_may_be_as_long_as_a_message() throws Exception {
        int id = telegram.send("pendek", "").result().path("message_id").asInt();

        var edited = edit(id, "<i>" + "b".repeat(4096) + "</i>", "\"parse_mode\":\"HTML\"");
        var tooLong = edit(id, "c".repeat(4097), "");

        assertThat(edited.status()).isEqualTo(200);
        assertThat(tooLong.description()).isEqualTo("Bad Request: message is too long");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<b>x | Can't find end tag corresponding to start tag \"b\"",
                "<foo>x</foo> | Unsupported start tag \"foo\" at byte offset 0",
                "é</b> | Unexpected end tag at byte offset 2",
                "<b>x</i> | Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"",
                "x <b | Unclosed start tag at byte offset 2",
            })
    void broken_markup_is_refused_in_telegrams_words(String text, String reason) throws Exception {
        var answer = telegram.send(text, "\"parse_mode\":\"HTML\"");

        assertThat(answer.description()).isEqualTo("Bad Request: can't parse entities: " + reason);
    }

    @Test
    void markup_becomes_entities_with_utf_16_offsets() throws Exception {
        var text = "😀 <b>Halo <i>Bu</i></b> &lt;3 <a href=\"https://perpusnas.go.id\">situs</a> <code>a</code>";

        var message = telegram.send(text, "\"parse_mode\":\"HTML\"").result();

        assertThat(message.path("text").asText()).isEqualTo("😀 Halo Bu <3 situs a");
        assertThat(message.path("entities"))
                .extracting(
                        entity -> entity.path("type").asText() + entity.path("offset") + "+" + entity.path("length"))
                .containsExactly("bold3+7", "italic8+2", "text_link14+5", "code20+1");
    }

    @Test
    void blank_texts_and_missing_parameters_have_telegrams_words() throws Exception {
        assertThat(telegram.send("  \n ", "").description()).isEqualTo("Bad Request: message text is empty");
        assertThat(telegram.call("sendMessage", "{\"text\":\"x\"}").description())
                .isEqualTo("Bad Request: chat_id is empty");
        assertThat(telegram.call("sendMessage", "{\"chat_id\":12345,\"text\":\"x\"}")
                        .description())
                .isEqualTo("Bad Request: chat not found");
        assertThat(telegram.call("sendMessage", "{\"chat_id\":" + TestTelegram.BUDI + ",\"text\":\"x\"}")
                        .description())
                .isEqualTo("Bad Request: chat not found");
    }

    @Test
    void callback_data_has_64_bytes_and_not_characters() throws Exception {
        assertThat(telegram.send("x", buttons("é".repeat(32))).status()).isEqualTo(200);
        assertThat(telegram.send("x", buttons("é".repeat(32) + "a")).description())
                .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
    }

    @ParameterizedTest
    @CsvSource({"8,1,200", "9,1,400", "5,20,200", "5,21,400"})
    void a_keyboard_has_eight_buttons_in_a_row_and_a_hundred_in_all(int columns, int rows, int status)
            throws Exception {
        var row =
                "[" + String.join(",", Collections.nCopies(columns, "{\"text\":\"a\",\"callback_data\":\"b\"}")) + "]";
        var keyboard = "[" + String.join(",", Collections.nCopies(rows, row)) + "]";

        var answer = telegram.send("x", "\"reply_markup\":{\"inline_keyboard\":" + keyboard + "}");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.description()).isIn("", "Bad Request: reply markup is too long");
    }

    @ParameterizedTest
    @CsvSource({
        "https://perpusnas.go.id/x,200",
        "t.me/contoh_bot?start=a,200",
        "tg://resolve?domain=a,200",
        "http://localhost:8080/masuk,400",
        "http://127.0.0.1:8080,400",
        "ftp://perpusnas.go.id,400",
    })
    void a_button_links_only_to_real_hosts(String url, int status) throws Exception {
        var answer = telegram.send(
                "x", "\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"a\",\"url\":\"" + url + "\"}]]}");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.description())
                .isIn("", "Bad Request: inline keyboard button URL '" + url + "' is invalid: Wrong HTTP URL");
    }

    @Test
    void unknown_parameters_and_wrong_types_are_named_with_their_place() throws Exception {
        assertThat(telegram.send("x", "\"parsemode\":\"HTML\"").description())
                .isEqualTo("Bad Request: sendMessage.parsemode: is not a parameter of the Bot API");
        assertThat(telegram.send("x", "\"parse_mode\":\"Html\"").description())
                .isEqualTo("Bad Request: unsupported parse_mode");
        assertThat(telegram.send(
                                "x",
                                "\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"a\",\"callbackdata\":\"b\"}]]}")
                        .description())
                .contains("sendMessage.reply_markup.inline_keyboard[0][0].callbackdata");
        assertThat(telegram.send("x", "\"disable_notification\":\"perhaps\"").description())
                .contains("sendMessage.disable_notification: expected boolean");
        assertThat(telegram.send(
                                "x",
                                "\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\",\"url\":\"https://a.id\"}]]}")
                        .description())
                .contains("may have only one of its alternatives");
    }

    @Test
    void tokens_and_methods_are_checked() throws Exception {
        assertThat(telegram.get("/bot1:wrong/getMe").statusCode()).isEqualTo(401);
        assertThat(telegram.call("noSuchMethod", "{}").json().toString())
                .isEqualTo("{\"ok\":false,\"error_code\":404,\"description\":\"Not Found: method not found\"}");
        assertThat(telegram.call("GETME", "{}").result().path("username").asText())
                .isEqualTo("contoh_bot");
    }

    @Test
    void an_edit_without_a_change_is_refused_and_others_messages_cant_be_edited() throws Exception {
        var markup = buttons("a");
        var sent = telegram.send("satu", markup).result();
        int id = sent.path("message_id").asInt();
        int theirs = telegram.sari().messages().getFirst().id();

        assertThat(edit(id, "satu", markup).description()).startsWith("Bad Request: message is not modified: ");
        assertThat(edit(id, "satu", buttons("b")).result().has("edit_date")).isTrue();
        assertThat(edit(theirs, "dua", "").description()).isEqualTo("Bad Request: message can't be edited");
        assertThat(edit(999_999, "dua", "").description()).isEqualTo("Bad Request: message to edit not found");
        assertThat(edit(id, "dua", "").result().has("reply_markup")).isFalse();
    }

    @Test
    void a_deleted_message_is_gone() throws Exception {
        int id = telegram.send("sebentar", "").result().path("message_id").asInt();
        var request = "{\"chat_id\":%d,\"message_id\":%d}".formatted(TestTelegram.SARI, id);

        assertThat(telegram.call("deleteMessage", request).result().asBoolean()).isTrue();
        assertThat(telegram.call("deleteMessage", request).description())
                .isEqualTo("Bad Request: message to delete not found");
        assertThat(telegram.sari().messages()).noneMatch(message -> message.id() == id);
    }

    @Test
    void commands_are_checked_and_shown_by_scope_and_language() throws Exception {
        telegram.call("setMyCommands", "{\"commands\":[{\"command\":\"lapor\",\"description\":\"Lapor\"}]}");
        telegram.call(
                "setMyCommands",
                "{\"commands\":[{\"command\":\"report\",\"description\":\"Report\"}],\"language_code\":\"en\"}");
        telegram.call(
                "setMyCommands",
                "{\"commands\":[{\"command\":\"tinjau\",\"description\":\"Tinjau\"}],\"scope\":{\"type\":\"chat\",\"chat_id\":%d}}"
                        .formatted(TestTelegram.SARI));
        var wrong = telegram.call("setMyCommands", "{\"commands\":[{\"command\":\"Lapor!\",\"description\":\"x\"}]}");

        assertThat(telegram.sari().commands()).containsExactly("tinjau");
        assertThat(telegram.budi().commands()).containsExactly("report");
        assertThat(telegram.call("getMyCommands", "{}").result().toString()).contains("lapor");
        assertThat(wrong.description()).isEqualTo("Bad Request: BOT_COMMAND_INVALID");
    }

    @Test
    void menu_buttons_are_checked_and_the_own_one_wins() throws Exception {
        var own = "{\"chat_id\":%d,\"menu_button\":%%s}".formatted(TestTelegram.SARI);
        var page = "{\"type\":\"web_app\",\"text\":\"Buka\",\"web_app\":{\"url\":\"%s\"}}";
        var asked = "{\"chat_id\":%d}".formatted(TestTelegram.SARI);

        assertThat(telegram.call("getChatMenuButton", asked).result().toString())
                .isEqualTo("{\"type\":\"default\"}");
        telegram.call("setChatMenuButton", "{\"menu_button\":{\"type\":\"commands\"}}");
        assertThat(telegram.call("getChatMenuButton", asked).result().toString())
                .isEqualTo("{\"type\":\"commands\"}");
        telegram.call("setChatMenuButton", own.formatted(page.formatted("https://contoh.id/mini")));
        assertThat(telegram.call("getChatMenuButton", asked).result().toString())
                .isEqualTo(page.formatted("https://contoh.id/mini"));
        telegram.call("setChatMenuButton", own.formatted("{\"type\":\"default\"}"));
        assertThat(telegram.call("getChatMenuButton", asked).result().toString())
                .isEqualTo("{\"type\":\"commands\"}");
        assertThat(telegram.call("setChatMenuButton", own.formatted(page.formatted("http://localhost:8080/mini")))
                        .result()
                        .asBoolean())
                .isTrue();
        assertThat(telegram.call("setChatMenuButton", own.formatted(page.formatted("http://contoh.id/mini")))
                        .description())
                .endsWith("'http://contoh.id/mini' is invalid: Only HTTPS links are allowed");
        assertThat(telegram.call(
                                "setChatMenuButton",
                                own.formatted(page.replace("Buka", " ").formatted("https://a.id/")))
                        .description())
                .isEqualTo("Bad Request: menu button text must be non-empty");
        assertThat(telegram.call("setChatMenuButton", own.formatted("{\"type\":\"web_app\",\"text\":\"Buka\"}"))
                        .status())
                .isEqualTo(400);
        assertThat(telegram.call("setChatMenuButton", "{\"chat_id\":1,\"menu_button\":{\"type\":\"default\"}}")
                        .description())
                .isEqualTo("Bad Request: chat not found");
    }

    @Test
    void text_entities_of_people_are_found() throws Exception {
        telegram.sari().say("/lapor@contoh_bot lihat https://perpusnas.go.id/a. dan @budi_s, a@b.co.id");

        var entities = telegram.updates().getLast().path("message").path("entities");

        assertThat(entities)
                .extracting(entity -> entity.path("type").asText())
                .containsExactly("bot_command", "url", "mention", "email");
    }

    @Test
    void forms_and_query_parameters_work_as_json_does() throws Exception {
        var answer = telegram.get(
                "/bot" + TestTelegram.TOKEN + "/sendMessage?chat_id=" + TestTelegram.SARI
                        + "&text=halo&disable_notification=true"
                        + "&reply_markup=%7B%22inline_keyboard%22%3A%5B%5B%7B%22text%22%3A%22a%22%2C%22callback_data%22%3A%22b%22%7D%5D%5D%7D");

        var message = MAPPER.readTree(answer.body()).path("result");

        assertThat(message.path("reply_markup").path("inline_keyboard").size()).isEqualTo(1);
    }

    @Test
    void only_500_messages_of_a_chat_are_kept() throws Exception {
        var budi = telegram.budi();
        var sent = new ArrayList<Integer>();
        for (int i = 0; i < 505; i++) {
            sent.add(budi.say("pesan " + i).id());
        }

        assertThat(budi.messages()).extracting(Phone.Message::id).containsExactlyElementsOf(sent.subList(5, 505));
        telegram.call("getUpdates", "{\"offset\":-1}");
    }

    private static TestTelegram.Answer edit(int id, String text, String rest) throws Exception {
        var fields = rest.isEmpty() ? "" : "," + rest;
        return telegram.call(
                "editMessageText",
                "{\"chat_id\":%d,\"message_id\":%d,\"text\":%s%s}"
                        .formatted(TestTelegram.SARI, id, MAPPER.writeValueAsString(text), fields));
    }

    private static String buttons(String... data) {
        var keys = List.of(data).stream()
                .map(each -> "{\"text\":\"Tombol\",\"callback_data\":\"" + each + "\"}")
                .toList();
        return "\"reply_markup\":{\"inline_keyboard\":[[" + String.join(",", keys) + "]]}";
    }
}
