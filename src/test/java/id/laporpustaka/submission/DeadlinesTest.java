package id.laporpustaka.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {
    @ParameterizedTest
    @CsvSource({
        "2025-08-19, 2025-08-20, 2025-09-05, 2025-10-15",
        "2025-08-31, 2025-09-02, 2025-10-05, 2025-10-15",
        "2025-09-30, 2025-09-30, 2025-10-05, 2025-10-15",
        "2025-12-24, 2025-12-24, 2026-01-05, 2026-01-15",
        // sent long after the activity
        "2025-03-01, 2025-08-20, 2025-09-05, 2025-10-15",
        // statistics of a month that goes on
        "2025-09-01, 2025-08-31, 2025-10-05, 2025-10-15"
    })
    void a_report_is_closed_after_the_month_and_reviewed_until_after_the_quarter(
            LocalDate held, LocalDate sentOn, LocalDate sender, LocalDate review) {
        assertThat(Deadlines.ofSender(held, sentOn)).isEqualTo(sender);
        assertThat(Deadlines.ofReview(held, sentOn)).isEqualTo(review);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-15, 2025-07-01",
        "2025-10-16, 2025-10-01",
        "2025-12-31, 2025-10-01",
        "2026-01-15, 2025-10-01",
        "2026-01-16, 2026-01-01"
    })
    void the_first_month_that_can_be_reviewed_changes_with_the_quarter(LocalDate today, LocalDate from) {
        assertThat(Deadlines.reviewableFrom(today)).isEqualTo(from);
    }

    @Test
    void what_can_be_reviewed_on_a_day_is_what_the_first_month_says() {
        for (var today = LocalDate.of(2025, 1, 1); today.getYear() < 2026; today = today.plusDays(1)) {
            for (var held = today.minusDays(200); held.isBefore(today); held = held.plusDays(7)) {
                assertThat(!today.isAfter(Deadlines.ofReview(held, held)))
                        .as("%s on %s", held, today)
                        .isEqualTo(!held.isBefore(Deadlines.reviewableFrom(today)));
            }
        }
    }
}
