package id.laporpustaka.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// Tells the open pages what happens. A page that reads too slowly is cut off and comes back by itself.
public final class LiveFeed implements AutoCloseable {
    private static final int WAITING_EVENTS = 5_000;

    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /// Begins to listen.
    ///
    /// @param chats the chats to hear about; events that concern no chat always arrive
    public Subscription subscribe(Set<Long> chats) {
        var subscription = new Subscription(Set.copyOf(chats));
        subscriptions.add(subscription);
        if (closed) {
            subscription.close();
        }
        return subscription;
    }

    /// Cheap when no page is open.
    public boolean isWatched(long chat) {
        for (var subscription : subscriptions) {
            if (subscription.chats.contains(chat)) {
                return true;
            }
        }
        return false;
    }

    public void publish(long chat, ObjectNode event) {
        if (!isWatched(chat)) {
            return;
        }
        var bytes = Json.bytes(event);
        for (var subscription : subscriptions) {
            if (subscription.chats.contains(chat)) {
                subscription.offer(bytes);
            }
        }
    }

    public void publishToAll(ObjectNode event) {
        var bytes = Json.bytes(event);
        subscriptions.forEach(subscription -> subscription.offer(bytes));
    }

    @Override
    public void close() {
        closed = true;
        subscriptions.forEach(Subscription::close);
    }

    /// The events of one page, in order.
    public final class Subscription implements AutoCloseable {
        private final Set<Long> chats;
        private final BlockingQueue<byte[]> events = new ArrayBlockingQueue<>(WAITING_EVENTS);
        private volatile boolean open = true;

        private Subscription(Set<Long> chats) {
            this.chats = chats;
        }

        public boolean isOpen() {
            return open;
        }

        /// The next event as JSON, or nothing when the time is over or the subscription has ended.
        public Optional<byte[]> next(Duration patience) throws InterruptedException {
            return Optional.ofNullable(events.poll(patience.toMillis(), TimeUnit.MILLISECONDS))
                    .filter(event -> event.length > 0);
        }

        private void offer(byte[] event) {
            if (open && !events.offer(event)) {
                close();
            }
        }

        @Override
        public void close() {
            open = false;
            subscriptions.remove(this);
            events.clear();
            var _ = events.offer(new byte[0]);
        }
    }
}
