package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import id.laporpustaka.db.FreshDatabase;
import io.javalin.router.ParsedEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.JSONB;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The document of the API against its standard, against the routes, and against what the server answers.
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final Path EXAMPLES = Path.of("src/main/resources/web/api");

    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    private static Installation installation;
    private static Client client;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        installation = new Installation(FRESH.database());
        var world = new Purworejo(FRESH.context()).withReports();
        var db = FRESH.context();
        db.update(SUBMISSION)
                .set(SUBMISSION.NUMBER, "PM-2508-0004F7-K")
                .set(SUBMISSION.TITLE, "Pelatihan membuat keripik singkong")
                .set(
                        SUBMISSION.ANSWERS,
                        JSONB.jsonb(
                                "{\"title\": \"Pelatihan membuat keripik singkong\", \"date_start\": \"2025-08-01\","
                                        + " \"pm_topic\": \"EKO\", \"pm_male\": 12, \"pm_female\": 20}"))
                .where(SUBMISSION.NUMBER.eq("PM-1"))
                .execute();
        db.execute("update submission_revision set at = '2025-08-20T02:00:00Z'");
        db.execute("select position_revisions(1000)");
        client = installation.signedIn(world.admin);
        document = JSON.readTree(client.get("/api/v1/openapi.json?bahasa=en").body());
    }

    @AfterAll
    static void stop() {
        client.close();
        installation.close();
    }

    @Test
    void the_document_is_one_of_openapi_3_1() throws IOException {
        var schema = SCHEMAS.getSchema(JSON.readTree(
                Path.of("src/test/resources/openapi/oas-3.1-schema.json").toFile()));
        assertThat(schema.validate(document)).isEmpty();
        assertThat(schema.validate(JSON.readTree(
                        client.get("/api/v1/openapi.json?bahasa=id").body())))
                .isEmpty();
        assertThat(schema.validate(((ObjectNode) document.deepCopy()).put("paths", "none")))
                .isNotEmpty();
    }

    @Test
    void every_route_is_in_the_document_and_nothing_else_is() {
        var described = new ArrayList<String>();
        document.get("paths").fieldNames().forEachRemaining(described::add);
        var routes = installation.server.javalin().unsafe.internalRouter.allHttpHandlers().stream()
                .map(ParsedEndpoint.class::cast)
                .map(route -> route.endpoint.path)
                .filter(path -> path.startsWith("/api/"))
                .filter(path -> !path.equals("/api/v1/openapi.json"))
                .toList();
        assertThat(described).containsExactlyInAnyOrderElementsOf(routes);
    }

    private Map<String, String> examples() {
        var examples = new LinkedHashMap<String, String>();
        document.get("paths").properties().forEach(path -> {
            var get = path.getValue().get("get");
            var content = get.at("/responses/200/content/application~1json");
            content.get("examples")
                    .properties()
                    .forEach(example -> examples.put(
                            example.getValue().get("summary").asText().substring("GET ".length()),
                            get.get("operationId").asText() + "-" + example.getKey()));
        });
        return examples;
    }

    private ObjectNode schemaOf(String request) {
        var schema = JSON.createObjectNode();
        document.get("paths").properties().forEach(path -> {
            if (request.split("\\?", 2)[0].matches(path.getKey().replaceAll("\\{[a-z]+}", "[^/]+"))) {
                schema.setAll(
                        (ObjectNode) path.getValue().get("get").at("/responses/200/content/application~1json/schema"));
            }
        });
        schema.set("components", document.get("components"));
        return schema;
    }

    /// With `-Dexamples=write` keeps what is answered now as the examples of the document.
    @Test
    void every_example_is_answered_as_the_document_says() throws IOException {
        if ("write".equals(System.getProperty("examples"))) {
            write();
        }
        var examples = examples();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(document.get("paths").size());
        for (var example : examples.entrySet()) {
            var answer = client.get(example.getKey());
            assertThat(answer.statusCode()).as(example.getKey()).isEqualTo(200);
            var body = JSON.readTree(answer.body());
            var schema = SCHEMAS.getSchema(schemaOf(example.getKey()));
            assertThat(schema.validate(body)).as(example.getKey()).isEmpty();
            assertThat(schema.validate(JSON.createObjectNode())).as("empty").isNotEmpty();
            assertThat(body)
                    .as(example.getKey())
                    .isEqualTo(JSON.readTree(
                            EXAMPLES.resolve(example.getValue() + ".json").toFile()));
        }
    }

    private void write() throws IOException {
        Files.createDirectories(EXAMPLES);
        for (var example : examples().entrySet()) {
            Files.writeString(
                    EXAMPLES.resolve(example.getValue() + ".json"),
                    JSON.readTree(client.get(example.getKey()).body()).toPrettyString() + "\n");
        }
    }

    @Test
    void parameters_that_the_document_does_not_have_are_refused_everywhere() throws IOException {
        for (var example : examples().keySet()) {
            var refused = client.get(example + (example.contains("?") ? "&" : "?") + "colour=red&bahasa=en");
            assertThat(refused.statusCode()).as(example).isEqualTo(400);
            assertThat(JSON.readTree(refused.body()).at("/errors/0/name").asText())
                    .isEqualTo("colour");
            var problem = JSON.createObjectNode().put("$ref", "#/components/schemas/Problem");
            problem.set("components", document.get("components"));
            assertThat(SCHEMAS.getSchema(problem).validate(JSON.readTree(refused.body())))
                    .isEmpty();
        }
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        for (var example : examples().keySet()) {
            var first = client.get(example);
            var tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(client.get(example, "If-None-Match", "\"other\", " + tag).statusCode())
                    .isEqualTo(304);
            assertThat(client.get(example, "If-None-Match", "\"other\"").statusCode())
                    .isEqualTo(200);
            assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");
        }
    }

    @Test
    void lists_come_as_csv_too_with_a_column_for_each_question_of_the_form_that_is_asked_for() {
        var libraries =
                client.get("/api/v1/libraries?region=33.06.01&format=csv").body();
        assertThat(libraries)
                .startsWith("\uFEFF\"id\",\"name\",\"type\",\"scheme\",\"npp\",\"active\",\"merged_into\","
                        + "\"place.village.code\"")
                .contains("\"Perpustakaan Desa Harjobinangun\",\"DESA\"");
        var reports = client.get("/api/v1/reports?form=PM&limit=1", "Accept", "text/csv");
        assertThat(reports.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(reports.headers().firstValue("Link").orElseThrow()).contains("rel=\"next\"");
        assertThat(reports.body())
                .contains("\"answers.title\",\"answers.date_start\"")
                .contains("\"Pelatihan membuat keripik singkong\",\"2025-08-01\"");
        assertThat(client.get("/api/v1/summary?format=pdf").statusCode()).isEqualTo(400);
        assertThat(client.get("/api/v1/forms/PM?format=csv").statusCode()).isEqualTo(400);
    }

    @Test
    void the_page_explains_every_operation_in_both_languages() {
        for (var language : new String[] {"id", "en"}) {
            var page = client.get("/api?bahasa=" + language).body();
            document.get("paths")
                    .fieldNames()
                    .forEachRemaining(path -> assertThat(page).contains(">GET " + path + "</code>"));
            examples().keySet().forEach(example -> assertThat(page).contains(example.replace("&", "&amp;")));
        }
        var former = client.get("/bantuan/api");
        assertThat(former.statusCode()).isEqualTo(301);
        assertThat(former.headers().firstValue("Location")).contains("/api");
    }
}
