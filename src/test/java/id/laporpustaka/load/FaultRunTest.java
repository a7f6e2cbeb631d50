package id.laporpustaka.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// The short form of [FaultRun].
class FaultRunTest {
    private static final int SECONDS = 40;
    private static final int PEOPLE = 12;

    @Test
    void every_acknowledged_report_is_there_once_whatever_goes_wrong() throws Exception {
        var outcome = FaultRun.run(SECONDS, PEOPLE, new Random(3));

        System.out.println(outcome);
        assertThat(outcome.kills() + outcome.crashes()).isPositive();
        assertThat(outcome.answers()).isGreaterThan(PEOPLE);
        assertThat(outcome.compared().acknowledged()).isPositive();
        assertThat(outcome.compared().lost()).isZero();
        assertThat(outcome.compared().doubled()).isZero();
        assertThat(outcome.compared().wrong()).isZero();
        assertThat(outcome.unansweredAfterwards()).isZero();
        assertThat(outcome.setAside()).isZero();
    }
}
