package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.FORM_VERSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.Written;
import id.laporpustaka.people.People;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.FormVersions.Publication;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubmissionStoresTest {
    private static final Instant NOON = Instant.parse("2025-08-20T05:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private Drafts drafts;
    private Submissions submissions;
    private long sari;
    private long library;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        drafts = new Drafts(db);
        submissions = new Submissions(db);
        SampleRegions.addTo(db);
        sari = new People(db).add(1001, "Sari", "id");
        library = new Libraries(db)
                .add(
                        "Cahaya Ilmu",
                        LibraryType.DESA,
                        Scheme.PENUH,
                        Optional.empty(),
                        SampleRegions.id(db, "33.06.01.2001"));
        new FormVersions(db).publishBuiltIn("PM", "1", "source");
    }

    @Test
    void drafts_are_saved_changed_and_deleted_together() {
        save(draft(2, 1, NOON), draft(1, 1, NOON));
        save(draft(2, 2, NOON.plusSeconds(1)), draft(3, 1, NOON), draft(3, 2, NOON));

        assertThat(drafts.findAll(List.of(1L, 2L, 3L, 4L)))
                .containsOnly(
                        Map.entry(1L, draft(1, 1, NOON)),
                        Map.entry(2L, draft(2, 2, NOON.plusSeconds(1))),
                        Map.entry(3L, draft(3, 2, NOON)));

        drafts.deleteAll(List.of(1L, 3L));

        assertThat(drafts.findAll(List.of(1L, 2L, 3L))).containsOnlyKeys(2L);
    }

    @Test
    void a_persons_drafts_are_listed_page_by_page_the_last_changed_first() {
        save(draft(1, 1, NOON), draft(2, 1, NOON.plusSeconds(9)), draft(3, 1, NOON.plusSeconds(5)));

        assertThat(drafts.count(sari)).isEqualTo(3);
        assertThat(drafts.list(sari, 2, 0)).extracting(StoredDraft::id).containsExactly(2L, 3L);
        assertThat(drafts.list(sari, 2, 2)).extracting(StoredDraft::id).containsExactly(1L);
        assertThat(drafts.list(sari + 1, 2, 0)).isEmpty();
    }

    @Test
    void saving_and_deleting_nothing_is_fine() {
        save();
        drafts.deleteAll(List.of());

        assertThat(submissions.insertAll(List.of())).isEmpty();
        assertThat(submissions.nextNumbers(0)).isEmpty();
    }

    @Test
    void a_draft_is_sent_once() {
        var first = submissions.insertAll(List.of(report(7, "N-7", TODAY), report(8, "N-8", TODAY)));
        var second = submissions.insertAll(List.of(report(8, "N-8b", TODAY), report(9, "N-9", TODAY)));

        assertThat(first).containsOnlyKeys(7L, 8L);
        assertThat(second).containsOnlyKeys(9L);
        assertThat(db.fetchCount(SUBMISSION)).isEqualTo(3);
        assertThat(db.fetchCount(SUBMISSION_REVISION, SUBMISSION_REVISION.REVISION.eq(1)))
                .isEqualTo(3);
        assertThat(submissions.findByDrafts(List.of(8L))).containsOnlyKeys(8L);
    }

    @Test
    void a_report_is_read_as_it_was_sent() {
        var id = submissions
                .insertAll(List.of(report(7, "PM-2508-000001-0", TODAY)))
                .get(7L);

        assertThat(submissions.listOfReporter(HistoryFilter.all(sari), 10, 0))
                .containsExactly(new SentReport(
                        id == null ? 0 : id,
                        "PM-2508-000001-0",
                        1,
                        "PM",
                        library,
                        "Cahaya Ilmu",
                        Status.SENT,
                        NOON,
                        Optional.of("Pelatihan"),
                        TODAY,
                        OptionalInt.of(32)));
        var row = db.selectFrom(SUBMISSION).fetchSingle();
        assertThat(row.getMale()).isEqualTo(12);
        assertThat(row.getDisabled()).isNull();
        assertThat(row.getAmount()).isEqualTo(5_000_000_000L);
        assertThat(row.getAnswers().data()).isEqualTo("{\"title\": \"Pelatihan\"}");
        assertThat(row.getUpdatedAt()).isEqualTo(NOON);
    }

    @Test
    void a_reporters_history_is_paged_the_last_sent_first() {
        for (var i = 1; i <= 5; i++) {
            submissions.insertAll(List.of(report(i, "N-" + i, TODAY)));
        }

        assertThat(submissions.countOfReporter(HistoryFilter.all(sari))).isEqualTo(5);
        assertThat(submissions.listOfReporter(HistoryFilter.all(sari), 2, 0))
                .extracting(SentReport::number)
                .containsExactly("N-5", "N-4");
        assertThat(submissions.listOfReporter(HistoryFilter.all(sari), 2, 4))
                .extracting(SentReport::number)
                .containsExactly("N-1");
    }

    @Test
    void a_months_reports_of_a_library_are_counted() {
        submissions.insertAll(List.of(
                report(1, "N-1", LocalDate.of(2025, 8, 1)),
                report(2, "N-2", LocalDate.of(2025, 8, 31)),
                report(3, "N-3", LocalDate.of(2025, 7, 31)),
                report(4, "N-4", LocalDate.of(2025, 9, 1))));

        assertThat(submissions.countInMonth(List.of(library, library + 1), "PM", YearMonth.of(2025, 8)))
                .containsExactly(Map.entry(library, 2));
        assertThat(submissions.countInMonth(List.of(library), "AD", YearMonth.of(2025, 8)))
                .isEmpty();
    }

    @Test
    void numbers_come_from_one_sequence() {
        var first = submissions.nextNumbers(3);
        var second = submissions.nextNumbers(2);

        assertThat(first).hasSize(3).doesNotHaveDuplicates();
        assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
    }

    @Test
    void a_built_in_form_is_published_when_it_is_new() {
        var forms = new FormVersions(db);

        assertThat(forms.publishBuiltIn("AD", "1", "a")).isEqualTo(Publication.PUBLISHED);
        assertThat(forms.publishBuiltIn("AD", "1", "a")).isEqualTo(Publication.ALREADY_PUBLISHED);
        assertThat(forms.publishBuiltIn("AD", "1", "changed")).isEqualTo(Publication.VERSION_TAKEN);
        assertThat(forms.publishBuiltIn("AD", "2", "b")).isEqualTo(Publication.PUBLISHED);
        assertThat(forms.listAll())
                .containsExactly(
                        new FormSource("PM", "1", "source", true, Optional.empty()),
                        new FormSource("AD", "1", "a", true, Optional.empty()),
                        new FormSource("AD", "2", "b", true, Optional.empty()));
    }

    @Test
    void an_admins_own_version_is_not_replaced_by_a_built_in_one() {
        var forms = new FormVersions(db);
        var table = FORM_VERSION;
        db.insertInto(table, table.FORM_ID, table.VERSION, table.SOURCE, table.BUILT_IN)
                .values("PM", "1-kami", "ours", false)
                .execute();

        assertThat(forms.publishBuiltIn("PM", "2", "newer")).isEqualTo(Publication.KEPT_ADMINS_VERSION);
        assertThat(forms.publishBuiltIn("PM", "1-kami", "built in later")).isEqualTo(Publication.KEPT_ADMINS_VERSION);
        assertThat(forms.publishBuiltIn("PM", "1", "source")).isEqualTo(Publication.ALREADY_PUBLISHED);
    }

    @Test
    void a_retired_built_in_form_stays_retired_when_it_gets_a_new_version() {
        var forms = new FormVersions(db);
        db.update(FORM_VERSION).set(FORM_VERSION.RETIRED_AT, NOON).execute();

        forms.publishBuiltIn("PM", "2", "newer");

        assertThat(forms.find("PM", "2").orElseThrow().retiredAt()).contains(NOON);
    }

    private void save(StoredDraft... some) {
        var _ = Written.runAll(db, List.of(Drafts.saving(List.of(some))));
    }

    private StoredDraft draft(long id, int revision, Instant updatedAt) {
        return new StoredDraft(id, sari, library, "PM", "1", "{\"revision\": " + revision + "}", revision, updatedAt);
    }

    private NewSubmission report(long draftId, String number, LocalDate date) {
        var columns = new SubmissionColumns(
                Optional.of("Pelatihan"),
                date,
                date,
                Optional.of("PLT"),
                Optional.of("EKO"),
                Optional.of("PERP"),
                Optional.empty(),
                1,
                OptionalInt.of(12),
                OptionalInt.of(20),
                OptionalInt.of(32),
                OptionalInt.empty(),
                OptionalLong.of(5_000_000_000L),
                2);
        return new NewSubmission(
                draftId, number, "PM", "1", library, sari, Status.SENT, NOON, columns, "{\"title\":\"Pelatihan\"}");
    }
}
