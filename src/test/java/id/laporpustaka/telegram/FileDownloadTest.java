package id.laporpustaka.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.submission.MediaSource.Fetched;
import id.laporpustaka.submission.MediaUnavailable;
import id.laporpustaka.telegram.FakeTelegram.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDownloadTest {
    private static final String FILE = "file documents/file_1.csv";

    @TempDir
    Path folder;

    private final FakeTelegram telegram = new FakeTelegram();
    private final List<Duration> pauses = new ArrayList<>();
    private BotApi api;
    private MediaSource source;

    @BeforeEach
    void start() {
        api = new BotApi(telegram.address(), TelegramCounts.none());
        source = new FileDownload(api, telegram.address(), pauses::add);
    }

    @AfterEach
    void stop() {
        api.close();
        telegram.close();
    }

    @Test
    void a_file_is_asked_for_and_then_fetched_from_the_same_server() throws Exception {
        telegram.answer(asked -> switch (asked.method()) {
            case "getfile" -> described(11);
            case FILE -> new Reply(200, "nama;jumlah");
            default -> null;
        });

        var fetched = fetch(100);

        assertThat(fetched).isEqualTo(new Fetched.Found(11));
        assertThat(content()).isEqualTo("nama;jumlah");
        assertThat(telegram.asked("getfile").getFirst().body().path("file_id").asText())
                .isEqualTo("F1");
        assertThat(pauses).isEmpty();
    }

    @Test
    void what_goes_wrong_on_the_way_is_tried_again() throws Exception {
        var asks = new AtomicInteger();
        var loads = new AtomicInteger();
        telegram.answer(asked -> switch (asked.method()) {
            case "getfile" ->
                switch (asks.incrementAndGet()) {
                    case 1 -> new Reply(502, "<html>502</html>");
                    case 2 -> Reply.refused(429, "Too Many Requests: retry after 7", "{\"retry_after\":7}");
                    default -> described(11);
                };
            case FILE ->
                switch (loads.incrementAndGet()) {
                    case 1 -> Reply.broken("nama");
                    case 2 -> new Reply(404, "{\"ok\":false,\"error_code\":404}");
                    case 3 -> new Reply(200, "nama");
                    default -> new Reply(200, "nama;jumlah");
                };
            default -> null;
        });

        assertThat(fetch(100)).isEqualTo(new Fetched.Found(11));
        assertThat(content()).isEqualTo("nama;jumlah");
        assertThat(pauses)
                .containsExactly(
                        Duration.ofMillis(500),
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8));
    }

    @Test
    void an_error_page_is_never_taken_for_the_file_and_the_token_is_never_named() {
        telegram.answer(asked -> switch (asked.method()) {
            case "getfile" -> described(11);
            case FILE -> new Reply(500, "<html>500</html>");
            default -> null;
        });

        assertThatThrownBy(() -> fetch(100))
                .isInstanceOf(MediaUnavailable.class)
                .hasMessageContaining("500")
                .hasMessageNotContaining(FakeTelegram.TOKEN)
                .hasNoCause();
        assertThat(telegram.asked(FILE)).hasSize(6);
    }

    @Test
    void a_server_that_cannot_be_reached_is_reported_without_the_token() {
        telegram.close();

        assertThatThrownBy(() -> fetch(100))
                .isInstanceOf(MediaUnavailable.class)
                .hasMessageNotContaining(FakeTelegram.TOKEN)
                .hasNoCause();
    }

    @Test
    void a_file_larger_than_wanted_is_not_fetched() throws Exception {
        telegram.answer(asked -> asked.method().equals("getfile") ? described(101) : null);

        assertThat(fetch(100)).isEqualTo(new Fetched.TooLarge());
        assertThat(telegram.asked(FILE)).isEmpty();
    }

    @Test
    void a_file_that_says_no_size_is_read_as_far_as_wanted() throws Exception {
        telegram.answer(asked -> switch (asked.method()) {
            case "getfile" -> Reply.done("{\"file_id\":\"F1\",\"file_path\":\"documents/file_1.csv\"}");
            case FILE -> new Reply(200, "x".repeat(101));
            default -> null;
        });

        assertThat(fetch(100)).isEqualTo(new Fetched.TooLarge());
        assertThat(fetch(101)).isEqualTo(new Fetched.Found(101));
    }

    @Test
    void what_telegram_does_not_hand_out_is_not_tried_again() throws Exception {
        telegram.answer(asked -> switch (asked.body().path("file_id").asText()) {
            case "large" -> Reply.refused(400, "Bad Request: file is too big");
            default -> Reply.refused(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
        });

        assertThat(source.fetch("large", 100, target())).isEqualTo(new Fetched.TooLarge());
        assertThat(fetch(100)).isInstanceOf(Fetched.Gone.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_path_with_strange_characters_is_asked_for_as_it_is() throws Exception {
        telegram.answer(asked -> switch (asked.method()) {
            case "getfile" -> Reply.done("{\"file_path\":\"documents/a b%1.csv\"}");
            case "file documents/a b%1.csv" -> new Reply(200, "ok");
            default -> null;
        });

        assertThat(fetch(100)).isEqualTo(new Fetched.Found(2));
    }

    private Fetched fetch(long atMost) throws InterruptedException {
        return source.fetch("F1", atMost, target());
    }

    private Path target() {
        return folder.resolve("file");
    }

    private String content() throws IOException {
        return Files.readString(target());
    }

    private static Reply described(int size) {
        return Reply.done(
                "{\"file_id\":\"F1\",\"file_size\":%d,\"file_path\":\"documents/file_1.csv\"}".formatted(size));
    }
}
