package id.laporpustaka.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// An update that the bot has not confirmed. `type` is the Bot API's name of it and `payload` its JSON; `lane`
/// is the queue it keeps its order in; `expiresAt` is in seconds since 1970; `chat` and `message` say what a
/// confirmation marks as read (0 for none).
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record Pending(int id, String type, String lane, byte[] payload, long expiresAt, long chat, int message) {

    /// The Bot API type `Update`.
    public void writeTo(ByteArrayOutputStream out) {
        var head = "{\"update_id\":" + id + ",\"" + type + "\":";
        out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(payload);
        out.write('}');
    }

    /// The Bot API type `Update` in UTF-8.
    public byte[] toBytes() {
        var out = new ByteArrayOutputStream(payload.length + 64);
        writeTo(out);
        return out.toByteArray();
    }

    ObjectNode toJournal() {
        var entry = Json.object()
                .put("kind", "update")
                .put("id", id)
                .put("type", type)
                .put("lane", lane)
                .put("expiresAt", expiresAt)
                .put("chat", chat)
                .put("message", message);
        entry.set("payload", Json.readObject(payload));
        return entry;
    }

    static Pending fromJournal(JsonNode entry) {
        return new Pending(
                entry.path("id").asInt(),
                entry.path("type").asText(),
                entry.path("lane").asText(),
                Json.bytes(entry.path("payload")),
                entry.path("expiresAt").asLong(),
                entry.path("chat").asLong(),
                entry.path("message").asInt());
    }
}
