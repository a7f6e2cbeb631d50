package id.laporpustaka.outbox;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.WakeUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The sending side of the outbox: hands out messages that may be sent now, within Telegram's limits, and writes
/// down what became of them.
///
/// [#take] and [#awaitWork] belong to one thread; the others may be used from any.
public final class SendQueue {
    /// Longer than an attempt can last with its second call; after a crash a chat waits for as long.
    static final Duration LEASE = Duration.ofSeconds(30);

    /// The same for a message with a file, which takes its time.
    static final Duration LEASE_WITH_FILE = Duration.ofMinutes(4);

    /// The same for an album, which may need a third call.
    static final Duration LEASE_WITH_ALBUM = Duration.ofSeconds(45);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    /// What is postponed is due by the database's clock, from the moment at which it is written down.
    private static final Duration CLOCKS_APART = Duration.ofMillis(20);

    private final Database database;
    private final WakeUp wakeUp;
    private final FileToSend.Store store;
    private final Claims claims;
    private final SendCounts counts;
    private final Optional<Limits> limits;
    /// By the monotonic clock, when something becomes due that nobody rings for; in the past if there is no such
    /// thing.
    private long nextDue = System.nanoTime();

    private record Limits(BotAllowance bot, ChatPace chats) {}

    /// @param wakeUp to be rung after each commit that added messages
    /// @param perSecond the most messages in a second to all chats together; 0 switches this limit and those of
    ///     single chats off
    public SendQueue(Database database, WakeUp wakeUp, int perSecond) {
        this(database, wakeUp, perSecond, FileToSend.Store.none(), SendCounts.none());
    }

    /// @param store where large files lie
    public SendQueue(Database database, WakeUp wakeUp, int perSecond, FileToSend.Store store, SendCounts counts) {
        this.counts = counts;
        this.store = store;
        this.database = database;
        this.wakeUp = wakeUp;
        claims = new Claims(database);
        limits = perSecond == 0
                ? Optional.empty()
                : Optional.of(
                        new Limits(new BotAllowance(database.dataSource(), perSecond), new ChatPace(System::nanoTime)));
    }

    /// Takes messages to be sent at once, each of another chat; they are ours for 30 seconds, with an album for 45,
    /// with a file for 4 minutes.
    public List<DueMessage> take(int atMost) {
        return limits.map(limit -> takeWithin(limit, atMost)).orElseGet(() -> claims.claim(atMost, LEASE));
    }

    private List<DueMessage> takeWithin(Limits limit, int atMost) {
        var allowed = limit.bot().take(atMost);
        if (allowed == 0) {
            expect(limit.bot().untilNext());
            return List.of();
        }
        var now = new ArrayList<DueMessage>();
        var later = new ArrayList<Delivery>();
        var used = 0;
        for (var message : claims.claim(allowed, LEASE)) {
            var count = message.message().count();
            var pause = limit.chats().reserve(message.chatId(), count);
            if (pause.isZero()) {
                now.add(message);
                used += count;
            } else {
                later.add(new Delivery.Postponed(message, pause));
                expect(pause.plus(CLOCKS_APART));
            }
        }
        limit.bot().settle(allowed, used);
        if (!later.isEmpty()) {
            Recording.record(database, later);
        }
        return now;
    }

    /// Writes down what became of messages that were taken; durable when it returns. A chat's next message can be
    /// taken from then on.
    public void record(List<? extends Delivery> deliveries) {
        Recording.record(database, deliveries);
        deliveries.forEach(delivery -> counts.attempted(Recording.outcomeOf(delivery)));
    }

    /// The file of a message that was taken; empty if it is gone.
    public Optional<FileToSend> findFile(OutgoingMessage.Attached attached) {
        return new OutgoingFiles(database.context()).find(attached.file(), store);
    }

    /// Returns when there may be something to take, after a second at the latest.
    public void awaitWork() throws InterruptedException {
        var untilDue = nextDue - System.nanoTime();
        var isSoon = untilDue > 0 && untilDue < LONGEST_WAIT.toNanos();
        wakeUp.await(isSoon ? Duration.ofNanos(untilDue) : LONGEST_WAIT);
    }

    private void expect(Duration until) {
        var now = System.nanoTime();
        var due = now + until.toNanos();
        if (nextDue - now <= 0 || due - nextDue < 0) {
            nextDue = due;
        }
    }

    /// Ends [#awaitWork].
    public void ring() {
        wakeUp.ring();
    }
}
