package id.laporpustaka.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.SheetOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.OptionalLong;

/// What comes of sheets of libraries, as JSON. The names are stored, so they never change.
final class SheetOutcomeJson {
    private SheetOutcomeJson() {}

    static ObjectNode write(SheetOutcome outcome) {
        var node = JsonNodeFactory.instance.objectNode();
        switch (outcome) {
            case SheetOutcome.Template(var file) -> node.put("type", "template").put("file", file);
            case SheetOutcome.Refused(var why) -> node.put("type", "refused").put("why", why);
            case SheetOutcome.BeingChecked(var sheet, var rows) ->
                node.put("type", "being_checked").put("sheet", sheet).put("rows", rows);
            case SheetOutcome.Checked checked -> write(checked, node.put("type", "checked"));
            case SheetOutcome.Imported(var created, var existing, var leftOut, var until, var file) ->
                node.put("type", "imported")
                        .put("created", created)
                        .put("existing", existing)
                        .put("left_out", leftOut)
                        .put("until", until.toString())
                        .put("file", file);
            case SheetOutcome.Gone() -> node.put("type", "gone");
            case SheetOutcome.NotAllowed() -> node.put("type", "not_allowed");
        }
        return node;
    }

    private static void write(SheetOutcome.Checked checked, ObjectNode node) {
        var lines = node.put("sheet", checked.sheet())
                .put("created", checked.created())
                .put("existing", checked.existing())
                .put("wrong", checked.wrong())
                .putArray("lines");
        checked.first().forEach(line -> lines.addObject().put("row", line.row()).put("message", line.message()));
        checked.file().ifPresent(file -> node.put("file", file));
    }

    static SheetOutcome read(JsonNode node) {
        var type = node.path("type").asText();
        var sheet = node.path("sheet").asLong();
        var file = node.path("file").asLong();
        var created = node.path("created").asInt();
        var existing = node.path("existing").asInt();
        return switch (type) {
            case "template" -> new SheetOutcome.Template(file);
            case "refused" -> new SheetOutcome.Refused(node.path("why").asText());
            case "being_checked" ->
                new SheetOutcome.BeingChecked(sheet, node.path("rows").asInt());
            case "checked" -> {
                var lines = new ArrayList<SheetOutcome.Line>();
                node.path("lines")
                        .forEach(line -> lines.add(new SheetOutcome.Line(
                                line.path("row").asInt(), line.path("message").asText())));
                yield new SheetOutcome.Checked(
                        sheet,
                        created,
                        existing,
                        node.path("wrong").asInt(),
                        lines,
                        node.has("file") ? OptionalLong.of(file) : OptionalLong.empty());
            }
            case "imported" ->
                new SheetOutcome.Imported(
                        created,
                        existing,
                        node.path("left_out").asInt(),
                        LocalDate.parse(node.path("until").asText()),
                        file);
            case "gone" -> new SheetOutcome.Gone();
            case "not_allowed" -> new SheetOutcome.NotAllowed();
            default -> throw new IllegalStateException("Nothing comes of a sheet that is called " + type);
        };
    }
}
