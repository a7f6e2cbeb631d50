package id.laporpustaka.telegram;

import id.laporpustaka.intake.CallbackAnswers;
import id.laporpustaka.intake.Inbox;
import id.laporpustaka.outbox.SendQueue;
import id.laporpustaka.submission.MediaSource;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/// All that connects us with Telegram. Made by [#connect], then started once updates can be handled; updates then
/// come in by polls or by the webhook, and what the outbox holds goes out.
public final class TelegramGateway implements AutoCloseable {
    private static final int TRIES = 5;

    private final TelegramAddress address;
    private final Inbox inbox;
    private final TelegramCounts counts;
    private final BotApi api;
    private final BotIdentity identity;
    private final CallbackAnswerer callbackAnswers;
    private final MenuButtons menuButtons;
    private final Sender sender;
    private final Polling polling;

    private TelegramGateway(
            TelegramAddress address,
            Inbox inbox,
            SendQueue queue,
            TelegramCounts counts,
            BotApi api,
            BotIdentity identity) {
        this.address = address;
        this.inbox = inbox;
        this.counts = counts;
        this.api = api;
        this.identity = identity;
        callbackAnswers = new CallbackAnswerer(api);
        menuButtons = new MenuButtons(api);
        sender = new Sender(queue, api);
        polling = new Polling(() -> new Poller(address, inbox, counts), System::nanoTime);
    }

    /// Asks Telegram who the bot is; nothing else happens yet.
    ///
    /// @throws TelegramUnavailable when Telegram does not know the token or cannot be reached
    public static TelegramGateway connect(
            TelegramAddress address, Inbox inbox, SendQueue queue, TelegramCounts counts) {
        var api = new BotApi(address, counts);
        try {
            return new TelegramGateway(address, inbox, queue, counts, api, identity(address, api));
        } catch (RuntimeException e) {
            api.close();
            throw e;
        } catch (InterruptedException _) {
            api.close();
            Thread.currentThread().interrupt();
            throw new TelegramUnavailable("Interrupted while connecting to Telegram");
        }
    }

    private static BotIdentity identity(TelegramAddress address, BotApi api) throws InterruptedException {
        var wait = Duration.ofMillis(500);
        for (var tries = 1; ; tries++) {
            var isLast = tries == TRIES;
            switch (api.call(new GetMe()).join()) {
                case Answer.Done(var me)
                when me.path("username").isTextual() -> {
                    return new BotIdentity(address.botId(), me.path("username").textValue());
                }
                case Answer.Refused(var code, var description, var _, var _)
                when code == 401 || code == 404 ->
                    throw new TelegramUnavailable(
                            "Telegram at %s does not know the bot's token: %s".formatted(address, description));
                case Answer other
                when isLast ->
                    throw new TelegramUnavailable("Telegram at %s cannot be used: %s".formatted(address, other));
                case Answer.Done _, Answer.Refused _, Answer.Unknown _ -> Thread.sleep(wait);
            }
            wait = wait.multipliedBy(2);
        }
    }

    public BotIdentity identity() {
        return identity;
    }

    public CallbackAnswers callbackAnswers() {
        return callbackAnswers;
    }

    /// Fetches the files of messages.
    public MediaSource files() {
        return new FileDownload(api, address, Thread::sleep);
    }

    /// Reads updates that are addressed to this bot.
    public UpdateReader reader() {
        return new UpdateReader(identity.username());
    }

    /// Sends what the outbox holds, from now on.
    public void startSending() {
        sender.start();
    }

    /// Asks Telegram for updates, from now on; does not wait for it.
    ///
    /// Only one process should do so for a bot: Telegram answers only whoever asked last, and 409 to the others.
    /// For a moment two may, as an update that both are given is stored once, and confirmed only when it is stored.
    public void startPolling() {
        polling.begin();
    }

    /// Whether this process should go on polling: not after two minutes without an answer, when another may reach
    /// Telegram, or a new connection may.
    public boolean pollsWorthwhile() {
        return polling.isWorthwhile();
    }

    /// Has Telegram send updates to `publicUrl`, whose requests are to be given to what is returned.
    ///
    /// @param secret 1 to 256 characters of `[A-Za-z0-9_-]`; the same in all processes
    /// @throws TelegramUnavailable when Telegram does not accept the address
    public Webhook startWebhook(URI publicUrl, String secret) {
        var webhook = new Webhook(identity.id(), secret, inbox, counts);
        var answer = webhook.register(api, publicUrl).join();
        for (var tries = 1;
                tries < TRIES && answer instanceof Answer.Refused refused && refused.code() == 429;
                tries++) {
            LockSupport.parkNanos(refused.retryAfter().toNanos()); // as when several processes start at once
            answer = webhook.register(api, publicUrl).join();
        }
        if (!(answer instanceof Answer.Done)) {
            throw new TelegramUnavailable("The webhook %s could not be set: %s".formatted(publicUrl, answer));
        }
        return webhook;
    }

    /// Tells Telegram what people see of the bot; does not wait for it. Also for a single menu that has changed.
    public void introduce(BotProfile profile) {
        new ProfileWriter(api).write(profile);
    }

    /// Puts a page, or the commands, behind the button of a chat; does not wait for Telegram, and calls it only if
    /// that differs from last time.
    public void showMenuButton(MenuButton button) {
        menuButtons.show(button);
    }

    /// Whether updates come in, as far as we can tell; also while others ask for them.
    public boolean healthy() {
        return trouble().isEmpty();
    }

    /// Why no updates have been coming in, if so, in words that anybody may read.
    public Optional<String> trouble() {
        return polling.trouble();
    }

    /// Takes no more updates from polls; messages still go out. What was polled has been stored when it returns,
    /// or comes again to whoever polls next.
    public void stopPolling() {
        polling.end();
    }

    /// Ends everything within seconds; what has not been done is done by the next process.
    @Override
    public void close() {
        stopPolling();
        sender.close();
        callbackAnswers.close();
        api.close();
    }
}
