package id.laporpustaka.load;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.Alone;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The short form of [TelegramKills].
@Alone
class TelegramKillsTest {
    private static final int SECONDS = 12;
    private static final int PEOPLE = 3;

    @Test
    void reports_are_there_once_though_the_process_that_plays_telegram_is_killed_again_and_again() throws Exception {
        var outcome = TelegramKills.run(SECONDS, PEOPLE, "polling", new Random(7));

        System.out.println(outcome);
        assertThat(outcome.kills()).isGreaterThan(1);
        assertThat(outcome.compared().acknowledged()).isPositive();
        assertThat(outcome.compared().lost()).isZero();
        assertThat(outcome.compared().doubled()).isZero();
        assertThat(outcome.compared().wrong()).isZero();
        assertThat(outcome.unanswered()).isZero();
        assertThat(outcome.setAside()).isZero();
    }
}
