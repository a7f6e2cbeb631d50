package id.laporpustaka.submission.media;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.submission.MediaSource.Fetched;
import id.laporpustaka.submission.MediaUnavailable;
import id.laporpustaka.submission.media.MediaQueue.Claimed;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches the files that [Media] wants, checks them, makes pictures harmless and puts everything into the
/// store.
///
/// A few threads, in any number of processes. What one was at when it died is done by another when its lease is
/// over; a file may then be put into the store twice, in the same place, and is settled once.
public final class MediaFetcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaFetcher.class);
    private static final int WORKERS = 2;
    /// Longer than a slow download with all its tries.
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final Duration LAST_FILES = Duration.ofSeconds(3);

    private final Database database;
    private final MediaSource source;
    private final MediaStore store;
    private final WakeUp bell;
    private final Listener listener;
    private final Duration lease;
    private final List<Thread> workers = new ArrayList<>();

    /// Is told what has become of a file.
    @FunctionalInterface
    public interface Listener {
        /// For who need not know.
        Listener NOBODY = (transaction, mediaId, reason) -> {};

        /// Called once for each file, in the transaction that settles it; what is thrown from here keeps it
        /// waiting.
        ///
        /// @param reason empty if the file is stored
        void onSettled(DSLContext transaction, long mediaId, Optional<MediaReason> reason);
    }

    /// Nothing is fetched before [#start].
    ///
    /// @param bell to be rung after a transaction in which files were wanted; they are noticed without it, but
    ///     later
    public MediaFetcher(Database database, MediaSource source, MediaStore store, WakeUp bell, Listener listener) {
        this(database, source, store, bell, listener, WORKERS, LEASE);
    }

    MediaFetcher(
            Database database,
            MediaSource source,
            MediaStore store,
            WakeUp bell,
            Listener listener,
            int workers,
            Duration lease) {
        this.database = database;
        this.source = source;
        this.store = store;
        this.bell = bell;
        this.listener = listener;
        this.lease = lease;
        for (var i = 0; i < workers; i++) {
            this.workers.add(Thread.ofPlatform().daemon().name("media-" + i).unstarted(this::workUntilInterrupted));
        }
    }

    public void start() {
        workers.forEach(Thread::start);
    }

    private void workUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (workOnce()) {
                    bell.ring(); // perhaps there is more, for the others
                } else {
                    bell.await(LOOK_EVERY);
                }
            } catch (InterruptedException _) {
                return;
            } catch (Throwable e) {
                LOG.error("Files could not be fetched; trying again", e);
                if (!slept()) {
                    return;
                }
            }
        }
    }

    private static boolean slept() {
        try {
            Thread.sleep(AFTER_TROUBLE);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    /// Fetches the file that has been due for longest; false if none is.
    boolean workOnce() throws InterruptedException {
        var claimed = new MediaQueue(database.context()).claim(lease);
        if (claimed.isEmpty()) {
            return false;
        }
        var file = claimed.get();
        try {
            process(file);
        } catch (InterruptedException | ClosedByInterruptException _) {
            giveBack(file);
            throw new InterruptedException();
        } catch (MediaUnavailable e) {
            LOG.warn("File {} can't be fetched now (try {}): {}", file.id(), file.tries(), e.getMessage());
            postponeOrGiveUp(file);
        } catch (IOException e) {
            LOG.error("File {} could not be stored (try {})", file.id(), file.tries(), e);
            var _ = new MediaQueue(database.context()).postpone(file);
        } catch (RuntimeException | Error e) {
            var _ = new MediaQueue(database.context()).postpone(file);
            throw e;
        }
        return true;
    }

    private void process(Claimed file) throws IOException, InterruptedException {
        var fetched = Files.createTempFile("lapor", "");
        var picture = Files.createTempFile("lapor", "");
        var thumbnail = Files.createTempFile("lapor", "");
        try {
            switch (source.fetch(file.fileId(), MediaSource.MOST_BYTES, fetched)) {
                case Fetched.Gone _ -> refuse(file, MediaReason.GONE);
                case Fetched.TooLarge() -> refuse(file, MediaReason.TOO_LARGE);
                case Fetched.Found(var size) when size == 0 -> refuse(file, MediaReason.EMPTY);
                case Fetched.Found _ -> keep(file, fetched, picture, thumbnail);
            }
        } finally {
            Files.deleteIfExists(fetched);
            Files.deleteIfExists(picture);
            Files.deleteIfExists(thumbnail);
        }
    }

    private void keep(Claimed file, Path fetched, Path picture, Path thumbnail)
            throws IOException, InterruptedException {
        var kind = FileSniffer.find(fetched);
        if (kind.isEmpty()) {
            refuse(file, MediaReason.UNWELCOME_TYPE);
        } else if (!kind.get().isPicture()) {
            store(file, kind.get(), fetched);
        } else {
            switch (Pictures.remake(fetched, kind.get(), picture, thumbnail)) {
                case Pictures.Outcome.Refused(var reason) -> refuse(file, reason);
                case Pictures.Outcome.Written(var made) -> storePicture(file, made, picture, thumbnail);
            }
        }
    }

    private void store(Claimed file, FileKind kind, Path fetched) throws IOException {
        var key = MediaKeys.file(file.id());
        store.put(key, fetched, kind.contentType());
        settle(file, new KeptFile.Content(key, kind.contentType(), Files.size(fetched), Optional.empty()));
    }

    private void storePicture(Claimed file, Pictures.Made made, Path picture, Path thumbnail) throws IOException {
        var key = MediaKeys.file(file.id());
        var thumbnailKey = MediaKeys.thumbnail(file.id());
        var type = FileKind.JPEG.contentType();
        store.put(key, picture, type);
        store.put(thumbnailKey, thumbnail, type);
        settle(
                file,
                new KeptFile.Content(
                        key,
                        type,
                        Files.size(picture),
                        Optional.of(new KeptFile.Picture(thumbnailKey, made.width(), made.height(), made.look()))));
    }

    private void settle(Claimed file, KeptFile.Content content) {
        database.useTransaction(db -> {
            var queue = new MediaQueue(db);
            if (queue.settle(file, content)) {
                listener.onSettled(db, file.id(), Optional.empty());
            } else if (queue.isForgotten(file)) {
                Leftovers.add(db, List.of(file.id()));
            }
        });
    }

    private void refuse(Claimed file, MediaReason reason) {
        database.useTransaction(db -> {
            if (new MediaQueue(db).settle(file, reason)) {
                LOG.info("File {} is not kept: {}", file.id(), reason);
                listener.onSettled(db, file.id(), Optional.of(reason));
            }
        });
    }

    private void postponeOrGiveUp(Claimed file) {
        var queue = new MediaQueue(database.context());
        if (queue.isHopeless(file)) {
            refuse(file, MediaReason.UNAVAILABLE);
        } else {
            var _ = queue.postpone(file);
        }
    }

    /// So that another worker need not wait for the end of the lease; if it fails, it will.
    private void giveBack(Claimed file) {
        var _ = Thread.interrupted(); // or there would be no connection
        try {
            var _ = new MediaQueue(database.context()).giveBack(file);
        } catch (RuntimeException e) {
            LOG.warn("File {} is fetched only after the end of its lease: {}", file.id(), e.toString());
        }
    }

    /// Takes no more files and lets go of those that are on the way.
    @Override
    public void close() {
        workers.forEach(Thread::interrupt);
        try {
            for (var worker : workers) {
                worker.join(LAST_FILES.toMillis()); // at once if it was never started
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
