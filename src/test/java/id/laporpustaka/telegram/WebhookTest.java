package id.laporpustaka.telegram;

import static id.laporpustaka.db.generated.Tables.INBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.intake.Inbox;
import id.laporpustaka.telegram.Webhook.Outcome;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
    private static final Optional<String> SECRET = Optional.of("s3cret_-");
    private static final String UPDATE = "{\"update_id\":41,\"message\":{\"chat\":{\"id\":7}}}";

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private Webhook webhook;

    @BeforeEach
    void make() {
        webhook = new Webhook(
                4711, SECRET.orElseThrow(), new Inbox(fresh.database(), new WakeUp()), TelegramCounts.none());
    }

    @Test
    void an_update_that_comes_twice_is_stored_once() {
        assertThat(webhook.accept(SECRET, UPDATE)).isEqualTo(Outcome.ACCEPTED);
        assertThat(webhook.accept(SECRET, UPDATE)).isEqualTo(Outcome.ACCEPTED);

        assertThat(fresh.context().fetchSingle(INBOX).getBody()).isEqualTo(UPDATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3cret", "S3cret_-", "s3cret_-x"})
    void who_does_not_know_the_secret_is_turned_away(String given) {
        assertThat(webhook.accept(Optional.of(given), UPDATE)).isEqualTo(Outcome.UNAUTHORIZED);
        assertThat(webhook.accept(Optional.empty(), UPDATE)).isEqualTo(Outcome.UNAUTHORIZED);
        assertThat(fresh.context().fetchCount(INBOX)).isZero();
    }

    @Test
    void what_is_no_update_is_malformed() {
        assertThat(webhook.accept(SECRET, "{\"update_id\":\"41\"}")).isEqualTo(Outcome.MALFORMED);
    }

    @Test
    void an_update_that_cannot_be_stored_is_not_accepted() {
        fresh.context().dropTable(INBOX).execute();

        assertThatThrownBy(() -> webhook.accept(SECRET, UPDATE)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void of_many_that_come_at_once_each_is_stored_and_one_that_cannot_be_spoils_no_other() throws Exception {
        var outcomes = new ArrayList<Future<Outcome>>();
        try (var callers = Executors.newFixedThreadPool(16)) {
            for (var number = 1; number <= 200; number++) {
                var text = number % 50 == 0 ? "a\0b" : "a"; // PostgreSQL takes no NUL
                var update = "{\"update_id\":%d,\"message\":{\"chat\":{\"id\":%d},\"text\":\"%s\"}}"
                        .formatted(number, number % 7, text);
                outcomes.add(callers.submit(() -> webhook.accept(SECRET, update)));
            }
        }

        var failed = 0;
        for (var outcome : outcomes) {
            try {
                assertThat(outcome.get()).isIn(Outcome.ACCEPTED, Outcome.MALFORMED);
                failed += outcome.get() == Outcome.MALFORMED ? 1 : 0;
            } catch (ExecutionException _) {
                failed++;
            }
        }
        assertThat(failed).isEqualTo(4);
        assertThat(fresh.context().fetchCount(INBOX)).isEqualTo(196);
    }
}
