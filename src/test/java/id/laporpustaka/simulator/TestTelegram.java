package id.laporpustaka.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A started simulator with two people in it, and a bot that is nothing but HTTP.
final class TestTelegram implements AutoCloseable {
    static final String TOKEN = "110000001:test-token";
    static final long SARI = 700_000_001L;
    static final long BUDI = 700_000_002L;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// What the Bot API answered.
    record Answer(int status, JsonNode json) {
        JsonNode result() {
            if (status != 200) {
                throw new AssertionError("refused: " + this);
            }
            return json.path("result");
        }

        String description() {
            return json.path("description").asText();
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Simulator simulator;

    private TestTelegram(Simulator simulator) {
        this.simulator = simulator;
    }

    static TestTelegram start() {
        return start(false, Optional.empty());
    }

    static TestTelegram start(boolean floodLimits, Optional<Path> journal) {
        var users = List.of(
                new SimulatedUser(SARI, "Sari", "Wulandari", "id", "Pustakawan"),
                new SimulatedUser(BUDI, "Budi", "Santoso", "en", "Koordinator"));
        var settings = new SimulatorSettings(TOKEN, "contoh_bot", "Contoh", users, floodLimits, 1, journal);
        return new TestTelegram(Simulator.start(settings, 0));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + simulator.port());
    }

    int port() {
        return simulator.port();
    }

    Phone sari() {
        return Phone.of(uri(), SARI);
    }

    Phone budi() {
        return Phone.of(uri(), BUDI);
    }

    /// A person who has written to the bot already; the update is confirmed.
    Phone greetedSari() throws IOException, InterruptedException {
        var sari = sari();
        sari.say("/start");
        var updates = updates();
        call("getUpdates", "{\"offset\":" + (updates.getLast().path("update_id").asInt() + 1) + "}");
        return sari;
    }

    Answer call(String method, String json) throws IOException, InterruptedException {
        return answer(client.send(request(method, json), HttpResponse.BodyHandlers.ofByteArray()));
    }

    /// Sends Sari a document as multipart/form-data (RFC 7578); the other parameters are texts.
    Answer sendDocument(String fileName, byte[] bytes, Map<String, String> parameters)
            throws IOException, InterruptedException {
        var all = new LinkedHashMap<String, String>();
        all.put("chat_id", Long.toString(SARI));
        all.putAll(parameters);
        var head = new StringBuilder();
        all.forEach((name, value) -> head.append("--edge\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        head.append("--edge\r\nContent-Disposition: form-data; name=\"document\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head.toString()),
                HttpRequest.BodyPublishers.ofByteArray(bytes),
                HttpRequest.BodyPublishers.ofString("\r\n--edge--\r\n"));
        var request = HttpRequest.newBuilder(uri().resolve("/bot" + TOKEN + "/sendDocument"))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(body)
                .build();
        return answer(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    }

    CompletableFuture<Answer> callLater(String method, String json) {
        return client.sendAsync(request(method, json), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(TestTelegram::answer);
    }

    /// Sends a message to Sari; the rest is more JSON fields.
    Answer send(String text, String rest) throws IOException, InterruptedException {
        var fields = rest.isEmpty() ? "" : "," + rest;
        return call(
                "sendMessage",
                "{\"chat_id\":%d,\"text\":%s%s}".formatted(SARI, MAPPER.writeValueAsString(text), fields));
    }

    /// What waits for the bot, without confirming it.
    List<JsonNode> updates() throws IOException, InterruptedException {
        var updates = new ArrayList<JsonNode>();
        call("getUpdates", "{\"timeout\":5}").result().forEach(updates::add);
        return updates;
    }

    JsonNode control(String method, String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri().resolve("/simulator/api" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        return MAPPER.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        simulator.close();
    }

    private HttpRequest request(String method, String json) {
        return HttpRequest.newBuilder(uri().resolve("/bot" + TOKEN + "/" + method))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        try {
            var isJson =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
            return new Answer(
                    response.statusCode(), isJson ? MAPPER.readTree(response.body()) : MAPPER.createObjectNode());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
