package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.API_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.ApiRight;
import id.laporpustaka.people.ApiTokens;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditFilter;
import id.laporpustaka.people.AuditLog;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.Regions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApiTokenTest {
    private static final Pattern SECRET = Pattern.compile("lp_[A-Za-z0-9_-]{22}");
    private static final String SUMMARY = "/api/v1/summary?from=2025-08-01&to=2025-08-31";
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private Installation installation;
    private Purworejo world;
    private Client program;

    @BeforeEach
    void start() {
        installation = new Installation(fresh.database());
        world = new Purworejo(fresh.context()).withReports();
        program = installation.client();
    }

    @AfterEach
    void stop() {
        program.close();
        installation.close();
    }

    private HttpResponse<String> get(String path, String token) {
        return program.get(path, "Authorization", "Bearer " + token);
    }

    private String token(long person, Set<ApiRight> rights, String region) {
        var found = Optional.of(region)
                .filter(code -> !code.isEmpty())
                .flatMap(code -> new Regions(fresh.context()).findByCode(code));
        return make(person, rights, found).orElseThrow();
    }

    private Optional<String> make(long person, Set<ApiRight> rights, Optional<Region> region) {
        return fresh.database()
                .inTransaction(db -> new ApiTokens(db)
                        .create(
                                By.product(),
                                person,
                                new ApiTokens.Terms("Power BI", rights, region),
                                installation.now(),
                                Duration.ofDays(90)));
    }

    private static String code(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body()).get("code").asText();
    }

    @Test
    void a_token_is_made_on_its_page_and_shown_once_and_only_its_hash_is_kept() throws Exception {
        try (var browser = installation.signedIn(world.coordinator)) {
            var form = new HashMap<>(Map.of(
                    "_csrf",
                    Client.csrfTokenIn(browser.get("/token")),
                    "name",
                    "Dasbor <Dinas>",
                    "right",
                    "summary",
                    "days",
                    "90",
                    "region",
                    "33.06.01"));
            var made = browser.post("/token", form);
            var secret = SECRET.matcher(made.body());
            assertThat(secret.find()).isTrue();
            var kept = fresh.context().selectFrom(API_TOKEN).fetchSingle();
            assertThat(kept.getTokenHash())
                    .isEqualTo(MessageDigest.getInstance("SHA-256")
                            .digest(secret.group().getBytes(StandardCharsets.UTF_8)));
            assertThat(Duration.between(kept.getCreatedAt(), kept.getExpiresAt()))
                    .isEqualTo(Duration.ofDays(90));
            assertThat(SECRET.matcher(browser.get("/token").body()).find()).isFalse();
            assertThat(JSON.readTree(get(SUMMARY, secret.group()).body())
                            .at("/totals/reports")
                            .asInt())
                    .isEqualTo(4);
            assertThat(Client.text(browser.get("/token?bahasa=en")))
                    .contains("Dasbor &lt;Dinas&gt;")
                    .contains("Kec. Grabag (33.06.01)")
                    .contains("20 Aug 2025");
            for (var wrong :
                    Map.of("name", "", "days", "366", "region", "33.07").entrySet()) {
                var mended = new HashMap<>(form);
                mended.put(wrong.getKey(), wrong.getValue());
                assertThat(browser.post("/token", mended).statusCode())
                        .as(wrong.getKey())
                        .isEqualTo(422);
            }
        }
        assertThat(new AuditLog(fresh.context())
                        .list(new Scope.Everything(), AuditFilter.all().ofAction(AuditAction.API_TOKEN_MADE), 0)
                        .total())
                .isEqualTo(1);
    }

    @Test
    void a_token_sees_what_its_person_sees_now_within_its_own_region() throws Exception {
        var all = token(world.admin, EnumSet.of(ApiRight.SUMMARY), "");
        var wonosobo = token(world.admin, EnumSet.of(ApiRight.SUMMARY), "33.07");
        var regency = token(world.coordinator, EnumSet.of(ApiRight.SUMMARY), "");
        assertThat(JSON.readTree(get(SUMMARY, all).body()).at("/totals/reports").asInt())
                .isEqualTo(6);
        assertThat(JSON.readTree(get(SUMMARY, wonosobo).body())
                        .at("/totals/reports")
                        .asInt())
                .isEqualTo(1);
        assertThat(JSON.readTree(get(SUMMARY, regency).body())
                        .at("/totals/reports")
                        .asInt())
                .isEqualTo(5);
        assertThat(code(get(SUMMARY + "&region=33.06", wonosobo))).isEqualTo("outside-scope");

        fresh.context().execute("update assignment set revoked_at = now() where person_id = " + world.coordinator);
        assertThat(code(get(SUMMARY, regency))).isEqualTo("not-allowed");
    }

    @Test
    void a_token_reads_only_what_it_is_for() throws Exception {
        var token = token(world.admin, EnumSet.of(ApiRight.FORMS), "");
        assertThat(get("/api/v1/forms", token).statusCode()).isEqualTo(200);
        for (var path : Set.of("/summary", "/reports", "/reports/PM-1", "/libraries", "/libraries/1", "/people")) {
            var refused = get("/api/v1" + path, token);
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(code(refused)).isEqualTo("right-missing");
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("insufficient_scope");
        }
        assertThat(get("/token", token).statusCode()).isEqualTo(401);
    }

    @Test
    void without_a_token_that_is_valid_the_answer_is_no_even_with_a_session() throws Exception {
        var stranger = program.get(SUMMARY);
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        try (var browser = installation.signedIn(world.admin)) {
            var wrong = browser.get(SUMMARY, "Authorization", "Bearer lp_AAAAAAAAAAAAAAAAAAAAAA");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(code(wrong)).isEqualTo("invalid-token");
            assertThat(wrong.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
            assertThat(browser.get(SUMMARY, "Authorization", "Basic abc").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_token_ends_with_its_time_its_person_and_when_it_is_ended() {
        var rights = EnumSet.of(ApiRight.SUMMARY);
        var ended = token(world.coordinator, rights, "");
        var id = fresh.context().selectFrom(API_TOKEN).fetchSingle().getId();
        var others = token(world.admin, rights, "");
        var erased = token(world.coordinator, rights, "");
        try (var browser = installation.signedIn(world.coordinator)) {
            var csrf = Map.of("_csrf", Client.csrfTokenIn(browser.get("/token")));
            browser.post("/token/" + id + "/akhiri", csrf);
            browser.post("/token/" + (id + 1) + "/akhiri", csrf);
        }
        assertThat(get(SUMMARY, ended).statusCode()).isEqualTo(401);
        assertThat(get(SUMMARY, others).statusCode()).isEqualTo(200);

        assertThat(get(SUMMARY, erased).statusCode()).isEqualTo(200);
        fresh.context().execute("update assignment set revoked_at = now() where person_id = " + world.coordinator);
        new People(fresh.context()).erase(By.product(), world.coordinator, installation.now());
        assertThat(get(SUMMARY, erased).statusCode()).isEqualTo(401);
        assertThat(fresh.context().fetchCount(API_TOKEN)).isEqualTo(1);

        installation.pass(Duration.ofDays(90));
        assertThat(get(SUMMARY, others).statusCode()).isEqualTo(401);
    }

    @Test
    void one_may_have_twenty_tokens() {
        for (var number = 0; number < ApiTokens.MOST; number++) {
            assertThat(make(world.admin, EnumSet.of(ApiRight.FORMS), Optional.empty()))
                    .isPresent();
        }
        assertThat(make(world.admin, EnumSet.of(ApiRight.FORMS), Optional.empty()))
                .isEmpty();
    }

    @Test
    void whoever_asks_too_often_is_told_when_to_come_again() throws Exception {
        var token = token(world.admin, EnumSet.of(ApiRight.FORMS), "");
        for (var number = 0; number < ApiLimits.REQUESTS; number++) {
            assertThat(get("/api/v1/forms", token).statusCode()).isEqualTo(200);
        }
        var refused = get("/api/v1/forms", token);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(code(refused)).isEqualTo("too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.headers().firstValue("RateLimit")).contains("\"api\";r=0;t=60");
        installation.pass(Duration.ofSeconds(1));
        assertThat(get("/api/v1/forms", token).headers().firstValue("RateLimit"))
                .contains("\"api\";r=1;t=60");
    }

    @Test
    void problems_come_in_the_language_that_is_asked_for_and_else_in_the_persons() throws Exception {
        var token = token(world.admin, EnumSet.of(ApiRight.SUMMARY), "");
        var path = "/api/v1/summary?hue=red";
        var indonesian = JSON.readTree(get(path, token).body());
        var english = JSON.readTree(program.get(
                        path, "Authorization", "Bearer " + token, "Accept-Language", "fr;q=0.9, en-GB;q=0.8, id;q=0.5")
                .body());
        assertThat(indonesian.at("/errors/0/accepted").asText()).startsWith("salah satu dari from, to,");
        assertThat(english.at("/errors/0/accepted").asText()).startsWith("one of from, to,");
        assertThat(JSON.readTree(get(path + "&bahasa=en", token).body())
                        .get("detail")
                        .asText())
                .startsWith("hue: found \"hue\", accepted is one of");
    }
}
