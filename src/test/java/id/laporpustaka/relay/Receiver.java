package id.laporpustaka.relay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/// A small real server that webhooks are posted to.
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Got> got = Collections.synchronizedList(new ArrayList<>());
    private volatile ToIntFunction<Got> answer = _ -> 204;

    /// A request as it came.
    record Got(String path, String id, long timestamp, String signature, String type, String body) {}

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var request = new Got(
                exchange.getRequestURI().toString(),
                headers.getFirst("Webhook-Id"),
                Long.parseLong(headers.getFirst("Webhook-Timestamp")),
                headers.getFirst("Webhook-Signature"),
                headers.getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        got.add(request);
        var status = answer.applyAsInt(request);
        if (status >= 300 && status < 400) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /// From now on.
    void answers(ToIntFunction<Got> status) {
        answer = status;
    }

    void answers(int status) {
        answers(_ -> status);
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    List<Got> got() {
        synchronized (got) {
            return List.copyOf(got);
        }
    }

    List<String> ids() {
        return got().stream().map(Got::id).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
