package id.laporpustaka.relay;

import id.laporpustaka.db.Database;
import id.laporpustaka.intake.WebhookJobs;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Scope;
import id.laporpustaka.submission.ReportEvents;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells webhooks what happened, at least once, in the order in which it happened.
///
/// A webhook is one worker's at a time, in any number of processes; others go on meanwhile, so a slow or dead receiver
/// holds up no other. While a receiver as a whole does not answer, its webhook waits, longer and longer, and keeps its
/// order. A single event that it refuses is tried again later and lets the next ones pass. What a process was sending
/// when it died is sent again under the same `Webhook-Id`.
public final class WebhookSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final int WORKERS = 4;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final Duration WITHIN = Duration.ofSeconds(15);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(2);

    /// So that one webhook with much to tell does not keep a worker from the others.
    private static final int AT_ONCE = 100;

    private static final int REQUEST_TIMEOUT = 408;
    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Database database;
    private final Clock clock;
    private final String publicUrl;
    private final Posting posting;
    private final WebhookPauses pauses;
    private final Duration lease;
    private final List<Thread> workers = new ArrayList<>();

    /// Nothing is sent before [#start].
    ///
    /// @param publicUrl of the web pages, without a slash at the end
    /// @param isLocal whether everything is on one machine, for trying out
    public WebhookSender(Database database, Clock clock, String publicUrl, boolean isLocal) {
        this(database, clock, publicUrl, new Posting(isLocal, WITHIN), WebhookPauses.usual(), LEASE);
    }

    WebhookSender(
            Database database, Clock clock, String publicUrl, Posting posting, WebhookPauses pauses, Duration lease) {
        this.database = database;
        this.clock = clock;
        this.publicUrl = publicUrl;
        this.posting = posting;
        this.pauses = pauses;
        this.lease = lease;
        for (var i = 0; i < WORKERS; i++) {
            workers.add(Thread.ofPlatform().daemon().name("webhooks-" + i).unstarted(this::workUntilInterrupted));
        }
    }

    public void start() {
        workers.forEach(Thread::start);
    }

    private void workUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (!workOnce()) {
                    Thread.sleep(LOOK_EVERY);
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.error("Webhooks could not be told; trying again", e);
                try {
                    Thread.sleep(AFTER_TROUBLE);
                } catch (InterruptedException _) {
                    return;
                }
            }
        }
    }

    /// Tells one webhook what it is to be told now; false if none is.
    boolean workOnce() throws InterruptedException {
        var claims = new WebhookClaims(database.context());
        if (!claims.any()) {
            return false;
        }
        var events = new ReportEvents(database.context());
        events.sequence();
        var last = events.last();
        var claimed = claims.claim(last, lease, clock.instant());
        if (claimed.isEmpty()) {
            return false;
        }
        try {
            tell(claimed.get(), last);
        } finally {
            release(claimed.get());
        }
        return true;
    }

    private void release(WebhookClaims.Claimed claimed) {
        var isInterrupted = Thread.interrupted(); // or there would be no connection
        try {
            new WebhookClaims(database.context()).release(claimed);
        } catch (RuntimeException e) {
            LOG.warn("Webhook {} waits for the end of its lease: {}", claimed.id(), e.toString());
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(WebhookClaims.Claimed claimed, long last) throws InterruptedException {
        var scope = new People(database.context())
                .findActor(claimed.makerId())
                .map(maker -> Webhooks.scope(maker, claimed.regionCode()))
                .orElseGet(Scope::nothing);
        if (scope.isEmpty()) {
            pause(claimed, Webhook.Reason.RIGHTS);
            return;
        }
        take(claimed, scope, last);
        var claims = new WebhookClaims(database.context());
        claims.withhold(claimed, scope);
        for (var told = 0; told < AT_ONCE && claims.keep(claimed, lease); told++) {
            var next = claims.next(claimed);
            if (next.isEmpty() || !send(claimed, next.get())) {
                return;
            }
        }
    }

    private void take(WebhookClaims.Claimed claimed, Scope scope, long last) {
        if (claimed.position() >= last) {
            return;
        }
        database.useTransaction(db -> {
            var read = new ReportEvents(db).after(claimed.position(), scope, AT_ONCE);
            var upTo = read.size() < AT_ONCE
                    ? Math.max(last, read.isEmpty() ? 0 : read.getLast().position())
                    : read.getLast().position();
            new WebhookClaims(db).take(claimed, upTo, read, publicUrl);
        });
    }

    /// Sends one event; true if the next one may follow at once.
    private boolean send(WebhookClaims.Claimed claimed, WebhookClaims.Next next) throws InterruptedException {
        var began = System.nanoTime();
        var answer = posting.post(URI.create(claimed.url()), headers(claimed, next), next.body());
        var took = Duration.ofNanos(System.nanoTime() - began);
        var claims = new WebhookClaims(database.context());
        return switch (answer) {
            case Posting.Outcome.Answered(var status)
            when status >= 200 && status < 300 -> {
                database.useTransaction(db -> {
                    var own = new WebhookClaims(db);
                    own.record(
                            next,
                            new WebhookClaims.Tried(
                                    answer, took, Optional.of(WebhookDelivery.Outcome.DELIVERED), Optional.empty()));
                    own.worked(claimed);
                });
                yield true;
            }
            case Posting.Outcome.Answered(var status)
            when status == GONE -> {
                claims.record(next, failed(next, answer, took, true));
                pause(claimed, Webhook.Reason.GONE);
                yield false;
            }
            case Posting.Outcome.Answered(var status)
            when isAboutTheEvent(status) -> {
                claims.record(next, failed(next, answer, took, true));
                yield !isGivenUp(claimed, claims.failed(claimed, Optional.empty()));
            }
            case Posting.Outcome.Answered _, Posting.Outcome.Unanswered _ -> {
                claims.record(next, failed(next, answer, took, next.tries() + 1 >= pauses.aside()));
                var failures = claimed.failures() + 1;
                isGivenUp(claimed, claims.failed(claimed, Optional.of(pauses.after(failures))));
                yield false;
            }
        };
    }

    private WebhookClaims.Tried failed(
            WebhookClaims.Next next, Posting.Outcome answer, Duration took, boolean isAside) {
        var tries = next.tries() + 1;
        return pauses.isLast(tries)
                ? new WebhookClaims.Tried(answer, took, Optional.of(WebhookDelivery.Outcome.FAILED), Optional.empty())
                : new WebhookClaims.Tried(
                        answer, took, Optional.empty(), isAside ? Optional.of(pauses.after(tries)) : Optional.empty());
    }

    /// A receiver that answers with anything but trouble of its own means the event.
    private static boolean isAboutTheEvent(int status) {
        return status < 500 && status != REQUEST_TIMEOUT && status != TOO_MANY_REQUESTS;
    }

    private Map<String, String> headers(WebhookClaims.Claimed claimed, WebhookClaims.Next next) {
        var seconds = clock.instant().getEpochSecond();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "LaporPustaka-Webhook/1");
        headers.put("Webhook-Id", next.messageId());
        headers.put("Webhook-Timestamp", Long.toString(seconds));
        headers.put(
                "Webhook-Signature",
                claimed.secrets().stream()
                        .map(secret -> secret.sign(next.messageId(), seconds, next.body()))
                        .collect(Collectors.joining(" ")));
        return headers;
    }

    private boolean isGivenUp(WebhookClaims.Claimed claimed, Optional<Instant> failingSince) {
        var isLong = failingSince
                .filter(since -> since.isBefore(clock.instant().minus(pauses.givenUp())))
                .isPresent();
        if (isLong) {
            pause(claimed, Webhook.Reason.FAILING);
        }
        return isLong;
    }

    /// Its maker is told, in the same transaction.
    private void pause(WebhookClaims.Claimed claimed, Webhook.Reason reason) {
        LOG.warn("Webhook {} is paused: {}", claimed.id(), reason);
        database.useTransaction(db -> {
            if (Webhooks.pause(db, claimed.id(), reason)) {
                new WebhookJobs(db)
                        .tellPaused(claimed.makerId(), URI.create(claimed.url()).getHost());
            }
        });
    }

    /// Takes no more webhooks; what is being sent is sent again later if it has not arrived.
    @Override
    public void close() {
        workers.forEach(Thread::interrupt);
        try {
            for (var worker : workers) {
                worker.join(LAST_REQUESTS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
