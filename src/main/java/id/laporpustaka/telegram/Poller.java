package id.laporpustaka.telegram;

import id.laporpustaka.intake.Inbox;
import id.laporpustaka.intake.RawUpdate;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks Telegram for updates and stores them; Telegram is told that they have arrived only by the next question,
/// so after they are durable.
///
/// Whatever goes wrong, it goes on asking, except when Telegram does not know the bot: then it stops and says so.
/// An instance is started once.
final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration LONG_POLL = Duration.ofSeconds(50);
    private static final Duration SLACK = Duration.ofSeconds(15);
    private static final Duration SHORTEST_POLL = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final TelegramAddress address;
    private final Inbox inbox;
    private final TelegramCounts counts;
    private final Pause pause;
    private final LongSupplier nanoTime;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ZERO)
            .build();
    private final Thread thread = Thread.ofPlatform().daemon().name("poller").unstarted(this::pollUntilInterrupted);

    private boolean webhookIsGone;
    private long offset;
    private int failures;
    private volatile long lastSuccess;
    private volatile boolean hasPolled;
    private volatile @Nullable String problem;

    Poller(TelegramAddress address, Inbox inbox, TelegramCounts counts) {
        this(address, inbox, counts, Thread::sleep, System::nanoTime);
    }

    Poller(TelegramAddress address, Inbox inbox, TelegramCounts counts, Pause pause, LongSupplier nanoTime) {
        this.address = address;
        this.inbox = inbox;
        this.counts = counts;
        this.pause = pause;
        this.nanoTime = nanoTime;
        lastSuccess = nanoTime.getAsLong();
    }

    void start() {
        thread.start();
    }

    /// Whether there has been a successful poll, its updates stored, in the last two minutes, or there still may
    /// be.
    boolean healthy() {
        return nanoTime.getAsLong() - lastSuccess <= SILENCE.toNanos();
    }

    /// Whether there has been a successful poll at all.
    boolean hasPolled() {
        return hasPolled;
    }

    /// Why it has stopped for good, if it has.
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    private void pollUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted() && problem == null) {
            try {
                if (webhookIsGone) {
                    poll();
                } else {
                    deleteWebhook();
                }
            } catch (InterruptedException _) {
                return;
            } catch (Throwable e) {
                if (Thread.currentThread().isInterrupted() || !backedOff(e)) {
                    return;
                }
            }
        }
    }

    /// Telegram answers no polls while it has a webhook. What waits there is kept and comes with the polls.
    private void deleteWebhook() throws IOException, InterruptedException {
        var body = ask("deletewebhook", "{}", SLACK);
        if (Call.read(body) instanceof Answer.Done) {
            webhookIsGone = true;
        } else {
            refused(body);
        }
    }

    private void poll() throws IOException, InterruptedException {
        var asked = nanoTime.getAsLong();
        var question = "{\"offset\":%d,\"limit\":100,\"timeout\":%d,\"allowed_updates\":%s}"
                .formatted(offset, LONG_POLL.toSeconds(), AllowedUpdates.JSON);
        var body = ask("getupdates", question, LONG_POLL.plus(SLACK));
        if (!body.contains("\"result\"")) {
            refused(body);
            return;
        }
        var updates = RawUpdates.ofAnswer(address.botId(), body);
        store(updates);
        updates.stream().mapToLong(RawUpdate::updateId).max().ifPresent(last -> offset = last + 1);
        failures = 0;
        lastSuccess = nanoTime.getAsLong();
        hasPolled = true;
        if (updates.isEmpty() && lastSuccess - asked < SHORTEST_POLL.toNanos()) {
            pause.sleep(SHORTEST_POLL);
        }
    }

    private String ask(String method, String json, Duration timeout) throws IOException {
        var request = new Request.Builder()
                .url(address.method(method).toString())
                .post(RequestBody.create(json, JSON))
                .build();
        var call = http.newCall(request);
        call.timeout().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (var response = call.execute();
                var body = response.body()) {
            return body == null ? "" : body.string();
        }
    }

    /// Does not return before they are stored, so that nothing is confirmed that could be lost.
    private void store(List<RawUpdate> updates) throws InterruptedException {
        for (var tries = 0; !Thread.interrupted(); tries++) {
            try {
                inbox.store(updates);
                updates.forEach(update -> counts.received(RawUpdates.kindOf(update)));
                return;
            } catch (RuntimeException e) {
                LOG.error("{} updates could not be stored; Telegram keeps them until they are", updates.size(), e);
                pause.sleep(backOff(tries));
            }
        }
        throw new InterruptedException("closed before the updates were stored");
    }

    private void refused(String body) throws IOException, InterruptedException {
        switch (Call.read(body)) {
            case Answer.Refused refused
            when refused.code() == 401 || refused.code() == 404 -> {
                problem = "Telegram does not know the bot of this token: " + refused.description();
                LOG.error("{}", problem);
            }
            case Answer.Refused refused
            when refused.code() == 409 -> {
                LOG.warn("Somebody else asks for this bot's updates: {}", refused.description());
                webhookIsGone = !refused.mentions("webhook");
                pause.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(3_000, 5_000)));
            }
            case Answer.Refused refused
            when refused.code() == 429 -> {
                LOG.warn("Telegram asks for patience: {}", refused.description());
                pause.sleep(refused.retryAfter());
            }
            case Answer.Refused refused -> throw new IOException(refused.code() + " " + refused.description());
            case Answer.Unknown(var reason) -> throw new IOException(reason);
            case Answer.Done _ -> throw new IOException("no updates in the answer");
        }
    }

    private boolean backedOff(Throwable trouble) {
        LOG.warn("No updates from Telegram: {}", address.withoutToken(trouble.toString()));
        if (!(trouble instanceof IOException)) {
            LOG.error("This should not happen", trouble);
        }
        try {
            pause.sleep(backOff(failures++));
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    private static Duration backOff(int failures) {
        var length = Duration.ofMillis(500L << Math.min(failures, 10));
        return length.compareTo(LONGEST_BACK_OFF) < 0 ? length : LONGEST_BACK_OFF;
    }

    /// Breaks off a poll that is under way. Nothing is stored any more when it returns; what had been received
    /// and not been stored comes again.
    @Override
    public void close() {
        if (thread.getState() != Thread.State.NEW) {
            thread.interrupt();
            http.dispatcher().cancelAll();
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        http.connectionPool().evictAll();
    }
}
