package id.laporpustaka.app;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.FreePort;
import id.laporpustaka.db.DatabaseUrl;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.metrics.Figures;
import id.laporpustaka.simulator.Phone;
import id.laporpustaka.simulator.SimulatedUser;
import id.laporpustaka.simulator.Simulator;
import id.laporpustaka.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/// What whoever runs the product sees of it: the running product with a Telegram and a database that are not its own.
class OperationsTest {
    private static final String TOKEN = "700000003:a-token-of-the-operations-test-01234567";
    private static final String METRICS_TOKEN = "a-token-for-prometheus-0123";
    private static final long SARI = 200177001;
    private static final Path OPERATIONS = Path.of("src/operations");

    /// What a query can name that is ours or the process's; `up` is Prometheus' own.
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:laporpustaka|jvm|process|system|hikaricp|executor|disk)_[a-z_]+\\b");

    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    @TempDir
    private static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Simulator telegram;
    private static Application application;
    private static int port;

    @BeforeAll
    static void start() {
        telegram = Simulator.start(
                new SimulatorSettings(
                        TOKEN,
                        "UjiBot",
                        "Uji",
                        List.of(new SimulatedUser(SARI, "Sari", "Wulandari", "id", "Pustakawan")),
                        false,
                        1,
                        Optional.empty()),
                0);
        port = FreePort.find();
        application = start(port, Map.of());
        talk();
    }

    private static Application start(int port, Map<String, String> further) {
        var address = FRESH.address();
        var environment = new HashMap<>(Map.of(
                "TELEGRAM_BOT_TOKEN", TOKEN,
                "TELEGRAM_API_URL", "http://127.0.0.1:" + telegram.port(),
                "DATABASE_URL", DatabaseUrl.of(address),
                "HTTP_PORT", Integer.toString(port),
                "DATA_DIR", folder.resolve("data-" + port).toString()));
        environment.putAll(further);
        return Application.start(
                Settings.read(environment, folder),
                Clock.systemUTC(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    private static void talk() {
        var sari = Phone.of(URI.create("http://127.0.0.1:" + telegram.port()), SARI);
        sari.say("/start");
        sari.awaitMessage("");
        sari.say("/bantuan");
        sari.awaitMessage("");
    }

    @AfterAll
    static void stop() {
        application.close();
        telegram.close();
        HTTP.close();
    }

    @Test
    void what_people_did_is_in_the_figures() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(figures().sum("laporpustaka_sends_total", "outcome", "delivered"))
                        .isGreaterThanOrEqualTo(2));

        var figures = figures();
        assertThat(figures.sum("laporpustaka_updates_received_total", "kind", "message"))
                .isEqualTo(2);
        assertThat(figures.sum("laporpustaka_updates_received_total", "kind", "callback_query"))
                .isZero();
        assertThat(figures.sum("laporpustaka_updates_handled_total")).isGreaterThanOrEqualTo(2);
        assertThat(figures.sum("laporpustaka_answer_seconds_count")).isEqualTo(2);
        assertThat(figures.sum("laporpustaka_answer_seconds_bucket", "le", "30.0"))
                .isEqualTo(2);
        assertThat(figures.sum("laporpustaka_handling_seconds_count")).isEqualTo(2);
        assertThat(figures.sum("laporpustaka_transaction_steps_sum")).isGreaterThanOrEqualTo(2);
        assertThat(figures.sum("laporpustaka_telegram_calls_seconds_count", "method", "sendmessage", "result", "done"))
                .isGreaterThanOrEqualTo(1);
        assertThat(figures.sum("laporpustaka_inbox_oldest_seconds", "lane", "interactive"))
                .isLessThan(30);
        assertThat(figures.sum("laporpustaka_database_up")).isEqualTo(1);
        assertThat(figures.sum("laporpustaka_telegram_up")).isEqualTo(1);
        assertThat(figures.sum("laporpustaka_telegram_leads")).isEqualTo(1);
        assertThat(figures.sum("hikaricp_connections_max")).isEqualTo(16);
    }

    @Test
    void requests_are_counted_by_their_route_and_never_by_their_path() {
        get(port, "/perpustakaan/4711");
        get(port, "/nowhere/4711");

        await().untilAsserted(() -> {
            var figures = figures();
            assertThat(figures.sum(
                            "laporpustaka_http_requests_seconds_count", "route", "/perpustakaan/{id}", "status", "401"))
                    .isEqualTo(1);
            assertThat(figures.sum("laporpustaka_http_requests_seconds_count", "route", "none", "status", "404"))
                    .isGreaterThanOrEqualTo(1);
            assertThat(figures.sum("laporpustaka_http_requests_seconds_count", "route", "/metrics", "status", "200"))
                    .isGreaterThanOrEqualTo(1);
        });
        assertThat(get(port, "/metrics").body()).doesNotContain("4711");
    }

    @Test
    void no_label_tells_of_a_person_or_a_secret() {
        var text = get(port, "/metrics").body();

        assertThat(text).doesNotContain(Long.toString(SARI), "Sari", "Wulandari", TOKEN, TOKEN.substring(0, 9));
        assertThat(Figures.read(text).samples())
                .flatExtracting(sample -> new ArrayList<>(sample.labels().entrySet()))
                .filteredOn(label -> !label.getKey().equals("le"))
                .extracting(Map.Entry::getValue)
                .noneMatch(value -> value.matches(".*[0-9]{4,}.*"));
    }

    @Test
    void what_waits_is_told_for_all_processes_together() {
        var db = FRESH.context();
        db.insertInto(CHAT, CHAT.ID).values(77L).execute();
        db.insertInto(INBOX, INBOX.BOT_ID, INBOX.UPDATE_ID, INBOX.CHAT_ID, INBOX.HANDLED_AT, INBOX.SET_ASIDE_BECAUSE)
                .values(1L, 1L, 77L, Instant.now(), "IllegalStateException")
                .execute();
        db.insertInto(OUTBOX, OUTBOX.CHAT_ID, OUTBOX.CARD, OUTBOX.EDIT, OUTBOX.PRIORITY, OUTBOX.DUE_AT)
                .values(77L, 1, false, (short) 1, Instant.now().plusSeconds(3_600))
                .execute();

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            var figures = figures();
            assertThat(figures.sum("laporpustaka_inbox_set_aside")).isEqualTo(1);
            assertThat(figures.sum("laporpustaka_outbox_messages", "lane", "bulk"))
                    .isEqualTo(1);
            assertThat(figures.sum("laporpustaka_outbox_oldest_seconds", "lane", "bulk"))
                    .isZero();
        });
        db.deleteFrom(INBOX).where(INBOX.CHAT_ID.eq(77L)).execute();
        db.deleteFrom(OUTBOX).where(OUTBOX.CHAT_ID.eq(77L)).execute();
    }

    @Test
    void the_figures_come_in_prometheus_own_format() {
        var answer = get(port, "/metrics");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        var figures = Figures.read(answer.body());
        assertThat(figures.samples())
                .filteredOn(sample -> sample.labels().getOrDefault("le", "").equals("+Inf"))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.value())
                        .isEqualTo(figures.samples().stream()
                                .filter(other ->
                                        other.name().equals(sample.name().replace("_bucket", "_count")))
                                .filter(other -> sample.labels()
                                        .entrySet()
                                        .containsAll(other.labels().entrySet()))
                                .findFirst()
                                .orElseThrow()
                                .value()));
    }

    @Test
    void without_a_token_only_this_machine_may_look() throws Exception {
        assertThat(get(port, "/metrics").statusCode()).isEqualTo(200);
        assertThat(get(port, "/metrics", "X-Forwarded-For", "203.0.113.9").statusCode())
                .isEqualTo(404);
        assertThat(get(port, "/metrics", "X-Forwarded-For", "127.0.0.1").statusCode())
                .isEqualTo(404);
        var elsewhere = addressOfThisMachine();
        if (elsewhere.isPresent()) {
            var answer = send(
                    "http://%s:%d/metrics".formatted(elsewhere.get().getHostAddress(), port),
                    "Authorization",
                    "Bearer " + METRICS_TOKEN);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("laporpustaka_");
        }
    }

    @Test
    void with_a_token_whoever_shows_it_may_look_and_nobody_else() {
        var other = FreePort.find();
        try (var _ = start(other, Map.of("METRICS_TOKEN", METRICS_TOKEN, "TELEGRAM_MODE", "webhook"))) {
            var bearer = "Bearer " + METRICS_TOKEN;

            assertThat(get(other, "/metrics", "Authorization", bearer).statusCode())
                    .isEqualTo(200);
            assertThat(get(other, "/metrics", "Authorization", bearer, "X-Forwarded-For", "203.0.113.9")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(other, "/metrics", "Authorization", bearer + "x").statusCode())
                    .isEqualTo(404);
            assertThat(get(other, "/metrics", "Authorization", "Bearer ").statusCode())
                    .isEqualTo(404);
            assertThat(get(other, "/metrics").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void dashboard_and_alerts_name_only_figures_that_there_are() throws IOException {
        get(port, "/healthz");
        System.gc();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(figures().names()).contains("jvm_gc_pause_seconds_sum"));
        var names = figures().names();
        var dashboard = new ObjectMapper()
                .readTree(OPERATIONS.resolve("grafana-dashboard.json").toFile());
        var queries = new ArrayList<String>();
        dashboard.findValues("expr").forEach(query -> queries.add(query.textValue()));
        dashboard.findValues("definition").forEach(query -> queries.add(query.textValue()));
        var ofDashboard = queries.size();
        alerts().forEach(alert -> queries.add(alert.path("expr").asText()));

        assertThat(ofDashboard).isGreaterThan(25);
        assertThat(queries.size() - ofDashboard).isGreaterThan(9);
        for (var query : queries) {
            var named =
                    METRIC.matcher(query).results().map(found -> found.group()).toList();
            assertThat(named.isEmpty() ? query.contains("up{job=") : names.containsAll(named))
                    .as(query)
                    .isTrue();
        }
        assertThat(queries)
                .allMatch(query -> query.chars().filter(sign -> sign == '(').count()
                        == query.chars().filter(sign -> sign == ')').count());
    }

    @Test
    void every_alert_says_what_to_do_and_is_explained_in_the_readme() throws IOException {
        var readme = Files.readString(Path.of("README.md"));

        for (var alert : alerts()) {
            assertThat(alert.fieldNames()).toIterable().isSubsetOf("alert", "expr", "for", "labels", "annotations");
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.at("/annotations/description").asText()).hasSizeGreaterThan(100);
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(readme).contains("`" + alert.path("alert").asText() + "`");
        }
    }

    @Test
    void the_dashboard_can_be_imported_with_a_data_source_of_ones_own() throws IOException {
        var dashboard = new ObjectMapper()
                .readTree(OPERATIONS.resolve("grafana-dashboard.json").toFile());

        assertThat(dashboard.at("/templating/list/0/type").textValue()).isEqualTo("datasource");
        assertThat(dashboard.at("/templating/list/0/name").textValue()).isEqualTo("source");
        assertThat(dashboard.findValues("datasource"))
                .isNotEmpty()
                .allMatch(source -> source.path("uid").textValue().equals("${source}"));
        assertThat(dashboard.path("panels"))
                .extracting(panel -> panel.path("id").intValue())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_process_that_is_not_ready_says_why_and_since_when() throws IOException {
        var well = get(port, "/readyz");
        assertThat(well.statusCode()).isEqualTo(200);
        var version = FRESH.context()
                .fetchSingle("select max(version) from flyway_schema_history")
                .get(0, String.class);
        FRESH.context()
                .execute("update flyway_schema_history set version = '000' where version = '%s'".formatted(version));
        HttpResponse<String> unwell;
        try {
            unwell = get(port, "/readyz");
        } finally {
            FRESH.context()
                    .execute(
                            "update flyway_schema_history set version = '%s' where version = '000'".formatted(version));
        }

        assertThat(unwell.statusCode()).isEqualTo(503);
        JsonNode answer = new ObjectMapper().readTree(unwell.body());
        assertThat(answer.path("ready").booleanValue()).isFalse();
        assertThat(answer.at("/failing/0").textValue()).isEqualTo("database");
        assertThat(answer.at("/reasons/0/reason").textValue())
                .isEqualTo("Its schema is older than version %s, which this program needs.".formatted(version));
        assertThat(OffsetDateTime.parse(answer.at("/reasons/0/since").textValue()))
                .isAfter(OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1));
        assertThat(get(port, "/readyz").statusCode()).isEqualTo(200);
    }

    private static Figures figures() {
        return Figures.read(get(port, "/metrics").body());
    }

    private static List<JsonNode> alerts() throws IOException {
        Object file = new Yaml().load(Files.readString(OPERATIONS.resolve("alerts.yaml")));
        var alerts = new ArrayList<JsonNode>();
        JsonNode groups = new ObjectMapper().<JsonNode>valueToTree(file).path("groups");
        groups.forEach(group -> group.path("rules").forEach(alerts::add));
        return alerts;
    }

    private static HttpResponse<String> get(int port, String path, String... headers) {
        return send("http://localhost:%d%s".formatted(port, path), headers);
    }

    private static HttpResponse<String> send(String address, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// One by which it is reached over a network, if it has any.
    private static Optional<InetAddress> addressOfThisMachine() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }
}
