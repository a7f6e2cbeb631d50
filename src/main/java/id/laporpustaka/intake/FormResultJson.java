package id.laporpustaka.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.FormCheck;
import id.laporpustaka.conversation.FormPublication;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;

/// What jobs find out about forms, as JSON. The names are stored, so they never change.
final class FormResultJson {
    private FormResultJson() {}

    static ObjectNode write(FormCheck check) {
        var node = JsonNodeFactory.instance.objectNode();
        switch (check) {
            case FormCheck.TooLarge() -> node.put("type", "too_large");
            case FormCheck.Gone() -> node.put("type", "gone");
            case FormCheck.AlreadyPublished(var form, var version, var title) ->
                node.put("type", "already_published")
                        .put("form", form)
                        .put("version", version)
                        .put("title", title);
            case FormCheck.Refused(var problems) -> write(node.put("type", "refused"), problems);
            case FormCheck.Accepted accepted -> {
                node.put("type", "accepted")
                        .put("candidate", accepted.candidate())
                        .put("form", accepted.formId())
                        .put("version", accepted.version())
                        .put("title", accepted.title())
                        .put("questions", accepted.questions());
                accepted.present().ifPresent(version -> node.put("present", version));
                write(node, accepted.remarks());
            }
        }
        return node;
    }

    static FormCheck check(JsonNode node) {
        var type = node.path("type").asText();
        return switch (type) {
            case "too_large" -> new FormCheck.TooLarge();
            case "gone" -> new FormCheck.Gone();
            case "already_published" ->
                new FormCheck.AlreadyPublished(
                        node.path("form").asText(),
                        node.path("version").asText(),
                        node.path("title").asText());
            case "refused" -> new FormCheck.Refused(lines(node));
            case "accepted" ->
                new FormCheck.Accepted(
                        node.path("candidate").asLong(),
                        node.path("form").asText(),
                        node.path("version").asText(),
                        node.path("title").asText(),
                        node.path("questions").asInt(),
                        Optional.ofNullable(node.get("present")).map(JsonNode::asText),
                        lines(node));
            default -> throw new IllegalStateException("No check comes to " + type);
        };
    }

    static ObjectNode write(FormPublication publication) {
        var node = JsonNodeFactory.instance.objectNode();
        switch (publication) {
            case FormPublication.Published(var form, var version, var title) ->
                node.put("type", "published")
                        .put("form", form)
                        .put("version", version)
                        .put("title", title);
            case FormPublication.Refused(var problems) -> write(node.put("type", "refused"), problems);
        }
        return node;
    }

    static FormPublication publication(JsonNode node) {
        var type = node.path("type").asText();
        var form = node.path("form").asText();
        var version = node.path("version").asText();
        return switch (type) {
            case "published" ->
                new FormPublication.Published(form, version, node.path("title").asText());
            case "refused" -> new FormPublication.Refused(lines(node));
            default -> throw new IllegalStateException("No publication comes to " + type);
        };
    }

    private static void write(ObjectNode node, FormCheck.Lines lines) {
        var array = node.put("all", lines.all()).putArray("lines");
        lines.file().ifPresent(file -> node.put("file", file));
        for (var line : lines.first()) {
            array.addObject()
                    .put("sheet", line.sheet())
                    .put("row", line.row())
                    .put("column", line.column())
                    .put("message", line.message());
        }
    }

    private static FormCheck.Lines lines(JsonNode node) {
        var lines = new ArrayList<FormCheck.Line>();
        for (var line : node.path("lines")) {
            lines.add(new FormCheck.Line(
                    line.path("sheet").asText(),
                    line.path("row").asInt(),
                    line.path("column").asText(),
                    line.path("message").asText()));
        }
        var file = node.has("file") ? OptionalLong.of(node.path("file").asLong()) : OptionalLong.empty();
        return new FormCheck.Lines(lines, node.path("all").asInt(), file);
    }
}
