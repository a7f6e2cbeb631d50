package id.laporpustaka.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FaultsTest {
    private TestTelegram telegram;
    private Phone sari;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        telegram = TestTelegram.start();
        sari = telegram.greetedSari();
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void a_429_strikes_as_often_as_asked_and_only_the_named_method() throws Exception {
        fault("{\"kind\":\"too_many_requests\",\"retryAfter\":7,\"times\":1,\"methods\":[\"sendMessage\"]}");

        var me = telegram.call("getMe", "{}");
        var struck = telegram.send("satu", "");
        var after = telegram.send("dua", "");

        assertThat(me.status()).isEqualTo(200);
        assertThat(struck.status()).isEqualTo(429);
        assertThat(struck.description()).isEqualTo("Too Many Requests: retry after 7");
        assertThat(struck.json().path("parameters").path("retry_after").asInt()).isEqualTo(7);
        assertThat(after.status()).isEqualTo(200);
    }

    @Test
    void a_server_error_is_a_page_of_html() throws Exception {
        fault("{\"kind\":\"server_error\",\"status\":503,\"times\":1}");

        assertThat(telegram.get("/bot" + TestTelegram.TOKEN + "/getMe"))
                .satisfies(response -> assertThat(response.statusCode()).isEqualTo(503))
                .satisfies(response -> assertThat(response.headers().firstValue("Content-Type"))
                        .contains("text/html"));
    }

    @Test
    void a_connection_that_breaks_before_does_nothing() throws Exception {
        fault("{\"kind\":\"broken_before\",\"times\":1,\"methods\":[\"sendmessage\"]}");

        assertThatThrownBy(() -> telegram.send("hilang", "")).isInstanceOf(IOException.class);

        assertThat(sari.messages()).noneMatch(Phone.Message::fromBot);
    }

    @Test
    void a_connection_that_breaks_after_has_done_everything() throws Exception {
        fault("{\"kind\":\"broken_after\",\"times\":1,\"methods\":[\"sendmessage\"]}");

        assertThatThrownBy(() -> telegram.send("sampai", "")).isInstanceOf(IOException.class);

        assertThat(sari.lastMessage().text()).isEqualTo("sampai");
    }

    @Test
    void doubled_updates_have_the_same_id() throws Exception {
        fault("{\"kind\":\"double_updates\"}");
        sari.say("halo");

        var updates = telegram.updates();

        assertThat(updates).hasSize(2);
        assertThat(updates.getFirst()).isEqualTo(updates.getLast());
    }

    @Test
    void a_delay_holds_the_answer_back_and_faults_can_be_cleared() throws Exception {
        fault("{\"kind\":\"server_error\",\"methods\":[\"getme\"]}");
        telegram.control("DELETE", "/faults", "");
        fault("{\"kind\":\"delay\",\"millis\":60000,\"times\":1,\"methods\":[\"getme\"]}");

        var late = telegram.callLater("getMe", "{}");
        await().until(() -> telegram.control("GET", "/faults", "").isEmpty());

        assertThat(late).isNotDone();
        telegram.close();
        assertThatThrownBy(late::join).isInstanceOf(CompletionException.class);
    }

    @Test
    void the_fetching_of_a_file_can_fail_and_break_off_in_the_middle() throws Exception {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        var picture = bytes.toByteArray();
        var photo = sari.sendPhoto(picture, "");
        var path = "/file/bot" + TestTelegram.TOKEN + "/"
                + telegram.call("getFile", "{\"file_id\":\"" + photo.fileId() + "\"}")
                        .result()
                        .path("file_path")
                        .asText();
        fault("{\"kind\":\"server_error\",\"times\":1,\"methods\":[\"download\"]}");
        fault("{\"kind\":\"broken_after\",\"times\":1,\"methods\":[\"download\"]}");

        assertThat(telegram.get(path).statusCode()).isEqualTo(502);
        assertThatThrownBy(() -> telegram.get(path)).isInstanceOf(IOException.class);
        assertThat(telegram.get(path).body()).isEqualTo(picture);
    }

    private void fault(String json) throws Exception {
        assertThat(telegram.control("POST", "/faults", json).has("id")).isTrue();
    }
}
