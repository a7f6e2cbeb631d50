package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.JOB;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.conversation.BoardAnswer;
import id.laporpustaka.conversation.BoardRequest;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.JobResult;
import id.laporpustaka.conversation.JoinRequest;
import id.laporpustaka.conversation.ScoreAnswer;
import id.laporpustaka.db.Database;
import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.db.Reading;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.People;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does the work that is too long for the conversation's transaction, and sends the result down the chat's lane.
final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    /// After a crash a person waits for as long; what takes longer is kept.
    private static final Duration LEASE = Duration.ofSeconds(12);

    private static final Duration KEEP_EVERY = LEASE.dividedBy(4);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final short MOST_TRIES = 3;

    private final Database database;
    private final Reading reading;
    private final JobJson json;
    private final SummaryWork summaries;
    private final FormWork forms;
    private final SheetWork sheets;
    private final PrintWork printing;
    private final FormCatalogue catalogue;
    private final Clock clock;
    private final PrivacyWork privacy;
    private final ExportWork exports;
    private final DigestWork digests;
    private final IntakeSettings settings;
    private final Inbox inbox;
    private final WakeUp bell;
    private final Patience patience = new Patience();
    private final ScheduledExecutorService keeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-leases").factory());

    Jobs(
            Database database,
            Reading reading,
            IntakeParts parts,
            SummaryWork summaries,
            FormWork forms,
            SheetWork sheets,
            PrintWork printing,
            Inbox inbox,
            WakeUp bell) {
        this.database = database;
        this.reading = reading;
        this.json = parts.jobs();
        this.clock = parts.clock();
        this.catalogue = parts.forms();
        this.privacy = new PrivacyWork(database, parts.clock());
        this.digests = new DigestWork(parts.clock());
        this.settings = parts.settings();
        this.exports = new ExportWork(database, parts.settings().publicUrl());
        this.summaries = summaries;
        this.forms = forms;
        this.sheets = sheets;
        this.printing = printing;
        this.inbox = inbox;
        this.bell = bell;
    }

    /// Call it when nothing is being done any more.
    @Override
    public void close() {
        patience.close();
        keeping.shutdownNow();
    }

    private record Due(long id, long chatId, OptionalInt thread, String body, short tries) {}

    /// Works until it is interrupted.
    void run() throws InterruptedException {
        while (true) {
            try {
                if (!performNext()) {
                    bell.await(Duration.ofSeconds(1));
                }
            } catch (RuntimeException | Error e) {
                LOG.warn("Jobs wait: {}", e.toString());
                bell.await(Duration.ofSeconds(2));
            }
        }
    }

    /// Does the job that has waited longest; false if none does.
    boolean performNext() throws InterruptedException {
        var due = claim();
        if (due.isPresent()) {
            perform(due.get());
        }
        return due.isPresent();
    }

    private Optional<Due> claim() {
        var next = select(JOB.ID)
                .from(JOB)
                .where(JOB.FINISHED_AT.isNull())
                .and(JOB.DUE_AT.le(DatabaseClock.now()))
                .orderBy(JOB.DUE_AT)
                .limit(1)
                .forUpdate()
                .skipLocked();
        return database.context()
                .update(JOB)
                .set(JOB.DUE_AT, DatabaseClock.after(LEASE))
                .set(JOB.TRIES, JOB.TRIES.plus(1))
                .where(JOB.ID.eq(next))
                .returningResult(JOB.ID, JOB.CHAT_ID, JOB.THREAD_ID, JOB.BODY, JOB.TRIES)
                .fetchOptional(row -> new Due(
                        row.get(JOB.ID),
                        row.get(JOB.CHAT_ID),
                        Optional.ofNullable(row.get(JOB.THREAD_ID))
                                .map(OptionalInt::of)
                                .orElseGet(OptionalInt::empty),
                        row.get(JOB.BODY),
                        row.get(JOB.TRIES)));
    }

    /// A result is stored under the job's id, so doing a job twice brings one result.
    private void perform(Due due) throws InterruptedException {
        Job job;
        try {
            job = json.read(due.body());
        } catch (RuntimeException e) {
            LOG.error("Job {} cannot be read", due.id(), e);
            finish(due);
            return;
        }
        JobResult result;
        var every = KEEP_EVERY.toMillis();
        var kept = keeping.scheduleWithFixedDelay(() -> keep(due), every, every, TimeUnit.MILLISECONDS);
        try {
            result = resultInTime(job, due);
        } catch (RuntimeException | Error e) {
            if (due.tries() < MOST_TRIES) {
                postpone(due);
                throw e;
            }
            LOG.error("Job {} has failed", due.id(), e);
            result = new JobResult.Failed(JobJson.keptCard(job));
        } finally {
            kept.cancel(false);
        }
        inbox.store(List.of(
                new RawUpdate(JobJson.OURSELVES, due.id(), due.chatId(), json.write(job, result, due.thread()))));
        finish(due);
    }

    private void keep(Due due) {
        try {
            database.context()
                    .update(JOB)
                    .set(JOB.DUE_AT, DatabaseClock.after(LEASE))
                    .where(JOB.ID.eq(due.id()))
                    .execute();
        } catch (RuntimeException e) {
            LOG.warn("Job {} could not be kept: {}", due.id(), e.toString());
        }
    }

    /// Who waits for long is told so, which comes before the result.
    private JobResult resultInTime(Job job, Due due) throws InterruptedException {
        if (job instanceof Job.Counted counted && counted.isTold()) {
            try (var _ = patience.begin(() -> tellCounting(counted, due))) {
                return result(job, due.chatId());
            }
        }
        return result(job, due.chatId());
    }

    /// Under a number of its own, which no other job's result has.
    private void tellCounting(Job.Counted job, Due due) {
        var told = json.write(job, new JobResult.StillCounting(job), due.thread());
        inbox.store(List.of(new RawUpdate(JobJson.OURSELVES, -due.id(), due.chatId(), told)));
    }

    private void finish(Due due) {
        database.context()
                .update(JOB)
                .set(JOB.FINISHED_AT, DatabaseClock.now())
                .where(JOB.ID.eq(due.id()))
                .execute();
    }

    private void postpone(Due due) {
        database.context()
                .update(JOB)
                .set(JOB.DUE_AT, DatabaseClock.after(PAUSE))
                .where(JOB.ID.eq(due.id()))
                .execute();
    }

    private JobResult result(Job job, long chatId) throws InterruptedException {
        return switch (job) {
            case Job.OfBoard asked -> new JobResult.BoardDone(asked, answer(asked));
            case Job.TellNudge asked -> board(database.context()).tell(asked);
            case Job.RemindOfDrafts _ -> new JobResult.DraftsAreWaiting();
            case Job.Remind(var _, var kind, var period) -> new JobResult.ReminderIsDue(kind, period);
            case Job.MakeDigest asked -> new JobResult.DigestMade(digests.make(reading, asked));
            case Job.MakeGroupDigest asked -> new JobResult.GroupDigestMade(digests.make(reading, asked, chatId));
            case Job.RefreshReceipt(var _, var number) -> new JobResult.ReceiptIsOld(number);
            case Job.TellLostFile(var _, var number, var reason) -> new JobResult.FileIsLost(number, reason);
            case Job.TellWebhookPaused(var _, var host) -> new JobResult.WebhookIsPaused(host);
            case Job.PrintReport asked -> new JobResult.Printed(asked.language(), printing.print(asked));
            case Job.PrintBook asked -> new JobResult.Printed(asked.language(), printing.print(asked));
            case Job.TellReview(var _, var number, var revision) -> new JobResult.ReviewIsNews(number, revision);
            case Job.OwnData asked -> new JobResult.OwnDataDone(asked, privacy.perform(asked));
            case Job.ChangeDirectory asked ->
                database.inTransaction(db -> new Registers(db, clock.instant()).change(asked));
            case Job.Invite asked ->
                new JobResult.Invited(database.inTransaction(db ->
                        new InviteWork(db, clock.instant()).invite(asked, settings.botName(), settings.defaultZone())));
            case Job.ShowJoiner(var _, var membership) -> new JobResult.JoinerShown(joiner(membership));
            case Job.TellDecision(var _, var membership) -> new JobResult.DecisionTold(joiner(membership));
            case Job.PassOn asked -> new JobResult.PassedOn(asked, joiner(asked.membership()));
            case Job.Score asked -> new JobResult.Scored(asked, answer(asked));
            case Job.OfExport asked -> new JobResult.ExportAnswered(asked, exports.perform(asked));
            case Job.Summarise asked -> summaries.summarise(reading, asked, chatId, clock.instant());
            case Job.OfSheet asked -> sheets.perform(asked);
            case Job.CheckForm asked -> forms.check(asked);
            case Job.PublishForm asked -> forms.publish(asked);
            case Job.ExportForm asked -> forms.export(asked);
            case Job.OfferForm asked -> forms.offer(asked);
        };
    }

    /// What is only shown need not come from the database itself.
    private BoardAnswer answer(Job.OfBoard asked) {
        var actor = actor(asked.telegramId());
        if (actor.isPresent() && asked.request() instanceof BoardRequest.Show) {
            return reading.read(
                    actor.get().personId(), from -> board(from.context()).answer(actor.get(), asked));
        }
        return database.inTransaction(db -> board(db).answer(asked));
    }

    private ScoreAnswer answer(Job.Score asked) {
        return actor(asked.telegramId())
                .map(actor -> reading.read(
                        actor.personId(), from -> new ScoreWork(from.context(), asked, Optional.of(actor)).answer()))
                .orElseGet(() -> new ScoreWork(database.context(), asked, Optional.empty()).answer());
    }

    private Optional<Actor> actor(long telegramId) {
        return Optional.ofNullable(
                new People(database.context()).findActors(List.of(telegramId)).get(telegramId));
    }

    private BoardWork board(DSLContext db) {
        return new BoardWork(db, catalogue, clock.instant(), settings.defaultZone());
    }

    private Optional<JoinRequest> joiner(long membership) {
        return Joiners.find(database.context(), membership);
    }
}
