package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.db.FreshDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SummaryApiTest {
    private static final String AUGUST = "/api/v1/summary?from=2025-08-01&to=2025-08-31";
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    private static Installation installation;
    private static Purworejo world;

    @BeforeAll
    static void start() {
        installation = new Installation(FRESH.database());
        world = new Purworejo(FRESH.context()).withReports();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void a_summary_has_totals_groups_the_period_before_and_coverage() throws Exception {
        try (var client = installation.signedIn(world.coordinator)) {
            var answer = read(client, AUGUST + "&group_by=district");

            assertThat(answer.get("from").asText()).isEqualTo("2025-08-01");
            assertThat(answer.get("group_by").asText()).isEqualTo("district");
            assertThat(answer.has("region")).isFalse();
            assertThat(answer.get("totals").toString())
                    .isEqualTo(
                            "{\"reports\":5,\"sessions\":5,\"male\":60,\"female\":100,\"participants\":160,"
                                + "\"disabled\":0,\"amount\":0,\"photos\":5,\"visits\":0,\"regulations\":0,\"stories\":0,\"libraries\":2}");
            assertThat(answer.get("previous").get("from").asText()).isEqualTo("2025-07-01");
            assertThat(answer.get("previous").get("to").asText()).isEqualTo("2025-07-31");
            assertThat(answer.at("/previous/totals/reports").asInt()).isEqualTo(3);
            assertThat(answer.get("coverage").toString()).isEqualTo("{\"partners\":3,\"joined\":2,\"reported\":2}");
            assertThat(answer.get("groups")).hasSize(2);
            assertThat(answer.at("/groups/0/key").asText()).isEqualTo("33.06.01");
            assertThat(answer.at("/groups/0/label").asText()).isEqualTo("Kec. Grabag");
            assertThat(answer.at("/groups/0/totals/reports").asInt()).isEqualTo(4);
            assertThat(answer.at("/groups/0/previous/reports").asInt()).isEqualTo(1);
        }
    }

    @Test
    void groups_carry_the_words_of_the_forms() throws Exception {
        try (var client = installation.signedIn(world.coordinator)) {
            var topics = read(client, AUGUST + "&group_by=topic");
            var types = read(client, AUGUST + "&group_by=type&bahasa=en");
            var months = read(client, "/api/v1/summary?from=2025-06-01&to=2025-08-31&group_by=month");

            assertThat(topics.get("groups").findValuesAsText("label"))
                    .containsExactly("Ekonomi dan UMKM", "Pendidikan dan literasi");
            assertThat(types.get("groups").findValuesAsText("label")).containsExactly("Community engagement");
            assertThat(months.get("groups").findValuesAsText("key")).containsExactly("2025-06", "2025-07", "2025-08");
            assertThat(months.at("/groups/0").has("previous")).isFalse();
        }
    }

    @Test
    void the_scope_decides_what_is_counted() throws Exception {
        try (var admin = installation.signedIn(world.admin);
                var coordinator = installation.signedIn(world.coordinator)) {
            assertThat(read(admin, AUGUST).at("/totals/reports").asInt()).isEqualTo(6);
            assertThat(read(admin, AUGUST + "&region=33.07")
                            .at("/totals/reports")
                            .asInt())
                    .isEqualTo(1);
            assertThat(read(coordinator, AUGUST).at("/totals/reports").asInt()).isEqualTo(5);
            assertThat(read(coordinator, AUGUST + "&region=33.06.06")
                            .at("/totals/reports")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_region_outside_or_around_the_scope_is_refused() throws Exception {
        try (var client = installation.signedIn(world.coordinator)) {
            for (var region : List.of("33.07", "33.07.01.2001", "33", "81")) {
                var response = client.get(AUGUST + "&region=" + region);

                assertThat(response.statusCode()).as(region).isEqualTo(403);
                assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("application/problem+json");
                assertThat(JSON.readTree(response.body()).get("code").asText()).isEqualTo("outside-scope");
            }
        }
    }

    @Test
    void a_reporter_without_duties_is_refused() {
        try (var client = installation.signedIn(world.reporter)) {
            assertThat(client.get(AUGUST).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void all_that_is_wrong_is_told_at_once() throws Exception {
        try (var client = installation.signedIn(world.admin)) {
            var response = client.get(
                    "/api/v1/summary?from=17-8-2025&to=tomorrow&region=33.99&group_by=colour&form=XY&hue=red&bahasa=en");

            var problem = JSON.readTree(response.body());
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(problem.get("code").asText()).isEqualTo("bad-parameters");
            assertThat(problem.get("errors").findValuesAsText("name"))
                    .containsExactly("from", "to", "region", "group_by", "form", "hue");
            assertThat(problem.get("errors").findValuesAsText("found"))
                    .containsExactly("17-8-2025", "tomorrow", "33.99", "colour", "XY", "hue");
            assertThat(problem.at("/errors/0/accepted").asText()).contains("2025-08-17");
            assertThat(problem.at("/errors/3/accepted").asText()).contains("district", "topic");
        }
    }

    @Test
    void half_a_period_and_one_that_ends_before_it_begins_are_wrong() throws Exception {
        try (var client = installation.signedIn(world.admin)) {
            var half =
                    JSON.readTree(client.get("/api/v1/summary?from=2025-08-01").body());
            var backwards = JSON.readTree(client.get("/api/v1/summary?from=2025-08-02&to=2025-08-01&bahasa=en")
                    .body());
            var huge = JSON.readTree(
                    client.get("/api/v1/summary?from=0001-01-01&to=9999-12-31").body());

            assertThat(half.at("/errors/0/name").asText()).isEqualTo("to");
            assertThat(backwards.at("/errors/0/accepted").asText()).isEqualTo("a date not before 2025-08-02");
            assertThat(huge.get("errors")).hasSize(2);
        }
    }

    @Test
    void without_dates_it_is_the_present_month() throws Exception {
        try (var client = installation.signedIn(world.admin)) {
            var answer = read(client, "/api/v1/summary");

            assertThat(answer.get("from").asText()).isEqualTo("2025-08-01");
            assertThat(answer.get("to").asText()).isEqualTo("2025-08-31");
        }
    }

    private static JsonNode read(Client client, String path) throws JsonProcessingException {
        var response = client.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
