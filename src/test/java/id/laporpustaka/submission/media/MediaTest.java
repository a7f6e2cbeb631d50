package id.laporpustaka.submission.media;

import static id.laporpustaka.db.generated.Tables.DRAFT;
import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.MEDIA_LEFTOVER;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.Answers;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.Value;
import id.laporpustaka.people.GuardedLibrary;
import id.laporpustaka.people.GuardedLibrary.Target;
import id.laporpustaka.people.GuardedLibrary.Who;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.submission.FormVersions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MediaTest {
    private static final long NOBODY = 0;
    private static final MediaFile ONE = file("one");
    private static final MediaFile TWO = file("two");
    private static final MediaFile THREE = file("three");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private Media media;
    private Target here;
    private Target there;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        media = new Media(db);
        SampleRegions.addTo(db);
        new FormVersions(db).publishBuiltIn("PM", "1", "source");
        var libraries = new GuardedLibrary(db);
        here = libraries.target(Who.STRANGER, true);
        there = libraries.target(Who.STRANGER, true);
        db.deleteFrom(SUBMISSION_MEDIA).execute();
        db.deleteFrom(MEDIA).execute();
    }

    private static MediaFile file(String name) {
        return new MediaFile("id-" + name, name, "image/jpeg", 0);
    }

    @Test
    void a_file_that_is_wanted_twice_is_there_once() {
        media.want(List.of(TWO, ONE, TWO));
        media.want(List.of(new MediaFile("another-id", "one", "image/jpeg", 0)));

        assertThat(db.select(MEDIA.UNIQUE_ID, MEDIA.FILE_ID, MEDIA.STATE)
                        .from(MEDIA)
                        .orderBy(MEDIA.ID)
                        .fetch(row -> row.value1() + " " + row.value2() + " " + row.value3()))
                .containsExactly("one id-one waiting", "two id-two waiting");
    }

    @Test
    void a_file_that_was_lost_is_tried_anew_when_somebody_sends_it_again_but_not_when_a_report_names_it() {
        media.want(List.of(ONE));
        db.update(MEDIA)
                .set(MEDIA.STATE, "lost")
                .set(MEDIA.REASON, "gone")
                .set(MEDIA.TRIES, (short) 9)
                .execute();

        media.attach(Map.of(here.report(), Map.of("photos", List.of(ONE))));
        assertThat(db.fetchSingle(MEDIA).getState()).isEqualTo("lost");

        media.want(List.of(new MediaFile("another-id", "one", "image/jpeg", 0)));
        assertThat(db.fetchSingle(MEDIA)).satisfies(row -> {
            assertThat(row.getState()).isEqualTo("waiting");
            assertThat(row.getReason()).isNull();
            assertThat(row.getTries()).isZero();
            assertThat(row.getFileId()).isEqualTo("another-id");
        });
    }

    @Test
    void a_report_has_the_files_of_its_answers_and_after_a_correction_the_new_ones() {
        media.want(List.of(ONE));

        media.attach(Map.of(
                here.report(), Map.of("photos", List.of(TWO, ONE, TWO), "proof", List.of(ONE)),
                there.report(), Map.of("photos", List.of(ONE))));
        assertThat(filesOf(here)).containsExactly("photos 0 two", "photos 1 one", "proof 0 one");
        assertThat(filesOf(there)).containsExactly("photos 0 one");

        media.attach(Map.of(here.report(), Map.of("photos", List.of(THREE, TWO))));
        assertThat(filesOf(here)).containsExactly("photos 0 three", "photos 1 two");
        assertThat(filesOf(there)).containsExactly("photos 0 one");

        media.attach(Map.of(here.report(), Map.of()));
        assertThat(filesOf(here)).isEmpty();
        assertThat(media.listOf(List.of(here.report(), there.report()))).containsOnlyKeys(there.report());
    }

    private List<String> filesOf(Target target) {
        var names = db.select(MEDIA.ID, MEDIA.UNIQUE_ID).from(MEDIA).fetchMap(MEDIA.ID, MEDIA.UNIQUE_ID);
        return media.listOf(List.of(target.report())).getOrDefault(target.report(), List.of()).stream()
                .map(it -> it.question() + " " + it.position() + " "
                        + names.get(it.file().id()))
                .toList();
    }

    @Test
    void the_files_of_answers_are_found_by_their_questions() {
        var answers = Answers.none()
                .with("title", new Value.Text("Dongeng"))
                .with("photos", new Value.Media(List.of(ONE, TWO)))
                .with("proof", new Value.Media(List.of(THREE)));

        assertThat(Media.filesOf(answers)).isEqualTo(Map.of("photos", List.of(ONE, TWO), "proof", List.of(THREE)));
    }

    @Test
    void a_file_is_found_by_those_alone_who_may_see_a_report_that_has_it() {
        media.attach(Map.of(here.report(), Map.of("photos", List.of(ONE))));
        media.want(List.of(TWO));
        var attached = id("one");

        assertThat(media.find(Scope.ofRegion("33.06"), NOBODY, attached)).isPresent();
        assertThat(media.find(Scope.ofLibrary(here.library()), NOBODY, attached))
                .isPresent();
        assertThat(media.find(new Scope.Everything(), NOBODY, attached)).isPresent();
        assertThat(media.find(Scope.nothing(), here.person(), attached)).isPresent();
        assertThat(media.find(Scope.ofRegion("33.07"), NOBODY, attached)).isEmpty();
        assertThat(media.find(Scope.ofLibrary(there.library()), there.person(), attached))
                .isEmpty();
        assertThat(media.find(Scope.nothing(), NOBODY, attached)).isEmpty();
        assertThat(media.find(new Scope.Everything(), NOBODY, id("two"))).isEmpty();
    }

    @Test
    void a_file_that_no_report_and_no_draft_has_is_deleted_with_what_the_store_has_of_it() throws Exception {
        var store = new StoreInMemory();
        media.attach(Map.of(here.report(), Map.of("photos", List.of(ONE))));
        media.want(List.of(TWO, THREE));
        db.update(DRAFT)
                .set(DRAFT.CONTENT, JSONB.jsonb("{\"answers\": {\"photos\": [{\"unique_id\": \"three\"}]}}"))
                .where(DRAFT.ID.eq(here.draft()))
                .execute();
        for (var name : List.of("one", "two", "three")) {
            store.put(MediaKeys.file(id(name)), new byte[] {1});
            store.put(MediaKeys.thumbnail(id(name)), new byte[] {1});
        }
        var two = id("two");

        media.deleteUnwantedSince(Instant.now().minus(Duration.ofDays(2)));
        assertThat(db.fetchCount(MEDIA)).isEqualTo(3);

        media.deleteUnwantedSince(Instant.now().plusSeconds(60));
        assertThat(db.select(MEDIA.UNIQUE_ID).from(MEDIA).fetch(MEDIA.UNIQUE_ID))
                .containsExactlyInAnyOrder("one", "three");
        assertThat(store.objects).hasSize(6);

        store.broken = true;
        new Leftovers(db, store).delete();
        assertThat(db.fetchCount(MEDIA_LEFTOVER)).isEqualTo(2);

        store.broken = false;
        new Leftovers(db, store).delete();
        assertThat(db.fetchCount(MEDIA_LEFTOVER)).isZero();
        assertThat(store.objects).hasSize(4).doesNotContainKeys(MediaKeys.file(two), MediaKeys.thumbnail(two));
    }

    @Test
    void a_file_that_a_report_is_just_taking_is_not_deleted() throws Exception {
        media.want(List.of(ONE));
        var taken = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var sending = threads.submit(() -> {
                fresh.database().useTransaction(transaction -> {
                    new Media(transaction).attach(Map.of(here.report(), Map.of("photos", List.of(ONE))));
                    taken.countDown();
                    await(mayCommit);
                });
                return true;
            });
            taken.await();

            media.deleteUnwantedSince(Instant.now().plusSeconds(60));
            mayCommit.countDown();
            sending.get();
        }

        assertThat(filesOf(here)).containsExactly("photos 0 one");
        assertThat(db.fetchCount(MEDIA_LEFTOVER)).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long id(String uniqueId) {
        return Objects.requireNonNull(db.select(MEDIA.ID)
                .from(MEDIA)
                .where(MEDIA.UNIQUE_ID.eq(uniqueId))
                .fetchOne(MEDIA.ID));
    }
}
