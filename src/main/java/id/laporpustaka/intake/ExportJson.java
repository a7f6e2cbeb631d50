package id.laporpustaka.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.ExportAnswer;
import id.laporpustaka.conversation.ExportStanding;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.export.ExportOrderJson;
import java.util.Optional;
import java.util.OptionalInt;

/// Jobs about files of reports, and what comes of them, as JSON. The names are stored, so they never change.
final class ExportJson {
    private static final ExportOrderJson ORDERS = new ExportOrderJson();

    private ExportJson() {}

    static void write(Job.OfExport job, ObjectNode node) {
        switch (job) {
            case Job.OrderExport(var _, var order, var card) ->
                node.put("type", "order_export").put("card", card).set("order", ORDERS.write(order));
            case Job.CancelExport(var _, var card) ->
                node.put("type", "cancel_export").put("card", card);
            case Job.TellExport(var _, var export) ->
                node.put("type", "tell_export").put("export", export);
            case Job.SendExport(var _, var export) ->
                node.put("type", "send_export").put("export", export);
        }
    }

    static Job.OfExport job(String type, long telegramId, ObjectNode node) {
        var card = node.path("card").asInt();
        var export = node.path("export").asLong();
        return switch (type) {
            case "order_export" -> new Job.OrderExport(telegramId, ORDERS.read(node.path("order")), card);
            case "cancel_export" -> new Job.CancelExport(telegramId, card);
            case "tell_export" -> new Job.TellExport(telegramId, export);
            case "send_export" -> new Job.SendExport(telegramId, export);
            default -> throw new IllegalStateException("No job is called " + type);
        };
    }

    static ObjectNode write(ExportAnswer answer) {
        var node = JsonNodeFactory.instance.objectNode();
        return switch (answer) {
            case ExportAnswer.Ordered() -> node.put("type", "ordered");
            case ExportAnswer.TooMany(var most) -> node.put("type", "too_many").put("most", most);
            case ExportAnswer.Stands(var standing, var address) ->
                write(standing, node.put("type", "stands").put("address", address));
            case ExportAnswer.Arrived(var standing, var file) ->
                write(standing, node.put("type", "arrived").put("file", file));
            case ExportAnswer.Gone() -> node.put("type", "gone");
        };
    }

    private static ObjectNode write(ExportStanding standing, ObjectNode node) {
        node.put("id", standing.id())
                .put("state", standing.state().stored())
                .put("done", standing.done())
                .put("total", standing.total())
                .set("order", ORDERS.write(standing.order()));
        standing.card().ifPresent(card -> node.put("card", card));
        standing.made().ifPresent(made -> node.put("name", made.name()).put("size", made.size()));
        return node;
    }

    static ExportAnswer answer(JsonNode node) {
        var type = node.path("type").asText();
        return switch (type) {
            case "ordered" -> new ExportAnswer.Ordered();
            case "too_many" -> new ExportAnswer.TooMany(node.path("most").asInt());
            case "stands" ->
                new ExportAnswer.Stands(standing(node), node.path("address").asText());
            case "arrived" ->
                new ExportAnswer.Arrived(standing(node), node.path("file").asLong());
            case "gone" -> new ExportAnswer.Gone();
            default -> throw new IllegalStateException("No answer is called " + type);
        };
    }

    private static ExportStanding standing(JsonNode node) {
        return new ExportStanding(
                node.path("id").asLong(),
                ORDERS.read(node.path("order")),
                node.has("card") ? OptionalInt.of(node.path("card").asInt()) : OptionalInt.empty(),
                ExportStanding.State.of(node.path("state").asText()),
                node.path("done").asInt(),
                node.path("total").asInt(),
                node.has("name")
                        ? Optional.of(new ExportStanding.Made(
                                node.path("name").asText(), node.path("size").asLong()))
                        : Optional.empty());
    }
}
