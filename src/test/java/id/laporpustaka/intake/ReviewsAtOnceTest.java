package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.By;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.submission.Reason;
import id.laporpustaka.submission.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two reviewers at the same report, and a sender who corrects what is being reviewed.
class ReviewsAtOnceTest {
    private static final long RATNA = 3;
    private static final long TONO = 4;
    private static final long SARI = 7;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private LiveChats chats;

    @BeforeEach
    void start() throws InterruptedException {
        var db = fresh.context();
        SampleRegions.addTo(db);
        var regency = OptionalLong.of(SampleRegions.id(db, "33.06"));
        var library = new Libraries(db)
                .add(
                        "Perpustakaan Cahaya Ilmu",
                        LibraryType.DESA,
                        Scheme.MANDIRI,
                        Optional.empty(),
                        SampleRegions.id(db, "33.06.01.2001"));
        chats = new LiveChats(fresh, (_, _, _) -> new MediaSource.Fetched.Gone("no files here"));
        chats.add(RATNA, "Ratna", Role.PIC_KAB, regency);
        chats.add(TONO, "Tono", Role.PIC_KAB, regency);
        chats.add(SARI, "Sari");
        var sari = new People(db).add(SARI, "Sari", "id");
        new People(db).acceptPrivacy(By.chat(sari), sari, "2026-1", LiveChats.WEDNESDAY);
        new Memberships(db).admit(By.product(), sari, library, MemberRole.PENGELOLA, LiveChats.WEDNESDAY);
        for (var deed : List.of(
                "lapor pelatihan keripik singkong kemarin, 12L 20P",
                "(Ekonomi dan UMKM)",
                "(Di perpustakaan)",
                "(Dewasa (31-59 tahun))",
                "📷",
                "(Tidak)",
                "(Kirim)")) {
            chats.send(SARI, deed);
        }
    }

    @Test
    void of_two_who_tap_at_once_one_decides_and_the_other_sees_it() throws InterruptedException {
        chats.send(RATNA, "/tinjau");
        chats.send(TONO, "/tinjau");

        var heard = String.join("\n", chats.sendAll(Map.of(RATNA, "(✓ Verifikasi)", TONO, "(✓ Verifikasi)")));

        assertThat(actions()).containsExactly("sent", "verified");
        assertThat(heard).containsOnlyOnce("diverifikasi").containsOnlyOnce("sudah berubah atau sudah diputuskan");
    }

    @Test
    void who_taps_a_card_that_is_decided_already_decides_nothing() throws InterruptedException {
        chats.send(RATNA, "/tinjau");
        chats.send(TONO, "/tinjau");
        chats.send(RATNA, "(Tolak)");
        chats.send(RATNA, "(Kegiatan ini sudah dilaporkan)");

        var heard = String.join("\n", chats.send(TONO, "(✓ Verifikasi)"));

        assertThat(heard).contains("sudah diputuskan", "ditolak", "Ratna");
        assertThat(actions()).containsExactly("sent", "rejected");
    }

    @Test
    void a_correction_and_a_verification_at_once_leave_the_correction_to_be_reviewed() throws InterruptedException {
        chats.send(RATNA, "/tinjau");
        for (var deed : List.of("(Perbaiki)", "(12 laki-laki, 20 perempuan (32 orang))", "12 L 25 P")) {
            chats.send(SARI, deed);
        }

        chats.sendAll(Map.of(RATNA, "(✓ Verifikasi)", SARI, "(Kirim perbaikan)"));

        // whichever came first: what Ratna verified is what she saw, and the correction waits for her
        assertThat(actions()).isIn(List.of("sent", "verified", "corrected"), List.of("sent", "corrected"));
        assertThat(fresh.context().fetchSingle(SUBMISSION).getStatus()).isEqualTo("sent");
        assertThat(fresh.context().fetchSingle(SUBMISSION).getTotal()).isEqualTo(37);
        assertThat(String.join("\n", chats.send(RATNA, "/tinjau"))).contains("25", "Diperbaiki pelapor");
    }

    @Test
    void of_many_decisions_by_the_web_at_once_one_is_made() throws Exception {
        var number = fresh.context().fetchSingle(SUBMISSION).getNumber();
        var reviewers = List.of(actor(RATNA), actor(TONO));
        var verdicts = List.of(Verdict.VERIFY, Verdict.REJECT);
        var together = new CyclicBarrier(8);
        var deciding = new ArrayList<Callable<ReportReviews.Outcome>>();
        for (var each = 0; each < 8; each++) {
            var reviewer = reviewers.get(each % 2);
            var verdict = verdicts.get(each / 2 % 2);
            deciding.add(() -> {
                together.await();
                return fresh.database()
                        .inTransaction(db -> new ReportReviews(db, LiveChats.WEDNESDAY)
                                .decide(
                                        reviewer,
                                        number,
                                        1,
                                        verdict,
                                        Optional.of(new Reason.Offered(Reason.Kind.UNCLEAR)),
                                        List.of()));
            });
        }

        var outcomes = new ArrayList<ReportReviews.Outcome>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(deciding)) {
                outcomes.add(done.get());
            }
        }

        assertThat(outcomes)
                .filteredOn(ReportReviews.Outcome.Done.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(ReportReviews.Outcome.Changed.class::isInstance)
                .hasSize(7);
        assertThat(actions()).hasSize(2);
    }

    private Actor actor(long telegramId) {
        return Objects.requireNonNull(
                new People(fresh.context()).findActors(List.of(telegramId)).get(telegramId));
    }

    private List<String> actions() {
        return fresh.context()
                .select(SUBMISSION_REVISION.ACTION)
                .from(SUBMISSION_REVISION)
                .orderBy(SUBMISSION_REVISION.REVISION)
                .fetch(SUBMISSION_REVISION.ACTION);
    }
}
