package id.laporpustaka.simulator.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.Pending;
import id.laporpustaka.simulator.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// Brings updates to a webhook: one at a time in a lane (messages by chat, taps by person), lanes side by side.
/// What is not taken is tried again at once, then after 2, 4, 8 … seconds up to one or two minutes, until it
/// expires.
final class WebhookPusher implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LONGEST_RETRY_AFTER = 3_600;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    /// @param date in seconds since 1970
    record LastError(long date, String text) {}

    private final World world;
    private final Faults faults;
    private final Consumer<ObjectNode> replies;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(threads)
            .build();
    private final Map<String, Deque<Pending>> lanes = new HashMap<>();
    /// Of each chat the newest update that has been delivered.
    private final Map<Long, Integer> delivered = new ConcurrentHashMap<>();
    private Semaphore connections = new Semaphore(40);
    private long generation;
    private boolean active;
    private volatile Optional<LastError> lastError = Optional.empty();

    /// @param replies gets the methods that the webhook answers with
    WebhookPusher(World world, Faults faults, Consumer<ObjectNode> replies) {
        this.world = world;
        this.faults = faults;
        this.replies = replies;
        world.updates().onAdded(this::add);
        if (world.webhook().has("url")) {
            begin();
        }
    }

    Optional<LastError> findLastError() {
        return lastError;
    }

    /// Starts with the webhook that is set now, and with everything that waits.
    void begin() {
        synchronized (lanes) {
            end();
            active = true;
            connections = new Semaphore(world.webhook().path("max_connections").asInt(40));
        }
        world.updates().listWaiting().forEach(this::add);
    }

    void end() {
        synchronized (lanes) {
            active = false;
            generation++;
            lanes.clear();
            lastError = Optional.empty();
        }
    }

    private void add(Pending update) {
        synchronized (lanes) {
            if (!active) {
                return;
            }
            var lane = lanes.get(update.lane());
            if (lane != null) {
                if (lane.stream().noneMatch(waiting -> waiting.id() == update.id())) {
                    lane.addLast(update);
                }
                return;
            }
            var begun = new ArrayDeque<Pending>();
            begun.addLast(update);
            lanes.put(update.lane(), begun);
            long mine = generation;
            var _ = threads.submit(() -> drain(update.lane(), mine));
        }
    }

    private void drain(String name, long mine) {
        try {
            for (var next = findNext(name, mine); next.isPresent(); next = findNext(name, mine)) {
                deliver(next.get(), mine);
                synchronized (lanes) {
                    if (mine == generation) {
                        lanes.getOrDefault(name, new ArrayDeque<>()).pollFirst();
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Pending> findNext(String name, long mine) {
        synchronized (lanes) {
            if (mine != generation) {
                return Optional.empty();
            }
            var next = Optional.ofNullable(
                    lanes.getOrDefault(name, new ArrayDeque<>()).peekFirst());
            if (next.isEmpty()) {
                lanes.remove(name);
            }
            return next;
        }
    }

    private void deliver(Pending update, long mine) throws InterruptedException {
        letBeOvertaken(update, mine);
        for (int failures = 0; isWanted(update) && isCurrent(mine); failures++) {
            var retryAfter = attempt(update);
            if (retryAfter.isEmpty()) {
                break;
            }
            long backOff = failures == 0 ? 0 : 1L << Math.min(failures, 7);
            long longest = ThreadLocalRandom.current().nextLong(60, 121);
            Thread.sleep(Duration.ofSeconds(Math.max(retryAfter.get(), Math.min(backOff, longest))));
        }
        if (isCurrent(mine)) {
            delivered.merge(update.chat(), update.id(), Math::max);
            world.updates().confirmDelivered(update.id());
        }
    }

    /// Whatever comes later in the same lane waits behind it, so only the other kind can overtake.
    private void letBeOvertaken(Pending update, long mine) throws InterruptedException {
        var fault = faults.strike(Faults.Kind.SWAPPED_UPDATES, "webhook");
        if (fault.isEmpty()) {
            return;
        }
        long end = System.nanoTime() + Duration.ofMillis(fault.get().millis()).toNanos();
        while (isCurrent(mine) && System.nanoTime() < end) {
            if (delivered.getOrDefault(update.chat(), 0) > update.id()) {
                world.counters().count("overtaken");
                return;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /// Nothing when the update was taken, else the seconds that the webhook asks to wait.
    private Optional<Long> attempt(Pending update) throws InterruptedException {
        var permits = connections;
        permits.acquire();
        try {
            var response = post(update);
            if (faults.strike(Faults.Kind.DOUBLE_UPDATES, "webhook").isPresent()) {
                response = post(update);
            }
            if (response.statusCode() / 100 == 2) {
                reply(response.body());
                return Optional.empty();
            }
            lastError = Optional.of(
                    new LastError(world.now(), "Wrong response from the webhook: " + response.statusCode()));
            return Optional.of(response.headers()
                    .firstValue("Retry-After")
                    .filter(value -> value.matches("[0-9]{1,9}"))
                    .map(value -> Math.min(LONGEST_RETRY_AFTER, Long.parseLong(value)))
                    .orElse(0L));
        } catch (IOException _) {
            lastError = Optional.of(new LastError(world.now(), "Connection refused or broken"));
            return Optional.of(0L);
        } finally {
            permits.release();
        }
    }

    private HttpResponse<byte[]> post(Pending update) throws IOException, InterruptedException {
        var webhook = world.webhook();
        var request = HttpRequest.newBuilder(URI.create(webhook.path("url").asText()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(update.toBytes()));
        var secret = webhook.path("secret_token").asText();
        if (!secret.isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void reply(byte[] body) {
        if (body.length == 0 || body[0] != '{') {
            return;
        }
        try {
            if (Json.parse(body) instanceof ObjectNode method && method.has("method")) {
                replies.accept(method);
            }
        } catch (IOException _) {
            // Telegram does not look at an answer that is no method either
        }
    }

    private boolean isWanted(Pending update) {
        return update.expiresAt() > world.now() && world.updates().isWaiting(update.id());
    }

    private boolean isCurrent(long mine) {
        synchronized (lanes) {
            return active && mine == generation;
        }
    }

    @Override
    public void close() {
        end();
        threads.shutdownNow();
        client.shutdownNow();
    }
}
