package id.laporpustaka.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.export.CsvRows;
import id.laporpustaka.web.openapi.ApiJson;
import id.laporpustaka.web.openapi.OpenApiDocument;
import id.laporpustaka.web.openapi.Operation;
import id.laporpustaka.web.openapi.Rows;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The API for programs below `/api/v1`: one table of endpoints, out of which come the routes, the OpenAPI
/// document and the page that explains them.
final class ApiRoutes {
    static final String BASE = "/api/v1";
    static final String PAGE = "/api";
    static final String DOCUMENT = BASE + "/openapi.json";

    private static final String FORMER_PAGE = "/bantuan/api";
    private static final String VERSION = "1.0.0";
    private static final int TAG = 16;

    private final Desk desk;
    private final List<Endpoint> endpoints;
    private final ObjectMapper json = new ObjectMapper();

    ApiRoutes(Desk desk) {
        this.desk = desk;
        this.endpoints = Stream.of(
                        new SummaryApi(desk).endpoints(),
                        new ReportApi(desk).endpoints(),
                        new LibraryApi(desk).endpoints(),
                        new PeopleApi(desk).endpoints(),
                        new FormApi(desk).endpoints())
                .flatMap(List::stream)
                .toList();
    }

    List<Operation> operations() {
        return endpoints.stream().map(Endpoint::operation).toList();
    }

    void addTo(GuardedRoutes routes) {
        for (var endpoint : endpoints) {
            routes.forPrograms(
                    endpoint.operation().path(),
                    endpoint.right(),
                    (context, visitor) -> answer(context, visitor, endpoint));
        }
        routes.open(HandlerType.GET, DOCUMENT, this::describe);
        routes.open(HandlerType.GET, PAGE, this::explain);
        routes.open(
                HandlerType.GET,
                FORMER_PAGE,
                context -> context.redirect(desk.frame(context).link(PAGE), HttpStatus.MOVED_PERMANENTLY));
    }

    private void answer(Context context, Visitor visitor, Endpoint endpoint) {
        var request = new ApiRequest(
                context, visitor, endpoint.operation(), desk.frame(context).words());
        var answer = endpoint.answering().answer(request);
        answer.next().ifPresent(next -> context.header("Link", "<" + next + ">; rel=\"next\""));
        if (request.wantsCsv()) {
            send(context, "text/csv; charset=utf-8", csv(endpoint.operation(), answer));
        } else {
            send(context, "application/json", ApiJson.write(answer.body()));
        }
    }

    private static byte[] csv(Operation operation, Endpoint.Answer answer) {
        var bytes = new ByteArrayOutputStream();
        try (var rows = new CsvRows(bytes)) {
            Rows.of(operation, ApiJson.tree(answer.body()), answer.fields()).forEach(rows::add);
        }
        return bytes.toByteArray();
    }

    /// What has not changed is not sent again.
    private static void send(Context context, String type, byte[] body) {
        var tag = tagOf(body);
        context.header("ETag", tag)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept, Accept-Language, Authorization, Cookie");
        if (isKnown(context, tag)) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            context.contentType(type).result(body);
        }
    }

    static boolean isKnown(Context context, String tag) {
        return Optional.ofNullable(context.header("If-None-Match")).stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(known -> known.strip().replaceFirst("^W/", ""))
                .anyMatch(known -> known.equals(tag) || known.equals("*"));
    }

    private static String tagOf(byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void describe(Context context) {
        var document = document(desk.frame(context).words());
        send(context, "application/json", document.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private JsonNode document(Words words) {
        return new OpenApiDocument(
                        desk.settings().address(""),
                        key -> Optional.of("api." + key).filter(words::has).map(words::text),
                        this::example,
                        ErrorResponses.Problem.class)
                .of(VERSION, operations());
    }

    /// What a real server answered to it once, which a test compares with what it answers now.
    private Optional<JsonNode> example(Operation operation, Operation.Example example) {
        var name = "/web/api/" + operation.id() + "-" + example.name() + ".json";
        try (var stored = ApiRoutes.class.getResourceAsStream(name)) {
            return stored == null ? Optional.empty() : Optional.of(json.readTree(stored));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void explain(Context context) {
        var frame = desk.frame(context);
        var words = frame.words();
        var view = new ApiView(
                frame.link(DOCUMENT),
                frame.visitor().filter(it -> it.may(Access.COORDINATOR)).isPresent()
                        ? frame.link(TokenRoutes.PATH)
                        : "",
                operations().stream().map(it -> shown(it, words)).toList(),
                List.of(RequestProblem.Kind.values()));
        desk.show(context, "api.jte", frame, view);
    }

    private ApiView.Shown shown(Operation operation, Words words) {
        return new ApiView.Shown(
                operation.id(),
                operation.path(),
                words.text("api.operation." + operation.id()),
                words.text("api.operation." + operation.id() + ".text"),
                operation.right(),
                operation.rows().isPresent(),
                operation.parameters().stream()
                        .map(parameter -> new ApiView.Named(
                                parameter.name(),
                                words.text("api.parameter." + parameter.name()),
                                ApiView.accepted(parameter.kind())))
                        .toList(),
                operation.examples().stream()
                        .map(example -> new ApiView.Tried(
                                "curl -H \"Authorization: Bearer $TOKEN\" '"
                                        + desk.settings().address(example.request()) + "'",
                                example(operation, example)
                                        .map(JsonNode::toPrettyString)
                                        .orElse("")))
                        .toList());
    }
}
