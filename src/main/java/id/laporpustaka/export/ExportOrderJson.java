package id.laporpustaka.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.ExportKind;
import id.laporpustaka.conversation.ExportKind.Format;
import id.laporpustaka.conversation.ExportOrder;
import id.laporpustaka.form.Language;
import id.laporpustaka.people.Scope;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/// What somebody has asked for, as JSON. The names are stored, so they never change.
public final class ExportOrderJson {
    private final ObjectMapper json = new ObjectMapper();

    public ObjectNode write(ExportOrder order) {
        var node = json.createObjectNode()
                .put("from", order.from().toString())
                .put("to", order.to().toString())
                .put("language", order.language().code());
        order.within()
                .ifPresent(within ->
                        node.putObject("within").put("region", within.region()).put("title", within.title()));
        switch (order.kind()) {
            case ExportKind.Reports(var format, var codes, var split, var forms) -> {
                node.put("kind", "reports")
                        .put("format", format.name())
                        .put("codes", codes)
                        .put("split", split);
                forms.forEach(node.putArray("forms")::add);
            }
            case ExportKind.Fixed fixed -> node.put("kind", fixed.name().toLowerCase(Locale.ROOT));
        }
        return node;
    }

    public ExportOrder read(JsonNode node) {
        var within = node.path("within");
        return new ExportOrder(
                kind(node),
                LocalDate.parse(node.path("from").asText()),
                LocalDate.parse(node.path("to").asText()),
                within.isObject()
                        ? Optional.of(new ExportOrder.Within(
                                within.path("region").asLong(),
                                within.path("title").asText()))
                        : Optional.empty(),
                Language.find(node.path("language").asText()).orElse(Language.INDONESIAN));
    }

    private static ExportKind kind(JsonNode node) {
        var kind = node.path("kind").asText();
        if (!kind.equals("reports")) {
            return ExportKind.Fixed.valueOf(kind.toUpperCase(Locale.ROOT));
        }
        var forms = new HashSet<String>();
        node.path("forms").forEach(form -> forms.add(form.asText()));
        return new ExportKind.Reports(
                Format.valueOf(node.path("format").asText()),
                node.path("codes").asBoolean(),
                node.path("split").asBoolean(),
                forms);
    }

    ExportOrder parse(String stored) {
        return read(tree(stored));
    }

    String write(Scope scope) {
        var node = json.createObjectNode();
        switch (scope) {
            case Scope.Everything() -> node.put("everything", true);
            case Scope.Parts(var codes, var libraries) -> {
                codes.forEach(node.putArray("regions")::add);
                libraries.forEach(node.putArray("libraries")::add);
            }
        }
        return node.toString();
    }

    Scope scope(String stored) {
        var node = tree(stored);
        if (node.path("everything").asBoolean()) {
            return new Scope.Everything();
        }
        var codes = new TreeSet<String>();
        var libraries = new HashSet<Long>();
        node.path("regions").forEach(code -> codes.add(code.asText()));
        node.path("libraries").forEach(library -> libraries.add(library.asLong()));
        return new Scope.Parts(codes, libraries);
    }

    private JsonNode tree(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is stored is not JSON", e);
        }
    }
}
