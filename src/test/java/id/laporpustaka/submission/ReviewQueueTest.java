package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReviewQueueTest {
    private static final LocalDate DAY = LocalDate.of(2025, 8, 19);
    private static final Instant NOON = Instant.parse("2025-08-20T05:00:00Z");
    private static final String REGENCY = "33.06";

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private long library;
    private long sari;
    private long drafts;
    private long telegramIds = 100;

    @BeforeEach
    void start() {
        db = fresh.context();
        SampleRegions.addTo(db);
        new FormVersions(db).publishBuiltIn("PM", "1", "source");
        library = new Libraries(db)
                .add(
                        "Cahaya Ilmu",
                        LibraryType.DESA,
                        Scheme.PENUH,
                        Optional.empty(),
                        SampleRegions.id(db, "33.06.01.2001"));
        sari = new People(db).add(7, "Sari", "id");
    }

    @Test
    void the_coordinator_has_what_waits_the_oldest_first() {
        var second = report(sari, DAY, NOON.minusSeconds(60));
        var first = report(sari, DAY, NOON.minusSeconds(120));
        var ratna = person(Role.PIC_KAB, REGENCY);

        assertThat(numbers(ratna)).containsExactly(first, second);
        assertThat(queue(ratna).count()).isEqualTo(2);
        assertThat(queue(ratna).findAfter(Optional.empty())).contains(first);
        assertThat(queue(ratna).findAfter(Optional.of(first))).contains(second);
        assertThat(queue(ratna).findAfter(Optional.of(second))).isEmpty();
        assertThat(numbers(person(Role.PIC_KAB, "33.07"))).isEmpty();
    }

    @Test
    void the_province_stands_in_until_the_regency_has_a_coordinator() {
        var number = report(sari, DAY, NOON);
        var province = person(Role.PIC_PROV, "33");

        assertThat(numbers(province)).containsExactly(number);
        assertThat(seen(province, number).mayReview()).isTrue();

        var ratna = person(Role.PIC_KAB, REGENCY);

        assertThat(numbers(province)).isEmpty();
        assertThat(seen(province, number).mayReview()).isFalse();
        assertThat(seen(ratna, number).mayReview()).isTrue();
    }

    @Test
    void a_facilitator_asks_and_does_not_decide_and_a_consultant_only_reads() {
        var number = report(sari, DAY, NOON);

        var facilitator = seen(person(Role.FASDA, REGENCY), number);
        var consultant = seen(person(Role.KONSULTAN, "33"), number);

        assertThat(facilitator.mayAsk()).isTrue();
        assertThat(facilitator.mayReview()).isFalse();
        assertThat(consultant.mayAsk()).isFalse();
        assertThat(numbers(person(Role.KONSULTAN, "33"))).isEmpty();
    }

    @Test
    void nobody_reviews_their_own_reports() {
        var ratna = person(Role.PIC_KAB, REGENCY);
        var number = report(ratna.personId(), DAY, NOON);

        assertThat(numbers(ratna)).isEmpty();
        assertThat(seen(ratna, number).mayReview()).isFalse();
    }

    @Test
    void a_quarter_that_is_closed_waits_no_more() {
        report(sari, LocalDate.of(2025, 3, 30), Instant.parse("2025-03-30T05:00:00Z"));
        var late = report(sari, LocalDate.of(2025, 3, 30), NOON);

        assertThat(numbers(person(Role.PIC_KAB, REGENCY))).containsExactly(late);
    }

    @Test
    void a_change_of_a_report_that_has_changed_meanwhile_is_not_made() {
        var number = report(sari, DAY, NOON);
        var ratna = person(Role.PIC_KAB, REGENCY);
        var before = seen(ratna, number).report();
        var verified =
                ReportChange.reviewed(before, Verdict.VERIFY, Optional.empty(), List.of(), ratna.personId(), NOON);
        new ReportChanges(db).apply(List.of(verified));

        assertThatThrownBy(() -> fresh.database().useTransaction(tx -> new ReportChanges(tx).apply(List.of(verified))))
                .hasMessageContaining("changed");
        assertThat(db.fetchSingle(SUBMISSION).getRevision()).isEqualTo(2);
        assertThat(new Reports(db).listRevisions(List.of(before.id())).get(before.id()))
                .extracting(ReportRevision::action)
                .containsExactly(RevisionAction.SENT, RevisionAction.VERIFIED);
    }

    private Reports.Seen seen(Actor actor, String number) {
        return new Reports(db).find(actor, number).orElseThrow();
    }

    private ReviewQueue queue(Actor actor) {
        return new ReviewQueue(db, actor, NOON);
    }

    private List<String> numbers(Actor actor) {
        return queue(actor).list(10, 0).stream().map(SentReport::number).toList();
    }

    private Actor person(Role role, String region) {
        var id = new People(db).add(++telegramIds, role.name(), "id");
        new Assignments(db).appoint(By.product(), id, role, OptionalLong.of(SampleRegions.id(db, region)));
        return Objects.requireNonNull(
                new People(db).findActors(List.of(telegramIds)).get(telegramIds));
    }

    private String report(long reporter, LocalDate day, Instant sentAt) {
        var number = "PM-" + ++drafts;
        var columns = MadeUpReport.of(Optional.of("Pelatihan " + drafts), day, 12);
        new Submissions(db)
                .insertAll(List.of(new NewSubmission(
                        drafts, number, "PM", "1", library, reporter, Status.SENT, sentAt, columns, "{}")));
        return number;
    }
}
