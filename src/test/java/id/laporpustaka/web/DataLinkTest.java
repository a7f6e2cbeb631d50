package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.DATA_LINK;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.By;
import id.laporpustaka.people.DataLinks;
import id.laporpustaka.people.DataLinks.Rolling;
import id.laporpustaka.place.Regions;
import id.laporpustaka.submission.Submissions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Addresses that a spreadsheet opens with nothing but what is in them.
class DataLinkTest {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:8080(/data/[A-Za-z0-9_-]{22})\\.csv");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private Installation installation;
    private Purworejo world;
    private Client excel;

    @BeforeEach
    void start() {
        installation = new Installation(fresh.database());
        world = new Purworejo(fresh.context()).withReports();
        excel = installation.client();
    }

    @AfterEach
    void stop() {
        excel.close();
        installation.close();
    }

    private String link(long person, String region, Rolling period) {
        return "/data/"
                + fresh.database()
                        .<Optional<String>>inTransaction(db -> new DataLinks(db)
                                .create(
                                        By.product(),
                                        person,
                                        new DataLinks.Terms(
                                                "PM",
                                                Optional.of(region)
                                                        .filter(code -> !code.isEmpty())
                                                        .flatMap(new Regions(db)::findByCode),
                                                period,
                                                "id",
                                                true),
                                        installation.now()))
                        .orElseThrow();
    }

    private List<String> numbers(String link) {
        var body = excel.get(link + ".csv").body();
        return Pattern.compile("\"(PM-\\d+)\"")
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void a_link_is_made_on_the_page_and_opens_without_signing_in() throws IOException {
        String path;
        try (var browser = installation.signedIn(world.coordinator)) {
            var made = browser.post(
                    "/token/tautan",
                    Map.of(
                            "_csrf",
                            Client.csrfTokenIn(browser.get("/token")),
                            "form",
                            "PM",
                            "period",
                            "all",
                            "region",
                            "33.06.01",
                            "codes",
                            "1"));
            var address = ADDRESS.matcher(made.body());
            assertThat(address.find()).as(made.body()).isTrue();
            path = address.group(1);
            assertThat(browser.get("/token").body()).doesNotContain(path);
        }
        assertThat(numbers(path)).containsExactlyInAnyOrder("PM-1", "PM-2", "PM-3", "PM-4", "PM-6", "PM-9");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(excel.download(path + ".xlsx")))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(7);
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("number");
        }
        var hash = fresh.context().selectFrom(DATA_LINK).fetchSingle().getSecretHash();
        assertThat(new String(hash, StandardCharsets.ISO_8859_1)).doesNotContain(path.substring("/data/".length()));
        try (var browser = installation.signedIn(world.coordinator)) {
            assertThat(Client.text(browser.get("/token?bahasa=en"))).contains("20 Aug 2025");
        }
    }

    @Test
    void the_period_moves_on_with_the_calendar() {
        new Submissions(fresh.context())
                .insertAll(List.of(
                        world.submission(501, world.grabag, LocalDate.of(2024, 12, 31), "EKO"),
                        world.submission(502, world.grabag, LocalDate.of(2024, 8, 31), "EKO")));
        assertThat(numbers(link(world.admin, "", Rolling.ALL))).hasSize(12);
        assertThat(numbers(link(world.admin, "", Rolling.LAST_12_MONTHS)))
                .hasSize(11)
                .contains("PM-501");
        assertThat(numbers(link(world.admin, "", Rolling.THIS_YEAR))).hasSize(10);
    }

    @Test
    void unchanged_data_is_not_sent_again_and_changes_are() {
        var link = link(world.admin, "", Rolling.ALL) + ".csv";
        var tag = excel.get(link).headers().firstValue("ETag").orElseThrow();
        assertThat(excel.get(link, "If-None-Match", tag).statusCode()).isEqualTo(304);
        new Submissions(fresh.context())
                .insertAll(List.of(world.submission(501, world.grabag, LocalDate.of(2025, 8, 19), "EKO")));
        assertThat(excel.get(link, "If-None-Match", tag).body()).contains("PM-501");
    }

    @Test
    void it_has_the_rights_that_its_maker_has_now_and_ends_with_them() {
        var wide = link(world.admin, "33.07", Rolling.ALL);
        var own = link(world.coordinator, "", Rolling.ALL);
        var foreign = link(world.coordinator, "33.07", Rolling.ALL);
        assertThat(numbers(wide)).containsExactly("PM-10");
        assertThat(numbers(own)).hasSize(9);
        assertThat(excel.get(foreign + ".csv").statusCode()).isEqualTo(404);

        fresh.context().execute("update assignment set revoked_at = now() where person_id = " + world.coordinator);
        assertThat(excel.get(own + ".csv").statusCode()).isEqualTo(404);
        installation.pass(DataLinks.LIFE);
        assertThat(excel.get(wide + ".csv").statusCode()).isEqualTo(404);
        assertThat(excel.get("/data/AAAAAAAAAAAAAAAAAAAAAA.csv").statusCode()).isEqualTo(404);
        assertThat(excel.get("/data/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void its_maker_ends_it_and_nobody_else() {
        var link = link(world.admin, "", Rolling.ALL);
        var id = fresh.context().selectFrom(DATA_LINK).fetchSingle().getId();
        for (var person : List.of(world.coordinator, world.admin)) {
            assertThat(excel.get(link + ".csv").statusCode()).isEqualTo(200);
            try (var browser = installation.signedIn(person)) {
                browser.post(
                        "/token/tautan/" + id + "/akhiri", Map.of("_csrf", Client.csrfTokenIn(browser.get("/token"))));
            }
        }
        assertThat(excel.get(link + ".csv").statusCode()).isEqualTo(404);
    }

    @Test
    void formulas_are_defused_and_a_table_without_reports_has_its_headings() {
        fresh.context()
                .update(SUBMISSION)
                .set(SUBMISSION.ANSWERS, org.jooq.JSONB.jsonb("{\"title\": \"=HYPERLINK(1)\"}"))
                .where(SUBMISSION.NUMBER.eq("PM-1"))
                .execute();
        assertThat(excel.get(link(world.admin, "", Rolling.ALL) + ".csv").body())
                .contains("\"'=HYPERLINK(1)\"");
        var empty = excel.get(link(world.admin, "33.06.01.2002", Rolling.ALL) + ".csv")
                .body();
        assertThat(empty.strip().lines()).hasSize(1);
    }

    @Test
    void whoever_asks_too_often_has_to_wait() {
        var link = link(world.admin, "33.07", Rolling.ALL) + ".csv";
        var tag = excel.get(link).headers().firstValue("ETag").orElseThrow();
        var codes = new java.util.HashSet<Integer>();
        for (var number = 0; number < 60; number++) {
            codes.add(excel.get(link, "If-None-Match", tag).statusCode());
        }
        assertThat(codes).containsExactlyInAnyOrder(304, 429);
    }

    @Test
    void what_is_logged_of_an_address_has_no_secret() {
        assertThat(DataLinkRoutes.harmless("/data/AAAAAAAAAAAAAAAAAAAAAA.csv")).isEqualTo("/data/…");
        assertThat(DataLinkRoutes.harmless("/laporan")).isEqualTo("/laporan");
    }
}
