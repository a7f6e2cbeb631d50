package id.laporpustaka.load;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.Alone;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The short form of [FaultRun].
@Alone
class FaultRunTest {
    private static final int SECONDS = 40;
    private static final int PEOPLE = 12;
    /// A disk can be filled only where one may be mounted.
    private static final Fault[] MUST_STRIKE =
            EnumSet.complementOf(EnumSet.of(Fault.DISK_FULL)).toArray(Fault[]::new);

    @Test
    void every_acknowledged_report_is_there_once_whatever_goes_wrong() throws Exception {
        var outcome = FaultRun.run(SECONDS, PEOPLE, new Random(12));

        System.out.println(outcome.told());
        assertThat(outcome.struck()).containsKeys(MUST_STRIKE);
        assertThat(outcome.answers()).isGreaterThan(PEOPLE);
        assertThat(outcome.compared().acknowledged()).isPositive();
        assertThat(outcome.compared().lost()).isZero();
        assertThat(outcome.compared().doubled()).isZero();
        assertThat(outcome.compared().wrong()).isZero();
        assertThat(outcome.unanswered()).isZero();
        assertThat(outcome.unansweredAfterwards()).isZero();
        assertThat(outcome.setAside()).isEqualTo(outcome.poisonous());
        assertThat(outcome.apologies()).isEqualTo(outcome.poisonous());
        assertThat(outcome.waiting()).isZero();
        assertThat(outcome.undelivered()).isZero();
        assertThat(outcome.lostPhotos()).isZero();
    }
}
