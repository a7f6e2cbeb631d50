package id.laporpustaka.simulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.TextEntities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One request: the method in lower case, its parameters as typed JSON, and the files that came with it by part
/// name.
record Call(String method, ObjectNode parameters, Map<String, Upload> uploads) {

    /// A file of a multipart request.
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    record Upload(String fileName, String contentType, byte[] bytes) {}

    String text(String name) {
        return parameters.path(name).asText();
    }

    boolean has(String name) {
        return parameters.hasNonNull(name);
    }

    long number(String name) {
        return parameters.path(name).asLong();
    }

    boolean flag(String name) {
        return parameters.path(name).asBoolean();
    }

    JsonNode value(String name) {
        return parameters.path(name);
    }

    /// A text or caption with the entities that it says or that Telegram finds in it.
    ///
    /// @throws Refusal if the markup can't be parsed
    FormattedText formatted(String name, String entitiesName) {
        var raw = text(name);
        var parsed = switch (text("parse_mode")) {
            case "" -> new FormattedText(raw, givenEntities(entitiesName));
            case "HTML" -> HtmlText.parse(raw);
            case "MarkdownV2", "Markdown" -> throw Refusal.badRequest("the simulator does not read Markdown, use HTML");
            default -> throw Refusal.badRequest("unsupported parse_mode");
        };
        var stripped = parsed.stripped();
        var all = new ArrayList<ObjectNode>();
        TextEntities.complete(stripped.text(), stripped.entities()).forEach(entity -> all.add((ObjectNode) entity));
        return new FormattedText(stripped.text(), all);
    }

    /// An object within the parameters that reads like a call of its own, such as an item of an album.
    Call inner(ObjectNode object) {
        return new Call(method, object, uploads);
    }

    /// The uploaded file that a parameter names, directly or as `attach://part`.
    Optional<Upload> findUpload(String name) {
        var direct = uploads.get(name);
        if (direct != null) {
            return Optional.of(direct);
        }
        var reference = text(name);
        return reference.startsWith("attach://")
                ? Optional.ofNullable(uploads.get(reference.substring("attach://".length())))
                : Optional.empty();
    }

    private List<ObjectNode> givenEntities(String name) {
        var given = new ArrayList<ObjectNode>();
        value(name).forEach(entity -> {
            if (entity instanceof ObjectNode node) {
                given.add(Json.object().setAll(node));
            }
        });
        return given;
    }
}
