package id.laporpustaka.summary.score;

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
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.SubmissionColumns;
import id.laporpustaka.submission.Submissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScoresTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);
    private static final ScorePeriod YEAR = ScorePeriod.ofYear(2025);
    private static final Instant LAST_YEAR = Instant.parse("2024-05-05T05:00:00Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private long reporter;
    private long library;
    private long drafts;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        reporter = new People(db).add(1001, "Sari", "id");
        for (var form : List.of("PM", "AD", "LI", "PB", "CD", "ST")) {
            new FormVersions(db).publishBuiltIn(form, "1", "source");
        }
        library = add("33.06.01.2001");
        new Memberships(db).admit(By.product(), reporter, library, MemberRole.PENGELOLA, LAST_YEAR);
    }

    @Test
    void the_rules_that_come_with_the_product_are_those_of_the_trial() {
        var version = new Rulebook(db).inForce(2026);

        assertThat(version.rules()).usingRecursiveComparison().isEqualTo(TrialRules.get());
        assertThat(version.publishedBy()).isEmpty();
    }

    @Test
    void the_worked_example_is_counted_from_its_reports() {
        for (var month = 1; month <= 6; month++) {
            for (var i = 0; i < 3; i++) {
                send(pm(LocalDate.of(2025, month, 10 + i), 1, 25));
            }
            if (month < 6) {
                statistics(YearMonth.of(2025, month), LocalDate.of(2025, month + 1, 5));
            }
        }
        for (var month : List.of(1, 3, 5)) {
            send(report("AD", LocalDate.of(2025, month, 3), 1, 0, 0), "{}");
            send(report("PB", LocalDate.of(2025, month, 4), 1, 0, 0), "{\"pb_count\": 3}");
        }
        send(report("LI", LocalDate.of(2025, 2, 3), 1, 0, 1), "{}");
        send(report("CD", LocalDate.of(2025, 2, 3), 1, 0, 0), "{}");

        var found = find(YEAR, LocalDate.of(2025, 7, 8));
        var score = Score.of(TrialRules.get(), found.figures());

        assertThat(found.figures().months()).isEqualTo(6);
        assertThat(score.points()).isEqualByComparingTo("69.6");
    }

    @Test
    void only_three_engagements_of_a_day_count_those_with_the_most_sessions_first() {
        var day = LocalDate.of(2025, 3, 10);
        for (var i = 1; i <= 5; i++) {
            send(pm(day, i == 5 ? 2 : 1, i));
        }

        assertThat(achieved(YEAR, Indicator.ENGAGEMENTS)).isEqualTo(4);
        assertThat(achieved(YEAR, Indicator.PARTICIPANTS)).isEqualTo(5 + 4 + 3);
    }

    @Test
    void advocacies_of_a_day_are_not_limited() {
        for (var i = 0; i < 5; i++) {
            send(report("AD", LocalDate.of(2025, 3, 10), 1, 0, 0), "{}");
        }

        assertThat(achieved(YEAR, Indicator.ADVOCACIES)).isEqualTo(5);
    }

    @Test
    void a_series_counts_four_sessions_for_each_month_that_it_lasts() {
        send(report("PM", LocalDate.of(2025, 3, 10), LocalDate.of(2025, 3, 30), 12, 5, 1), "{}");
        assertThat(achieved(YEAR, Indicator.ENGAGEMENTS)).isEqualTo(4);

        send(report("PM", LocalDate.of(2025, 5, 10), LocalDate.of(2025, 7, 1), 9, 5, 1), "{}");
        assertThat(achieved(YEAR, Indicator.ENGAGEMENTS)).isEqualTo(4 + 9);
        assertThat(achieved(ScorePeriod.ofMonth(YearMonth.of(2025, 5)), Indicator.ENGAGEMENTS))
                .isEqualTo(4);
        assertThat(achieved(ScorePeriod.ofQuarter(YearMonth.of(2025, 5)), Indicator.ENGAGEMENTS))
                .isEqualTo(8);
    }

    @Test
    void a_report_counts_while_it_is_sent_or_verified_and_has_the_photo_that_its_kind_needs() {
        for (var status : List.of(
                Status.SENT,
                Status.VERIFIED,
                Status.WAITING,
                Status.NEEDS_CORRECTION,
                Status.REJECTED,
                Status.WITHDRAWN)) {
            var day = LocalDate.of(2025, 3, 1).plusDays(drafts);
            send(report("PM", day, 1, 10, 1), "{}", status, at(day));
        }
        send(report("PM", LocalDate.of(2025, 4, 1), 1, 10, 0), "{}");

        assertThat(achieved(YEAR, Indicator.ENGAGEMENTS)).isEqualTo(2);
        assertThat(find(YEAR, TODAY).figures().reports()).isEqualTo(2);
    }

    @Test
    void one_that_was_merged_into_another_does_not_count() {
        send(pm(LocalDate.of(2025, 3, 1), 1, 10));
        send(pm(LocalDate.of(2025, 3, 2), 1, 10));
        var ids =
                db.select(SUBMISSION.ID).from(SUBMISSION).orderBy(SUBMISSION.ID).fetch(SUBMISSION.ID);
        db.update(SUBMISSION)
                .set(SUBMISSION.STATUS, "merged")
                .set(SUBMISSION.MERGED_INTO, ids.getFirst())
                .where(SUBMISSION.ID.eq(ids.getLast()))
                .execute();

        assertThat(achieved(YEAR, Indicator.ENGAGEMENTS)).isEqualTo(1);
    }

    @Test
    void people_at_an_event_of_two_libraries_count_for_both() {
        var other = add("33.06.01.2002");
        send(pm(LocalDate.of(2025, 3, 1), 1, 40));
        var first = db.select(SUBMISSION.ID).from(SUBMISSION).fetchSingle(SUBMISSION.ID);
        var mine = library;
        library = other;
        send(pm(LocalDate.of(2025, 3, 1), 1, 40));
        db.update(SUBMISSION)
                .set(SUBMISSION.SHARED_WITH, first)
                .where(SUBMISSION.LIBRARY_ID.eq(other))
                .execute();

        assertThat(achieved(YEAR, Indicator.PARTICIPANTS)).isEqualTo(40);
        library = mine;
        assertThat(achieved(YEAR, Indicator.PARTICIPANTS)).isEqualTo(40);
    }

    @Test
    void a_month_is_regular_with_a_report_and_statistics_by_the_fifth_in_the_librarys_own_time() {
        send(pm(LocalDate.of(2025, 3, 1), 1, 10));
        var end = LocalDate.of(2025, 4, 6).atStartOfDay(JAKARTA).toInstant();
        statistics(YearMonth.of(2025, 3), end.minusSeconds(1));
        statistics(YearMonth.of(2025, 4), LocalDate.of(2025, 5, 1)); // no other report in April
        send(pm(LocalDate.of(2025, 5, 1), 1, 10));
        statistics(YearMonth.of(2025, 5), LocalDate.of(2025, 6, 6)); // too late

        assertThat(achieved(YEAR, Indicator.REGULARITY)).isEqualTo(1);

        var eastern = add("81.71");
        library = eastern;
        send(pm(LocalDate.of(2025, 3, 1), 1, 10));
        statistics(YearMonth.of(2025, 3), end.minusSeconds(1)); // two hours later there
        assertThat(achieved(YEAR, Indicator.REGULARITY)).isZero();
        send(pm(LocalDate.of(2025, 5, 1), 1, 10));
        statistics(
                YearMonth.of(2025, 5),
                LocalDate.of(2025, 6, 5)
                        .atTime(23, 59)
                        .atZone(ZoneId.of("Asia/Jayapura"))
                        .toInstant());
        assertThat(achieved(YEAR, Indicator.REGULARITY)).isEqualTo(1);
    }

    @Test
    void the_present_month_is_not_regular_before_it_is_over() {
        send(pm(LocalDate.of(2025, 8, 1), 1, 10));
        statistics(YearMonth.of(2025, 8), LocalDate.of(2025, 8, 19));

        assertThat(achieved(YEAR, Indicator.REGULARITY)).isZero();
        assertThat(achieved(ScorePeriod.ofMonth(YearMonth.of(2025, 8)), Indicator.REGULARITY))
                .isEqualTo(1);
    }

    @Test
    void a_library_is_measured_since_its_first_reporter_or_its_first_activity() {
        var later = add("33.06.01.2002");
        var person = new People(db).add(1002, "Joko", "id");
        new Memberships(db)
                .admit(By.product(), person, later, MemberRole.PENGELOLA, Instant.parse("2025-05-20T03:00:00Z"));
        library = later;
        assertThat(find(YEAR, TODAY).figures().months()).isEqualTo(3);

        send(pm(LocalDate.of(2025, 6, 1), 1, 10));
        assertThat(find(YEAR, TODAY).figures().months()).isEqualTo(3);

        send(pm(LocalDate.of(2025, 2, 1), 1, 10));
        assertThat(find(YEAR, TODAY).figures().months()).isEqualTo(6);
    }

    @Test
    void libraries_without_reports_are_there_too_and_those_out_of_sight_or_use_are_not() {
        var silent = add("33.06.01.2002");
        add("33.07.01.2001");
        new Libraries(db).deactivate(add("33.06.01.2001"));
        send(pm(LocalDate.of(2025, 8, 1), 1, 10));

        var seen = new Scores(db).list(Scope.ofRegion("33.06"), Optional.empty(), TrialRules.get(), YEAR, TODAY);

        assertThat(seen).extracting(LibraryFigures::libraryId).containsExactly(library, silent);
        assertThat(seen).extracting(LibraryFigures::joined).containsExactly(true, false);
        assertThat(seen.getFirst().lastReport()).contains(LocalDate.of(2025, 8, 1));
        assertThat(seen.getLast().figures().reports()).isZero();
        assertThat(new Scores(db)
                        .list(Scope.ofRegion("33.06"), Optional.of("33.06.01.2001"), TrialRules.get(), YEAR, TODAY))
                .hasSize(1);
        assertThat(new Scores(db).find(Scope.ofRegion("33.07"), library, TrialRules.get(), YEAR, TODAY))
                .isEmpty();
        assertThat(new Scores(db).list(Scope.nothing(), Optional.empty(), TrialRules.get(), YEAR, TODAY))
                .isEmpty();
    }

    @Test
    void who_reported_in_december_is_not_silent_in_january() {
        send(pm(LocalDate.of(2025, 12, 20), 1, 10));
        var january = LocalDate.of(2026, 1, 10);

        var found = find(ScorePeriod.ofYear(2026), january);

        assertThat(found.isSilent(january)).isFalse();
        assertThat(found.isSilent(LocalDate.of(2026, 1, 19))).isTrue();
        assertThat(found.figures().reports()).isZero();
    }

    private long add(String code) {
        return new Libraries(db)
                .add(
                        "Library in " + code + " " + drafts++,
                        LibraryType.DESA,
                        Scheme.PENUH,
                        Optional.empty(),
                        SampleRegions.id(db, code));
    }

    private LibraryFigures find(ScorePeriod period, LocalDate today) {
        return new Scores(db)
                .find(new Scope.Everything(), library, TrialRules.get(), period, today)
                .orElseThrow();
    }

    private long achieved(ScorePeriod period, Indicator indicator) {
        return find(period, TODAY).figures().achieved(indicator);
    }

    private record Sent(String form, SubmissionColumns columns) {}

    private static Sent pm(LocalDate day, int sessions, int people) {
        return report("PM", day, sessions, people, 2);
    }

    private static Sent report(String form, LocalDate day, int sessions, int people, int photos) {
        return report(form, day, day, sessions, people, photos);
    }

    private static Sent report(String form, LocalDate day, LocalDate end, int sessions, int people, int photos) {
        return new Sent(
                form,
                new SubmissionColumns(
                        Optional.of("Kegiatan"),
                        day,
                        end,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        sessions,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        people == 0 ? OptionalInt.empty() : OptionalInt.of(people),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        photos));
    }

    private void statistics(YearMonth month, LocalDate sentOn) {
        statistics(month, at(sentOn));
    }

    private void statistics(YearMonth month, Instant sentAt) {
        send(report("ST", month.atDay(1), 1, 900, 0), "{}", Status.SENT, sentAt);
    }

    private void send(Sent report) {
        send(report, "{}");
    }

    private void send(Sent report, String answers) {
        send(report, answers, Status.SENT, at(report.columns().dateStart()));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(12, 0).atZone(JAKARTA).toInstant();
    }

    private void send(Sent report, String answers, Status status, Instant at) {
        drafts++;
        new Submissions(db)
                .insertAll(List.of(new NewSubmission(
                        drafts,
                        "N-" + drafts,
                        report.form(),
                        "1",
                        library,
                        reporter,
                        status,
                        at,
                        report.columns(),
                        answers)));
    }
}
