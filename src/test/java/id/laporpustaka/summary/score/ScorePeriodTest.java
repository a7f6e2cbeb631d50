package id.laporpustaka.summary.score;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.summary.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScorePeriodTest {
    private static final ScorePeriod YEAR = ScorePeriod.ofYear(2025);
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);

    @Test
    void a_year_so_far_has_its_complete_months() {
        assertThat(YEAR.expected(TODAY, Optional.empty()).count()).isEqualTo(7);
        assertThat(YEAR.expected(LocalDate.of(2025, 8, 31), Optional.empty()).count())
                .isEqualTo(7);
        assertThat(YEAR.expected(LocalDate.of(2025, 9, 1), Optional.empty()).count())
                .isEqualTo(8);
        assertThat(YEAR.expected(LocalDate.of(2026, 3, 1), Optional.empty()).count())
                .isEqualTo(12);
    }

    @Test
    void january_counts_as_one_month_at_once() {
        assertThat(YEAR.expected(LocalDate.of(2025, 1, 3), Optional.empty()))
                .isEqualTo(new ScorePeriod.Months(YearMonth.of(2025, 1), YearMonth.of(2025, 1)));
    }

    @Test
    void who_began_later_is_measured_from_then_on() {
        assertThat(YEAR.expected(TODAY, Optional.of(LocalDate.of(2025, 5, 28))))
                .isEqualTo(new ScorePeriod.Months(YearMonth.of(2025, 5), YearMonth.of(2025, 7)));
        assertThat(YEAR.expected(TODAY, Optional.of(LocalDate.of(2025, 8, 19))))
                .isEqualTo(new ScorePeriod.Months(YearMonth.of(2025, 8), YearMonth.of(2025, 8)));
        assertThat(YEAR.expected(TODAY, Optional.of(LocalDate.of(2023, 8, 19))).count())
                .isEqualTo(7);
    }

    @Test
    void quarters_and_months_are_measured_by_their_own() {
        var second = ScorePeriod.ofQuarter(YearMonth.of(2025, 5));
        assertThat(second.expected(TODAY, Optional.empty()).count()).isEqualTo(3);
        assertThat(second.expected(TODAY, Optional.of(LocalDate.of(2025, 6, 1))).count())
                .isEqualTo(1);
        assertThat(ScorePeriod.ofQuarter(YearMonth.of(2025, 8))
                        .expected(TODAY, Optional.empty())
                        .count())
                .isEqualTo(1);
        assertThat(ScorePeriod.ofMonth(YearMonth.of(2025, 8))
                        .expected(TODAY, Optional.empty())
                        .count())
                .isEqualTo(1);
        assertThat(second.expected(TODAY, Optional.of(LocalDate.of(2025, 8, 1))).count())
                .isEqualTo(1);
    }

    @Test
    void codes_are_read_as_they_are_written() {
        for (var code : new String[] {"2025", "2025q1", "2025q4", "2025-01", "2025-12"}) {
            assertThat(ScorePeriod.find(code).orElseThrow().code()).isEqualTo(code);
        }
        for (var code : new String[] {"", "2025q5", "2025-13", "1999", "2025-1", "20250", "2025q"}) {
            assertThat(ScorePeriod.find(code)).isEmpty();
        }
    }

    @Test
    void only_whole_parts_of_a_year_have_a_score() {
        assertThat(ScorePeriod.of(new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 30))))
                .contains(ScorePeriod.ofQuarter(YearMonth.of(2025, 4)));
        assertThat(ScorePeriod.of(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))))
                .contains(YEAR);
        assertThat(ScorePeriod.of(new Period(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 7, 31))))
                .isEmpty();
        assertThat(ScorePeriod.of(new Period(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 20))))
                .isEmpty();
    }
}
