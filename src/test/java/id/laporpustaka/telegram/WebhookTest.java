package id.laporpustaka.telegram;

import static id.laporpustaka.db.generated.Tables.INBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.intake.Inbox;
import id.laporpustaka.telegram.Webhook.Outcome;
import java.util.Optional;
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
}
