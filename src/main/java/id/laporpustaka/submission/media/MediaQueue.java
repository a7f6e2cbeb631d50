package id.laporpustaka.submission.media;

import static id.laporpustaka.db.generated.Tables.MEDIA;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.db.DatabaseClock;
import java.time.Duration;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The files that are to be fetched, for workers of any number of processes.
///
/// A worker has a file for as long as its lease. Each claim counts a try, and only who has made the last one
/// changes what becomes of the file: a worker that comes too late changes nothing.
final class MediaQueue {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofDays(7);
    /// Who was switched off for a week has not tried for a week.
    private static final int FEWEST_TRIES = 20;

    private final DSLContext db;

    MediaQueue(DSLContext db) {
        this.db = db;
    }

    /// A file that a worker has.
    ///
    /// @param tries how many there were with this one
    record Claimed(long id, String fileId, short tries) {}

    /// The file that has been due for longest, if one is.
    Optional<Claimed> claim(Duration lease) {
        var next = select(MEDIA.ID)
                .from(MEDIA)
                .where(MEDIA.STATE.eq(MediaState.WAITING.stored()))
                .and(MEDIA.DUE_AT.le(DatabaseClock.now()))
                .orderBy(MEDIA.DUE_AT, MEDIA.ID)
                .limit(1)
                .forUpdate()
                .skipLocked();
        return db.update(MEDIA)
                .set(MEDIA.DUE_AT, DatabaseClock.after(lease))
                .set(MEDIA.TRIES, MEDIA.TRIES.plus(1))
                .where(MEDIA.ID.eq(next))
                .returningResult(MEDIA.ID, MEDIA.FILE_ID, MEDIA.TRIES)
                .fetchOptional(row -> new Claimed(row.value1(), row.value2(), row.value3()));
    }

    /// The rest of these methods say whether the file was still the worker's.
    boolean settle(Claimed file, KeptFile.Content content) {
        var update = db.update(MEDIA)
                .set(MEDIA.STATE, MediaState.STORED.stored())
                .set(MEDIA.CONTENT_TYPE, content.contentType())
                .set(MEDIA.SIZE, content.size())
                .set(MEDIA.STORE_KEY, content.key())
                .set(MEDIA.STORED_AT, DatabaseClock.now());
        var changed = content.picture()
                .map(picture -> update.set(MEDIA.THUMBNAIL_KEY, picture.thumbnailKey())
                        .set(MEDIA.WIDTH, picture.width())
                        .set(MEDIA.HEIGHT, picture.height())
                        .set(MEDIA.LOOK, picture.look()))
                .orElse(update);
        return changed.where(isStillOf(file)).execute() == 1;
    }

    boolean settle(Claimed file, MediaReason reason) {
        return db.update(MEDIA)
                        .set(MEDIA.STATE, reason.state().stored())
                        .set(MEDIA.REASON, reason.stored())
                        .where(isStillOf(file))
                        .execute()
                == 1;
    }

    boolean postpone(Claimed file) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(file.tries() - 1, 10));
        var pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return comeBack(file, pause);
    }

    /// As if the file had not been claimed: the worker ends.
    boolean giveBack(Claimed file) {
        return comeBack(file, Duration.ZERO);
    }

    private boolean comeBack(Claimed file, Duration pause) {
        return db.update(MEDIA)
                        .set(MEDIA.DUE_AT, DatabaseClock.after(pause))
                        .where(isStillOf(file))
                        .execute()
                == 1;
    }

    /// Whether a file has been tried in vain for so long that there is no more hope.
    boolean isHopeless(Claimed file) {
        return file.tries() >= FEWEST_TRIES
                && db.fetchExists(
                        MEDIA,
                        MEDIA.ID.eq(file.id()).and(MEDIA.CREATED_AT.lt(DatabaseClock.after(PATIENCE.negated()))));
    }

    /// Whether the row is gone, and with it every reason to keep anything.
    boolean isForgotten(Claimed file) {
        return !db.fetchExists(MEDIA, MEDIA.ID.eq(file.id()));
    }

    private static Condition isStillOf(Claimed file) {
        return MEDIA.ID
                .eq(file.id())
                .and(MEDIA.STATE.eq(MediaState.WAITING.stored()))
                .and(MEDIA.TRIES.eq(file.tries()));
    }
}
