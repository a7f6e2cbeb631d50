package id.laporpustaka.telegram;

import id.laporpustaka.outbox.Delivery;
import id.laporpustaka.outbox.DueMessage;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.outbox.SendQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what waits in the outbox: many chats at once, one message at a time in each.
///
/// One thread takes messages and starts their calls, another writes down what became of them, in batches. What
/// has been started when the process dies is sent again by whoever runs next, once its lease is over.
final class Sender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int BATCH = 200;
    private static final int FILES_AT_ONCE = 8;
    private static final Duration KEEP_EVERY = SendQueue.LEASE.dividedBy(8);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration LAST_CALLS = Duration.ofSeconds(3);

    private final SendQueue queue;
    private final BotApi api;
    private final FloodPause flood = new FloodPause(System::nanoTime);
    private final Semaphore free = new Semaphore(BotApi.CALLS_AT_ONCE);
    /// Since when which messages are under way, or their outcome is known but not written down yet, as when the
    /// database is away; they are not to be sent again.
    private final Map<Long, Long> unrecorded = new ConcurrentHashMap<>();

    /// Few at once, because the bytes of each are in memory.
    private final ExecutorService files = Executors.newFixedThreadPool(
            FILES_AT_ONCE, Thread.ofPlatform().daemon().name("sender-files-", 0).factory());

    private final LinkedBlockingQueue<Delivery> results = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService keeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sender-leases").factory());
    private final Thread taking = Thread.ofPlatform().daemon().name("sender").unstarted(this::takeUntilInterrupted);
    private final Thread recording =
            Thread.ofPlatform().daemon().name("sender-results").unstarted(this::recordUntilInterrupted);

    Sender(SendQueue queue, BotApi api) {
        this.queue = queue;
        this.api = api;
    }

    void start() {
        taking.start();
        recording.start();
        var every = KEEP_EVERY.toMillis();
        var _ = keeping.scheduleWithFixedDelay(this::keep, every, every, TimeUnit.MILLISECONDS);
    }

    /// So that nobody else sends what takes long here, and that others need not wait long when this process dies.
    private void keep() {
        var now = System.nanoTime();
        var old = unrecorded.entrySet().stream()
                .filter(entry -> now - entry.getValue() >= KEEP_EVERY.toNanos())
                .map(Map.Entry::getKey)
                .toList();
        if (old.isEmpty()) {
            return;
        }
        try {
            queue.keep(old);
        } catch (RuntimeException e) {
            LOG.warn("{} messages under way could not be kept: {}", old.size(), e.toString());
        }
    }

    private void takeUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                takeOnce();
            } catch (InterruptedException _) {
                return;
            } catch (Throwable e) {
                LOG.error("Messages could not be taken to be sent; trying again", e);
                if (!slept(AFTER_TROUBLE)) {
                    return;
                }
            }
        }
    }

    private void takeOnce() throws InterruptedException {
        queue.awaitWork();
        var pause = flood.remaining();
        if (pause.isPositive()) {
            LOG.warn("Telegram asks the bot to slow down; nothing is sent for {} ms", pause.toMillis());
            Thread.sleep(pause);
        }
        free.acquire(); // there is room for one at least
        var room = 1 + free.drainPermits();
        var taken = 0;
        try {
            for (var message : queue.take(Math.min(room, BATCH))) {
                if (unrecorded.putIfAbsent(message.outboxId(), System.nanoTime()) == null) {
                    taken++;
                    send(message);
                }
            }
        } finally {
            free.release(room - taken);
        }
    }

    private void send(DueMessage message) {
        try {
            var _ = attempt(message)
                    .whenComplete((delivery, thrown) -> settle(thrown == null ? delivery : failed(message, thrown)));
        } catch (RuntimeException e) {
            settle(failed(message, e));
        }
    }

    private CompletableFuture<Delivery> attempt(DueMessage message) {
        return message.message()
                .attached()
                .map(attached -> CompletableFuture.supplyAsync(() -> sendWithFile(message, attached), files))
                .orElseGet(() -> Attempt.of(api, message));
    }

    private Delivery sendWithFile(DueMessage message, OutgoingMessage.Attached attached) {
        return Attempt.of(api, message, attached, queue.findFile(attached)).join();
    }

    private static Delivery failed(DueMessage message, Throwable thrown) {
        return new Delivery.Failed(message, thrown.toString());
    }

    private void settle(Delivery delivery) {
        if (delivery instanceof Delivery.Postponed(var message, var retryAfter)) {
            flood.refused(message.chatId(), retryAfter);
        }
        results.add(delivery);
        free.release();
    }

    private void recordUntilInterrupted() {
        var batch = new ArrayList<Delivery>();
        while (true) {
            try {
                if (batch.isEmpty()) {
                    batch.add(results.take());
                }
                results.drainTo(batch, BATCH - batch.size());
                queue.record(batch);
                batch.forEach(delivery -> unrecorded.remove(delivery.message().outboxId()));
                batch.clear();
            } catch (InterruptedException _) {
                recordTheRest(batch);
                return;
            } catch (Throwable e) {
                LOG.error("Results of sending could not be written down; trying again", e);
                if (!slept(AFTER_TROUBLE)) {
                    recordTheRest(batch);
                    return;
                }
            }
        }
    }

    private void recordTheRest(List<Delivery> batch) {
        results.drainTo(batch);
        if (batch.isEmpty()) {
            return;
        }
        try {
            queue.record(batch);
        } catch (RuntimeException e) {
            LOG.error(
                    "{} results of sending could not be written down; these messages are sent again", batch.size(), e);
        }
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    /// Takes nothing more, waits a moment for the calls under way, and writes down what became of them.
    @Override
    public void close() {
        if (taking.getState() == Thread.State.NEW) {
            keeping.shutdown();
            files.shutdown();
            return;
        }
        taking.interrupt();
        keeping.shutdown();
        files.shutdown();
        try {
            taking.join(LAST_CALLS);
            queue.giveBack();
            if (!free.tryAcquire(BotApi.CALLS_AT_ONCE, LAST_CALLS.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Some messages are still on their way to Telegram; they may be sent again");
            }
            recording.interrupt();
            recording.join(LAST_CALLS);
        } catch (InterruptedException _) {
            recording.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
