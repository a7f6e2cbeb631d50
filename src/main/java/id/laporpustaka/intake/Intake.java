package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.conversation.Conversation;
import id.laporpustaka.db.Database;
import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.db.Reading;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.export.PhotoSource;
import id.laporpustaka.export.SheetImports;
import id.laporpustaka.outbox.SendQueue;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.summary.score.ReceiptScores;
import id.laporpustaka.texts.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Handles what is in the inbox: many chats at once, each chat's messages in order and one at a time.
///
/// What a batch changes commits in one transaction with the messages that it causes. If the batch fails, each
/// chat is tried alone, so that a message which cannot be handled spoils only its own chat; after three tries it
/// is set aside. Several of these may run side by side, in one process or in many.
public final class Intake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    /// Of two processors PostgreSQL needs one; and who waits for one worker is answered in a larger, cheaper batch.
    private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);
    /// So that a summary does not wait for a file that is slow to come.
    private static final int JOB_WORKERS = 2;
    private static final int MOST_TRIES = 3;
    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final PublishedForms forms;
    private final IntakeParts parts;
    private final CallbackAnswers answers;
    private final CommandMenus menus;
    private final Bells bells;
    private final IntakeCounts counts;
    private final Jobs jobs;
    private final List<Thread> threads = new ArrayList<>();

    /// What wakes up whom.
    ///
    /// @param inbox rung when something has been stored in the inbox
    /// @param outbox gets what is to be sent, or is rung by us when it waits in the database
    /// @param jobs rung by us when there is a job
    /// @param files rung by us when there is a file to be fetched
    public record Bells(WakeUp inbox, SendQueue outbox, WakeUp jobs, WakeUp files) {}

    public Intake(
            Database database,
            Reading reading,
            Inbox inbox,
            PublishedForms forms,
            MediaSource media,
            PhotoSource photos,
            Texts texts,
            UpdateParser parser,
            CallbackAnswers answers,
            CommandMenus menus,
            Bells bells,
            Clock clock,
            IntakeSettings settings,
            IntakeCounts counts) {
        var json = new ObjectMapper();
        var catalogue = new TriedForms(forms);
        var drafts = new DraftJson(json, catalogue);
        this.database = database;
        this.forms = forms;
        this.answers = answers;
        this.menus = menus;
        this.bells = bells;
        this.counts = counts;
        this.parts = new IntakeParts(
                new Conversation(),
                catalogue,
                texts,
                parser,
                new StateJson(json, drafts),
                drafts,
                new JobJson(json),
                new ReceiptScores(),
                new Secrets(),
                clock,
                settings);
        var imports = new SheetImports(database, texts, settings.botName());
        var sheets = new SheetWork(database, imports, media, clock, settings.defaultZone());
        this.jobs = new Jobs(
                database,
                reading,
                parts,
                new SummaryWork(forms, texts, settings.publicUrl()),
                new FormWork(database, forms, media, texts, sheets),
                sheets,
                new PrintWork(database, forms, texts, photos, settings.publicUrl()),
                inbox,
                bells.jobs());
    }

    /// Starts the workers; call it once.
    public void start() {
        for (var worker = 1; worker <= WORKERS; worker++) {
            threads.add(Thread.ofPlatform().daemon().name("intake-" + worker).start(() -> work(this::handle)));
        }
        for (var worker = 1; worker <= JOB_WORKERS; worker++) {
            threads.add(Thread.ofPlatform().daemon().name("jobs-" + worker).start(() -> work(jobs::run)));
        }
    }

    private interface Loop {
        void run() throws InterruptedException;
    }

    private static void work(Loop loop) {
        try {
            loop.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle() throws InterruptedException {
        var called = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                forms.refresh();
                var handled = called ? handleBatch(Claim.Waiting.SOMEBODY) : handleBatch();
                called = !handled && !called && bells.inbox().await(Duration.ofSeconds(1));
            } catch (RuntimeException | Error e) {
                LOG.warn("The inbox waits: {}", e.toString());
                Thread.sleep(Duration.ofSeconds(1));
            }
        }
    }

    /// Handles what waits; false when nothing does.
    boolean handleBatch() {
        var waiting = Claim.look(database.context());
        return !waiting.isNothing() && handleBatch(waiting);
    }

    private boolean handleBatch(Claim.Waiting waiting) {
        var claimed = new ArrayList<Claim.Lane>();
        AfterCommit after;
        var began = System.nanoTime();
        try {
            after = database.inTransaction(db -> {
                claimed.addAll(Claim.take(db, waiting));
                if (claimed.size() > 1 && claimed.stream().anyMatch(lane -> lane.tries() > 0)) {
                    throw new Suspect();
                }
                return run(db, claimed);
            });
        } catch (RuntimeException | Error e) {
            if (claimed.isEmpty() || Failures.isPassing(e)) {
                throw e;
            }
            handleOneByOne(claimed);
            return true;
        }
        finish(after, began);
        return !claimed.isEmpty();
    }

    /// Does a job; false when none waits.
    boolean handleJob() throws InterruptedException {
        return jobs.performNext();
    }

    private AfterCommit run(DSLContext db, List<Claim.Lane> lanes) {
        return lanes.isEmpty()
                ? AfterCommit.nothing()
                : new Batch(db, parts, answers::expect, bells.outbox().hasRoom()).run(lanes);
    }

    /// A chat of the batch failed before; each is to be handled alone.
    private static final class Suspect extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// What goes wrong with one chat does not keep the others waiting.
    private void handleOneByOne(List<Claim.Lane> lanes) {
        RuntimeException passing = null;
        for (var lane : lanes) {
            try {
                handleAlone(lane.chatId());
            } catch (RuntimeException e) {
                passing = e;
            }
        }
        if (passing != null) {
            throw passing;
        }
    }

    private void handleAlone(long chatId) {
        var tries = countTry(chatId, 1);
        var tried = new ArrayList<Claim.Lane>();
        AfterCommit after;
        var began = System.nanoTime();
        try {
            after = database.inTransaction(db -> {
                tried.addAll(Claim.takeOne(db, chatId));
                return run(db, tried);
            });
        } catch (RuntimeException | Error e) {
            if (Failures.isPassing(e)) {
                countTry(chatId, -1);
                throw e;
            }
            LOG.error("A message has failed {} times; the {}th time it is set aside", tries, MOST_TRIES, e);
            if (tries >= MOST_TRIES && !tried.isEmpty()) {
                setAside(chatId, tried.getFirst().rows().getFirst().position(), e);
            }
            return;
        }
        if (tried.isEmpty()) {
            countTry(chatId, -1);
        }
        finish(after, began);
    }

    private void finish(AfterCommit after, long began) {
        after.run(answers, menus, bells, began);
        after.done().tell(counts, parts.clock().instant());
    }

    /// Commits by itself, so that a message which ends the process has been counted too.
    private int countTry(long chatId, int by) {
        return database.inTransaction(db -> db.update(CHAT)
                .set(CHAT.TRIES, greatest(CHAT.TRIES.plus(by), inline((short) 0)))
                .set(CHAT.TRIED_AT, DatabaseClock.now())
                .where(CHAT.ID.eq(chatId))
                .returningResult(CHAT.TRIES)
                .fetchSingle()
                .value1());
    }

    /// Does nothing if another worker has set the message aside meanwhile.
    private void setAside(long chatId, long position, Throwable failure) {
        var done = database.inTransaction(db -> {
            var isOurs = false;
            for (var lane : Claim.takeOne(db, chatId)) {
                if (lane.rows().getFirst().position() != position) {
                    continue;
                }
                var reason = failure.toString().replace("\0", "");
                db.update(INBOX)
                        .set(INBOX.HANDLED_AT, DatabaseClock.now())
                        .set(INBOX.SET_ASIDE_BECAUSE, reason.substring(0, Math.min(LONGEST_REASON, reason.length())))
                        .where(INBOX.POSITION.eq(position))
                        .execute();
                new Apology(db, parts).say(lane);
                isOurs = true;
            }
            return isOurs;
        });
        if (done) {
            counts.setAside();
        }
        bells.outbox().ring();
    }

    /// Ends the workers; what they were about is rolled back and handled at the next start.
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(Duration.ofSeconds(2));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        jobs.close();
    }
}
