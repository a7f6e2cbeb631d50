package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.db.WakeUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The sending side of the outbox: hands out messages that may be sent now, within Telegram's limits, and writes
/// down what became of them.
///
/// Most messages come [straight from the transaction][#sendAtOnce] that added them, and are never looked for. The
/// others are claimed: those of before, of other processes, and those that had to wait.
///
/// [#take], [#awaitWork] and [#giveBack] belong to one thread; the others may be used from any.
public final class SendQueue {
    /// After a crash a chat waits for as long. Whoever needs more [keeps][#keep] what was taken.
    public static final Duration LEASE = Duration.ofSeconds(8);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /// Beyond so many, messages wait in the database, where those that need not be sent any more are passed over.
    private static final int MOST_AT_ONCE = 256;

    /// Later somebody else may have it soon.
    private static final Duration LONGEST_AT_ONCE = LEASE.dividedBy(2);

    /// What is postponed is due by the database's clock, from the moment at which it is written down.
    private static final Duration CLOCKS_APART = Duration.ofMillis(20);

    private final Database database;
    private final WakeUp wakeUp = new WakeUp();
    private final FileToSend.Store store;
    private final Claims claims;
    private final SendCounts counts;
    private final Optional<Limits> limits;
    private final BlockingQueue<AtOnce> atOnce = new LinkedBlockingQueue<>();
    private final AtomicBoolean rung = new AtomicBoolean(true);
    /// By the monotonic clock, when to claim although nobody has rung.
    private long nextClaim = System.nanoTime();
    /// By the monotonic clock, until when the limit of the bot forbids everything.
    private long nothingBefore = System.nanoTime();
    /// Whether the last claim found as much as it asked for.
    private volatile boolean backlog;

    private record Limits(BotAllowance bot, ChatPace chats) {}

    /// @param since when its lease began or a little before, by the monotonic clock
    private record AtOnce(DueMessage message, long since) {
        boolean isStale() {
            return System.nanoTime() - since > LONGEST_AT_ONCE.toNanos();
        }
    }

    /// @param perSecond the most messages in a second to all chats together; 0 switches this limit and those of
    ///     single chats off
    public SendQueue(Database database, int perSecond) {
        this(database, perSecond, FileToSend.Store.none(), SendCounts.none());
    }

    /// @param store where large files lie
    public SendQueue(Database database, int perSecond, FileToSend.Store store, SendCounts counts) {
        this.counts = counts;
        this.store = store;
        this.database = database;
        claims = new Claims(database);
        limits = perSecond == 0
                ? Optional.empty()
                : Optional.of(new Limits(
                        new BotAllowance(database.dataSource(), perSecond), new ChatPace(database.context())));
    }

    /// Whether messages may come [straight from their transaction][#sendAtOnce]. Not so while many wait, which are
    /// to go before them, or of which the newer make the older superfluous.
    public boolean hasRoom() {
        return !backlog && atOnce.size() < MOST_AT_ONCE;
    }

    /// Takes over messages that were [added][Outbox#addingAndTaking] and are committed. What can't be taken soon is
    /// dropped here, and found by a claim when its lease is over.
    ///
    /// @param since by [System#nanoTime], a moment before their transaction began, as their lease began with it
    public void sendAtOnce(List<DueMessage> messages, long since) {
        if (!messages.isEmpty()) {
            messages.forEach(message -> atOnce.add(new AtOnce(message, since)));
            wakeUp.ring();
        }
    }

    /// Takes messages to be sent at once, each of another chat; they are ours for [#LEASE] at most.
    public List<DueMessage> take(int atMost) {
        return limits.map(limit -> takeWithin(limit, atMost)).orElseGet(() -> takeNext(atMost));
    }

    private List<DueMessage> takeNext(int atMost) {
        var taken = new ArrayList<DueMessage>();
        var toClaim = atMost - Math.min(atMost, atOnce.size());
        if (toClaim > 0 && (toClaim == atMost || mayClaim())) {
            taken.addAll(claim(toClaim));
        }
        while (taken.size() < atMost) {
            var next = atOnce.poll();
            if (next == null) {
                break;
            }
            if (!next.isStale()) {
                taken.add(next.message());
            }
        }
        return taken;
    }

    private List<DueMessage> claim(int atMost) {
        rung.set(false);
        nextClaim = System.nanoTime() + LONGEST_WAIT.toNanos();
        var claimed = claims.claim(atMost, LEASE);
        backlog = claimed.size() == atMost;
        if (backlog) {
            rung.set(true);
        }
        return claimed;
    }

    /// Leaves to others, or to the next start, what came to be sent at once and has not been taken.
    public void giveBack() {
        var left = new ArrayList<AtOnce>();
        atOnce.drainTo(left);
        var ours = left.stream()
                .filter(waiting -> !waiting.isStale())
                .map(waiting -> new Delivery.Postponed(waiting.message(), Duration.ZERO))
                .toList();
        if (!ours.isEmpty()) {
            Recording.record(database, ours);
        }
    }

    private List<DueMessage> takeWithin(Limits limit, int atMost) {
        var allowed = limit.bot().take(atMost);
        if (allowed == 0) {
            nothingBefore = System.nanoTime() + limit.bot().untilNext().toNanos();
            return List.of();
        }
        var now = new ArrayList<DueMessage>();
        var later = new ArrayList<Delivery>();
        var used = 0;
        var taken = takeNext(allowed);
        var counts = new TreeMap<Long, Integer>();
        taken.forEach(
                message -> counts.merge(message.chatId(), message.message().count(), Integer::sum));
        var pauses = limit.chats().reserve(counts);
        for (var message : taken) {
            var pause = pauses.get(message.chatId());
            if (pause == null) {
                now.add(message);
                used += message.message().count();
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

    /// Makes what was taken ours for [#LEASE] from now on, but for what has been written down meanwhile.
    public void keep(Collection<Long> messages) {
        var ours = select(OUTBOX.ID)
                .from(OUTBOX)
                .where(OUTBOX.ID.eq(any(messages.toArray(Long[]::new))))
                .and(OUTBOX.FINISHED_AT.isNull())
                .forUpdate()
                .skipLocked(); // which is being written down
        database.context()
                .update(OUTBOX)
                .set(OUTBOX.DUE_AT, greatest(OUTBOX.DUE_AT, DatabaseClock.after(LEASE)))
                .where(OUTBOX.ID.in(ours))
                .execute();
    }

    /// Writes down what became of messages that were taken; durable when it returns. A chat's next message can be
    /// taken from then on.
    public void record(List<? extends Delivery> deliveries) {
        if (Recording.record(database, deliveries)) {
            ring();
        }
        deliveries.forEach(delivery -> counts.attempted(Recording.outcomeOf(delivery)));
    }

    /// The file of a message that was taken; empty if it is gone.
    public Optional<FileToSend> findFile(OutgoingMessage.Attached attached) {
        return new OutgoingFiles(database.context()).find(attached.file(), store);
    }

    /// Returns when there may be something to take, after a second at the latest.
    public void awaitWork() throws InterruptedException {
        var forbidden = nothingBefore - System.nanoTime();
        if (forbidden > 0) {
            TimeUnit.NANOSECONDS.sleep(forbidden);
        } else if (atOnce.isEmpty() && !mayClaim()) {
            wakeUp.await(Duration.ofNanos(Math.max(0, nextClaim - System.nanoTime())));
        }
    }

    private boolean mayClaim() {
        return rung.get() || nextClaim - System.nanoTime() <= 0;
    }

    private void expect(Duration until) {
        var due = System.nanoTime() + until.toNanos();
        if (due - nextClaim < 0) {
            nextClaim = due;
        }
    }

    /// To be called after each commit that added messages which do not come [at once][#sendAtOnce].
    public void ring() {
        rung.set(true);
        wakeUp.ring();
    }
}
