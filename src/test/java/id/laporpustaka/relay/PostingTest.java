package id.laporpustaka.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import id.laporpustaka.relay.Posting.Outcome;
import id.laporpustaka.relay.Posting.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingTest {
    private static final char[] PASSWORD = "kata-sandi".toCharArray();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 204 No Content|204",
                "HTTP/1.0 500|500",
                "HTTP/1.1 100 Continue~~HTTP/1.1 202 Accepted|202",
            })
    void the_status_is_what_counts(String answer, int status) throws Exception {
        assertThat(answered(answer.replace("~", "\r\n") + "\r\n\r\n")).isEqualTo(new Outcome.Answered(status));
    }

    @ParameterizedTest
    @CsvSource({"SSH-2.0-OpenSSH_9", "HTTP/1.1 abc", "HTTP/1.1 99 x", "''"})
    void what_is_not_http_is_no_answer(String answer) throws Exception {
        assertThat(answered(answer)).isEqualTo(new Outcome.Unanswered(Problem.NO_ANSWER));
    }

    @Test
    void a_line_without_end_is_no_answer() throws Exception {
        assertThat(answered("H".repeat(50_000))).isEqualTo(new Outcome.Unanswered(Problem.NO_ANSWER));
    }

    @Test
    void nothing_there_and_nobody_of_that_name() throws Exception {
        int port;
        try (var closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        var posting = new Posting(true, Duration.ofSeconds(5));

        assertThat(posting.post(URI.create("http://127.0.0.1:" + port), Map.of(), ""))
                .isEqualTo(new Outcome.Unanswered(Problem.NO_CONNECTION));
        assertThat(posting.post(URI.create("https://nobody.invalid/"), Map.of(), ""))
                .isEqualTo(new Outcome.Unanswered(Problem.UNKNOWN_HOST));
    }

    @Test
    void a_server_that_sends_a_letter_now_and_then_is_left_in_time() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var socket = server.accept()) {
                    while (true) {
                        socket.getOutputStream().write('H');
                        Thread.sleep(20);
                    }
                } catch (IOException | InterruptedException _) {
                    return;
                }
            });
            var posting = new Posting(true, Duration.ofMillis(300));

            assertThat(posting.post(URI.create("http://127.0.0.1:" + server.getLocalPort()), Map.of(), ""))
                    .isEqualTo(new Outcome.Unanswered(Problem.TIMEOUT));
        }
    }

    @Test
    void tls_is_spoken_with_whom_the_certificate_names_and_no_other() throws Exception {
        var store = keys();
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.equals("é") ? 202 : 400, -1);
            exchange.close();
        });
        server.start();
        try {
            var port = server.getAddress().getPort();
            var trusting =
                    new Posting(true, Duration.ofSeconds(5), context(store).getSocketFactory());
            var usual = new Posting(true, Duration.ofSeconds(5));

            assertThat(trusting.post(URI.create("https://localhost:" + port + "/x"), Map.of("X", "y"), "é"))
                    .isEqualTo(new Outcome.Answered(202));
            assertThat(trusting.post(URI.create("https://127.0.0.1:" + port + "/x"), Map.of(), "é"))
                    .isEqualTo(new Outcome.Unanswered(Problem.NO_TLS));
            assertThat(usual.post(URI.create("https://localhost:" + port + "/x"), Map.of(), "é"))
                    .isEqualTo(new Outcome.Unanswered(Problem.NO_TLS));
        } finally {
            server.stop(0);
        }
    }

    private static Outcome answered(String answer) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var socket = server.accept()) {
                    readHead(socket.getInputStream());
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                } catch (IOException _) {
                    return;
                }
            });
            return new Posting(true, Duration.ofSeconds(5))
                    .post(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook"), Map.of(), "");
        }
    }

    private static void readHead(InputStream in) throws IOException {
        var ends = 0;
        while (ends < 4) {
            var next = in.read();
            ends = next == '\r' || next == '\n' ? ends + 1 : 0;
        }
    }

    private KeyStore keys() throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve("keys.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "x",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        }
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var trusted = KeyStore.getInstance("PKCS12");
        try {
            trusted.load(null, PASSWORD);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        trusted.setCertificateEntry("x", store.getCertificate("x"));
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
