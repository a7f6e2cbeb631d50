package id.laporpustaka.submission.media;

import static id.laporpustaka.db.generated.Tables.MEDIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.db.generated.tables.records.MediaRecord;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.submission.MediaSource.Fetched;
import id.laporpustaka.submission.MediaUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MediaFetcherTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final byte[] PHOTO = CameraPictures.fromCamera(CameraPictures.scene(1, 640, 480), 6);
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final StoreInMemory store = new StoreInMemory();
    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
    private final WakeUp bell = new WakeUp();
    private DSLContext db;

    @BeforeEach
    void prepare() {
        db = fresh.context();
    }

    @Test
    void a_photo_is_stored_with_its_small_copy_and_its_look() throws Exception {
        want("photo");

        assertThat(fetcher(giving(PHOTO)).workOnce()).isTrue();

        var row = row();
        assertThat(row.getState()).isEqualTo("stored");
        assertThat(row.getContentType()).isEqualTo("image/jpeg");
        assertThat(row.getWidth()).isEqualTo(480);
        assertThat(row.getHeight()).isEqualTo(640);
        assertThat(row.getLook()).isNotNull();
        assertThat(row.getStoredAt()).isNotNull();
        assertThat(store.objects).containsOnlyKeys(row.getStoreKey(), row.getThumbnailKey());
        assertThat(store.objects.get(row.getStoreKey())).hasSize(row.getSize().intValue());
        assertThat(store.objects.values())
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(CameraPictures.SECRET));
        assertThat(told).containsExactly("Optional.empty");
        assertThat(fetcher(giving(PHOTO)).workOnce()).isFalse();
    }

    @Test
    void what_is_no_picture_is_stored_as_it_is() throws Exception {
        want("pdf");

        fetcher(giving(PDF)).workOnce();

        assertThat(row().getContentType()).isEqualTo("application/pdf");
        assertThat(row().getThumbnailKey()).isNull();
        assertThat(store.objects).containsOnly(Map.entry(row().getStoreKey(), PDF));
    }

    @Test
    void what_is_not_kept_has_a_reason_and_whoever_cares_is_told_once() throws Exception {
        var outcomes = Map.of(
                "gone", (MediaSource) (_, _, _) -> new Fetched.Gone("wrong file_id"),
                "too_large", (MediaSource) (_, _, _) -> new Fetched.TooLarge(),
                "empty", giving(new byte[0]),
                "unwelcome_type", giving("<html><script>".getBytes(StandardCharsets.ISO_8859_1)),
                "picture_not_supported", giving("\0\0\0\30ftypheic".getBytes(StandardCharsets.ISO_8859_1)),
                "picture_broken", giving(Arrays.copyOf(PHOTO, 400)));
        for (var outcome : outcomes.entrySet()) {
            db.deleteFrom(MEDIA).execute();
            told.clear();
            want(outcome.getKey());

            fetcher(outcome.getValue()).workOnce();

            assertThat(row().getState()).isEqualTo(outcome.getKey().equals("gone") ? "lost" : "refused");
            assertThat(row().getReason()).isEqualTo(outcome.getKey());
            assertThat(told).hasSize(1);
        }
        assertThat(store.objects).isEmpty();
    }

    @Test
    void while_telegram_is_away_a_file_is_tried_ever_more_seldom_and_given_up_after_a_week() throws Exception {
        want("away");
        var fetcher = fetcher((_, _, _) -> {
            throw new MediaUnavailable("502");
        });
        var pauses = IntStream.range(0, 9).mapToObj(_ -> triedIn(fetcher)).toList();

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);

        db.update(MEDIA)
                .set(MEDIA.TRIES, (short) 150)
                .set(MEDIA.CREATED_AT, DatabaseClock.after(Duration.ofDays(-7)))
                .set(MEDIA.DUE_AT, DatabaseClock.now())
                .execute();
        assertThat(told).isEmpty();
        fetcher.workOnce();

        assertThat(row().getState()).isEqualTo("lost");
        assertThat(row().getReason()).isEqualTo("unavailable");
        assertThat(told).containsExactly("Optional[UNAVAILABLE]");
    }

    /// Minutes until it is due again.
    private long triedIn(MediaFetcher fetcher) {
        try {
            db.update(MEDIA).set(MEDIA.DUE_AT, DatabaseClock.now()).execute();
            fetcher.workOnce();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        var now = db.select(DatabaseClock.now()).fetchSingle().value1();
        return Math.round(Duration.between(now, row().getDueAt()).toMillis() / 60_000.0);
    }

    @Test
    void nothing_is_given_up_because_the_store_is_away() throws Exception {
        want("photo");
        db.update(MEDIA)
                .set(MEDIA.TRIES, (short) 150)
                .set(MEDIA.CREATED_AT, DatabaseClock.after(Duration.ofDays(-30)))
                .execute();
        store.broken = true;
        fetcher(giving(PHOTO)).workOnce();
        assertThat(row().getState()).isEqualTo("waiting");

        store.broken = false;
        db.update(MEDIA).set(MEDIA.DUE_AT, DatabaseClock.now()).execute();
        fetcher(giving(PHOTO)).workOnce();
        assertThat(row().getState()).isEqualTo("stored");
    }

    @Test
    void a_worker_that_comes_too_late_changes_nothing() throws Exception {
        want("photo");
        var late = new CountDownLatch(1);
        var fetching = new CountDownLatch(1);
        var slow = fetcher((_, _, into) -> {
            fetching.countDown();
            late.await();
            return put(PDF, into);
        });
        var worker = Thread.ofVirtual().start(() -> {
            try {
                slow.workOnce();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        fetching.await();
        db.update(MEDIA).set(MEDIA.DUE_AT, DatabaseClock.now()).execute(); // its lease is over

        fetcher((_, _, _) -> new Fetched.Gone("wrong file_id")).workOnce();
        late.countDown();
        worker.join();

        assertThat(row().getState()).isEqualTo("lost");
        assertThat(told).containsExactly("Optional[GONE]");
    }

    @Test
    void what_a_late_worker_stores_of_a_forgotten_file_is_cleared_away() throws Exception {
        want("photo");
        var fetcher = fetcher((_, _, into) -> {
            db.deleteFrom(MEDIA).execute();
            return put(PHOTO, into);
        });
        fetcher.workOnce();
        assertThat(store.objects).hasSize(2);

        new Leftovers(db, store).delete();

        assertThat(store.objects).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void one_that_was_never_started_can_be_closed() {
        assertThatCode(fetcher(giving(PHOTO))::close).doesNotThrowAnyException();
    }

    @Test
    void whoever_is_told_and_fails_keeps_the_file_waiting() {
        want("photo");
        var fetcher = new MediaFetcher(fresh.database(), giving(PHOTO), store, bell, (_, _, _) -> {
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(fetcher::workOnce).isInstanceOf(IllegalStateException.class);

        assertThat(row().getState()).isEqualTo("waiting");
        assertThat(row().getDueAt())
                .isAfter(db.select(DatabaseClock.now()).fetchSingle().value1());
    }

    @Test
    void when_it_is_closed_another_process_goes_on_at_once() throws Exception {
        want("photo");
        var fetching = new CountDownLatch(1);
        var first = fetcher((_, _, _) -> {
            fetching.countDown();
            Thread.sleep(60_000);
            return new Fetched.TooLarge();
        });
        first.start();
        fetching.await();
        first.close();

        fetcher(giving(PHOTO)).workOnce();

        assertThat(row().getState()).isEqualTo("stored");
        assertThat(told).hasSize(1);
    }

    @Test
    void when_a_process_dies_another_goes_on_after_the_lease() throws Exception {
        want("photo");
        var lease = Duration.ofSeconds(2);
        assertThat(new MediaQueue(db).claim(lease)).isPresent(); // and never heard of again
        assertThat(fetcher(giving(PHOTO)).workOnce()).isFalse();

        try (var other = new MediaFetcher(fresh.database(), giving(PHOTO), store, bell, listener(), 2, lease)) {
            other.start();

            await().atMost(Duration.ofSeconds(20)).until(() -> row().getState().equals("stored"));
        }
        assertThat(row().getTries()).isEqualTo((short) 2);
        assertThat(told).hasSize(1);
    }

    @Test
    void the_bell_wakes_the_workers_at_once() {
        try (var fetcher = fetcher(giving(PHOTO))) {
            fetcher.start();
            await().pollDelay(Duration.ofMillis(500)).until(() -> true); // they sleep now

            var began = System.nanoTime();
            want("photo");
            bell.ring();

            await().until(() -> row().getState().equals("stored"));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void many_workers_of_two_processes_store_each_file_once() {
        var fetches = new AtomicInteger();
        MediaSource source = (_, _, into) -> {
            fetches.incrementAndGet();
            return put(PDF, into);
        };
        new Media(db)
                .want(IntStream.range(0, 300)
                        .mapToObj(i -> new MediaFile("id" + i, "u" + i, "", 0))
                        .toList());

        try (var one = new MediaFetcher(fresh.database(), source, store, bell, listener(), 4, LONG);
                var other = new MediaFetcher(fresh.database(), source, store, new WakeUp(), listener(), 4, LONG)) {
            one.start();
            other.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> told.size() == 300);
        }

        assertThat(fetches).hasValue(300);
        assertThat(store.puts).hasValue(300);
        assertThat(db.fetchCount(MEDIA, MEDIA.STATE.eq("stored").and(MEDIA.TRIES.eq((short) 1))))
                .isEqualTo(300);
    }

    private void want(String name) {
        new Media(db).want(List.of(new MediaFile("id-" + name, name, "image/jpeg", 0)));
    }

    private MediaRecord row() {
        return db.fetchSingle(MEDIA);
    }

    private MediaFetcher fetcher(MediaSource source) {
        return new MediaFetcher(fresh.database(), source, store, bell, listener());
    }

    private MediaFetcher.Listener listener() {
        return (_, _, reason) -> told.add(reason.toString());
    }

    private static MediaSource giving(byte[] bytes) {
        return (_, _, into) -> put(bytes, into);
    }

    private static Fetched put(byte[] bytes, Path into) {
        try {
            Files.write(into, bytes);
            return new Fetched.Found(bytes.length);
        } catch (IOException e) {
            throw new MediaUnavailable(e.toString());
        }
    }
}
