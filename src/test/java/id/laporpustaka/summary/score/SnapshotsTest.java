package id.laporpustaka.summary.score;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SCORE_SNAPSHOT;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.By;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.Deadlines;
import id.laporpustaka.submission.FormVersions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SnapshotsTest {
    private static final Instant LAST_DAY = Instant.parse("2026-01-15T16:59:59Z");
    private static final Instant DAY_AFTER = Instant.parse("2026-01-15T17:00:00Z"); // the 16th in Jakarta

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private long library;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        var reporter = new People(db).add(1001, "Sari", "id");
        for (var form : List.of("PM", "AD", "LI", "PB", "CD", "ST")) {
            new FormVersions(db).publishBuiltIn(form, "1", "source");
        }
        library = new Libraries(db)
                .add(
                        "Perpustakaan Cahaya Ilmu",
                        LibraryType.DESA,
                        Scheme.PENUH,
                        Optional.empty(),
                        SampleRegions.id(db, "33.06.01.2001"));
        new Memberships(db)
                .admit(By.product(), reporter, library, MemberRole.PENGELOLA, Instant.parse("2024-05-05T05:00:00Z"));
        new Reported(db, reporter).workedExample(library, 2025, "1");
    }

    @Test
    void a_year_is_frozen_once_its_corrections_are_over() {
        var snapshots = new Snapshots(db);

        assertThat(snapshots.freezeDue(LAST_DAY)).isEmpty();
        assertThat(snapshots.find(new Scope.Everything(), Optional.empty(), 2025))
                .isEmpty();
        assertThat(snapshots.freezeDue(DAY_AFTER)).contains(2025);
        assertThat(snapshots.freezeDue(DAY_AFTER.plusSeconds(3600))).isEmpty();

        var frozen =
                snapshots.find(new Scope.Everything(), Optional.empty(), 2025).orElseThrow();
        assertThat(frozen.at()).isEqualTo(DAY_AFTER);
        assertThat(frozen.libraries()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("Perpustakaan Cahaya Ilmu");
            assertThat(it.figures().months()).isEqualTo(12);
            assertThat(Score.of(frozen.version().rules(), it.figures()).points())
                    .isEqualTo(
                            db.select(SCORE_SNAPSHOT.SCORE).from(SCORE_SNAPSHOT).fetchSingle(SCORE_SNAPSHOT.SCORE))
                    .isPositive();
        });
    }

    @Test
    void several_processes_at_once_freeze_a_year_once() throws Exception {
        try (var pool = Executors.newFixedThreadPool(3)) {
            Callable<Optional<Integer>> freezing =
                    () -> new Snapshots(fresh.database().context()).freezeDue(DAY_AFTER);
            var done =
                    pool.invokeAll(IntStream.range(0, 3).mapToObj(_ -> freezing).toList());
            var years = 0;
            for (var one : done) {
                years += one.get().isPresent() ? 1 : 0;
            }

            assertThat(years).isEqualTo(1);
        }
        assertThat(db.fetchCount(SCORE_SNAPSHOT)).isEqualTo(1);
    }

    @Test
    void what_changes_afterwards_does_not_touch_a_frozen_year() {
        var snapshots = new Snapshots(db);
        snapshots.freezeDue(DAY_AFTER);
        var before = snapshots.find(new Scope.Everything(), Optional.empty(), 2025);

        db.update(SUBMISSION).set(SUBMISSION.STATUS, "rejected").execute();
        db.update(LIBRARY).set(LIBRARY.NAME, "Perpustakaan Lain").execute();
        db.update(LIBRARY)
                .set(LIBRARY.REGION_ID, SampleRegions.id(db, "33.07.01.2001"))
                .execute();
        db.update(REGION)
                .set(REGION.NAME, "Nama Baru")
                .where(REGION.CODE.eq("33.06"))
                .execute();
        var dearer = TrialRules.get();
        new Rulebook(db)
                .publish(
                        By.product(),
                        new ScoreRules(
                                2025,
                                "Lebih ketat",
                                new BigDecimal("99"),
                                new BigDecimal("98"),
                                1,
                                1,
                                dearer.countings(),
                                dearer.goals()));

        assertThat(snapshots.find(new Scope.Everything(), Optional.empty(), 2025))
                .isEqualTo(before);
        assertThat(db.select(SCORE_SNAPSHOT.REGENCY_NAME).from(SCORE_SNAPSHOT).fetchSingle(SCORE_SNAPSHOT.REGENCY_NAME))
                .isEqualTo("Kab. Purworejo");
        assertThat(snapshots
                        .find(new Scope.Everything(), Optional.of("33.06"), 2025)
                        .orElseThrow()
                        .libraries())
                .hasSize(1);
    }

    @Test
    void only_those_see_it_who_may_see_the_library_now() {
        var snapshots = new Snapshots(db);
        snapshots.freezeDue(DAY_AFTER);

        assertThat(snapshots
                        .find(Scope.ofRegion("33.06"), Optional.empty(), 2025)
                        .orElseThrow()
                        .libraries())
                .hasSize(1);
        assertThat(snapshots
                        .find(Scope.ofRegion("33.07"), Optional.empty(), 2025)
                        .orElseThrow()
                        .libraries())
                .isEmpty();
    }

    @Test
    void a_year_without_reports_is_left() {
        assertThat(new Snapshots(db).freezeDue(Instant.parse("2025-06-01T05:00:00Z")))
                .isEmpty();
        assertThat(LocalDate.of(2026, 1, 15)).isEqualTo(Deadlines.ofYear(2025));
    }
}
