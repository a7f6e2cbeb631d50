package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.People;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebServerTest {
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    @RegisterExtension
    static final FreshDatabase BROKEN = new FreshDatabase();

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Installation installation;
    private static Installation local;

    @BeforeAll
    static void start() {
        installation = new Installation(
                FRESH.database(), "https://lapor.example.id", false, Optional.of(WebServerTest::accept), List.of());
        local = new Installation(
                FRESH.database(), "http://localhost:8080", true, Optional.empty(), List.of(WebServerTest::addFurther));
    }

    @AfterAll
    static void stop() {
        installation.close();
        local.close();
    }

    private static WebhookHandler.Outcome accept(Optional<String> secret, String body) {
        if (!secret.equals(Optional.of("right"))) {
            return WebhookHandler.Outcome.WRONG_SECRET;
        }
        return switch (body) {
            case "{\"update_id\":1}" -> WebhookHandler.Outcome.ACCEPTED;
            case "broken" -> throw new IllegalStateException("cannot store update of Bu Sari");
            default -> WebhookHandler.Outcome.UNREADABLE;
        };
    }

    private static void addFurther(RoutesConfig routes) {
        routes.get("/simulator", context -> context.result("phones"));
    }

    @Test
    void every_route_of_ours_says_who_may_call_it() {
        var routes = routesOf(installation);

        assertThat(routes)
                .hasSizeGreaterThan(8)
                .allSatisfy(route -> assertThat(rolesOf(route))
                        .as("%s %s", route.endpoint.method, route.endpoint.path)
                        .hasSize(1));
    }

    @Test
    void no_guarded_route_answers_without_a_session() throws IOException {
        try (var client = installation.client()) {
            for (var route : routesOf(installation)) {
                if (rolesOf(route).contains(Access.PUBLIC)) {
                    continue;
                }
                var path = route.endpoint.path.replaceAll("\\{[^}]+}", "1");

                var response = client.send(route.endpoint.method.name(), path, "");

                assertThat(response.statusCode()).as(path).isEqualTo(401);
                if (path.startsWith("/api/")) {
                    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                            .startsWith("application/problem+json");
                    assertThat(JSON.readTree(response.body()).get("code").asText())
                            .isEqualTo("not-signed-in");
                } else {
                    assertThat(response.body()).contains("Silakan masuk dahulu", "/web");
                }
            }
        }
    }

    @Test
    void public_routes_are_these_and_no_others() {
        assertThat(routesOf(installation))
                .filteredOn(route -> rolesOf(route).contains(Access.PUBLIC))
                .extracting(route -> route.endpoint.method.name() + " " + route.endpoint.path)
                .containsExactlyInAnyOrder(
                        "GET /aset/{version}/{name}",
                        "GET /healthz",
                        "GET /readyz",
                        "GET /metrics",
                        "GET /masuk",
                        "POST /masuk",
                        "GET /mini",
                        "POST /mini",
                        "GET /api",
                        "GET /api/v1/openapi.json",
                        "GET /bantuan/api",
                        "GET /data/{file}",
                        "GET /cek",
                        "GET /cek/{proof}",
                        "POST /telegram/webhook");
    }

    @Test
    void every_response_carries_the_headers_that_protect_it() {
        try (var client = installation.client()) {
            for (var path : List.of("/", "/masuk", "/healthz", "/nowhere", "/api/nowhere")) {
                var headers = client.get(path).headers();

                assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                        .as(path)
                        .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                        .doesNotContain("unsafe");
                assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
                assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
                assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
                assertThat(headers.firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
                assertThat(headers.firstValue("Server")).isEmpty();
            }
        }
    }

    @Test
    void pages_have_no_script_or_style_of_their_own_and_load_only_from_here() {
        try (var client = installation.client()) {
            var page = client.get("/masuk").body();

            assertThat(page).doesNotContain("<style", "style=", "onclick", "http://", "https://");
            assertThat(page).contains("<script src=\"/aset/");
            assertThat(page.replaceAll("<script src=\"/aset/[0-9a-f]+/[a-z]+\\.js\" defer></script>", ""))
                    .doesNotContain("<script");
        }
    }

    @Test
    void assets_keep_for_good_and_old_versions_are_gone() {
        try (var client = installation.client()) {
            var path = new Assets().path("pages.css");

            var present = client.get(path);
            var old = client.get("/aset/000000000000/pages.css");

            assertThat(present.statusCode()).isEqualTo(200);
            assertThat(present.headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
            assertThat(present.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
            assertThat(old.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void an_unknown_page_is_a_page_and_an_unknown_api_path_a_problem() throws IOException {
        try (var client = installation.client()) {
            var page = client.get("/nowhere");
            var english = client.get("/nowhere?bahasa=en");
            var api = client.get("/api/v9/nothing");

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("Halaman tidak ditemukan", "<html lang=\"id\">");
            assertThat(english.body()).contains("Page not found", "<html lang=\"en\">");
            assertThat(api.statusCode()).isEqualTo(404);
            assertThat(api.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
            var problem = JSON.readTree(api.body());
            assertThat(problem.get("type").asText()).isEqualTo("https://lapor.example.id/api#not-found");
            assertThat(problem.get("status").asInt()).isEqualTo(404);
        }
    }

    @Test
    void a_wrong_method_is_told_apart_from_an_unknown_page() {
        try (var client = installation.client()) {
            assertThat(client.send("DELETE", "/masuk", "").statusCode()).isEqualTo(405);
        }
    }

    @Test
    void it_is_ready_while_all_its_parts_are_well() {
        try (var client = installation.client()) {
            var well = client.get("/readyz");
            installation.pollerHealthy.set(false);
            var unwell = client.get("/readyz");
            installation.pollerHealthy.set(true);

            assertThat(well.statusCode()).isEqualTo(200);
            assertThat(unwell.statusCode()).isEqualTo(503);
            assertThat(unwell.body())
                    .isEqualTo("{\"ready\":false,\"failing\":[\"poller\"],\"reasons\":[{\"check\":\"poller\","
                            + "\"reason\":\"Nothing was heard.\",\"since\":\"2025-08-20T03:00:00Z\"}],\"notes\":[]}");
            assertThat(client.get("/healthz").body()).isEqualTo("ok");
        }
    }

    @Test
    void the_webhook_hands_over_secret_and_body() {
        try (var client = installation.client()) {
            var path = "/telegram/webhook";

            assertThat(client.send("POST", path, "{\"update_id\":1}", SECRET, "right")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.send("POST", path, "{\"update_id\":1}", SECRET, "wrong")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(client.send("POST", path, "{\"update_id\":1}").statusCode())
                    .isEqualTo(401);
            assertThat(client.send("POST", path, "nonsense", SECRET, "right").statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_failure_gives_a_reference_and_nothing_of_what_went_wrong() {
        try (var client = installation.client()) {
            var failed = client.send("POST", "/telegram/webhook", "broken", SECRET, "right");

            assertThat(failed.statusCode()).isEqualTo(500);
            assertThat(failed.body())
                    .contains("\"reference\":\"")
                    .doesNotContain("Bu Sari", "IllegalState", "at id.laporpustaka");
        }
    }

    @Test
    void without_its_database_it_is_not_ready_and_pages_apologise() {
        try (var broken = new Installation(BROKEN.database());
                var client = broken.client()) {
            BROKEN.database().close();

            var page = client.get("/", "Cookie", "lapor-pustaka=AAAAAAAAAAAAAAAAAAAAAA");
            var readiness = client.get("/readyz");

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body())
                    .contains("Maaf, terjadi kesalahan di pihak kami", "Nomor rujukan")
                    .doesNotContain("Hikari", "SQL");
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(readiness.body()).contains("\"failing\":[\"database\"]");
            assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void there_is_no_webhook_when_updates_are_polled_for() {
        try (var client = local.client()) {
            assertThat(client.send("POST", "/telegram/webhook", "{}").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void further_routes_are_mounted() {
        try (var client = local.client()) {
            assertThat(client.get("/simulator").body()).isEqualTo("phones");
        }
    }

    @Test
    void a_local_server_answers_to_its_own_names_only() throws IOException {
        for (var own : List.of("localhost", "localhost:8080", "127.0.0.1:9", "[::1]:8080")) {
            assertThat(statusWithHost(own)).as(own).isEqualTo(200);
        }
        for (var foreign : List.of("evil.example", "localhost.evil.example", "192.168.1.7:8080", "[::2]")) {
            assertThat(statusWithHost(foreign)).as(foreign).isEqualTo(421);
        }
    }

    @Test
    void a_body_beyond_the_limit_is_refused() {
        try (var client = installation.client()) {
            var response = client.send("POST", "/telegram/webhook", "x".repeat(1_100_000), SECRET, "right");

            assertThat(response.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void a_person_reads_errors_in_their_language() {
        var person = new People(FRESH.context()).add(2002, "Ms Reader", "en");
        try (var client = local.signedIn(person)) {
            assertThat(client.get("/nowhere").body()).contains("Page not found");
            assertThat(client.get("/").body()).contains("This page is for coordinators");
        }
    }

    private static List<ParsedEndpoint> routesOf(Installation installation) {
        return installation.server.javalin().unsafe.internalRouter.allHttpHandlers().stream()
                .filter(route -> !List.of(HandlerType.BEFORE, HandlerType.AFTER).contains(route.endpoint.method))
                .toList();
    }

    private static Set<RouteRole> rolesOf(ParsedEndpoint route) {
        var roles = route.endpoint.metadata(Roles.class);
        return roles == null ? Set.of() : roles.getRoles();
    }

    private static int statusWithHost(String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), local.server.port())) {
            socket.getOutputStream()
                    .write("GET /healthz HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host)
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}
