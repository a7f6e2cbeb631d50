package id.laporpustaka.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Albums of files that the bot knows by their ids, as strict as Telegram.
final class AlbumsTest {
    private TestTelegram telegram;
    private Phone sari;
    private String photo;
    private String video;
    private String document;

    @BeforeEach
    void start() throws Exception {
        telegram = TestTelegram.start();
        sari = telegram.greetedSari();
        photo = sari.sendSamplePhoto("kebun", "").fileId();
        video = sari.sendVideo().fileId();
        document = sari.sendDocument("kebun.jpg", new byte[] {1, 2, 3}).fileId();
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void an_album_is_a_message_for_each_item_and_all_have_one_group() throws Exception {
        var caption = ",\"caption\":\"<b>Kebun</b>\",\"parse_mode\":\"HTML\"";

        var sent =
                album(item("photo", photo, caption), item("video", video, "")).result();

        assertThat(sent).hasSize(2);
        assertThat(sent.findValuesAsText("media_group_id")).doesNotContain("").hasSize(2);
        assertThat(sent.path(0).path("media_group_id")).isEqualTo(sent.path(1).path("media_group_id"));
        assertThat(sent.path(0).path("caption_entities").path(0).path("type").asText())
                .isEqualTo("bold");
        assertThat(sent.path(1).path("message_id").asInt())
                .isEqualTo(sent.path(0).path("message_id").asInt() + 1);
        assertThat(shown(sari)).extracting(Phone.Message::kind).containsExactly("photo", "video");
        assertThat(shown(sari)).extracting(Phone.Message::text).containsExactly("Kebun", "");
        assertThat(shown(sari)).extracting(Phone.Message::fileId).containsExactly(photo, video);
    }

    @Test
    void an_album_has_2_to_10_items() throws Exception {
        var one = item("photo", photo, "");

        assertThat(album().description()).isEqualTo("Bad Request: there are no messages to send");
        assertThat(album(one).description()).isEqualTo("Bad Request: sendMediaGroup.media: minItems is 2, found 1");
        assertThat(album(Collections.nCopies(10, one).toArray(String[]::new)).result())
                .hasSize(10);
        assertThat(album(Collections.nCopies(11, one).toArray(String[]::new)).description())
                .isEqualTo("Bad Request: too many messages to send as an album");
        assertThat(telegram.call("sendMediaGroup", "{\"chat_id\":" + TestTelegram.SARI + "}")
                        .description())
                .isEqualTo("Bad Request: parameter \"media\" is required");
    }

    @Test
    void documents_and_audio_are_only_with_their_like() throws Exception {
        var audio = sari.sendAudio().fileId();

        assertThat(album(item("photo", photo, ""), item("document", document, ""))
                        .description())
                .isEqualTo("Bad Request: document can't be mixed with other media types");
        assertThat(album(item("audio", audio, ""), item("video", video, "")).description())
                .isEqualTo("Bad Request: audio can't be mixed with other media types");
        assertThat(album(item("voice", photo, ""), item("photo", photo, "")).description())
                .isEqualTo("Bad Request: can't parse InputMedia: type \"voice\" is unsupported");
        assertThat(album(item("audio", audio, ""), item("audio", audio, "")).result())
                .hasSize(2);
    }

    @Test
    void nothing_is_sent_if_one_item_is_wrong() throws Exception {
        var right = item("photo", photo, "");

        assertThat(album(right, item("photo", "none", "")).description())
                .isEqualTo("Bad Request: wrong file identifier/HTTP URL specified");
        assertThat(album(right, item("photo", document, "")).description())
                .isEqualTo("Bad Request: type of file mismatch");
        assertThat(album(item("document", photo, ""), item("document", photo, ""))
                        .description())
                .isEqualTo("Bad Request: type of file mismatch");
        assertThat(album(right, "{\"type\":\"photo\"}").description())
                .isEqualTo("Bad Request: can't parse InputMedia: media not found");
        assertThat(album(right, item("photo", photo, ",\"caption\":\"" + "a".repeat(1025) + "\""))
                        .description())
                .isEqualTo("Bad Request: message caption is too long");
        assertThat(album(right, item("photo", photo, ",\"capt\":\"a\"")).description())
                .startsWith("Bad Request: sendMediaGroup.media[1]");
        assertThat(shown(sari)).isEmpty();
    }

    @Test
    void an_album_has_no_keyboard() throws Exception {
        var refused = telegram.call(
                "sendMediaGroup",
                "{\"chat_id\":%d,\"media\":[%s,%s],\"reply_markup\":{\"inline_keyboard\":[]}}"
                        .formatted(TestTelegram.SARI, item("photo", photo, ""), item("photo", photo, "")));

        assertThat(refused.description())
                .isEqualTo("Bad Request: sendMediaGroup.reply_markup: is not a parameter of the Bot API");
    }

    @Test
    void films_and_sounds_can_be_sent_again_by_their_ids() throws Exception {
        var voice = sari.sendVoice();
        var audio = sari.sendAudio();

        single("video", video);
        single("audio", audio.fileId());
        single("voice", voice.fileId());
        var wrong = telegram.call(
                "sendVoice", "{\"chat_id\":%d,\"voice\":\"%s\"}".formatted(TestTelegram.SARI, audio.fileId()));

        assertThat(shown(sari)).extracting(Phone.Message::kind).containsExactly("video", "audio", "voice");
        assertThat(shown(sari))
                .extracting(Phone.Message::fileId)
                .containsExactly(video, audio.fileId(), voice.fileId());
        assertThat(wrong.description()).isEqualTo("Bad Request: type of file mismatch");
    }

    @Test
    void an_album_counts_as_all_of_its_items() throws Exception {
        try (var limited = TestTelegram.start(true, Optional.empty())) {
            var file = limited.greetedSari().sendSamplePhoto("kebun", "").fileId();
            var items = List.of(item("photo", file, ""), item("photo", file, ""), item("photo", file, ""));

            var first = limited.call("sendMediaGroup", request(items));
            var second = limited.call("sendMediaGroup", request(items));
            var third = limited.call("sendMediaGroup", request(items));

            assertThat(first.result()).hasSize(3);
            assertThat(second.result()).hasSize(3);
            assertThat(third.status()).isEqualTo(429);
        }
    }

    @Test
    void an_album_survives_a_restart(@TempDir Path folder) throws Exception {
        var journal = Optional.of(folder.resolve("telegram.jsonl"));
        String group;
        try (var first = TestTelegram.start(false, journal)) {
            var phone = first.greetedSari();
            var picture = phone.sendSamplePhoto("kebun", "").fileId();
            var film = phone.sendVideo().fileId();
            group = first.call("sendMediaGroup", request(List.of(item("photo", picture, ""), item("video", film, ""))))
                    .result()
                    .path(0)
                    .path("media_group_id")
                    .asText();
        }

        try (var second = TestTelegram.start(false, journal)) {
            var messages = second.control("GET", "/chats/" + TestTelegram.SARI + "/messages?since=0", "")
                    .path("messages");
            var film = shown(second.sari()).getLast().fileId();
            var again =
                    second.call("sendVideo", "{\"chat_id\":%d,\"video\":\"%s\"}".formatted(TestTelegram.SARI, film));

            assertThat(messages.findValuesAsText("media_group_id")).containsExactly(group, group);
            assertThat(again.result().path("video").path("duration").asInt()).isEqualTo(4);
        }
    }

    private void single(String kind, String fileId) throws Exception {
        var sent = telegram.call(
                "send" + kind, "{\"chat_id\":%d,\"%s\":\"%s\"}".formatted(TestTelegram.SARI, kind, fileId));
        assertThat(sent.result().path(kind).path("duration").asInt()).isEqualTo(4);
    }

    private TestTelegram.Answer album(String... items) throws Exception {
        return telegram.call("sendMediaGroup", request(List.of(items)));
    }

    private static String request(List<String> items) {
        return "{\"chat_id\":%d,\"media\":[%s]}".formatted(TestTelegram.SARI, String.join(",", items));
    }

    private static String item(String type, String fileId, String rest) {
        return "{\"type\":\"%s\",\"media\":\"%s\"%s}".formatted(type, fileId, rest);
    }

    private static List<Phone.Message> shown(Phone phone) {
        return phone.messages().stream().filter(Phone.Message::fromBot).toList();
    }
}
