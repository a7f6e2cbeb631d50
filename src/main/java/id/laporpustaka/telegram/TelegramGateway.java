package id.laporpustaka.telegram;

import id.laporpustaka.intake.CallbackAnswers;
import id.laporpustaka.intake.Inbox;
import id.laporpustaka.outbox.SendQueue;
import id.laporpustaka.submission.MediaSource;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/// All that connects us with Telegram. Made by [#connect], then started once updates can be handled; updates then
/// come in by polls or by the webhook, and what the outbox holds goes out.
public final class TelegramGateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramGateway.class);

    private static final int TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    /// Whoever starts the product should not wait for an hour without knowing why.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

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
        }
    }

    private static BotIdentity identity(TelegramAddress address, BotApi api) {
        return switch (askPatiently(() -> api.call(new GetMe()))) {
            case Answer.Done(var me)
            when me.path("username").isTextual() ->
                new BotIdentity(address.botId(), me.path("username").textValue());
            case Answer.Refused(var code, var description, var _, var _)
            when code == 401 || code == 404 ->
                throw new TelegramUnavailable(
                        "Telegram at %s does not know the bot's token: %s".formatted(address, description));
            case Answer other ->
                throw new TelegramUnavailable("Telegram at %s cannot be used: %s".formatted(address, told(other)));
        };
    }

    /// Asks once more, a few times, while Telegram is busy, has trouble or cannot be reached; then the last answer.
    private static Answer askPatiently(Supplier<CompletableFuture<Answer>> call) {
        var usual = FIRST_WAIT;
        for (var tries = 1; ; tries++) {
            var answer = call.get().join();
            var wait = waitAfter(answer, usual);
            if (tries == TRIES || wait.isEmpty()) {
                return answer;
            }
            LOG.warn("Telegram will be asked once more: {}", told(answer));
            try {
                Thread.sleep(wait.get());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new TelegramUnavailable("Interrupted while connecting to Telegram");
            }
            usual = usual.multipliedBy(2);
        }
    }

    private static String told(Answer answer) {
        return switch (answer) {
            case Answer.Done(var result) -> result.toString();
            case Answer.Refused refused -> refused.code() + " " + refused.description();
            case Answer.Unknown(var reason) -> reason;
        };
    }

    /// After how long Telegram may answer otherwise; empty if it will not, or not soon.
    private static Optional<Duration> waitAfter(Answer answer, Duration usual) {
        return switch (answer) {
            case Answer.Done _ -> Optional.empty();
            case Answer.Unknown _ -> Optional.of(usual);
            case Answer.Refused refused
            when refused.code() == 429 ->
                Optional.of(refused.retryAfter()).filter(wait -> wait.compareTo(LONGEST_WAIT) <= 0);
            case Answer.Refused refused -> Optional.of(usual).filter(_ -> refused.code() >= 500);
        };
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
    /// @throws TelegramUnavailable when Telegram does not accept the address, or cannot be used for some seconds
    public Webhook startWebhook(URI publicUrl, String secret) {
        var webhook = new Webhook(identity.id(), secret, inbox, counts);
        var answer = askPatiently(() -> webhook.register(api, publicUrl));
        if (!(answer instanceof Answer.Done)) {
            throw new TelegramUnavailable("The webhook %s could not be set: %s".formatted(publicUrl, told(answer)));
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
