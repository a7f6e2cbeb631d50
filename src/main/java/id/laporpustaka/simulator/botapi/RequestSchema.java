package id.laporpustaka.simulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.simulator.world.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/// The machine-readable requests of the Bot API, and a check of a request against them. Understands the part of
/// JSON Schema that the file uses, and its own words: lengths in bytes, and lengths after entity parsing.
final class RequestSchema {
    private static final String FILE = "/id/laporpustaka/simulator/bot-api-10.3.requests.schema.json";
    private static final String REFERENCE = "#/$defs/";

    /// What is wrong, and where; of several alternatives the deepest problem is the most telling.
    private record Problem(String path, String text, int depth) {}

    private final JsonNode definitions;
    private final Map<String, JsonNode> methods = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> types = new HashMap<>();

    private RequestSchema(JsonNode root) {
        definitions = root.path("$defs");
        correct();
        root.path("x-methods").properties().forEach(method -> {
            var name = method.getKey().toLowerCase(Locale.ROOT);
            var definition = resolved(method.getValue());
            names.put(name, method.getKey());
            methods.put(name, definition);
            var parameters = new HashMap<String, Set<String>>();
            definition.path("properties").properties().forEach(property -> {
                var found = new LinkedHashSet<String>();
                collectTypes(property.getValue(), found);
                parameters.put(property.getKey(), found);
            });
            types.put(name, parameters);
        });
    }

    static RequestSchema load() {
        try (var stream = RequestSchema.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("no " + FILE + " on the class path");
            }
            return new RequestSchema(Json.parse(stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The method as Telegram writes it, if the Bot API has it.
    ///
    /// @param method in lower case
    Optional<String> findName(String method) {
        return Optional.ofNullable(names.get(method));
    }

    boolean hasParameter(String method, String parameter) {
        return types.getOrDefault(method, Map.of()).containsKey(parameter);
    }

    /// The JSON types that a parameter may have; empty for an unknown one.
    Set<String> typesOf(String method, String parameter) {
        return types.getOrDefault(method, Map.of()).getOrDefault(parameter, Set.of());
    }

    /// What is wrong with a call, in words for a programmer; nothing if it is as the Bot API says.
    Optional<String> findProblem(Call call) {
        var definition = methods.getOrDefault(call.method(), Json.object());
        return check(call.parameters(), definition, names.getOrDefault(call.method(), call.method()), 0)
                .map(problem -> problem.path() + ": " + problem.text());
    }

    /// The text of an edit is limited after entity parsing too; the file has that only for new messages.
    private void correct() {
        if (definitions.path("EditMessageTextParams").path("properties").path("text") instanceof ObjectNode text) {
            text.remove("maxLength");
            text.put("x-minParsedLength", 1).put("x-maxParsedLength", 4096);
        }
    }

    private void collectTypes(JsonNode schema, Set<String> found) {
        var target = resolved(schema);
        var type = target.path("type");
        if (type.isTextual()) {
            found.add(type.asText());
        }
        type.forEach(each -> found.add(each.asText()));
        target.path("anyOf").forEach(each -> collectTypes(each, found));
        target.path("oneOf").forEach(each -> collectTypes(each, found));
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.startsWith(REFERENCE)
                ? resolved(definitions.path(reference.substring(REFERENCE.length())))
                : schema;
    }

    private Optional<Problem> check(JsonNode value, JsonNode reference, String path, int depth) {
        var schema = resolved(reference);
        var problem = checkType(value, schema, path, depth);
        if (problem.isEmpty() && value.isObject()) {
            problem = checkObject(value, schema, path, depth);
        }
        if (problem.isEmpty() && value.isArray()) {
            problem = checkArray(value, schema, path, depth);
        }
        if (problem.isEmpty() && schema.has("anyOf")) {
            problem = checkAlternatives(value, schema.path("anyOf"), Integer.MAX_VALUE, path, depth);
        }
        if (problem.isEmpty() && schema.has("oneOf")) {
            problem = checkAlternatives(value, schema.path("oneOf"), 1, path, depth);
        }
        return problem;
    }

    private static Optional<Problem> checkType(JsonNode value, JsonNode schema, String path, int depth) {
        var type = schema.path("type");
        boolean fits = type.isMissingNode()
                || (type.isArray()
                        ? StreamSupport.stream(type.spliterator(), false).anyMatch(each -> isOf(value, each.asText()))
                        : isOf(value, type.asText()));
        if (!fits) {
            return problem(path, "expected " + type.toString().replace("\"", "") + ", found " + value, depth);
        }
        if (schema.has("const") && !schema.path("const").equals(value)) {
            return problem(path, "expected " + schema.path("const") + ", found " + value, depth);
        }
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            return problem(path, value + " is none of " + schema.path("enum"), depth);
        }
        return value.isNumber()
                ? checkRange(value.asDouble(), schema, "minimum", "maximum", path, depth)
                : value.isTextual() ? checkText(value.asText(), schema, path, depth) : Optional.empty();
    }

    private static Optional<Problem> checkText(String text, JsonNode schema, String path, int depth) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return checkRange(text.length(), schema, "minLength", "maxLength", path, depth)
                .or(() -> checkRange(bytes, schema, "x-minBytes", "x-maxBytes", path, depth));
    }

    private Optional<Problem> checkObject(JsonNode value, JsonNode schema, String path, int depth) {
        var properties = schema.path("properties");
        for (var name : schema.path("required")) {
            if (!value.hasNonNull(name.asText())) {
                return problem(path, "lacks " + name.asText(), depth);
            }
        }
        for (var field : value.properties()) {
            var inner = path + "." + field.getKey();
            var property = properties.path(field.getKey());
            if (property.isMissingNode()) {
                if (schema.has("additionalProperties")) {
                    return problem(inner, "is not a parameter of the Bot API", depth + 1);
                }
                continue;
            }
            var problem = check(field.getValue(), property, inner, depth + 1)
                    .or(() -> checkParsedLength(value, field.getKey(), property, inner, depth + 1));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> checkParsedLength(
            JsonNode parent, String name, JsonNode schema, String path, int depth) {
        if (!schema.has("x-maxParsedLength")) {
            return Optional.empty();
        }
        var mode = parent.path(name.equals("quote") ? "quote_parse_mode" : "parse_mode")
                .asText();
        var text = parent.path(name).asText();
        int length = mode.equals("HTML") ? HtmlText.parse(text).text().length() : text.length();
        return checkRange(length, schema, "x-minParsedLength", "x-maxParsedLength", path, depth);
    }

    private Optional<Problem> checkArray(JsonNode value, JsonNode schema, String path, int depth) {
        var size = checkRange(value.size(), schema, "minItems", "maxItems", path, depth);
        for (int i = 0; size.isEmpty() && schema.has("items") && i < value.size(); i++) {
            size = check(value.path(i), schema.path("items"), path + "[" + i + "]", depth + 1);
        }
        return size;
    }

    private Optional<Problem> checkAlternatives(
            JsonNode value, JsonNode alternatives, int most, String path, int depth) {
        var problems = StreamSupport.stream(alternatives.spliterator(), false)
                .flatMap(each -> check(value, each, path, depth).stream())
                .toList();
        int fitting = alternatives.size() - problems.size();
        if (fitting > most) {
            return problem(path, "may have only one of its alternatives, found " + value, depth);
        }
        return fitting > 0 ? Optional.empty() : problems.stream().max(Comparator.comparingInt(Problem::depth));
    }

    private static Optional<Problem> checkRange(
            double number, JsonNode schema, String least, String most, String path, int depth) {
        if (schema.has(least) && number < schema.path(least).asDouble()) {
            return problem(path, least + " is " + schema.path(least) + ", found " + plain(number), depth);
        }
        if (schema.has(most) && number > schema.path(most).asDouble()) {
            return problem(path, most + " is " + schema.path(most) + ", found " + plain(number), depth);
        }
        return Optional.empty();
    }

    private static boolean isOf(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> throw new IllegalStateException("the schema has a type " + type);
        };
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(value::equals);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static Optional<Problem> problem(String path, String text, int depth) {
        return Optional.of(new Problem(path, text, depth));
    }
}
