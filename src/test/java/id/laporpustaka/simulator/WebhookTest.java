package id.laporpustaka.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WebhookTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// What the bot's web server got.
    private record Delivery(JsonNode update, Optional<String> secret) {}

    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();
    private volatile String reply = "";
    private TestTelegram telegram;
    private HttpServer bot;

    @BeforeEach
    void start() throws IOException {
        telegram = TestTelegram.start();
        bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bot.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        bot.createContext("/hook", exchange -> {
            var update = MAPPER.readTree(exchange.getRequestBody());
            var secret = exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token");
            deliveries.add(new Delivery(update, Optional.ofNullable(secret)));
            var status = Optional.ofNullable(statuses.poll()).orElse(200);
            var body = reply.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        bot.start();
    }

    @AfterEach
    void stop() {
        telegram.close();
        bot.stop(0);
    }

    @Test
    void updates_are_pushed_in_order_with_the_secret() throws Exception {
        setWebhook("\"secret_token\":\"rahasia_1\"");

        for (int i = 0; i < 5; i++) {
            telegram.sari().say("pesan " + i);
        }

        for (int i = 0; i < 5; i++) {
            var delivery = next();
            assertThat(delivery.update().path("message").path("text").asText()).isEqualTo("pesan " + i);
            assertThat(delivery.secret()).contains("rahasia_1");
        }
    }

    @Test
    void what_the_bot_does_not_take_comes_again_and_nothing_of_the_chat_overtakes_it() throws Exception {
        statuses.add(500);
        setWebhook("\"max_connections\":10");

        telegram.sari().say("satu");
        telegram.sari().say("dua");

        var texts = List.of(next(), next(), next()).stream()
                .map(delivery -> delivery.update().path("message").path("text").asText())
                .toList();
        assertThat(texts).containsExactly("satu", "satu", "dua");
    }

    @Test
    void updates_from_before_the_webhook_are_pushed_too_and_polling_is_refused() throws Exception {
        telegram.sari().say("lebih dulu");

        setWebhook("\"max_connections\":1");

        assertThat(next().update().path("message").path("text").asText()).isEqualTo("lebih dulu");
        var poll = telegram.call("getUpdates", "{}");
        assertThat(poll.status()).isEqualTo(409);
        assertThat(poll.description())
                .isEqualTo("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete"
                        + " the webhook first");
        assertThat(telegram.call("getWebhookInfo", "{}").result().path("url").asText())
                .isEqualTo(url());
    }

    @Test
    void a_press_can_be_overtaken_by_a_message_that_was_sent_after_it() throws Exception {
        var sari = telegram.greetedSari();
        telegram.send("Ya?", "\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"Ya\",\"callback_data\":\"y\"}]]}");
        setWebhook("\"max_connections\":10");
        telegram.control("POST", "/faults", "{\"kind\":\"swapped_updates\",\"times\":1,\"millis\":20000}");

        sari.tap("Ya");
        sari.say("sudah");

        assertThat(next().update().has("message")).isTrue();
        assertThat(next().update().has("callback_query")).isTrue();
    }

    @Test
    void a_method_as_the_answer_is_carried_out() throws Exception {
        reply = "{\"method\":\"sendMessage\",\"chat_id\":" + TestTelegram.SARI + ",\"text\":\"dari webhook\"}";
        setWebhook("\"max_connections\":1");
        var sari = telegram.sari();

        sari.say("halo");

        assertThat(sari.awaitMessage("dari webhook").fromBot()).isTrue();
    }

    @Test
    void without_a_webhook_polling_goes_on() throws Exception {
        setWebhook("\"max_connections\":1");
        telegram.call("deleteWebhook", "{}").result();

        telegram.sari().say("halo");

        assertThat(telegram.updates()).hasSize(1);
        assertThat(deliveries).isEmpty();
    }

    @Test
    void a_webhook_elsewhere_needs_https_and_a_clean_secret() throws Exception {
        assertThat(telegram.call("setWebhook", "{\"url\":\"http://bot.perpusnas.go.id/\"}")
                        .description())
                .isEqualTo("Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        assertThat(telegram.call("setWebhook", "{\"url\":\"https://bot.perpusnas.go.id:9999/\"}")
                        .description())
                .isEqualTo("Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        assertThat(telegram.call("setWebhook", "{\"url\":\"" + url() + "\",\"secret_token\":\"a b\"}")
                        .description())
                .isEqualTo("Bad Request: secret token contains unallowed characters");
    }

    private void setWebhook(String rest) throws Exception {
        telegram.call("setWebhook", "{\"url\":\"" + url() + "\"," + rest + "}").result();
    }

    private String url() {
        return "http://127.0.0.1:" + bot.getAddress().getPort() + "/hook";
    }

    private Delivery next() throws InterruptedException {
        var delivery = deliveries.poll(20, TimeUnit.SECONDS);
        if (delivery == null) {
            throw new AssertionError("nothing was delivered");
        }
        return delivery;
    }
}
