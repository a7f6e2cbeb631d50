package id.laporpustaka.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LimitsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @RegisterExtension
    static final FreshDatabase fresh = new FreshDatabase();

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);
    private final ChatPace pace = new ChatPace(now::get);

    @Test
    void a_person_gets_a_short_burst_and_then_a_message_a_second() {
        assertThat(reserve(7, 5)).isEqualTo(4);

        assertThat(pace.reserve(7, 1)).isEqualTo(SECOND);
        now.addAndGet(SECOND.toNanos());
        assertThat(reserve(7, 5)).isEqualTo(1);
        assertThat(reserve(8, 5)).isEqualTo(4);
    }

    @Test
    void a_group_gets_no_more_than_twenty_messages_in_any_minute() {
        var sent = 0;
        for (var second = 0; second < 60; second++) {
            sent += reserve(-7, 5);
            now.addAndGet(SECOND.toNanos());
        }

        assertThat(sent).isBetween(18, 20);
    }

    @Test
    void an_album_counts_as_all_of_its_items_in_its_chat() {
        assertThat(pace.reserve(7, 10)).isZero();

        assertThat(pace.reserve(7, 1)).isEqualTo(SECOND.multipliedBy(7));
        now.addAndGet(SECOND.multipliedBy(7).toNanos());
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
        var allowance = new BotAllowance(fresh.database().dataSource(), 200);

        var first = allowance.take(10);
        allowance.settle(10, 0);
        var second = allowance.take(4);
        var third = allowance.take(10);

        assertThat(first).isEqualTo(10);
        assertThat(second).isEqualTo(4);
        assertThat(third).isEqualTo(6);
    }

    private int reserve(long chat, int times) {
        return (int) IntStream.range(0, times)
                .filter(_ -> pace.reserve(chat, 1).isZero())
                .count();
    }
}
