package id.laporpustaka.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalOnlyTest {
    private static TestTelegram telegram;

    @BeforeAll
    static void start() {
        telegram = TestTelegram.start();
    }

    @AfterAll
    static void stop() {
        telegram.close();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,200",
        "127.0.0.1:8080,200",
        "[::1]:1,200",
        "LOCALHOST,200",
        "evil.example,403",
        "localhost.evil.example,403",
        "127.0.0.1.evil.example:80,403",
        "192.168.1.5,403",
    })
    void only_this_machines_own_names_are_answered(String host, int status) throws IOException {
        assertThat(statusOf("/simulator/api/users", "Host: " + host)).isEqualTo(status);
        assertThat(statusOf("/simulator", "Host: " + host)).isEqualTo(status);
        assertThat(statusOf("/bot" + TestTelegram.TOKEN + "/getMe", "Host: " + host))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:7,200",
        "http://localhost:8,403",
        "https://localhost:7,403",
        "http://evil.example,403",
        "null,403",
    })
    void only_its_own_pages_are_answered(String origin, int status) throws IOException {
        assertThat(statusOf("/simulator/api/users", "Host: localhost:7\r\nOrigin: " + origin))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phones.css", "main.js", "phone.js", "words.js", "plane.svg"})
    void the_page_has_its_own_files(String file) throws Exception {
        var response = telegram.get("/simulator/static/" + file);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void the_page_runs_no_script_but_its_own() throws Exception {
        var response = telegram.get("/simulator");

        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'; script-src 'self'"));
        assertThat(telegram.get("/simulator/static/..%2Fbot-api-10.3.requests.schema.json")
                        .statusCode())
                .isIn(400, 404);
    }

    @Test
    void a_document_is_never_shown_in_the_page() throws Exception {
        var sent = telegram.sari()
                .sendDocument("a.html", "text/html", "<script>1</script>".getBytes(StandardCharsets.UTF_8), "");

        var response = telegram.get("/simulator/api/files/" + sent.fileId());

        assertThat(response.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
    }

    @Test
    void live_events_tell_what_happens_in_a_chat() throws Exception {
        var request = HttpRequest.newBuilder(telegram.uri().resolve("/simulator/api/events?chats=" + TestTelegram.SARI))
                .build();
        try (var client = HttpClient.newHttpClient();
                var lines = client.send(request, HttpResponse.BodyHandlers.ofLines())
                        .body()) {
            var sent = Thread.startVirtualThread(() -> telegram.sari().say("langsung"));

            var event = lines.filter(line -> line.startsWith("data:") && line.contains("langsung"))
                    .findFirst();

            assertThat(event).isPresent();
            sent.join();
            client.shutdownNow();
        }
    }

    @Test
    void the_page_can_be_part_of_another_server() throws Exception {
        var settings = new SimulatorSettings(
                TestTelegram.TOKEN, "contoh_bot", "Contoh", List.of(), false, 1, Optional.empty());
        try (var simulator = Simulator.start(settings, 0)) {
            var other = Javalin.create(config -> {
                        config.startup.showJavalinBanner = false;
                        simulator.addPageTo(config.routes);
                    })
                    .start("127.0.0.1", 0);
            try (var client = HttpClient.newHttpClient()) {
                var page = URI.create("http://127.0.0.1:" + other.port() + "/simulator");
                var own = HttpRequest.newBuilder(page).build();
                var foreign = HttpRequest.newBuilder(page)
                        .header("Origin", "http://evil.example")
                        .build();

                assertThat(client.send(own, HttpResponse.BodyHandlers.ofString())
                                .body())
                        .contains("Simulator Telegram");
                assertThat(client.send(foreign, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(403);
            } finally {
                other.stop();
            }
        }
    }

    /// By hand, as Java's client does not let a program name another host.
    private static int statusOf(String path, String headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), telegram.port())) {
            var request = "GET " + path + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}
