package id.laporpustaka.simulator.world;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The updates that wait for the bot, oldest first. Updates live 24 hours, callback queries 150 seconds (as in
/// Telegram's own server).
public final class PendingUpdates {
    private static final Set<String> UNASKED = Set.of("chat_member", "message_reaction", "message_reaction_count");
    private static final long UPDATE_LIFE = Duration.ofHours(24).toSeconds();
    private static final long CALLBACK_LIFE = 150;

    /// How a poll ended.
    public sealed interface Poll {
        /// Possibly no updates: the time was over.
        record Received(List<Pending> updates) implements Poll {}

        /// Another poll began.
        record Displaced() implements Poll {}

        /// A webhook was set, or the simulator closes.
        record Ended() implements Poll {}
    }

    private final InstantSource clock;
    private final Journal journal;
    private final List<Consumer<Pending>> addedListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Pending>> confirmedListeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final LinkedHashMap<Integer, Pending> waiting = new LinkedHashMap<>();
    private int lastId = ThreadLocalRandom.current().nextInt(100_000_000, 900_000_000);
    private long pollNumber;
    private boolean closed;
    private volatile Set<String> allowed = Set.of();

    PendingUpdates(InstantSource clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /// Called for every new update, before [#add] returns.
    public void onAdded(Consumer<Pending> listener) {
        addedListeners.add(listener);
    }

    /// Called for every update that the bot has confirmed.
    public void onConfirmed(Consumer<Pending> listener) {
        confirmedListeners.add(listener);
    }

    /// The update types the bot asked for; empty means all but the three that must be asked for by name.
    public Set<String> allowed() {
        return allowed;
    }

    public void setAllowed(Set<String> types) {
        allowed = Set.copyOf(types);
        var entry = Json.object().put("kind", "allowed");
        allowed.stream().sorted().forEach(entry.putArray("types")::add);
        journal.append(entry);
    }

    /// Queues an update unless the bot did not ask for its type.
    ///
    /// @param payload the JSON of what the update carries
    /// @param message the message that counts as read when the bot confirms, or 0
    public void add(String type, String lane, byte[] payload, long chat, int message) {
        if (allowed.isEmpty() ? UNASKED.contains(type) : !allowed.contains(type)) {
            return;
        }
        Pending update;
        lock.lock();
        try {
            lastId++;
            long life = type.equals("callback_query") ? CALLBACK_LIFE : UPDATE_LIFE;
            update = new Pending(lastId, type, lane, payload, now() + life, chat, message);
            waiting.put(lastId, update);
            if (journal.isKept()) {
                journal.append(update.toJournal());
            }
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        addedListeners.forEach(listener -> listener.accept(update));
    }

    /// Waits for updates; a running poll is displaced by a newer one.
    ///
    /// @param offset confirms everything below it when positive; drops all but the last -offset when negative
    public Poll poll(long offset, int limit, Duration timeout) throws InterruptedException {
        var confirmed = new ArrayList<Pending>();
        long mine;
        lock.lock();
        try {
            mine = ++pollNumber;
            arrived.signalAll();
            confirm(offset, confirmed);
        } finally {
            lock.unlock();
        }
        confirmed.forEach(update -> confirmedListeners.forEach(listener -> listener.accept(update)));
        return await(mine, limit, timeout.toNanos());
    }

    private Poll await(long mine, int limit, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (mine == pollNumber && !closed && waiting.isEmpty() && left > 0) {
                left = arrived.awaitNanos(left);
            }
            if (closed) {
                return new Poll.Ended();
            }
            if (mine != pollNumber) {
                return new Poll.Displaced();
            }
            dropExpired();
            return new Poll.Received(waiting.values().stream().limit(limit).toList());
        } finally {
            lock.unlock();
        }
    }

    /// Ends a running poll as if another one had begun.
    public void displacePoll() {
        lock.lock();
        try {
            pollNumber++;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Confirms one update that a webhook took.
    public void confirmDelivered(int id) {
        Pending taken;
        lock.lock();
        try {
            taken = waiting.remove(id);
            journal.append(Json.object().put("kind", "delivered").put("id", id));
        } finally {
            lock.unlock();
        }
        if (taken != null) {
            confirmedListeners.forEach(listener -> listener.accept(taken));
        }
    }

    public void dropAll() {
        lock.lock();
        try {
            waiting.clear();
            journal.append(Json.object().put("kind", "confirmed").put("below", lastId + 1L));
        } finally {
            lock.unlock();
        }
    }

    public boolean isWaiting(int id) {
        lock.lock();
        try {
            return waiting.containsKey(id);
        } finally {
            lock.unlock();
        }
    }

    public List<Pending> listWaiting() {
        lock.lock();
        try {
            return List.copyOf(waiting.values());
        } finally {
            lock.unlock();
        }
    }

    public int count() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void restore(Pending update) {
        waiting.put(update.id(), update);
        lastId = Math.max(lastId, update.id());
    }

    void restoreConfirmed(long below) {
        waiting.keySet().removeIf(id -> id < below);
    }

    void restoreAllowed(Set<String> types) {
        allowed = Set.copyOf(types);
    }

    void restoreDelivered(int id) {
        waiting.remove(id);
    }

    void restoreLastId(int id) {
        lastId = id;
    }

    int lastId() {
        return lastId;
    }

    private void confirm(long offset, List<Pending> confirmed) {
        if (offset == 0 || waiting.isEmpty()) {
            return;
        }
        int below = (int) Math.min(offset, Integer.MAX_VALUE);
        if (offset < 0) {
            long dropped = waiting.size() + Math.max(offset, -waiting.size());
            below = waiting.keySet().stream().skip(dropped).findFirst().orElse(lastId + 1);
        }
        var updates = waiting.values().iterator();
        while (updates.hasNext()) {
            var update = updates.next();
            if (update.id() >= below) {
                break;
            }
            updates.remove();
            confirmed.add(update);
        }
        if (!confirmed.isEmpty()) {
            journal.append(Json.object().put("kind", "confirmed").put("below", below));
        }
    }

    private void dropExpired() {
        long now = now();
        waiting.values().removeIf(update -> update.expiresAt() <= now);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
