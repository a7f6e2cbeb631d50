package id.laporpustaka.load;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.Alone;
import org.junit.jupiter.api.Test;

/// The short form of [ManyProcesses].
@Alone
class ManyProcessesTest {
    private static final int SECONDS = 24;
    private static final int PEOPLE = 16;

    @Test
    void nobody_notices_that_a_process_dies_one_is_added_and_one_ends() throws Exception {
        var outcome = ManyProcesses.run(SECONDS, PEOPLE);

        System.out.println(outcome);
        assertThat(outcome.answers()).isGreaterThan(PEOPLE * 10);
        assertThat(outcome.longest()).isLessThan(20_000);
        assertThat(outcome.compared().acknowledged()).isPositive();
        assertThat(outcome.compared().lost()).isZero();
        assertThat(outcome.compared().doubled()).isZero();
        assertThat(outcome.compared().wrong()).isZero();
        assertThat(outcome.unanswered()).isZero();
        assertThat(outcome.setAside()).isZero();
    }
}
