package id.laporpustaka.metrics;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.JOB;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.outbox.SendCounts;
import id.laporpustaka.telegram.TelegramCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MetricsTest {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Test
    void every_kind_and_outcome_is_there_before_it_happens() {
        try (var metrics = new Metrics()) {
            var figures = Figures.read(metrics.scrape());

            for (var kind : TelegramCounts.Kind.values()) {
                assertThat(figures.sum("laporpustaka_updates_received_total", "kind", Metrics.label(kind)))
                        .isZero();
            }
            for (var outcome : SendCounts.Outcome.values()) {
                assertThat(figures.sum("laporpustaka_sends_total", "outcome", Metrics.label(outcome)))
                        .isZero();
            }
            assertThat(figures.sum("laporpustaka_updates_set_aside_total")).isZero();
        }
    }

    @Test
    void what_is_told_is_counted() {
        try (var metrics = new Metrics()) {
            metrics.intake().handled(7, 5);
            metrics.intake().answered(Duration.ofMillis(1_500));
            metrics.intake().setAside();
            metrics.telegram().called("sendphoto", TelegramCounts.Result.RATE_LIMITED, Duration.ofMillis(70));
            metrics.requests().answered("GET", "/aset/{version}/{name}", 200, Duration.ofMillis(3));

            var figures = Figures.read(metrics.scrape());

            assertThat(figures.sum("laporpustaka_updates_handled_total")).isEqualTo(7);
            assertThat(figures.sum("laporpustaka_transaction_steps_sum")).isEqualTo(5);
            assertThat(figures.sum("laporpustaka_answer_seconds_sum")).isEqualTo(1.5);
            assertThat(figures.sum("laporpustaka_answer_seconds_bucket", "le", "1.0"))
                    .isZero();
            assertThat(figures.sum("laporpustaka_answer_seconds_bucket", "le", "2.0"))
                    .isEqualTo(1);
            assertThat(figures.sum("laporpustaka_updates_set_aside_total")).isEqualTo(1);
            assertThat(figures.sum(
                            "laporpustaka_telegram_calls_seconds_bucket",
                            "method",
                            "sendphoto",
                            "result",
                            "rate_limited",
                            "le",
                            "0.1"))
                    .isEqualTo(1);
            assertThat(figures.sum("laporpustaka_http_requests_seconds_count", "route", "/aset/{version}/{name}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void what_waits_is_counted_by_lane_with_its_age_and_not_more_often_than_every_five_seconds() {
        var now = new AtomicLong();
        var backlog = new RecentBacklog(fresh.database(), now::get);
        assertThat(backlog.count(Backlog.Queue.INBOX_INTERACTIVE)).isZero();
        assertThat(backlog.oldestSeconds(Backlog.Queue.INBOX_INTERACTIVE)).isZero();
        fill();

        now.addAndGet(Duration.ofMillis(4_900).toNanos());
        assertThat(backlog.count(Backlog.Queue.INBOX_INTERACTIVE)).isZero();
        now.addAndGet(Duration.ofMillis(100).toNanos());

        assertThat(backlog.answered()).isEqualTo(1);
        assertThat(backlog.count(Backlog.Queue.INBOX_INTERACTIVE)).isEqualTo(2);
        assertThat(backlog.oldestSeconds(Backlog.Queue.INBOX_INTERACTIVE)).isCloseTo(90, within(10.0));
        assertThat(backlog.count(Backlog.Queue.INBOX_BULK)).isEqualTo(1);
        assertThat(backlog.count(Backlog.Queue.OUTBOX_INTERACTIVE)).isEqualTo(1);
        assertThat(backlog.oldestSeconds(Backlog.Queue.OUTBOX_INTERACTIVE)).isCloseTo(30, within(10.0));
        assertThat(backlog.count(Backlog.Queue.JOBS)).isEqualTo(1);
        assertThat(backlog.oldestSeconds(Backlog.Queue.JOBS)).isZero();
        assertThat(backlog.count(Backlog.Queue.WEBHOOKS)).isZero();
    }

    private void fill() {
        var db = fresh.context();
        var now = Instant.now();
        db.insertInto(CHAT, CHAT.ID).values(7L).execute();
        db.insertInto(INBOX, INBOX.BOT_ID, INBOX.UPDATE_ID, INBOX.CHAT_ID, INBOX.RECEIVED_AT, INBOX.BULK)
                .values(1L, 1L, 7L, now.minusSeconds(90), false)
                .values(1L, 2L, 7L, now.minusSeconds(10), false)
                .values(1L, 3L, 7L, now, true)
                .execute();
        db.insertInto(OUTBOX, OUTBOX.CHAT_ID, OUTBOX.CARD, OUTBOX.EDIT, OUTBOX.DUE_AT)
                .values(7L, 1, false, now.minusSeconds(30))
                .execute();
        db.insertInto(JOB, JOB.CHAT_ID, JOB.BODY, JOB.DUE_AT)
                .values(7L, "{}", now.plusSeconds(600))
                .execute();
    }

    @Test
    void without_the_database_what_waits_is_not_known_and_the_rest_is_told() {
        try (var metrics = new Metrics()) {
            metrics.watch(fresh.database());
            fresh.database().close();

            var figures = Figures.read(metrics.scrape());

            assertThat(figures.sum("laporpustaka_database_up")).isZero();
            assertThat(figures.sum("laporpustaka_inbox_updates", "lane", "bulk"))
                    .isNaN();
            assertThat(figures.sum("laporpustaka_updates_handled_total")).isZero();
        }
    }

    @Test
    void while_all_connections_are_in_use_the_figures_still_come_within_prometheus_patience() throws Exception {
        try (var busy = Database.open(fresh.address(), 2);
                var metrics = new Metrics()) {
            metrics.watch(busy);
            try (var _ = busy.dataSource().getConnection();
                    var _ = busy.dataSource().getConnection()) {
                var began = System.nanoTime();

                var figures = Figures.read(metrics.scrape());

                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(9));
                assertThat(figures.sum("laporpustaka_database_up")).isZero();
                assertThat(busy.trouble()).contains("All 2 connections are in use.");
            }
            assertThat(busy.trouble()).isEmpty();
        }
    }
}
