package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.SubmissionColumns;
import id.laporpustaka.submission.Submissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Many who send for libraries of one regency at once.
class SendersAtOnceTest {
    private static final int SENDERS = 200;
    private static final LocalDate DAY = LocalDate.of(2025, 8, 17);
    private static final SummaryQuery AUGUST =
            SummaryQuery.of(new Period(LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 31)), Scope.ofRegion("33.06"));

    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    /// The first of a regency keeps its transaction open, as somebody on a slow machine would; nobody waits for it, nor
    /// for the one who folds.
    @Test
    void nobody_waits_for_sums_and_none_is_lost() throws Exception {
        var db = FRESH.context();
        SampleRegions.addTo(db);
        new FormVersions(db).publishBuiltIn("PM", "1", "source");
        var reporter = new People(db).add(1001, "Sari", "id");
        var libraries = new ArrayList<Long>();
        for (var i = 0; i < 20; i++) {
            libraries.add(new Libraries(db)
                    .add(
                            "Library " + i,
                            LibraryType.DESA,
                            Scheme.PENUH,
                            Optional.empty(),
                            SampleRegions.id(db, "33.06.01.2001")));
        }
        var sentByOthers = new CountDownLatch(SENDERS - 1);
        var folding = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> FRESH.database().inTransaction(tx -> {
                new Submissions(tx).insertAll(List.of(report(1, libraries.getFirst(), reporter)));
                return await(sentByOthers);
            }));
            var folder = threads.submit(() -> {
                while (folding.get()) {
                    new Rollups(FRESH.database()).fold();
                }
                return true;
            });
            for (var sender = 2; sender <= SENDERS; sender++) {
                var report = report(sender, libraries.get(sender % libraries.size()), reporter);
                threads.execute(() -> {
                    FRESH.database().useTransaction(tx -> new Submissions(tx).insertAll(List.of(report)));
                    sentByOthers.countDown();
                });
            }
            assertThat(slow.get(60, TimeUnit.SECONDS)).isTrue();
            folding.set(false);
            folder.get(60, TimeUnit.SECONDS);
        }

        assertThat(db.fetchCount(SUBMISSION)).isEqualTo(SENDERS);
        assertThat(db.fetchValue("select deadlocks from pg_stat_database where datname = current_database()"))
                .isEqualTo(0L);
        var totals = new Summaries(db).summarise(AUGUST).totals();
        assertThat(totals.reports()).isEqualTo(SENDERS);
        assertThat(totals.participants()).isEqualTo(SENDERS * 32L);
        assertThat(new Rollups(FRESH.database()).check().wrong()).isZero();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(50, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static NewSubmission report(long draft, long library, long reporter) {
        return new NewSubmission(
                draft,
                "N-" + draft,
                "PM",
                "1",
                library,
                reporter,
                Status.SENT,
                Instant.parse("2025-08-20T05:00:00Z"),
                new SubmissionColumns(
                        Optional.of("Kegiatan"),
                        DAY,
                        DAY,
                        Optional.of("PLT"),
                        Optional.of("EKO"),
                        Optional.of("PERP"),
                        Optional.of("UMUM"),
                        1,
                        OptionalInt.of(12),
                        OptionalInt.of(20),
                        OptionalInt.of(32),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        1),
                "{}");
    }
}
