package id.laporpustaka.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A server of the Bot API that answers what a test wants and remembers what it was asked.
final class FakeTelegram implements AutoCloseable {
    static final String TOKEN = "4711:test-TOKEN_x";
    private static final String PREFIX = "/bot" + TOKEN + "/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger messageIds = new AtomicInteger(1_000);
    private final HttpServer server;
    private volatile Answers answers = _ -> null;

    /// @param method in lower case; for a download `file ` and the path
    /// @param text the body as it came
    /// @param body the body read as JSON, missing if it is not
    record Asked(String method, String text, JsonNode body) {
        long chatId() {
            return body.path("chat_id").asLong();
        }

        String html() {
            return body.path("text").asText();
        }
    }

    /// What goes back: a status and a body.
    ///
    /// @param broken whether the connection breaks off before the end
    record Reply(int status, String body, boolean broken) {
        Reply(int status, String body) {
            this(status, body, false);
        }

        static Reply broken(String beginning) {
            return new Reply(200, beginning, true);
        }

        static Reply refused(int code, String description, String parameters) {
            return new Reply(
                    code,
                    "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\",\"parameters\":%s}"
                            .formatted(code, description, parameters));
        }

        static Reply refused(int code, String description) {
            return refused(code, description, "{}");
        }

        static Reply done(String result) {
            return new Reply(200, "{\"ok\":true,\"result\":" + result + "}");
        }
    }

    /// What the test wants answered; for what it has no answer to, there is a usual one.
    interface Answers {
        @Nullable
        Reply to(Asked asked) throws InterruptedException;
    }

    FakeTelegram() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    TelegramAddress address() {
        return new TelegramAddress(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), TOKEN);
    }

    void answer(Answers answers) {
        this.answers = answers;
    }

    List<Asked> asked(String method) {
        return asked.stream().filter(one -> one.method().equals(method)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var method = path.startsWith(PREFIX)
                    ? path.substring(PREFIX.length()).toLowerCase(Locale.ROOT)
                    : path.startsWith("/file" + PREFIX) ? "file " + path.substring(5 + PREFIX.length()) : "unknown";
            var one = new Asked(method, text, text.startsWith("{") ? JSON.readTree(text) : JSON.missingNode());
            asked.add(one);
            var own = answers.to(one);
            var reply = own == null ? usual(one) : own;
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length + (reply.broken() ? 100 : 0));
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply usual(Asked one) {
        return switch (one.method()) {
            case "sendmessage", "senddocument", "sendphoto" ->
                Reply.done("{\"message_id\":%d}".formatted(messageIds.incrementAndGet()));
            case "sendmediagroup" ->
                Reply.done("[{\"message_id\":%d},{\"message_id\":%d}]"
                        .formatted(messageIds.incrementAndGet(), messageIds.incrementAndGet()));
            case "editmessagetext" ->
                Reply.done("{\"message_id\":%d}"
                        .formatted(one.body().path("message_id").asInt()));
            case "getme" -> Reply.done("{\"id\":4711,\"is_bot\":true,\"username\":\"PustakaBot\"}");
            case "getupdates" -> Reply.done("[]");
            default -> Reply.done("true");
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
