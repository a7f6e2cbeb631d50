package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.Reading;
import id.laporpustaka.db.StreamingPair;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.submission.Submissions;
import id.laporpustaka.summary.score.Standings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages that are read from a real replica, which is held up and killed.
class PagesFromReplicaTest {
    private static final String LIBRARIES = "/perpustakaan";

    private static StreamingPair pair;
    private static Database database;
    private static Reading reading;
    private static Installation installation;
    private static Purworejo world;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        var installed = StreamingPair.newestInstalled();
        assumeTrue(installed.isPresent());
        pair = StreamingPair.start(installed.get());
        database = Database.open(pair.primary());
        world = new Purworejo(database.context()).withReports();
        reading = Reading.of(database, pair.replica()).start();
        installation = new Installation(reading);
        new Standings(database.context()).refresh(installation.now());
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (installation != null) {
            installation.close();
        }
        if (reading != null) {
            reading.close();
        }
        if (database != null) {
            database.close();
        }
        if (pair != null) {
            pair.close();
        }
    }

    /// Whoever asks has all of their changes there, and it is near.
    private static void waitForReplica(Client client) {
        await().atMost(Duration.ofSeconds(30)).until(() -> isFromReplica(() -> client.get("/papan")));
    }

    private static boolean isFromReplica(Runnable asking) {
        var before = reading.counts().fromReplica();
        asking.run();
        return reading.counts().fromReplica() > before;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/semua-laporan?from=2025-08-01&to=2025-08-31",
                "/papan",
                "/rapor",
                LIBRARIES,
                "/laporan",
                "/api/v1/summary?from=2025-08-01&to=2025-08-31",
                "/api/v1/libraries"
            })
    void what_is_only_shown_comes_from_the_replica_and_is_the_same(String path) throws Exception {
        try (var joko = installation.signedIn(world.coordinator)) {
            waitForReplica(joko);

            assertThat(isFromReplica(
                            () -> assertThat(joko.get(path).statusCode()).isEqualTo(200)))
                    .isTrue();

            var fromReplica = joko.get(path).body();
            pair.killReplica();
            try {
                var fromDatabase = joko.get(path);
                assertThat(fromDatabase.statusCode()).isEqualTo(200);
                assertThat(Client.text(fromDatabase.body())).isEqualTo(Client.text(fromReplica));
            } finally {
                pair.startReplica();
            }
        }
    }

    @Test
    void who_adds_a_library_sees_it_at_once_and_others_once_the_replica_has_it() throws Exception {
        try (var joko = installation.signedIn(world.coordinator);
                var ratna = installation.signedIn(world.admin)) {
            waitForReplica(joko);
            waitForReplica(ratna);
            pair.pauseReplica();
            try {
                var village = SampleRegions.id(database.context(), "33.06.06.1007");
                assertThat(DirectoryPages.add(joko, village, "TBM Seketika", "TBM", "")
                                .statusCode())
                        .isEqualTo(303);

                assertThat(joko.get(LIBRARIES).body()).contains("TBM Seketika");
                assertThat(new String(joko.download(LIBRARIES + "?berkas=csv"), StandardCharsets.UTF_8))
                        .contains("TBM Seketika");
                assertThat(ratna.get(LIBRARIES).body()).doesNotContain("TBM Seketika");
            } finally {
                pair.resumeReplica();
            }

            waitForReplica(ratna);
            assertThat(ratna.get(LIBRARIES).body()).contains("TBM Seketika");
        }
    }

    @Test
    void who_sends_a_report_sees_it_at_once() throws Exception {
        try (var sari = installation.signedIn(world.reporter)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> isFromReplica(() -> sari.get("/laporan")));
            pair.pauseReplica();
            try {
                new Submissions(database.context())
                        .insertAll(List.of(world.submission(900, world.grabag, LocalDate.of(2025, 8, 19), "EKO")));

                assertThat(sari.get("/laporan").body()).contains("PM-900");
                assertThat(reading.<Integer>read(from -> from.context().fetchCount(SUBMISSION)))
                        .isEqualTo(10);
            } finally {
                pair.resumeReplica();
            }
        }
    }

    @Test
    void the_product_is_ready_without_its_replica() throws Exception {
        pair.killReplica();
        try (var someone = installation.client()) {
            assertThat(List.of(someone.get("/readyz").statusCode())).containsExactly(200);
        } finally {
            pair.startReplica();
        }
    }
}
