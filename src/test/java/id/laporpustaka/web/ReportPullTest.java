package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.submission.ReportChange;
import id.laporpustaka.submission.ReportChanges;
import id.laporpustaka.submission.Reports;
import id.laporpustaka.submission.Submissions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Programs that read on from where they stopped, while others write.
class ReportPullTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate DAY = LocalDate.of(2025, 8, 19);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private Installation installation;
    private Purworejo world;
    private Client client;

    @BeforeEach
    void start() {
        installation = new Installation(fresh.database());
        world = new Purworejo(fresh.context());
        client = installation.signedIn(world.admin);
    }

    @AfterEach
    void stop() {
        client.close();
        installation.close();
    }

    private static JsonNode read(Client by, String path) throws IOException {
        var answer = by.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /// Reads on to the end, and keeps the newest state of each report.
    private String pull(String cursor, Map<String, String> seen) throws IOException {
        var next = "/api/v1/reports?limit=3" + (cursor.isEmpty() ? "" : "&after=" + cursor);
        var last = cursor;
        while (!next.isEmpty()) {
            installation.pass(Duration.ofSeconds(1)); // or there would be too many requests
            var page = read(client, next);
            page.get("reports")
                    .forEach(report -> seen.put(
                            report.get("number").asText(), report.get("status").asText()));
            last = page.get("cursor").asText();
            next = page.path("next").asText("");
        }
        return last;
    }

    private void send(DSLContext db, long draft, long library) {
        new Submissions(db).insertAll(List.of(world.submission(draft, library, DAY, "EKO")));
    }

    private void withdraw(DSLContext db, long draft) {
        var id = db.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION.NUMBER.eq("PM-" + draft))
                .fetchSingle()
                .value1();
        var report = new Reports(db).findAll(List.of(id)).getFirst();
        new ReportChanges(db).apply(List.of(ReportChange.withdrawn(report, installation.now())));
    }

    @Test
    void each_report_that_changed_comes_once_as_it_stands_and_then_nothing() throws Exception {
        var db = fresh.context();
        for (var draft = 1; draft <= 4; draft++) {
            send(db, draft, world.grabag);
        }
        var seen = new HashMap<String, String>();
        var cursor = pull("", seen);
        assertThat(seen).hasSize(4).containsEntry("PM-2", "sent");

        assertThat(pull(cursor, seen)).isEqualTo(cursor);
        withdraw(db, 2);
        send(db, 5, world.kota);
        var later = new HashMap<String, String>();
        pull(cursor, later);
        assertThat(later).isEqualTo(Map.of("PM-2", "withdrawn", "PM-5", "sent"));
        assertThat(read(client, "/api/v1/reports/PM-2").get("status").asText()).isEqualTo("withdrawn");
    }

    @Test
    void nothing_is_missed_although_transactions_end_in_another_order_than_they_began() throws Exception {
        var seen = new HashMap<String, String>();
        var cursor = "";
        var random = new Random(7);
        for (var round = 0; round < 4; round++) {
            var open = new ArrayList<Connection>();
            for (var draft = 1; draft <= 5; draft++) {
                var connection = fresh.database().dataSource().getConnection();
                connection.setAutoCommit(false);
                send(DSL.using(connection, SQLDialect.POSTGRES), round * 5L + draft, world.grabag);
                open.add(connection);
            }
            Collections.shuffle(open, random);
            for (var connection : open) {
                end(connection);
                cursor = pull(cursor, seen);
            }
        }
        assertThat(seen).hasSize(20);
    }

    private static void end(Connection connection) throws SQLException {
        try (connection) {
            connection.commit();
        }
    }

    @Test
    void nothing_is_missed_while_others_send_and_withdraw() throws Exception {
        var seen = new HashMap<String, String>();
        var cursor = "";
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = new ArrayList<Future<?>>();
            for (var writer = 0; writer < 3; writer++) {
                var first = writer * 100L;
                writing.add(writers.submit(() -> write(first)));
            }
            while (writing.stream().anyMatch(one -> !one.isDone())) {
                cursor = pull(cursor, seen);
            }
            for (var one : writing) {
                finish(one);
            }
        }
        pull(cursor, seen);
        assertThat(seen)
                .isEqualTo(fresh.context()
                        .select(SUBMISSION.NUMBER, SUBMISSION.STATUS)
                        .from(SUBMISSION)
                        .fetchMap(SUBMISSION.NUMBER, SUBMISSION.STATUS))
                .hasSize(60);
    }

    private void write(long first) {
        for (var draft = first + 1; draft <= first + 20; draft++) {
            var number = draft;
            fresh.database().useTransaction(db -> send(db, number, world.grabag));
            if (number % 3 == 0) {
                fresh.database().useTransaction(db -> withdraw(db, number));
            }
        }
    }

    private static void finish(Future<?> writing) throws InterruptedException, ExecutionException {
        writing.get();
    }

    @Test
    void a_cursor_is_for_one_question_and_one_scope() throws Exception {
        send(fresh.context(), 1, world.grabag);
        send(fresh.context(), 2, world.wonosobo);
        try (var coordinator = installation.signedIn(world.coordinator)) {
            var own = read(coordinator, "/api/v1/reports");
            assertThat(own.get("reports").findValuesAsText("number")).containsExactly("PM-1");
            var after = "/api/v1/reports?after=" + own.get("cursor").asText();
            assertThat(read(coordinator, after).get("reports")).isEmpty();

            for (var other : List.of(after + "&form=PM", after + "&region=33.06.01")) {
                assertThat(coordinator.get(other).statusCode()).isEqualTo(410);
            }
            assertThat(coordinator.get("/api/v1/reports?after=abc").statusCode())
                    .isEqualTo(400);
            assertThat(coordinator.get("/api/v1/reports?region=33.07").statusCode())
                    .isEqualTo(403);
            assertThat(coordinator.get("/api/v1/reports/PM-2").statusCode()).isEqualTo(404);

            new Assignments(fresh.context())
                    .appoint(
                            By.product(),
                            world.coordinator,
                            Role.PIC_KAB,
                            OptionalLong.of(SampleRegions.id(fresh.context(), "33.07")));
            var outdated = coordinator.get(after);
            assertThat(outdated.statusCode()).isEqualTo(410);
            assertThat(JSON.readTree(outdated.body()).get("code").asText()).isEqualTo("cursor-outdated");
        }
    }

    @Test
    void private_answers_and_names_of_reporters_stay_here() throws Exception {
        send(fresh.context(), 1, world.grabag);
        fresh.context()
                .update(SUBMISSION)
                .set(
                        SUBMISSION.ANSWERS,
                        JSONB.jsonb("{\"title\": \"Kelas\", \"nobody\": 1, \"photos\": [{\"file_id\": \"x\","
                                + " \"unique_id\": \"y\", \"content_type\": \"image/jpeg\", \"size\": 1}]}"))
                .execute();
        var report = client.get("/api/v1/reports/PM-1").body();
        assertThat(report).doesNotContain("Sari").doesNotContain("file_id").doesNotContain("nobody");
        assertThat(JSON.readTree(report).at("/answers/title").asText()).isEqualTo("Kelas");
        assertThat(JSON.readTree(report).at("/answers/photos")).isEmpty();
        assertThat(JSON.readTree(report).get("reporter").asLong()).isEqualTo(world.reporter);
    }
}
