package id.laporpustaka.summary.score;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReceiptScoresTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 7, 8);
    private static final Instant LAST_YEAR = Instant.parse("2024-05-05T05:00:00Z");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final ReceiptScores receipts = new ReceiptScores();
    private DSLContext db;
    private Reported reported;
    private long village;
    private long garden;

    /// The village has what the worked example of the rules has, the garden nothing.
    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        var reporter = new People(db).add(1001, "Sari", "id");
        for (var form : List.of("PM", "AD", "LI", "PB", "CD", "ST")) {
            new FormVersions(db).publishBuiltIn(form, "1", "source");
        }
        village = add("33.06.01.2001", reporter);
        garden = add("33.06.01.2002", reporter);
        reported = new Reported(db, reporter);
        reported.workedExample(village, 2025, "1");
    }

    private long add(String code, long reporter) {
        var library = new Libraries(db)
                .add("Library " + code, LibraryType.DESA, Scheme.PENUH, Optional.empty(), SampleRegions.id(db, code));
        new Memberships(db).admit(By.product(), reporter, library, MemberRole.PENGELOLA, LAST_YEAR);
        return library;
    }

    @Test
    void a_receipt_tells_the_score_of_the_worked_example_and_what_is_enough_for_the_next_colour() {
        var score = find(stored(village, "PM", LocalDate.of(2025, 6, 12))).orElseThrow();

        assertThat(score.label()).isEqualTo("KPI versi uji coba");
        assertThat(score.points()).isEqualByComparingTo("69.6");
        assertThat(score.colour()).isEqualTo(Colour.YELLOW);
        assertThat(score.reached())
                .contains(new ReceiptScore.Reached(
                        Indicator.ENGAGEMENTS, ScorePeriod.ofMonth(YearMonth.of(2025, 6)), 3, new BigDecimal("4.00")));
        assertThat(score.gap().orElseThrow().missing())
                .extracting(Score.Part::indicator, Score.Part::missing)
                .containsExactly(tuple(Indicator.ENGAGEMENTS, 6L), tuple(Indicator.ADVOCACIES, 3L));
    }

    @Test
    void what_is_told_of_a_report_that_is_being_sent_is_what_is_so_once_it_is_stored() {
        var days = List.of(LocalDate.of(2025, 6, 12), LocalDate.of(2025, 7, 7), LocalDate.of(2025, 1, 2));
        for (var library : List.of(village, garden)) {
            for (var form : List.of("PM", "AD", "LI", "PB", "CD", "ST")) {
                for (var day : days) {
                    var told = find(sending(library, form, day)).orElseThrow();
                    reported.send(library, form, "1", day, 20, "{}");

                    assertThat(told.points())
                            .as("%s of %s", form, day)
                            .isEqualByComparingTo(now(library).points());
                    assertThat(find(stored(library, form, day))).contains(told);
                }
            }
        }
    }

    @Test
    void a_report_that_is_being_taken_back_does_not_count_any_more() {
        for (var form : List.of("PM", "AD", "ST")) {
            var report = db.select(SUBMISSION.ID, SUBMISSION.DATE_START)
                    .from(SUBMISSION)
                    .where(SUBMISSION.FORM_ID.eq(form))
                    .and(SUBMISSION.STATUS.eq("sent"))
                    .orderBy(SUBMISSION.ID)
                    .limit(1)
                    .fetchSingle();
            var asked = new ReceiptScore.Asked(
                    village, form, report.value2(), TODAY, OptionalLong.of(report.value1()), Optional.empty());

            var told = find(asked).orElseThrow();
            db.update(SUBMISSION)
                    .set(SUBMISSION.STATUS, "withdrawn")
                    .where(SUBMISSION.ID.eq(report.value1()))
                    .execute();

            assertThat(told.points())
                    .isEqualByComparingTo(now(village).points())
                    .isLessThan(new BigDecimal("69.6"));
        }
    }

    @Test
    void reports_of_several_libraries_and_years_are_asked_for_together() {
        var july = LocalDate.of(2025, 7, 7);
        var last = LocalDate.of(2024, 12, 30);
        var ofVillage = sending(village, "PM", july);
        var ofGarden = sending(garden, "PM", july);
        var ofLastYear = new ReceiptScore.Asked(
                garden,
                "PM",
                last,
                LocalDate.of(2025, 1, 15),
                OptionalLong.empty(),
                Optional.of(report(garden, "PM", last)));

        var found = receipts.find(db, List.of(ofVillage, ofGarden, ofLastYear));

        assertThat(found).hasSize(3);
        assertThat(found.get(ofVillage)).isEqualTo(find(ofVillage).orElseThrow());
        assertThat(found.get(ofGarden)).isEqualTo(find(ofGarden).orElseThrow());
        assertThat(found.get(ofLastYear)).extracting(ReceiptScore::year).isEqualTo(2024);
    }

    @Test
    void nothing_is_told_of_a_year_that_is_over_for_good_or_has_not_begun_nor_of_a_library_out_of_use() {
        var december = LocalDate.of(2024, 12, 30);
        var late = new ReceiptScore.Asked(
                village, "PM", december, LocalDate.of(2025, 1, 16), OptionalLong.empty(), Optional.empty());
        assertThat(find(late)).isEmpty();
        assertThat(find(stored(village, "PM", LocalDate.of(2026, 1, 1)))).isEmpty();

        db.update(LIBRARY).set(LIBRARY.ACTIVE, false).execute();
        assertThat(find(stored(village, "PM", TODAY))).isEmpty();
    }

    @Test
    void new_rules_are_told_as_soon_as_they_are_in_force() {
        var old = TrialRules.get();
        find(stored(village, "PM", TODAY));

        new Rulebook(db)
                .publish(
                        By.product(),
                        new ScoreRules(
                                2025,
                                "KPI 2025",
                                new BigDecimal("69.0"),
                                old.yellow(),
                                old.mostADay(),
                                old.mostSessions(),
                                old.countings(),
                                old.goals()));

        assertThat(find(stored(village, "PM", TODAY))).hasValueSatisfying(score -> {
            assertThat(score.label()).isEqualTo("KPI 2025");
            assertThat(score.colour()).isEqualTo(Colour.GREEN);
            assertThat(score.gap()).isEmpty();
        });
    }

    private Optional<ReceiptScore> find(ReceiptScore.Asked asked) {
        return Optional.ofNullable(receipts.find(db, List.of(asked)).get(asked));
    }

    private static ReceiptScore.Asked stored(long library, String form, LocalDate day) {
        return new ReceiptScore.Asked(library, form, day, TODAY, OptionalLong.empty(), Optional.empty());
    }

    private static ReceiptScore.Asked sending(long library, String form, LocalDate day) {
        return new ReceiptScore.Asked(
                library, form, day, TODAY, OptionalLong.empty(), Optional.of(report(library, form, day)));
    }

    private static FurtherReport report(long library, String form, LocalDate day) {
        return new FurtherReport(library, form, day, day, 1, 20, 1, 1, true);
    }

    private Score now(long library) {
        var figures = new Scores(db)
                .find(new Scope.Everything(), library, TrialRules.get(), ScorePeriod.ofYear(2025), TODAY)
                .orElseThrow();
        return Score.of(TrialRules.get(), figures.figures());
    }
}
