package id.laporpustaka.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class FilesTest {
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
    void a_document_arrives_with_its_name_and_can_be_downloaded_by_the_person() throws Exception {
        var bytes = "nama;jumlah".getBytes(StandardCharsets.UTF_8);

        var sent = telegram.sendDocument(
                "Formulir – pelibatan “baru”.csv",
                bytes,
                Map.of(
                        "caption",
                        "<b>Formulir</b>",
                        "parse_mode",
                        "HTML",
                        "reply_markup",
                        "{\"inline_keyboard\":[[{\"text\":\"Terbitkan\",\"callback_data\":\"t\"}]]}"));
        var shown = telegram.sari().lastMessage();
        var download = telegram.get("/simulator/api/files/" + shown.fileId());

        assertThat(sent.result().path("caption_entities").path(0).path("type").asText())
                .isEqualTo("bold");
        assertThat(shown.kind()).isEqualTo("document");
        assertThat(shown.fileName()).isEqualTo("Formulir – pelibatan “baru”.csv");
        assertThat(shown.text()).isEqualTo("Formulir");
        assertThat(shown.buttons()).containsExactly("Terbitkan");
        assertThat(telegram.sari().download(shown)).isEqualTo(bytes);
        assertThat(URLDecoder.decode(
                        download.headers().firstValue("Content-Disposition").orElse(""), StandardCharsets.UTF_8))
                .isEqualTo("attachment; filename*=UTF-8''Formulir – pelibatan “baru”.csv");
    }

    @Test
    void a_document_may_answer_a_message() throws Exception {
        int id = telegram.send("tanya", "").result().path("message_id").asInt();

        var sent = telegram.sendDocument(
                "a.txt", new byte[] {1}, Map.of("reply_parameters", "{\"message_id\":" + id + "}"));

        assertThat(sent.result().path("reply_to_message").path("message_id").asInt())
                .isEqualTo(id);
    }

    @Test
    void a_caption_has_1024_characters() throws Exception {
        assertThat(telegram.sendDocument("a.txt", new byte[] {1}, Map.of("caption", "a".repeat(1024)))
                        .status())
                .isEqualTo(200);
        assertThat(telegram.sendDocument("a.txt", new byte[] {1}, Map.of("caption", "a".repeat(1025)))
                        .description())
                .isEqualTo("Bad Request: message caption is too long");
    }

    @Test
    void an_empty_file_and_one_over_50_megabytes_are_refused() throws Exception {
        assertThat(telegram.sendDocument("a.txt", new byte[0], Map.of()).description())
                .isEqualTo("Bad Request: file must be non-empty");
        assertThat(telegram.sendDocument("a.bin", new byte[50_000_001], Map.of())
                        .description())
                .isEqualTo("Request Entity Too Large");
    }

    @Test
    void a_file_over_20_megabytes_can_be_sent_to_the_bot_and_not_fetched_by_it() throws Exception {
        var small = telegram.sari().sendDocument("kecil.bin", new byte[20_000_000]);
        var large = telegram.sari().sendDocument("besar.bin", new byte[20_000_001]);

        var fetched = telegram.call("getFile", "{\"file_id\":\"" + small.fileId() + "\"}");
        var refused = telegram.call("getFile", "{\"file_id\":\"" + large.fileId() + "\"}");
        var path = fetched.result().path("file_path").asText();

        assertThat(telegram.get("/file/bot" + TestTelegram.TOKEN + "/" + path).body())
                .hasSize(20_000_000);
        assertThat(refused.description()).isEqualTo("Bad Request: file is too big");
    }

    @Test
    void wrong_parameters_of_a_document_are_named() throws Exception {
        assertThat(telegram.sendDocument("a.txt", new byte[] {1}, Map.of("capt", "x"))
                        .description())
                .isEqualTo("Bad Request: sendDocument.capt: is not a parameter of the Bot API");
        assertThat(telegram.call("sendDocument", "{\"chat_id\":" + TestTelegram.SARI + ",\"document\":\"none\"}")
                        .description())
                .isEqualTo("Bad Request: wrong file identifier/HTTP URL specified");
    }

    @Test
    void the_place_is_asked_for_in_private_chats_only() throws Exception {
        var group = telegram.control("POST", "/groups", "{\"title\":\"Grup\",\"user\":" + TestTelegram.SARI + "}");

        var refused = telegram.call(
                "sendMessage",
                "{\"chat_id\":%d,\"text\":\"x\",\"reply_markup\":{\"keyboard\":[[{\"text\":\"a\",\"request_location\":true}]]}}"
                        .formatted(group.path("id").asLong()));

        assertThat(refused.description()).isEqualTo("Bad Request: location can be requested in private chats only");
    }
}
