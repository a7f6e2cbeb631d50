package id.laporpustaka.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Operations as a document of OpenAPI 3.1.
public final class OpenApiDocument {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String server;
    private final Function<String, Optional<String>> words;
    private final BiFunction<Operation, Operation.Example, Optional<JsonNode>> answers;
    private final Class<? extends Record> problem;

    /// @param server what stands before the paths, without a slash at the end
    /// @param words by keys such as `operation.listReports`, `parameter.limit` and `field.Report.status`
    /// @param answers what was answered to an example
    /// @param problem the record that is sent when something is wrong
    public OpenApiDocument(
            String server,
            Function<String, Optional<String>> words,
            BiFunction<Operation, Operation.Example, Optional<JsonNode>> answers,
            Class<? extends Record> problem) {
        this.server = server;
        this.words = words;
        this.answers = answers;
        this.problem = problem;
    }

    public ObjectNode of(String version, List<Operation> operations) {
        var schemas = new Schemas(name -> words.apply("field." + name));
        var document = NODES.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", word("title"))
                .put("description", word("text"))
                .put("version", version);
        document.putArray("servers").addObject().put("url", server);
        var paths = document.putObject("paths");
        for (var operation : operations) {
            paths.putObject(operation.path()).set("get", get(operation, schemas));
        }
        var components = NODES.objectNode();
        var failure = NODES.objectNode().put("description", word("problem"));
        failure.putObject("content").putObject("application/problem+json").set("schema", schemas.of(problem));
        components.set("schemas", schemas.all());
        components.putObject("responses").set("Problem", failure);
        var security = components.putObject("securitySchemes");
        security.putObject("token").put("type", "http").put("scheme", "bearer").put("description", word("token"));
        document.set("components", components);
        return document;
    }

    private ObjectNode get(Operation operation, Schemas schemas) {
        var get = NODES.objectNode()
                .put("operationId", operation.id())
                .put("summary", word("operation." + operation.id()))
                .put("description", word("operation." + operation.id() + ".text"));
        if (operation.right().isEmpty()) {
            get.putArray("security");
        } else {
            get.putArray("tags").add(operation.right());
            get.putArray("security").addObject().putArray("token");
        }
        var parameters = get.putArray("parameters");
        operation.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
        var responses = get.putObject("responses");
        var done = responses.putObject("200").put("description", word("answer"));
        done.putObject("headers").putObject("ETag").putObject("schema").put("type", "string");
        var content = done.putObject("content");
        var json = content.putObject("application/json");
        json.set("schema", schemas.of(operation.answer()));
        var examples = NODES.objectNode();
        for (var example : operation.examples()) {
            var shown = examples.putObject(example.name()).put("summary", "GET " + example.request());
            answers.apply(operation, example).ifPresent(answer -> shown.set("value", answer));
        }
        if (!examples.isEmpty()) {
            json.set("examples", examples);
        }
        if (operation.rows().isPresent()) {
            content.putObject("text/csv").putObject("schema").put("type", "string");
        }
        responses.putObject("304").put("description", word("unchanged"));
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
        return get;
    }

    private ObjectNode parameter(Parameter parameter) {
        var isInPath = parameter.in() == Parameter.In.PATH;
        var node = NODES.objectNode()
                .put("name", parameter.name())
                .put("in", isInPath ? "path" : "query")
                .put("required", isInPath)
                .put("description", word("parameter." + parameter.name()));
        node.set("schema", schema(parameter.kind()));
        if (!parameter.example().isEmpty()) {
            node.put("example", parameter.example());
        }
        return node;
    }

    private static ObjectNode schema(Parameter.Kind kind) {
        return switch (kind) {
            case Parameter.Kind.Text() -> NODES.objectNode().put("type", "string");
            case Parameter.Kind.Day() ->
                NODES.objectNode().put("type", "string").put("format", "date");
            case Parameter.Kind.Whole(var least, var most) ->
                NODES.objectNode().put("type", "integer").put("minimum", least).put("maximum", most);
            case Parameter.Kind.OneOf(var values) -> {
                var schema = NODES.objectNode().put("type", "string");
                values.forEach(schema.putArray("enum")::add);
                yield schema;
            }
        };
    }

    private String word(String key) {
        return words.apply(key).orElseThrow(() -> new IllegalStateException("no words for " + key));
    }
}
