package id.laporpustaka.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A person with a phone, for end-to-end tests: talks to the control API of a running simulator over HTTP. Waiting
/// looks only at what the bot has sent or changed since the last thing this phone did.
public final class Phone {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// A message as the person sees it.
    ///
    /// @param text the text or the caption; empty if there is neither
    /// @param kind `text`, `photo`, `animation`, `video`, `video_note`, `audio`, `document`, `location`,
    ///     `sticker`, `voice`, `contact` or `service`
    /// @param buttons labels of the inline keyboard, row after row
    /// @param keys labels of the reply keyboard that came with it, row after row
    /// @param fileId of the photo (largest), document, sound or film; empty for other messages
    /// @param fileName of a document, sound or film
    public record Message(
            int id,
            boolean fromBot,
            String text,
            String kind,
            List<String> buttons,
            List<String> keys,
            boolean edited,
            Instant date,
            String fileId,
            String fileName) {
        private static final List<String> KINDS = List.of(
                "text",
                "photo",
                "animation",
                "video",
                "video_note",
                "audio",
                "document",
                "location",
                "sticker",
                "voice",
                "contact");

        public Message {
            buttons = List.copyOf(buttons);
            keys = List.copyOf(keys);
        }

        private static Message of(JsonNode json) {
            var kind = KINDS.stream().filter(json::has).findFirst().orElse("service");
            var photo = json.path("photo");
            return new Message(
                    json.path("message_id").asInt(),
                    json.path("from").path("is_bot").asBoolean(),
                    json.path("text").asText(json.path("caption").asText()),
                    kind,
                    labels(json.path("reply_markup").path("inline_keyboard")),
                    labels(json.path("reply_keyboard").path("keyboard")),
                    json.has("edit_date"),
                    Instant.ofEpochSecond(json.path("date").asLong()),
                    photo.isArray()
                            ? photo.path(photo.size() - 1).path("file_id").asText()
                            : json.path(kind).path("file_id").asText(),
                    json.path(kind).path("file_name").asText());
        }

        private static List<String> labels(JsonNode rows) {
            var labels = new ArrayList<String>();
            rows.forEach(
                    row -> row.forEach(button -> labels.add(button.path("text").asText())));
            return labels;
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;
    private final long user;
    private final long chat;
    private long mark;
    private @Nullable Instant date;

    private Phone(URI api, long user, long chat) {
        this.api = api;
        this.user = user;
        this.chat = chat;
    }

    /// The private chat of a person with the bot.
    ///
    /// @param simulator like `http://127.0.0.1:18443`
    public static Phone of(URI simulator, long userId) {
        return new Phone(simulator.resolve("/simulator/api"), userId, userId);
    }

    /// The same person in another chat, such as a group.
    public Phone in(long otherChat) {
        return new Phone(api, user, otherChat);
    }

    /// Everything sent from now on carries this date.
    public Phone at(Instant moment) {
        date = moment;
        return this;
    }

    public Message say(String text) {
        return Message.of(act("text", body().put("text", text)));
    }

    /// Opens a link `t.me/bot?start=payload`, or presses "Start" without a payload.
    public Message start(String payload) {
        return say(payload.isEmpty() ? "/start" : "/start " + payload);
    }

    public Message reply(int messageId, String text) {
        return Message.of(act("text", body().put("text", text).put("replyTo", messageId)));
    }

    /// Taps the newest inline button, or else the key, whose label is or contains this.
    ///
    /// @return the link of a link button, otherwise nothing
    public Optional<String> tap(String label) {
        mark = revision();
        var answer = request("POST", "/chats/" + chat + "/tap", body().put("label", label));
        if (answer.status() == 404) {
            var _ = expect(request("POST", "/chats/" + chat + "/key", body().put("label", label)));
            return Optional.empty();
        }
        var next = expect(answer);
        return Optional.ofNullable(next.get("url")).map(JsonNode::asText);
    }

    /// Taps a button under a given message, which may be an old one.
    public void tap(int messageId, String label) {
        var _ = act("tap", body().put("messageId", messageId).put("label", label));
    }

    public Message sendPhoto(byte[] bytes, String caption) {
        return Message.of(act("photo", withFiles(body().put("caption", caption), "foto.jpg", "image/jpeg", bytes)));
    }

    /// A built-in picture: rak-buku, membaca-bersama, pelatihan or kebun.
    public Message sendSamplePhoto(String name, String caption) {
        var request = body().put("caption", caption);
        request.putArray("samples").add(name);
        return Message.of(act("photo", request));
    }

    public List<Message> sendAlbum(String caption, byte[]... pictures) {
        var sent = new ArrayList<Message>();
        act("album", withFiles(body().put("caption", caption), "foto.jpg", "image/jpeg", pictures))
                .forEach(message -> sent.add(Message.of(message)));
        return sent;
    }

    public Message sendDocument(String name, String type, byte[] bytes, String caption) {
        return Message.of(act("document", withFiles(body().put("caption", caption), name, type, bytes)));
    }

    /// A document as a phone sends it, which guesses the type by the name.
    public Message sendDocument(String name, byte[] bytes) {
        return sendDocument(name, typeOf(name), bytes, "");
    }

    private static String typeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "csv" -> "text/csv";
            case "pdf" -> "application/pdf";
            case "jpg" -> "image/jpeg";
            default -> "application/octet-stream";
        };
    }

    public Message sendLocation(double latitude, double longitude) {
        return Message.of(act("location", body().put("latitude", latitude).put("longitude", longitude)));
    }

    /// A place as a phone knows it.
    ///
    /// Sends a place.
    ///
    /// @param accuracy in metres
    public Message sendLocation(double latitude, double longitude, double accuracy) {
        return Message.of(act(
                "location",
                body().put("latitude", latitude).put("longitude", longitude).put("accuracy", accuracy)));
    }

    public Message sendContact() {
        return Message.of(act("contact", body()));
    }

    public Message sendSticker() {
        return Message.of(act("sticker", body()));
    }

    public Message sendVoice() {
        return Message.of(act("voice", body()));
    }

    public Message sendVideo() {
        return Message.of(act("video", body()));
    }

    /// A file of music or speech, unlike a voice message.
    public Message sendAudio() {
        return Message.of(act("audio", body()));
    }

    /// A round video.
    public Message sendVideoNote() {
        return Message.of(act("video_note", body()));
    }

    public Message sendAnimation() {
        return Message.of(act("animation", body()));
    }

    /// The bytes of a file of a message, as the phone downloads them.
    public byte[] download(Message message) {
        var request = HttpRequest.newBuilder(URI.create(api + "/files/" + message.fileId()))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /// Corrects an own message.
    public Message edit(int messageId, String text) {
        mark = revision();
        return Message.of(expect(
                request("POST", "/chats/" + chat + "/messages/" + messageId + "/edit", body().put("text", text))));
    }

    public void block() {
        var _ = act("block", body());
    }

    public void unblock() {
        var _ = act("unblock", body());
    }

    /// All messages that the chat still has, oldest first.
    public List<Message> messages() {
        return changes(0, 0);
    }

    /// The newest message of the bot.
    public Message lastMessage() {
        return messages().reversed().stream()
                .filter(Message::fromBot)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the bot has said nothing yet"));
    }

    /// The labels of the reply keyboard that the phone shows now; none after it was removed.
    public List<String> keys() {
        var keys = List.<String>of();
        for (var message : expect(request("GET", "/chats/" + chat + "/messages?since=0", null))
                .path("messages")) {
            if (message.has("reply_keyboard")) {
                keys = Message.of(message).keys();
            }
        }
        return keys;
    }

    /// The labels under the newest message of the bot.
    public List<String> buttons() {
        return lastMessage().buttons();
    }

    /// What the bot said to the last tap (toast or alert); empty for a silent answer.
    public String lastAnswer() {
        return expect(request("GET", "/chats/" + chat + "/messages?since=" + Long.MAX_VALUE, null))
                .path("answer")
                .path("text")
                .asText();
    }

    /// The commands in the menu of the chat.
    public List<String> commands() {
        var commands = new ArrayList<String>();
        expect(request("GET", "/chats/" + chat + "/menu?user=" + user, null))
                .path("commands")
                .forEach(command -> commands.add(command.path("command").asText()));
        return commands;
    }

    /// Waits for a message that the bot sends or changes after this phone's last action.
    ///
    /// @throws AssertionError if none comes in a minute, with what came instead
    public Message awaitMessage(Predicate<Message> wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var seen = List.<Message>of();
        for (long left = PATIENCE.toMillis(); left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
            long known = revision();
            seen = changes(mark, 0).stream().filter(Message::fromBot).toList();
            var found = seen.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            var _ = changes(known, Math.min(left, 2_000));
        }
        throw new AssertionError("no such message; the bot has said: " + seen);
    }

    /// Waits for a message that contains this text.
    public Message awaitMessage(String containing) {
        return awaitMessage(message -> message.text().contains(containing));
    }

    private List<Message> changes(long since, long waitMillis) {
        var path = "/chats/" + chat + "/messages?since=" + since + "&wait=" + waitMillis;
        var messages = new ArrayList<Message>();
        expect(request("GET", path, null)).path("messages").forEach(message -> messages.add(Message.of(message)));
        return messages;
    }

    private long revision() {
        return expect(request("GET", "/chats/" + chat + "/messages?since=" + Long.MAX_VALUE, null))
                .path("revision")
                .asLong();
    }

    private JsonNode act(String action, ObjectNode request) {
        mark = revision();
        return expect(request("POST", "/chats/" + chat + "/" + action, request));
    }

    private ObjectNode body() {
        var body = JsonNodeFactory.instance.objectNode().put("user", user);
        var moment = date;
        return moment == null ? body : body.put("date", moment.getEpochSecond());
    }

    private static ObjectNode withFiles(ObjectNode body, String name, String type, byte[]... contents) {
        var files = body.putArray("files");
        for (var bytes : contents) {
            files.addObject()
                    .put("name", name)
                    .put("type", type)
                    .put("base64", Base64.getEncoder().encodeToString(bytes));
        }
        return body;
    }

    private record Answer(int status, JsonNode json) {}

    private static JsonNode expect(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("the simulator refused: " + answer);
        }
        return answer.json();
    }

    private Answer request(String method, String path, @Nullable ObjectNode body) {
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        var request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, publisher)
                .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), MAPPER.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
