package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT_LIBRARY;
import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.DRAFT;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.NO_ACTIVITY;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static id.laporpustaka.people.Village.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.db.FreshDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LibraryMergingTest {
    private static final Scope PURWOREJO = Scope.ofRegion("33.06");
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private Village village;
    private LibraryMerging merging;
    private Memberships memberships;
    private By ratna;
    private long kept;
    private long gone;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        village = new Village(db);
        merging = new LibraryMerging(db);
        memberships = new Memberships(db);
        ratna = By.chat(village.coordinator("Ratna", Role.PIC_KAB, "33.06"));
        kept = village.library("Cahaya Ilmu", "33.06.01.2001");
        gone = village.library("Cahya Ilmu", "33.06.01.2001");
    }

    @Test
    void all_that_belongs_to_the_one_belongs_to_the_other() {
        var sari = village.reporter("Sari", gone);
        var report = village.report(sari, gone, TODAY, "verified");
        var draft = village.draft(sari, gone);
        var fasda = village.person("Fasda");
        new Assignments(db).appointForLibraries(ratna, fasda, Set.of(kept, gone));
        var invite = new Invites(db).create(ratna, new InviteTarget.ToReport(gone), 1, Duration.ofDays(7), NOON);
        db.update(LIBRARY)
                .set(LIBRARY.NPP, "3306012D0000001")
                .where(LIBRARY.ID.eq(gone))
                .execute();

        var merged = merging.merge(ratna, kept, gone, PURWOREJO, NOON);

        assertThat(merged).isEqualTo(new Merging.Done(1, 1, 1, 1));
        assertThat(new People(db).findActor(sari).orElseThrow().reportsFor())
                .extracting(Reporting::libraryId)
                .containsExactly(kept);
        assertThat(db.fetchSingle(SUBMISSION, SUBMISSION.ID.eq(report)).getLibraryId())
                .isEqualTo(kept);
        assertThat(village.status(report)).isEqualTo("verified");
        assertThat(db.fetchSingle(SUBMISSION_REVISION, SUBMISSION_REVISION.REVISION.eq(2))
                        .getChanges()
                        .data())
                .isEqualTo("{\"library_id\": {\"to\": %d, \"from\": %d}}".formatted(kept, gone));
        assertThat(db.fetchSingle(DRAFT, DRAFT.ID.eq(draft)).getLibraryId()).isEqualTo(kept);
        assertThat(db.fetch(ASSIGNMENT_LIBRARY).getValues(ASSIGNMENT_LIBRARY.LIBRARY_ID))
                .containsExactly(kept);
        assertThat(new Invites(db).find(invite.code(), 5, NOON)).isInstanceOf(InviteState.Good.class);
        var row = db.fetchSingle(LIBRARY, LIBRARY.ID.eq(gone));
        assertThat(row.getActive()).isFalse();
        assertThat(row.getMergedInto()).isEqualTo(kept);
        assertThat(db.fetchSingle(LIBRARY, LIBRARY.ID.eq(kept)).getNpp()).isEqualTo("3306012D0000001");
    }

    @Test
    void what_was_said_of_times_without_activities_goes_over_unless_the_other_has_said_it() {
        var sari = village.reporter("Sari", gone);
        sayQuiet(sari, gone, "month", LocalDate.of(2025, 8, 1));
        sayQuiet(sari, gone, "week", LocalDate.of(2025, 8, 11));
        sayQuiet(sari, kept, "week", LocalDate.of(2025, 8, 11));
        sayQuiet(sari, kept, "week", LocalDate.of(2025, 8, 18));

        merging.merge(ratna, kept, gone, PURWOREJO, NOON);

        assertThat(db.select(NO_ACTIVITY.PERIOD, NO_ACTIVITY.FIRST_DAY)
                        .from(NO_ACTIVITY)
                        .where(NO_ACTIVITY.LIBRARY_ID.eq(kept))
                        .orderBy(NO_ACTIVITY.FIRST_DAY)
                        .fetch(row -> row.value1() + " " + row.value2()))
                .containsExactly("month 2025-08-01", "week 2025-08-11", "week 2025-08-18");
        assertThat(db.fetchCount(NO_ACTIVITY, NO_ACTIVITY.LIBRARY_ID.eq(gone))).isEqualTo(1);
    }

    private void sayQuiet(long person, long library, String period, LocalDate firstDay) {
        db.insertInto(NO_ACTIVITY)
                .set(NO_ACTIVITY.LIBRARY_ID, library)
                .set(NO_ACTIVITY.PERIOD, period)
                .set(NO_ACTIVITY.FIRST_DAY, firstDay)
                .set(NO_ACTIVITY.SAID_BY, person)
                .set(NO_ACTIVITY.SAID_AT, NOON)
                .execute();
    }

    @Test
    void the_audit_log_knows_how_to_take_it_back() throws Exception {
        var sari = village.reporter("Sari", gone);
        var report = village.report(sari, gone, TODAY, "sent");

        merging.merge(ratna, kept, gone, PURWOREJO, NOON);

        var details = db.fetchSingle(AUDIT, AUDIT.ACTION.eq("library_merged")).getDetails();
        var undo = new ObjectMapper().readTree(details.data());
        assertThat(undo.at("/submissions/0").asLong()).isEqualTo(report);
        assertThat(undo.at("/memberships")).hasSize(1);
        assertThat(undo.at("/was_active").asBoolean()).isTrue();
        assertThat(new Directory(db)
                        .historyOfLibrary(PURWOREJO, kept, 0)
                        .rows()
                        .getFirst()
                        .action())
                .isEqualTo("library_took_over");
    }

    @Test
    void who_reports_for_both_keeps_the_better_place_and_what_waited_is_sent() {
        var sari = village.person("Sari");
        village.ask(sari, kept, NOON);
        memberships.admit(ratna, sari, gone, MemberRole.KEPALA, NOON);
        var joko = village.reporter("Joko", kept);
        village.ask(joko, gone, NOON);
        var waiting = village.report(sari, kept, TODAY, "waiting");
        var other = village.report(joko, gone, TODAY, "waiting");

        var merged = merging.merge(ratna, kept, gone, PURWOREJO, NOON);

        assertThat(merged).isEqualTo(new Merging.Done(0, 0, 1, 0));
        for (var person : List.of(sari, joko)) {
            assertThat(new People(db).findActor(person).orElseThrow().reportsFor())
                    .hasSize(1)
                    .first()
                    .returns(kept, Reporting::libraryId)
                    .returns(true, Reporting::accepted);
        }
        assertThat(village.status(waiting)).isEqualTo("sent");
        assertThat(village.status(other)).isEqualTo("sent");
    }

    @Test
    void both_must_lie_in_the_scope() {
        var wonosobo = village.library("Taman Baca", "33.07.01.2001");

        assertThat(merging.merge(ratna, kept, wonosobo, PURWOREJO, NOON)).isEqualTo(new Merging.OutsideScope());
        assertThat(merging.merge(ratna, wonosobo, kept, PURWOREJO, NOON)).isEqualTo(new Merging.OutsideScope());
        assertThat(merging.merge(ratna, kept, gone, Scope.nothing(), NOON)).isEqualTo(new Merging.OutsideScope());
    }

    @Test
    void what_cannot_be_merged_is_left_alone() {
        var third = village.library("Third", "33.06.01.2002");

        assertThat(merging.merge(ratna, kept, kept, PURWOREJO, NOON)).isEqualTo(new Merging.NoSuchPair());
        assertThat(merging.merge(ratna, kept, 9_999, PURWOREJO, NOON)).isEqualTo(new Merging.NoSuchPair());
        merging.merge(ratna, kept, gone, PURWOREJO, NOON);
        assertThat(merging.merge(ratna, third, gone, PURWOREJO, NOON)).isEqualTo(new Merging.MergedBefore(kept));
        assertThat(merging.merge(ratna, gone, third, PURWOREJO, NOON)).isEqualTo(new Merging.KeptInactive());
    }

    @Test
    void what_was_merged_before_follows() {
        var third = village.library("Third", "33.06.01.2002");
        merging.merge(ratna, kept, gone, PURWOREJO, NOON);

        merging.merge(ratna, third, kept, PURWOREJO, NOON);

        assertThat(db.fetchSingle(LIBRARY, LIBRARY.ID.eq(gone)).getMergedInto()).isEqualTo(third);
    }

    @Test
    void two_coordinators_who_merge_the_same_pair_both_ways_leave_one_library() throws Exception {
        village.report(village.reporter("Sari", kept), kept, TODAY, "sent");
        village.report(village.reporter("Joko", gone), gone, TODAY, "sent");
        Callable<Merging> one = () -> new LibraryMerging(fresh.context()).merge(ratna, kept, gone, PURWOREJO, NOON);
        Callable<Merging> other = () -> new LibraryMerging(fresh.context()).merge(ratna, gone, kept, PURWOREJO, NOON);

        var done = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var result : threads.invokeAll(List.of(one, other))) {
                done += result.get() instanceof Merging.Done ? 1 : 0;
            }
        }

        assertThat(done).isEqualTo(1);
        assertThat(db.fetchCount(LIBRARY, LIBRARY.ACTIVE.isTrue())).isEqualTo(1);
        assertThat(db.fetch(SUBMISSION).getValues(SUBMISSION.LIBRARY_ID).stream()
                        .distinct())
                .hasSize(1);
    }

    @Test
    void what_comes_late_follows_too() {
        var sari = village.reporter("Sari", gone);
        merging.merge(ratna, kept, gone, PURWOREJO, NOON);
        var late = village.report(sari, gone, TODAY, "sent");

        assertThat(merging.moveLate(NOON)).isEqualTo(1);
        assertThat(db.fetchSingle(SUBMISSION, SUBMISSION.ID.eq(late)).getLibraryId())
                .isEqualTo(kept);
        assertThat(merging.moveLate(NOON)).isZero();
    }
}
