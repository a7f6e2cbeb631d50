package id.laporpustaka.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// The form with the numbers of a month.
final class StFormTest {
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
    private static final Filled SHORTEST = Filled.of("ST")
            .on(LocalDate.of(2025, 8, 3))
            .with("st_month", JULY)
            .with("st_open", 22)
            .with("st_male", 120)
            .with("st_female", 150)
            .with("st_ict", 40);

    @Test
    void the_shortest_path_has_four_prompts() {
        assertThat(SHORTEST.path()).containsExactly("st_month", "st_open", "st_lp", "st_ict");
        assertThat(SHORTEST.complaints()).isEmpty();
        assertThat(SHORTEST.details()).containsExactly("st_online", "st_loan", "st_member", "st_pc", "st_net", "note");
    }

    @Test
    void a_month_is_this_one_at_the_latest() {
        assertThat(SHORTEST.takes("st_month", LocalDate.of(2025, 8, 1))).isTrue();
        assertThat(SHORTEST.takes("st_month", LocalDate.of(2025, 9, 1))).isFalse();
        assertThat(SHORTEST.takes("st_month", LocalDate.of(2024, 1, 1))).isTrue();
        assertThat(SHORTEST.takes("st_month", LocalDate.of(2023, 12, 1))).isFalse();
    }

    @Test
    void a_month_is_late_after_the_fifth_of_the_next() {
        assertThat(SHORTEST.on(LocalDate.of(2025, 8, 5)).doubt("st_month", JULY))
                .isEmpty();
        assertThat(SHORTEST.on(LocalDate.of(2025, 8, 6)).doubt("st_month", JULY))
                .hasValueSatisfying(text -> assertThat(text).contains("terlambat"));
        assertThat(SHORTEST.on(LocalDate.of(2026, 1, 5)).doubt("st_month", LocalDate.of(2025, 12, 1)))
                .isEmpty();
        assertThat(SHORTEST.on(LocalDate.of(2026, 1, 6)).doubt("st_month", LocalDate.of(2025, 12, 1)))
                .isPresent();
    }

    @Test
    void a_month_that_is_not_over_is_doubted() {
        assertThat(SHORTEST.doubt("st_month", LocalDate.of(2025, 8, 1)))
                .hasValueSatisfying(text -> assertThat(text).contains("belum selesai"));
    }

    @Test
    void a_library_is_open_on_the_days_that_the_month_has() {
        assertOpenAtMost(31, LocalDate.of(2025, 7, 1));
        assertOpenAtMost(30, LocalDate.of(2025, 6, 1));
        assertOpenAtMost(28, LocalDate.of(2025, 2, 1));
        assertOpenAtMost(29, LocalDate.of(2024, 2, 1));
        assertOpenAtMost(31, LocalDate.of(2024, 12, 1));
        assertThat(SHORTEST.takes("st_open", 0)).isTrue();
    }

    private static void assertOpenAtMost(int days, LocalDate month) {
        var filled = SHORTEST.with("st_month", month);
        assertThat(filled.takes("st_open", days)).as("%s", month).isTrue();
        assertThat(filled.takes("st_open", days + 1)).as("%s", month).isFalse();
    }

    @Test
    void visitors_are_counted_together_or_apart() {
        assertThat(SHORTEST.counted("st_visit_total")).contains(new Value.Whole(270));
        var together = SHORTEST.without("st_male").without("st_female").with("st_stated_total", 270);
        assertThat(together.counted("st_visit_total")).contains(new Value.Whole(270));
        assertThat(together.complaints()).isEmpty();
        assertThat(SHORTEST.takes("st_male", 100_000)).isTrue();
        assertThat(SHORTEST.takes("st_male", 100_001)).isFalse();
        assertThat(SHORTEST.takes("st_female", 100_001)).isFalse();
    }

    @Test
    void visitors_of_a_library_that_was_closed_are_doubted() {
        var closed = SHORTEST.with("st_open", 0);

        assertThat(closed.doubt("st_female", 150))
                .hasValueSatisfying(text -> assertThat(text).contains("buka 0 hari"));
        assertThat(closed.with("st_male", 0).doubt("st_female", 0)).isEmpty();
        assertThat(closed.without("st_male").without("st_female").doubt("st_stated_total", 1))
                .isPresent();
    }

    @Test
    void more_users_of_computers_than_visitors_are_doubted() {
        assertThat(SHORTEST.doubt("st_ict", 270)).isEmpty();
        assertThat(SHORTEST.doubt("st_ict", 271)).isPresent();
        assertThat(SHORTEST.takes("st_ict", 271)).isTrue();
    }

    @Test
    void there_are_at_most_two_hundred_computers() {
        assertThat(SHORTEST.takes("st_pc", 200)).isTrue();
        assertThat(SHORTEST.takes("st_pc", 201)).isFalse();
    }

    @Test
    void a_month_is_reported_once() {
        var again = SHORTEST.knowing("number by month ST/2025-07", "ST-2508-00001A-3");

        assertThat(again.objection("st_month", JULY))
                .hasValueSatisfying(text -> assertThat(text).contains("sudah dilaporkan", "(ST-2508-00001A-3)"));
        assertThat(again.objection("st_month", LocalDate.of(2025, 6, 1))).isEmpty();
    }

    @Test
    void more_than_three_times_the_usual_visitors_are_doubted() {
        var usual = SHORTEST.knowing("mean by visits ST", "90.0");

        assertThat(usual.doubt("st_female", 150)).isEmpty();
        assertThat(usual.doubt("st_female", 151))
                .hasValueSatisfying(text -> assertThat(text).contains("3 kali rata-rata"));
        assertThat(usual.without("st_male").without("st_female").doubt("st_stated_total", 271))
                .isPresent();
        assertThat(usual.with("st_open", 0).doubt("st_female", 151))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("buka 0 hari").contains("3 kali rata-rata"));
    }
}
