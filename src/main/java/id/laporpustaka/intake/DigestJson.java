package id.laporpustaka.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.Digest;
import id.laporpustaka.conversation.GroupDigest;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.summary.Coverage;
import id.laporpustaka.summary.Totals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Digests on their way into a chat, as JSON. The names are stored, so they never change.
final class DigestJson {
    private DigestJson() {}

    static ObjectNode write(ObjectMapper json, Digest digest) {
        var node = json.createObjectNode()
                .put("place", digest.place())
                .put("from", digest.from().toString())
                .put("to", digest.to().toString())
                .put("nothing", digest.nothing())
                .put("lately", digest.lately())
                .put("to_review", digest.toReview())
                .put("to_decide", digest.toDecide())
                .put("all_joined", digest.allJoined())
                .put("all_silent", digest.allSilent());
        node.set("coverage", json.valueToTree(digest.coverage()));
        node.set("totals", json.valueToTree(digest.totals()));
        node.set("before", json.valueToTree(digest.before()));
        digest.joined().forEach(node.putArray("joined")::add);
        digest.silent().forEach(node.putArray("silent")::add);
        return node;
    }

    static Digest read(ObjectMapper json, JsonNode node) {
        try {
            return new Digest(
                    node.path("place").asText(),
                    LocalDate.parse(node.path("from").asText()),
                    LocalDate.parse(node.path("to").asText()),
                    json.treeToValue(node.path("coverage"), Coverage.class),
                    node.path("nothing").asInt(),
                    json.treeToValue(node.path("totals"), Totals.class),
                    json.treeToValue(node.path("before"), Totals.class),
                    node.path("lately").asInt(),
                    node.path("to_review").asInt(),
                    node.path("to_decide").asInt(),
                    texts(node.path("joined")),
                    node.path("all_joined").asInt(),
                    texts(node.path("silent")),
                    node.path("all_silent").asInt());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored as a digest is none", e);
        }
    }

    static ObjectNode write(ObjectMapper json, GroupDigest digest) {
        var node = json.createObjectNode()
                .put("place", digest.place())
                .put("from", digest.from().toString())
                .put("to", digest.to().toString())
                .put("nothing", digest.nothing());
        digest.level().ifPresent(level -> node.put("level", level.name()));
        node.set("coverage", json.valueToTree(digest.coverage()));
        node.set("totals", json.valueToTree(digest.totals()));
        node.set("before", json.valueToTree(digest.before()));
        return node;
    }

    static GroupDigest readGroups(ObjectMapper json, JsonNode node) {
        try {
            return new GroupDigest(
                    node.path("place").asText(),
                    node.has("level")
                            ? Optional.of(RegionLevel.valueOf(node.path("level").asText()))
                            : Optional.empty(),
                    LocalDate.parse(node.path("from").asText()),
                    LocalDate.parse(node.path("to").asText()),
                    json.treeToValue(node.path("coverage"), Coverage.class),
                    node.path("nothing").asInt(),
                    json.treeToValue(node.path("totals"), Totals.class),
                    json.treeToValue(node.path("before"), Totals.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored as a digest is none", e);
        }
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
