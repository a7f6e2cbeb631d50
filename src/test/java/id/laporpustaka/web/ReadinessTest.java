package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = NOON;
    private boolean well = true;
    private final Readiness readiness =
            new Readiness(List.of(new Check("poller", this::problem), new Check("other", Optional::empty)), clock());

    private Optional<String> problem() {
        return well ? Optional.empty() : Optional.of("It is away.");
    }

    @Test
    void what_fails_keeps_the_time_at_which_it_was_first_noticed() {
        assertThat(readiness.failing()).isEmpty();
        well = false;
        var first = readiness.failing();
        now = NOON.plus(Duration.ofMinutes(5));
        var second = readiness.failing();

        assertThat(first).containsExactly(new Readiness.Failing("poller", "It is away.", NOON));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void what_was_well_in_between_fails_anew() {
        well = false;
        readiness.failing();
        well = true;
        readiness.failing();
        well = false;
        now = NOON.plus(Duration.ofMinutes(5));

        assertThat(readiness.failing())
                .containsExactly(new Readiness.Failing("poller", "It is away.", NOON.plus(Duration.ofMinutes(5))));
    }

    @Test
    void a_check_that_breaks_tells_nothing_but_the_kind_of_its_failure() {
        var check = new Check("broken", () -> {
            throw new IllegalStateException("postgresql://lapor:rahasia@db/lapor");
        });

        assertThat(check.problem()).contains("It could not be asked: IllegalStateException");
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
