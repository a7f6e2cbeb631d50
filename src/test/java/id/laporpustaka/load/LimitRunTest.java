package id.laporpustaka.load;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.Alone;
import org.junit.jupiter.api.Test;

/// The short form of [LimitRun].
@Alone
class LimitRunTest {
    private static final int SECONDS = 8;
    private static final int PEOPLE = 10;
    private static final int WAITING = 10_000;

    @Test
    void answers_pass_what_is_in_no_hurry_and_two_processes_together_keep_within_telegrams_limits() throws Exception {
        var outcome = LimitRun.run(SECONDS, PEOPLE, WAITING);

        System.out.println(outcome);
        assertThat(outcome.answers()).isGreaterThan(PEOPLE * 2);
        assertThat(outcome.refused()).isZero();
        assertThat(outcome.passed()).isPositive();
        assertThat(outcome.stillWaiting()).isPositive();
        assertThat(outcome.longest()).isLessThan(5_000);
        assertThat(outcome.compared().lost()).isZero();
        assertThat(outcome.compared().doubled()).isZero();
        assertThat(outcome.unanswered()).isZero();
    }
}
