package id.laporpustaka.metrics;

import static id.laporpustaka.metrics.Backlog.Queue;

import com.zaxxer.hikari.HikariDataSource;
import id.laporpustaka.db.Database;
import id.laporpustaka.db.Reading;
import id.laporpustaka.intake.IntakeCounts;
import id.laporpustaka.outbox.SendCounts;
import id.laporpustaka.telegram.TelegramCounts;
import id.laporpustaka.web.RequestCounts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/// All figures of this process, and of what waits in the database that all processes share. Safe to use from all
/// threads.
///
/// No label has anything of a person: no ids, names, texts or addresses, only kinds that the program itself knows.
public final class Metrics implements AutoCloseable {
    static final String PREFIX = "laporpustaka.";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final CountedIntake intake = new CountedIntake(registry);
    private final CountedTelegram telegram = new CountedTelegram(registry);
    private final CountedSends sends = new CountedSends(registry);

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collector.bindTo(registry);
    }

    public IntakeCounts intake() {
        return intake;
    }

    public TelegramCounts telegram() {
        return telegram;
    }

    public SendCounts sends() {
        return sends;
    }

    /// Those of pages, the API and the webhook; of a route only once somebody has asked for it.
    public RequestCounts requests() {
        return (method, route, status, took) -> Timer.builder(PREFIX + "http.requests")
                .description("Requests by the pattern of their path")
                .tags("method", method, "route", route, "status", Integer.toString(status))
                .register(registry)
                .record(took);
    }

    /// Tells from now on what waits in the database, and how the pool of connections is.
    public void watch(Database database) {
        if (database.dataSource() instanceof HikariDataSource pool) {
            pool.setMetricRegistry(registry);
        }
        var backlog = new RecentBacklog(database, System::nanoTime);
        gauge("database.up", "Whether the database answers", Tags.empty(), backlog::answered);
        lanes("inbox", "updates", Map.of("interactive", Queue.INBOX_INTERACTIVE, "bulk", Queue.INBOX_BULK), backlog);
        lanes(
                "outbox",
                "messages",
                Map.of("interactive", Queue.OUTBOX_INTERACTIVE, "bulk", Queue.OUTBOX_BULK),
                backlog);
        gauge(
                "inbox.set.aside",
                "Updates that were set aside and wait for an admin to look at them",
                Tags.empty(),
                () -> backlog.count(Queue.INBOX_SET_ASIDE));
        gauge(
                "openrosa.set.aside",
                "Reports that the OpenRosa server refuses",
                Tags.empty(),
                () -> backlog.count(Queue.OPENROSA_SET_ASIDE));
        for (var queue : new Queue[] {Queue.JOBS, Queue.EXPORTS, Queue.FILES, Queue.WEBHOOKS, Queue.OPENROSA}) {
            gauge(
                    "queue.waiting",
                    "What waits to be done beside the conversations",
                    Tags.of("queue", label(queue)),
                    () -> backlog.count(queue));
        }
        for (var queue : new Queue[] {Queue.JOBS, Queue.EXPORTS, Queue.FILES}) {
            gauge(
                    "queue.oldest.seconds",
                    "For how long the first in line has been due; 0 if none is",
                    Tags.of("queue", label(queue)),
                    () -> backlog.oldestSeconds(queue));
        }
    }

    /// Tells from now on whether updates come in.
    public void watchTelegram(BooleanSupplier healthy) {
        gauge(
                "telegram.up",
                "Whether Telegram has been heard from in the last two minutes; by webhook always 1",
                Tags.empty(),
                () -> healthy.getAsBoolean() ? 1 : 0);
    }

    /// Tells from now on whether updates come in through this process.
    public void watchLeading(BooleanSupplier leads) {
        gauge(
                "telegram.leads",
                "Whether updates come in through this process: of those that poll one, by webhook all",
                Tags.empty(),
                () -> leads.getAsBoolean() ? 1 : 0);
    }

    /// Tells from now on how often which database was read for what is only shown.
    public void watchReads(Reading reading) {
        reads("replica", reading, Reading.Counts::fromReplica);
        reads("database_for_own_change", reading, Reading.Counts::tooEarly);
        reads("database_for_replica_away", reading, Reading.Counts::away);
        reads("database_for_replica_broken", reading, Reading.Counts::broken);
    }

    private void reads(String from, Reading reading, ToLongFunction<Reading.Counts> count) {
        FunctionCounter.builder(PREFIX + "reads", reading, it -> count.applyAsLong(it.counts()))
                .description("What was read to be shown where there is a replica, by where it was read and why")
                .tag("from", from)
                .register(registry);
    }

    private void lanes(String place, String what, Map<String, Queue> lanes, RecentBacklog backlog) {
        lanes.forEach((lane, queue) -> {
            var tags = Tags.of("lane", lane);
            gauge(place + "." + what, "How much waits here", tags, () -> backlog.count(queue));
            gauge(
                    place + ".oldest.seconds",
                    "How long the first in line has waited, of messages since it has been due; 0 if none is",
                    tags,
                    () -> backlog.oldestSeconds(queue));
        });
    }

    private void gauge(String name, String description, Tags tags, Supplier<Number> value) {
        Gauge.builder(PREFIX + name, value).description(description).tags(tags).register(registry);
    }

    /// Everything, in Prometheus' text format 0.0.4.
    public String scrape() {
        return registry.scrape();
    }

    static String label(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }
}
