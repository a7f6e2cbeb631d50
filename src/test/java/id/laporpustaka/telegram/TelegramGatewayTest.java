package id.laporpustaka.telegram;

import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.intake.Inbox;
import id.laporpustaka.outbox.Outbox;
import id.laporpustaka.outbox.OutboxEntry;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.outbox.SendQueue;
import id.laporpustaka.telegram.FakeTelegram.Reply;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramGatewayTest {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final FakeTelegram telegram = new FakeTelegram();

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void updates_come_in_and_messages_go_out() {
        var polls = new AtomicInteger();
        telegram.answer(asked -> asked.method().equals("getupdates") && polls.incrementAndGet() == 1
                ? Reply.done("[{\"update_id\":41,\"message\":{\"chat\":{\"id\":7}}}]")
                : null);

        try (var gateway = connect(30)) {
            gateway.startSending();
            gateway.startPolling();
            await().until(() -> fresh.context().fetchCount(INBOX) == 1);
            fresh.database()
                    .useTransaction(db -> new Outbox(db)
                            .addAll(List.of(new OutboxEntry(
                                    7,
                                    OutboxEntry.Priority.INTERACTIVE,
                                    1,
                                    false,
                                    OptionalInt.empty(),
                                    OutgoingMessage.of("Halo")))));

            await().until(() -> fresh.context().fetchCount(OUTBOX, OUTBOX.OUTCOME.eq("sent")) == 1);
            assertThat(gateway.identity()).isEqualTo(new BotIdentity(4711, "PustakaBot"));
            assertThat(gateway.healthy()).isTrue();
        }
    }

    @Test
    void a_webhook_is_registered_with_its_secret_and_what_it_is_for() {
        try (var gateway = connect(0)) {
            var webhook = gateway.startWebhook(URI.create("https://example.org/telegram"), "s3cret");

            assertThat(telegram.asked("setwebhook").getFirst().text())
                    .contains("https://example.org/telegram")
                    .contains("s3cret")
                    .contains("my_chat_member");
            assertThat(webhook.accept(Optional.of("s3cret"), "{\"update_id\":1}"))
                    .isEqualTo(Webhook.Outcome.ACCEPTED);
        }
    }

    @Test
    void a_webhook_that_several_processes_register_at_once_is_registered_a_little_later() {
        var registrations = new AtomicInteger();
        telegram.answer(asked -> asked.method().equals("setwebhook") && registrations.incrementAndGet() == 1
                ? Reply.refused(429, "Too Many Requests: retry after 1", "{\"retry_after\":1}")
                : null);

        try (var gateway = connect(0)) {
            gateway.startWebhook(URI.create("https://example.org/telegram"), "s3cret");
        }

        assertThat(registrations).hasValue(2);
    }

    @Test
    void a_start_outlasts_moments_in_which_telegram_cannot_be_used() {
        var asked = new ConcurrentHashMap<String, AtomicInteger>();
        telegram.answer(call -> {
            var times = asked.computeIfAbsent(call.method(), _ -> new AtomicInteger())
                    .incrementAndGet();
            return switch (times) {
                case 1 -> Reply.refused(500, "Internal Server Error");
                case 2 -> new Reply(502, "<html>Bad Gateway</html>");
                default -> null;
            };
        });

        try (var gateway = connect(0)) {
            gateway.startWebhook(URI.create("https://example.org/telegram"), "s3cret");
        }

        assertThat(asked.get("getme")).hasValue(3);
        assertThat(asked.get("setwebhook")).hasValue(3);
    }

    @Test
    void a_start_does_not_wait_for_a_telegram_that_wants_to_be_left_alone_for_an_hour() {
        telegram.answer(asked -> asked.method().equals("setwebhook")
                ? Reply.refused(429, "Too Many Requests: retry after 3600", "{\"retry_after\":3600}")
                : null);

        try (var gateway = connect(0)) {
            assertThatThrownBy(() -> gateway.startWebhook(URI.create("https://example.org/telegram"), "s3cret"))
                    .isInstanceOf(TelegramUnavailable.class)
                    .hasMessageContaining("retry after 3600");
        }
    }

    @Test
    void an_address_that_telegram_does_not_accept_is_reported() {
        telegram.answer(asked -> asked.method().equals("setwebhook")
                ? Reply.refused(400, "Bad Request: bad webhook: An HTTPS URL must be provided")
                : null);

        try (var gateway = connect(0)) {
            assertThatThrownBy(() -> gateway.startWebhook(URI.create("http://example.org/"), "s3cret"))
                    .isInstanceOf(TelegramUnavailable.class)
                    .hasMessage("The webhook http://example.org/ could not be set: 400 Bad Request: bad webhook:"
                            + " An HTTPS URL must be provided");
        }
    }

    @Test
    void people_see_menus_and_descriptions_in_their_language() {
        var menus = List.of(
                new BotProfile.CommandMenu(
                        new BotProfile.Scope.PrivateChats(),
                        "",
                        List.of(new BotProfile.Command("lapor", "Melaporkan kegiatan"))),
                new BotProfile.CommandMenu(
                        new BotProfile.Scope.OneChat(7),
                        "en",
                        List.of(new BotProfile.Command("review", "Review reports"))));
        var abouts = List.of(new BotProfile.About("", "Lapor kegiatan perpustakaan.", "Lapor Pustaka"));

        try (var gateway = connect(0)) {
            gateway.introduce(new BotProfile(menus, abouts));

            await().until(() -> telegram.asked("setmyshortdescription").size() == 1);
        }
        assertThat(telegram.asked("setmycommands"))
                .extracting(
                        asked -> asked.body().at("/scope/type").asText(),
                        asked -> asked.body().path("language_code").asText(""),
                        asked -> asked.body().at("/commands/0/command").asText())
                .containsExactly(tuple("all_private_chats", "", "lapor"), tuple("chat", "en", "review"));
        assertThat(telegram.asked("setmydescription")
                        .getFirst()
                        .body()
                        .path("description")
                        .asText())
                .isEqualTo("Lapor kegiatan perpustakaan.");
    }

    @Test
    void a_menu_button_is_set_only_when_it_changes() {
        var page = new MenuButton.Page("Buka web", URI.create("https://lapor.example.id/mini"));
        try (var gateway = connect(0)) {
            gateway.showMenuButton(new MenuButton(7, Optional.of(page)));
            gateway.showMenuButton(new MenuButton(7, Optional.of(page)));
            await().until(() -> telegram.asked("setchatmenubutton").size() == 1);
            gateway.showMenuButton(new MenuButton(7, Optional.empty()));
            await().until(() -> telegram.asked("setchatmenubutton").size() == 2);
        }

        assertThat(telegram.asked("setchatmenubutton"))
                .extracting(
                        asked -> asked.body().path("chat_id").asLong(),
                        asked -> asked.body().at("/menu_button/type").asText(),
                        asked -> asked.body().at("/menu_button/web_app/url").asText())
                .containsExactly(tuple(7L, "web_app", "https://lapor.example.id/mini"), tuple(7L, "default", ""));
    }

    @Test
    void a_token_that_telegram_does_not_know_stops_the_start_without_being_shown() {
        telegram.answer(_ -> Reply.refused(401, "Unauthorized"));

        assertThatThrownBy(() -> connect(0))
                .isInstanceOf(TelegramUnavailable.class)
                .hasMessageContaining("Unauthorized")
                .hasMessageNotContaining(FakeTelegram.TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.telegram.org, 123:abc-_D, true",
        "http://127.0.0.1:8081/, 123:abc, true",
        "https://api.telegram.org/bot, 123:abc, false",
        "ftp://api.telegram.org, 123:abc, false",
        "api.telegram.org, 123:abc, false",
        "https://api.telegram.org?x, 123:abc, false",
        "https://api.telegram.org, abc, false",
        "https://api.telegram.org, 123:a/b, false",
    })
    void an_address_is_scheme_host_and_port(String base, String token, boolean accepted) {
        assertThat(TelegramAddress.of(base, token).isPresent()).isEqualTo(accepted);
    }

    private TelegramGateway connect(int perSecond) {
        var inbox = new Inbox(fresh.database(), new WakeUp());
        return TelegramGateway.connect(
                telegram.address(), inbox, new SendQueue(fresh.database(), perSecond), TelegramCounts.none());
    }
}
