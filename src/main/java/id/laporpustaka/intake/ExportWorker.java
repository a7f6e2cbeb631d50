package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.PERSON;

import id.laporpustaka.conversation.ExportStanding.Made;
import id.laporpustaka.conversation.ExportStanding.State;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.db.Database;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.export.ExportMaker;
import id.laporpustaka.export.ExportProgress;
import id.laporpustaka.export.Exports;
import id.laporpustaka.people.People;
import id.laporpustaka.submission.media.Leftovers;
import id.laporpustaka.submission.media.MediaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the files that people have asked for, one after the other in a thread of its own, so that neither the
/// conversation nor any other job waits for one. What a process that ends has begun is taken up by whoever runs next.
public final class ExportWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExportWorker.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration KEEP_EVERY = Duration.ofSeconds(1);

    /// A card is written over at most this often, and not at all for what is done sooner.
    private static final Duration TELL_EVERY = Duration.ofSeconds(3);

    private static final String KEY = "exports/";

    private final Database database;
    private final ExportMaker maker;
    private final MediaStore store;
    private final WakeUp jobs;
    private final Thread thread = Thread.ofPlatform().daemon().name("exports").unstarted(this::work);

    /// @param jobs rung by us when there is a job
    public ExportWorker(Database database, ExportMaker maker, MediaStore store, WakeUp jobs) {
        this.database = database;
        this.maker = maker;
        this.store = store;
        this.jobs = jobs;
    }

    /// Call it once.
    public void start() {
        thread.start();
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (!performNext()) {
                    Thread.sleep(LOOK_EVERY);
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.warn("Files wait: {}", e.toString());
                try {
                    Thread.sleep(PAUSE);
                } catch (InterruptedException _) {
                    return;
                }
            }
        }
    }

    /// Makes what has waited longest; false if nothing does.
    boolean performNext() throws InterruptedException {
        var due = database.inTransaction(db -> new Exports(db).claim());
        if (due.isPresent()) {
            perform(due.get());
        }
        return due.isPresent();
    }

    private void perform(Exports.Due due) throws InterruptedException {
        var exports = new Exports(database.context());
        try {
            TemporaryFile.use(file -> {
                make(due, file);
                return due;
            });
        } catch (ExportProgress.Cancelled _) {
            if (Thread.currentThread().isInterrupted()) {
                exports.giveBack(due.id(), Duration.ZERO, false);
                throw new InterruptedException();
            }
        } catch (RuntimeException | Error e) {
            if (Thread.interrupted()) {
                exports.giveBack(due.id(), Duration.ZERO, false);
                throw new InterruptedException();
            }
            if (due.last()) {
                LOG.error("File {} could not be made", due.id(), e);
                if (exports.notMade(due.id(), State.FAILED)) {
                    tell(due, false);
                }
            } else {
                LOG.warn("File {} could not be made yet: {}", due.id(), e.toString());
                exports.giveBack(due.id(), PAUSE, true);
            }
        }
    }

    private void make(Exports.Due due, Path file) throws IOException {
        var exports = new Exports(database.context());
        var actor = new People(database.context()).findActor(due.personId());
        if (actor.isEmpty()) {
            exports.notMade(due.id(), State.FAILED);
            return;
        }
        var made = maker.make(actor.get(), due.order(), new Progress(due), file);
        if (made.isEmpty()) {
            if (exports.notMade(due.id(), State.EMPTY)) {
                tell(due, false);
            }
            return;
        }
        var size = Files.size(file);
        var key = KEY + due.id();
        store.put(key, file, made.get().contentType());
        var content = new Exports.Content(
                made.get().name(),
                made.get().contentType(),
                size,
                key,
                made.get().madeFor());
        if (exports.made(due.id(), content, made.get().rows())) {
            tell(due, new Made(content.name(), size).canBeSent());
        } else {
            Leftovers.addKeys(database.context(), List.of(key));
        }
    }

    /// Nothing is told about what was asked for on the web, where it can be looked at.
    ///
    /// @param withFile whether the file comes along
    private void tell(Exports.Due due, boolean withFile) {
        if (due.card().isEmpty()) {
            return;
        }
        database.useTransaction(db -> {
            var told = new ArrayList<Job>();
            db.select(PERSON.TELEGRAM_ID)
                    .from(PERSON)
                    .where(PERSON.ID.eq(due.personId()))
                    .and(PERSON.TELEGRAM_ID.isNotNull())
                    .forEach(person -> {
                        told.add(new Job.TellExport(person.value1(), due.id()));
                        if (withFile) {
                            told.add(new Job.SendExport(person.value1(), due.id()));
                        }
                    });
            new JobLane(db).addAll(told);
        });
        jobs.ring();
    }

    private final class Progress implements ExportProgress {
        private final Exports.Due due;
        private int done;
        private int total;
        private long kept = System.nanoTime();
        private long told = kept;

        Progress(Exports.Due due) {
            this.due = due;
        }

        @Override
        public void begun(int all) {
            total = all;
            keep();
        }

        @Override
        public void done(int more) {
            done += more;
            var now = System.nanoTime();
            if (Thread.currentThread().isInterrupted()) {
                throw new Cancelled();
            }
            if (now - kept < KEEP_EVERY.toNanos()) {
                return;
            }
            kept = now;
            keep();
            if (now - told >= TELL_EVERY.toNanos()) {
                told = now;
                tell(due, false);
            }
        }

        private void keep() {
            if (!new Exports(database.context()).keep(due.id(), done, total)) {
                throw new Cancelled();
            }
        }
    }

    /// Ends the work; what is being made is given back.
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(2).toMillis()); // at once if it was never started
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
