package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.CHAT_PACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import id.laporpustaka.db.FreshDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LimitsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @RegisterExtension
    static final FreshDatabase fresh = new FreshDatabase();

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);
    private final ChatPace pace = new ChatPace(fresh.context());
    private final ChatPace paceOfAnother = new ChatPace(fresh.context());

    @BeforeEach
    void begin() {
        fresh.context().deleteFrom(CHAT_PACE).execute();
    }

    @Test
    void a_person_gets_a_short_burst_and_then_a_message_a_second() {
        assertThat(reserve(7, 5)).isEqualTo(4);

        assertThat(paceOfAnother.reserve(once(7, 1)).get(7L)).isBetween(SECOND.dividedBy(2), SECOND);
        pass(SECOND);
        assertThat(reserve(7, 5)).isEqualTo(1);
        assertThat(reserve(8, 5)).isEqualTo(4);
    }

    @Test
    void a_group_gets_no_more_than_twenty_messages_in_any_minute() {
        var sent = 0;
        for (var second = 0; second < 60; second++) {
            sent += reserve(-7, 5);
            pass(SECOND);
        }

        assertThat(sent).isBetween(18, 20);
    }

    @Test
    void an_album_counts_as_all_of_its_items_in_its_chat() {
        assertThat(pace.reserve(once(7, 10))).isEmpty();

        assertThat(pace.reserve(once(7, 1)).get(7L)).isBetween(SECOND.multipliedBy(6), SECOND.multipliedBy(7));
        pass(SECOND.multipliedBy(7));
        assertThat(reserve(7, 5)).isEqualTo(1);
    }

    @Test
    void what_an_album_took_too_much_is_owed_by_all_processes() throws InterruptedException {
        var one = new BotAllowance(fresh.database().dataSource(), 30);
        var other = new BotAllowance(fresh.database().dataSource(), 30);

        var taken = one.take(1);
        one.settle(taken, 100);
        var atOnce = one.take(1) + other.take(1);
        Thread.sleep(Duration.ofSeconds(2));
        var later = one.take(1) + other.take(1);
        Thread.sleep(Duration.ofSeconds(2));
        var atLast = one.take(1);

        assertThat(atOnce).isZero();
        assertThat(later).isZero();
        assertThat(atLast).isEqualTo(1);
    }

    @Test
    void processes_share_the_allowance_of_the_bot() {
        var one = new BotAllowance(fresh.database().dataSource(), 1);
        var other = new BotAllowance(fresh.database().dataSource(), 1);

        var first = one.take(10);
        var second = other.take(10);

        assertThat(first + second).isEqualTo(1);
    }

    @Test
    void what_was_not_needed_can_be_taken_again() {
        var allowance = new BotAllowance(fresh.database().dataSource(), 200, now::get);

        var first = allowance.take(10);
        allowance.settle(10, 0);
        var second = allowance.take(4);
        var third = allowance.take(10);

        assertThat(first).isEqualTo(10);
        assertThat(second).isEqualTo(4);
        assertThat(third).isEqualTo(6);
    }

    @Test
    void what_was_not_needed_soon_is_forgotten() {
        var allowance = new BotAllowance(fresh.database().dataSource(), 2, now::get);

        var taken = allowance.take(1);
        allowance.settle(taken, 0);
        now.addAndGet(Duration.ofMillis(51).toNanos());

        assertThat(allowance.take(1)).isZero();
    }

    @Test
    void three_processes_together_send_no_more_than_the_limit_in_any_second() throws Exception {
        var moments = new ConcurrentLinkedQueue<Long>();
        var end = System.nanoTime() + SECOND.multipliedBy(5).toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var process = 0; process < 3; process++) {
                var allowance = new BotAllowance(fresh.database().dataSource(), 30);
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        var taken = allowance.take(10);
                        for (var i = 0; i < taken; i++) {
                            moments.add(System.nanoTime());
                        }
                        allowance.settle(taken, taken);
                        LockSupport.parkNanos(allowance.untilNext().toNanos());
                    }
                });
            }
        }

        var sorted = moments.stream().sorted().toList();
        var most = IntStream.range(0, sorted.size())
                .mapToLong(first -> sorted.stream()
                        .filter(moment -> moment >= sorted.get(first) && moment < sorted.get(first) + SECOND.toNanos())
                        .count())
                .max()
                .orElseThrow();
        assertThat(most).isBetween(20L, 30L);
    }

    private void pass(Duration time) {
        fresh.context()
                .update(CHAT_PACE)
                .set(
                        CHAT_PACE.FREE_AT,
                        field(
                                "{0} - {1} * interval '1 millisecond'",
                                SQLDataType.INSTANT, CHAT_PACE.FREE_AT, val(time.toMillis())))
                .execute();
    }

    /// By one process and another.
    private int reserve(long chat, int times) {
        return (int) IntStream.range(0, times)
                .filter(time -> (time % 2 == 0 ? pace : paceOfAnother)
                        .reserve(once(chat, 1))
                        .isEmpty())
                .count();
    }

    private static SortedMap<Long, Integer> once(long chat, int messages) {
        return new TreeMap<>(Map.of(chat, messages));
    }
}
