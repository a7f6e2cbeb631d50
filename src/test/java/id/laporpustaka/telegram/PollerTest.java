package id.laporpustaka.telegram;

import static id.laporpustaka.db.generated.Tables.INBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.intake.Inbox;
import id.laporpustaka.telegram.FakeTelegram.Asked;
import id.laporpustaka.telegram.FakeTelegram.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollerTest {
    private static final String UPDATES = """
        [{"update_id":41,"message":{"chat":{"id":7}}},
         {"update_id":42,"message":{"chat":{"id":8},"gift":{}}}]\
        """;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final FakeTelegram telegram = new FakeTelegram();
    private final Queue<Duration> pauses = new ConcurrentLinkedQueue<>();
    private final AtomicLong now = new AtomicLong();
    private final List<Poller> made = new ArrayList<>();
    private Poller poller;

    @BeforeEach
    void make() {
        poller = makePoller();
    }

    private Poller makePoller() {
        var next = new Poller(
                telegram.address(),
                new Inbox(fresh.database(), new WakeUp()),
                TelegramCounts.none(),
                this::pause,
                now::get);
        made.add(next);
        return next;
    }

    @AfterEach
    void close() {
        made.forEach(Poller::close);
        telegram.close();
    }

    @Test
    void updates_are_stored_as_they_came_and_then_confirmed() {
        pollsAnswered(Reply.done(UPDATES));

        poller.start();

        await().until(() -> offsets().contains(43L));
        assertThat(fresh.context().selectFrom(INBOX).orderBy(INBOX.POSITION).fetch())
                .extracting(row -> row.getUpdateId(), row -> row.getChatId(), row -> row.getBody())
                .containsExactly(
                        tuple(41L, 7L, "{\"update_id\":41,\"message\":{\"chat\":{\"id\":7}}}"),
                        tuple(42L, 8L, "{\"update_id\":42,\"message\":{\"chat\":{\"id\":8},\"gift\":{}}}"));
        assertThat(offsets().getFirst()).isZero();
        assertThat(poller.hasPolled()).isTrue();
    }

    @Test
    void polls_begin_when_the_webhook_is_gone_and_what_waits_there_is_kept() {
        var failures = new AtomicInteger();
        telegram.answer(asked -> asked.method().equals("deletewebhook") && failures.incrementAndGet() == 1
                ? new Reply(500, "oops")
                : holding(asked));

        poller.start();

        await().until(() -> !telegram.asked("getupdates").isEmpty());
        assertThat(telegram.asked("deletewebhook")).hasSize(2);
        assertThat(telegram.asked("deletewebhook"))
                .allSatisfy(asked -> assertThat(asked.text()).doesNotContain("drop_pending_updates"));
        assertThat(telegram.asked("getupdates").getFirst().body().path("allowed_updates"))
                .extracting(name -> name.textValue())
                .containsExactly("message", "edited_message", "callback_query", "my_chat_member");
    }

    @Test
    void updates_that_cannot_be_stored_are_not_confirmed() {
        fresh.context().alterTable(INBOX).renameTo("away").execute();
        pollsAnswered(Reply.done(UPDATES));
        poller.start();
        await().until(() -> pauses.size() >= 3);

        var asked = telegram.asked("getupdates").size();
        fresh.context().alterTable("away").renameTo(INBOX).execute();

        await().until(() -> offsets().contains(43L));
        assertThat(asked).isEqualTo(1);
        assertThat(fresh.context().fetchCount(INBOX)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void a_token_that_telegram_does_not_know_ends_it(int code) {
        telegram.answer(_ -> Reply.refused(code, "Unauthorized"));

        poller.start();

        await().until(() -> poller.problem().isPresent());
        poller.close();
        assertThat(poller.problem().orElseThrow()).contains("Unauthorized").doesNotContain(FakeTelegram.TOKEN);
        assertThat(pauses).isEmpty();
    }

    @Test
    void another_poller_is_given_a_few_seconds() {
        pollsAnswered(Reply.refused(409, "Conflict: terminated by other getUpdates request"));

        poller.start();

        await().until(() -> telegram.asked("getupdates").size() == 2);
        assertThat(pauses)
                .hasSize(1)
                .first()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5)));
        assertThat(telegram.asked("deletewebhook")).hasSize(1);
    }

    @Test
    void a_webhook_that_somebody_has_set_is_removed() {
        pollsAnswered(Reply.refused(409, "Conflict: can't use getUpdates method while webhook is active"));

        poller.start();

        await().until(() -> telegram.asked("getupdates").size() == 2);
        assertThat(telegram.asked("deletewebhook")).hasSize(2);
    }

    @Test
    void telegram_is_given_the_time_that_it_asks_for() {
        pollsAnswered(Reply.refused(429, "Too Many Requests: retry after 17", "{\"retry_after\":17}"));

        poller.start();

        await().until(() -> telegram.asked("getupdates").size() == 2);
        assertThat(pauses).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void failures_of_telegram_are_waited_out_longer_and_longer() {
        pollsAnswered(
                new Reply(502, "<html>"),
                Reply.refused(500, "Internal Server Error"),
                new Reply(200, "{\"ok\":true,"),
                Reply.done("[{\"no_id\":1}]"),
                Reply.done(UPDATES));

        poller.start();

        await().until(() -> offsets().contains(43L));
        assertThat(pauses)
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(fresh.context().fetchCount(INBOX)).isEqualTo(2);
    }

    @Test
    void closing_breaks_off_a_poll_that_is_under_way() {
        telegram.answer(this::holding);
        poller.start();
        await().until(() -> !telegram.asked("getupdates").isEmpty());

        poller.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("poller"))
                .noneMatch(Thread::isAlive);
    }

    @Test
    void after_two_minutes_of_silence_polling_is_not_worthwhile_and_well_only_when_telegram_has_been_heard_again() {
        telegram.answer(asked -> asked.method().equals("getupdates") ? new Reply(502, "") : null);
        var polling = new Polling(this::makePoller, now::get);
        polling.begin();
        var isWorthwhileAtFirst = polling.isWorthwhile();
        var atFirst = polling.trouble();
        now.addAndGet(Duration.ofSeconds(121).toNanos());
        var isWorthwhileAfterSilence = polling.isWorthwhile();
        var afterSilence = polling.trouble();

        polling.end();
        var aside = polling.trouble();
        polling.begin();
        var begunAgain = polling.trouble();
        pollsAnswered(Reply.done(UPDATES));

        await().until(() -> polling.trouble().isEmpty());
        assertThat(isWorthwhileAtFirst).isTrue();
        assertThat(atFirst).isEmpty();
        assertThat(isWorthwhileAfterSilence).isFalse();
        assertThat(List.of(afterSilence, aside, begunAgain))
                .containsOnly(Optional.of("Telegram has not been heard from for two minutes."));
        assertThat(made).hasSize(3);
    }

    @Test
    void one_that_ended_in_silence_is_well_when_others_have_been_asking_for_half_a_minute() {
        var polling = new Polling(this::makePoller, now::get);
        polling.begin();
        now.addAndGet(Duration.ofSeconds(121).toNanos());
        polling.end();
        var atFirst = polling.trouble();

        now.addAndGet(Duration.ofSeconds(31).toNanos());

        assertThat(atFirst).isPresent();
        assertThat(polling.trouble()).isEmpty();
        assertThat(polling.isWorthwhile()).isTrue();
    }

    /// Answers the first polls with these, and holds those that follow.
    private void pollsAnswered(Reply... replies) {
        var next = new ConcurrentLinkedQueue<>(List.of(replies));
        telegram.answer(asked -> {
            if (!asked.method().equals("getupdates")) {
                return null;
            }
            var reply = next.poll();
            return reply == null ? holding(asked) : reply;
        });
    }

    private @Nullable Reply holding(Asked asked) throws InterruptedException {
        if (asked.method().equals("getupdates")) {
            new CountDownLatch(1).await();
        }
        return null;
    }

    private void pause(Duration length) throws InterruptedException {
        pauses.add(length);
        Thread.sleep(1);
    }

    private List<Long> offsets() {
        return telegram.asked("getupdates").stream().map(PollerTest::offset).toList();
    }

    private static long offset(Asked asked) {
        return asked.body().path("offset").asLong();
    }
}
