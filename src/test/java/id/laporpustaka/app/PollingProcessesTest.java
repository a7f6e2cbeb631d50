package id.laporpustaka.app;

import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.laporpustaka.Alone;
import id.laporpustaka.db.DatabaseUrl;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.metrics.Figures;
import id.laporpustaka.simulator.Phone;
import id.laporpustaka.simulator.SimulatedUser;
import id.laporpustaka.simulator.Simulator;
import id.laporpustaka.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Two processes that poll for one bot.
@Alone
class PollingProcessesTest {
    private static final String TOKEN = "700000004:a-token-of-the-polling-test-012345678901";
    private static final long SARI = 200177002;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private int said;

    @Test
    void one_asks_for_updates_and_the_other_takes_over_when_it_dies_stands_still_or_ends() throws Exception {
        try (var telegram = Simulator.start(simulator(), 0);
                var first = Product.start(environment(telegram), folder);
                var second = Product.start(environment(telegram), folder)) {
            var sari = Phone.of(URI.create("http://127.0.0.1:" + telegram.port()), SARI);
            assertThat(leads(first)).isTrue();
            assertThat(leads(second)).isFalse();
            assertThat(get(first, "/readyz")).contains("\"notes\":[]");
            assertThat(get(second, "/readyz")).contains("\"ready\":true", "Another process asks Telegram for updates.");
            answered(sari);

            first.kill();
            answeredWithin(Duration.ofSeconds(5), sari);
            assertThat(leads(second)).isTrue();

            first.startAgain();
            assertThat(leads(first)).isFalse();
            second.stand();
            try {
                answeredWithin(Duration.ofSeconds(10), sari);
                assertThat(leads(first)).isTrue();
            } finally {
                second.goOn();
            }
            await().atMost(Duration.ofSeconds(5)).until(() -> !leads(second));
            answered(sari);

            first.end();
            answeredWithin(Duration.ofSeconds(5), sari);
            assertThat(leads(second)).isTrue();

            assertThat(fresh.context().fetchCount(INBOX)).isEqualTo(said);
        }
        // the one that stood still may be told once that its old question is void
        assertThat(Files.readString(folder.resolve("product.log"))
                        .lines()
                        .filter(it -> it.contains("Somebody else asks")))
                .hasSizeLessThanOrEqualTo(1);
    }

    private void answeredWithin(Duration longest, Phone phone) {
        var began = System.nanoTime();
        answered(phone);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(longest);
    }

    private void answered(Phone phone) {
        var before = phone.messages().size();
        phone.say("/bantuan");
        said++;
        phone.awaitMessage("");
        await().until(() -> fresh.context().fetchCount(OUTBOX, OUTBOX.FINISHED_AT.isNull()) == 0);
        assertThat(phone.messages()).hasSize(before + 2);
    }

    private boolean leads(Product product) throws IOException, InterruptedException {
        return Figures.read(get(product, "/metrics")).sum("laporpustaka_telegram_leads") == 1;
    }

    private String get(Product product, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(product.address().resolve(path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private Map<String, String> environment(Simulator telegram) {
        return Map.of(
                "TELEGRAM_BOT_TOKEN",
                TOKEN,
                "TELEGRAM_API_URL",
                "http://127.0.0.1:" + telegram.port(),
                "DATABASE_URL",
                DatabaseUrl.of(fresh.address()),
                "DATA_DIR",
                folder.resolve("data").toString());
    }

    private static SimulatorSettings simulator() {
        var people = List.of(new SimulatedUser(SARI, "Sari", "Wulandari", "id", "Pustakawan"));
        return new SimulatorSettings(TOKEN, "UjiBot", "Uji", people, false, 1, Optional.empty());
    }
}
