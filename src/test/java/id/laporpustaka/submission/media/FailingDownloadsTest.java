package id.laporpustaka.submission.media;

import static id.laporpustaka.db.generated.Tables.MEDIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.intake.Inbox;
import id.laporpustaka.outbox.SendQueue;
import id.laporpustaka.simulator.Phone;
import id.laporpustaka.simulator.SimulatedUser;
import id.laporpustaka.simulator.Simulator;
import id.laporpustaka.simulator.SimulatorSettings;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.telegram.TelegramAddress;
import id.laporpustaka.telegram.TelegramCounts;
import id.laporpustaka.telegram.TelegramGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Two hundred photos from a Telegram that fails at every third request, with a process that ends in the middle.
class FailingDownloadsTest {
    private static final long SARI = 700_000_001L;
    private static final String TOKEN = "110000001:test-token";
    private static final int PHOTOS = 200;
    private static final int WORKERS = 16;
    private static final Duration LEASE = Duration.ofMinutes(5);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<Long> settled = new ConcurrentLinkedQueue<>();
    private Simulator simulator;
    private URI base;
    private TelegramGateway gateway;

    @BeforeEach
    void start() {
        var people = List.of(new SimulatedUser(SARI, "Sari", "Wulandari", "id", "Pustakawan"));
        simulator = Simulator.start(
                new SimulatorSettings(TOKEN, "contoh_bot", "Contoh", people, false, 1, Optional.empty()), 0);
        base = URI.create("http://127.0.0.1:" + simulator.port());
        gateway = TelegramGateway.connect(
                new TelegramAddress(base, TOKEN),
                new Inbox(fresh.database(), new WakeUp()),
                new SendQueue(fresh.database(), 30),
                TelegramCounts.none());
    }

    @AfterEach
    void stop() {
        gateway.close();
        simulator.close();
    }

    @Test
    void every_photo_arrives_and_is_stored_once() throws Exception {
        var sari = Phone.of(base, SARI);
        var files = new ArrayList<MediaFile>();
        for (var i = 0; i < PHOTOS; i++) {
            var photo = sari.sendPhoto(CameraPictures.encoded(CameraPictures.scene(i, 240, 180), "jpeg"), "");
            files.add(new MediaFile(photo.fileId(), "photo-" + i, "image/jpeg", 0));
        }
        fault("broken_after", 10, "download");
        fault("broken_before", 10, "download");
        fault("server_error", 10, "download");
        fault("server_error", 30, "getfile");
        var began = System.nanoTime();
        new Media(fresh.context()).want(files);

        try (var store = FolderStore.open(folder)) {
            var source = gateway.files();
            try (var first = fetcher(source, store)) {
                first.start();
                await().atMost(Duration.ofMinutes(2)).until(() -> settled.size() >= PHOTOS / 4);
            }
            assertThat(settled.size()).isLessThan(PHOTOS);
            try (var next = fetcher(source, store)) {
                next.start();
                await().atMost(Duration.ofMinutes(4)).until(this::hurriedAndDone);
            }

            var rows = fresh.context().selectFrom(MEDIA).fetch();
            assertThat(rows).hasSize(PHOTOS).allMatch(row -> row.getState().equals("stored"));
            for (var row : rows) {
                assertThat(store.open(row.getStoreKey())).isPresent();
                assertThat(store.open(row.getThumbnailKey())).isPresent();
            }
            assertThat(settled).doesNotHaveDuplicates().hasSize(PHOTOS);
            System.out.printf(
                    Locale.ROOT,
                    "%d photos in %.1f s, tries: %s%n",
                    PHOTOS,
                    (System.nanoTime() - began) / 1e9,
                    LongStream.rangeClosed(1, 4)
                            .mapToObj(tries -> tries + " for "
                                    + rows.stream()
                                            .filter(row -> row.getTries() == tries)
                                            .count())
                            .toList());
        }
    }

    /// What Telegram has refused six times in a row comes back after a minute; here at once.
    private boolean hurriedAndDone() {
        fresh.context()
                .update(MEDIA)
                .set(MEDIA.DUE_AT, DatabaseClock.now())
                .where(MEDIA.STATE.eq("waiting"))
                .and(MEDIA.DUE_AT.between(DatabaseClock.after(Duration.ZERO), DatabaseClock.after(LEASE.dividedBy(2))))
                .execute();
        return settled.size() >= PHOTOS;
    }

    private MediaFetcher fetcher(MediaSource source, MediaStore store) {
        return new MediaFetcher(
                fresh.database(),
                source,
                store,
                new WakeUp(),
                (_, media, reason) -> {
                    assertThat(reason).isEmpty();
                    settled.add(media);
                },
                WORKERS,
                LEASE);
    }

    private void fault(String kind, int percent, String method) throws Exception {
        var request = HttpRequest.newBuilder(base.resolve("/simulator/api/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"kind\":\"%s\",\"percent\":%d,\"methods\":[\"%s\"]}".formatted(kind, percent, method)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }
}
