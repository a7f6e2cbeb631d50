package id.laporpustaka.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeadershipTest {
    private static final long LOCK = 0x7465_7374_0000_0000L;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<Leadership> made = new ArrayList<>();

    @AfterEach
    void close() {
        made.forEach(Leadership::close);
    }

    @Test
    void one_leads_and_another_when_it_has_ended() {
        var first = seek("first", LOCK);
        await().until(first::leads);
        var second = seek("second", LOCK);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        var twoLead = second.leads();

        first.close();

        await().atMost(Duration.ofSeconds(3)).until(second::leads);
        assertThat(twoLead).isFalse();
        assertThat(first.leads()).isFalse();
        assertThat(events).containsExactly("first begins", "first ends", "second begins");
    }

    @Test
    void whoever_loses_the_connection_ends_and_somebody_begins() {
        var first = seek("first", LOCK);
        await().until(first::leads);
        var second = seek("second", LOCK);

        fresh.context()
                .execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and application_name = 'lapor-pustaka-leadership'");

        await().atMost(Duration.ofSeconds(5)).until(() -> events.size() == 3);
        assertThat(events).startsWith("first begins").contains("first ends");
        assertThat(first.leads()).isNotEqualTo(second.leads());
    }

    @Test
    void a_lock_that_nobody_speaks_for_is_free_after_seconds() throws Exception {
        try (var silent = Leadership.connect(fresh.address());
                var statement = silent.createStatement()) {
            statement.execute("select pg_advisory_lock(%d)".formatted(LOCK));

            var other = seek("other", LOCK);

            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            assertThat(other.leads()).isFalse();
            await().atMost(Duration.ofSeconds(5)).until(other::leads);
        }
    }

    @Test
    void several_things_can_be_led_by_several_processes() {
        var one = seek("one", LOCK);
        var other = seek("other", LOCK + 1);

        await().until(() -> one.leads() && other.leads());
    }

    @Test
    void one_that_is_not_fit_leaves_it_to_another_and_leads_again_when_nobody_else_does() {
        var fit = new AtomicBoolean(true);
        var first = seek("first", LOCK, fit::get);
        await().until(first::leads);
        var second = seek("second", LOCK);

        fit.set(false);

        await().atMost(Duration.ofSeconds(5)).until(second::leads);
        assertThat(events).containsExactly("first begins", "first ends", "second begins");
        second.close();
        await().atMost(Duration.ofSeconds(10)).until(() -> events.size() > 4);
        assertThat(events.get(4)).isEqualTo("first begins");
    }

    @Test
    void what_fails_to_begin_is_tried_again() {
        var failures = new ArrayList<String>();
        var leadership = new Leadership(
                fresh.address(),
                LOCK,
                () -> {
                    if (failures.isEmpty()) {
                        failures.add("once");
                        throw new IllegalStateException("made to fail");
                    }
                    events.add("begins");
                },
                () -> true,
                () -> events.add("ends"));
        made.add(leadership);

        leadership.start();

        await().atMost(Duration.ofSeconds(5)).until(() -> events.contains("begins"));
        assertThat(events).containsExactly("ends", "begins");
    }

    private Leadership seek(String name, long lock) {
        return seek(name, lock, () -> true);
    }

    private Leadership seek(String name, long lock, BooleanSupplier fit) {
        var leadership = new Leadership(
                fresh.address(), lock, () -> events.add(name + " begins"), fit, () -> events.add(name + " ends"));
        made.add(leadership);
        leadership.start();
        return leadership;
    }
}
