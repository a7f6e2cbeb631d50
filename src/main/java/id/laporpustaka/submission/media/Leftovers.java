package id.laporpustaka.submission.media;

import static id.laporpustaka.db.generated.Tables.MEDIA_LEFTOVER;
import static org.jooq.impl.DSL.any;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Objects of the store that no row names any more. They are put down in the transaction that deletes the row,
/// deleted in the store after it, and only then forgotten: so none is left behind, and none is missing that is
/// still shown.
public final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final int AT_ONCE = 200;

    private final DSLContext db;
    private final MediaStore store;

    public Leftovers(DSLContext db, MediaStore store) {
        this.db = db;
        this.store = store;
    }

    static void add(DSLContext db, Collection<Long> mediaIds) {
        addKeys(
                db,
                mediaIds.stream()
                        .flatMap(id -> Stream.of(MediaKeys.file(id), MediaKeys.thumbnail(id)))
                        .toList());
    }

    /// In the transaction that deletes the rows which name these objects.
    public static void addKeys(DSLContext db, Collection<String> keys) {
        if (!keys.isEmpty()) {
            db.insertInto(MEDIA_LEFTOVER, MEDIA_LEFTOVER.STORE_KEY)
                    .valuesOfRows(keys.stream().map(DSL::row).toList())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /// Deletes them in the store. While it can't be reached they stay for the next time.
    public void delete() {
        for (var keys = next(""); !keys.isEmpty(); keys = next(keys.getLast())) {
            var gone = new ArrayList<String>();
            for (var key : keys) {
                try {
                    store.delete(key);
                    gone.add(key);
                } catch (IOException e) {
                    LOG.warn("{} of the media store could not be deleted yet: {}", key, e.toString());
                }
            }
            db.deleteFrom(MEDIA_LEFTOVER)
                    .where(MEDIA_LEFTOVER.STORE_KEY.eq(any(gone.toArray(String[]::new))))
                    .execute();
            if (gone.isEmpty()) {
                return;
            }
        }
    }

    private List<String> next(String after) {
        return db.select(MEDIA_LEFTOVER.STORE_KEY)
                .from(MEDIA_LEFTOVER)
                .where(MEDIA_LEFTOVER.STORE_KEY.gt(after))
                .orderBy(MEDIA_LEFTOVER.STORE_KEY)
                .limit(AT_ONCE)
                .fetch(MEDIA_LEFTOVER.STORE_KEY);
    }
}
