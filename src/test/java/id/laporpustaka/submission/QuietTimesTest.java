package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.submission.QuietPeriod.MONTH;
import static id.laporpustaka.submission.QuietPeriod.WEEK;
import static id.laporpustaka.submission.QuietTimes.Outcome.ALREADY_SO;
import static id.laporpustaka.submission.QuietTimes.Outcome.DONE;
import static id.laporpustaka.submission.QuietTimes.Outcome.NOT_OPEN;
import static id.laporpustaka.submission.QuietTimes.Outcome.REPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuietTimesTest {
    private static final Instant NOON = Instant.parse("2025-08-20T05:00:00Z");
    private static final LocalDate WEDNESDAY = LocalDate.of(2025, 8, 20);
    private static final LocalDate AUGUST = LocalDate.of(2025, 8, 1);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private QuietTimes quiet;
    private long library;
    private long sari;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        new FormVersions(db).publishBuiltIn("PM", "1", "source");
        library = new Libraries(db)
                .add(
                        "TBM Pelita",
                        LibraryType.TBM,
                        Scheme.PENUH,
                        Optional.empty(),
                        SampleRegions.id(db, "33.06.01.2001"));
        sari = new People(db).add(7, "Sari", "id");
        quiet = new QuietTimes(db);
    }

    @Test
    void it_is_said_once_taken_back_and_said_again_and_each_is_in_the_audit_log() {
        assertThat(say(MONTH, AUGUST)).isEqualTo(DONE);
        assertThat(say(MONTH, AUGUST)).isEqualTo(ALREADY_SO);
        assertThat(takeBack(MONTH, AUGUST)).isEqualTo(DONE);
        assertThat(takeBack(MONTH, AUGUST)).isEqualTo(ALREADY_SO);
        assertThat(say(MONTH, AUGUST)).isEqualTo(DONE);

        assertThat(db.select(AUDIT.ACTION).from(AUDIT).orderBy(AUDIT.ID).fetch(AUDIT.ACTION))
                .containsExactly("no_activity_said", "no_activity_taken_back", "no_activity_said");
        assertThat(db.select(AUDIT.LIBRARY_ID).from(AUDIT).fetchSet(AUDIT.LIBRARY_ID))
                .containsExactly(library);
    }

    @Test
    void a_week_is_quiet_on_its_days_and_so_is_a_month() {
        assertThat(say(WEEK, LocalDate.of(2025, 8, 18))).isEqualTo(DONE);

        assertThat(quiet.listQuietOn(List.of(library), LocalDate.of(2025, 8, 24)))
                .containsExactly(library);
        assertThat(quiet.listQuietOn(List.of(library), LocalDate.of(2025, 8, 25)))
                .isEmpty();

        assertThat(say(MONTH, AUGUST)).isEqualTo(DONE);

        assertThat(quiet.listQuietOn(List.of(library), LocalDate.of(2025, 8, 31)))
                .containsExactly(library);
        assertThat(quiet.listQuiet(List.of(library), WEEK, LocalDate.of(2025, 8, 25)))
                .isEmpty();
    }

    @Test
    void where_something_was_reported_it_cannot_be_said() {
        report(LocalDate.of(2025, 8, 11), Status.SENT);

        assertThat(say(MONTH, AUGUST)).isEqualTo(REPORTED);
        assertThat(say(WEEK, LocalDate.of(2025, 8, 18))).isEqualTo(DONE);
        assertThat(quiet.countReports(library, MONTH, AUGUST)).isEqualTo(1);
    }

    @Test
    void what_does_not_count_is_no_report() {
        report(LocalDate.of(2025, 8, 11), Status.REJECTED);

        assertThat(say(MONTH, AUGUST)).isEqualTo(DONE);
    }

    @Test
    void a_time_that_is_closed_or_to_come_or_begins_in_its_middle_is_not_open() {
        assertThat(say(MONTH, LocalDate.of(2025, 9, 1))).isEqualTo(NOT_OPEN);
        assertThat(say(MONTH, LocalDate.of(2025, 7, 1))).isEqualTo(NOT_OPEN);
        assertThat(say(MONTH, LocalDate.of(2025, 8, 2))).isEqualTo(NOT_OPEN);
        assertThat(say(WEEK, WEDNESDAY)).isEqualTo(NOT_OPEN);
        assertThat(say(WEEK, LocalDate.of(2025, 8, 11))).isEqualTo(DONE);
        assertThat(say(WEEK, LocalDate.of(2025, 8, 4))).isEqualTo(NOT_OPEN);
    }

    @Test
    void the_last_month_is_open_until_the_fifth() {
        assertThat(quiet.say(By.chat(sari), sari, library, MONTH, AUGUST, LocalDate.of(2025, 9, 5), NOON))
                .isEqualTo(DONE);
        takeBack(MONTH, AUGUST);
        assertThat(quiet.say(By.chat(sari), sari, library, MONTH, AUGUST, LocalDate.of(2025, 9, 6), NOON))
                .isEqualTo(NOT_OPEN);
    }

    private QuietTimes.Outcome say(QuietPeriod period, LocalDate firstDay) {
        return quiet.say(By.chat(sari), sari, library, period, firstDay, WEDNESDAY, NOON);
    }

    private QuietTimes.Outcome takeBack(QuietPeriod period, LocalDate firstDay) {
        return quiet.takeBack(By.chat(sari), sari, library, period, firstDay, NOON);
    }

    private void report(LocalDate day, Status status) {
        new Submissions(db)
                .insertAll(List.of(new NewSubmission(
                        1,
                        "PM-1",
                        "PM",
                        "1",
                        library,
                        sari,
                        status,
                        NOON,
                        MadeUpReport.of(Optional.of("Kelas merajut"), day, 12),
                        "{}")));
    }
}
