package id.laporpustaka.export;

import static id.laporpustaka.db.generated.Tables.MEDIA;
import static org.jooq.impl.DSL.any;

import id.laporpustaka.submission.media.MediaStore;
import java.io.FileNotFoundException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/// The photos that have been fetched and cleaned.
public final class StoredPhotos implements PhotoSource {
    private final DSLContext db;
    private final MediaStore store;

    /// @param db for queries outside any transaction
    public StoredPhotos(DSLContext db, MediaStore store) {
        this.db = db;
        this.store = store;
    }

    @Override
    public Map<String, Photo> findAll(Collection<String> uniqueIds) {
        var photos = new HashMap<String, Photo>();
        db.select(MEDIA.UNIQUE_ID, MEDIA.STORE_KEY)
                .from(MEDIA)
                .where(MEDIA.UNIQUE_ID.eq(any(uniqueIds.toArray(String[]::new))))
                .and(MEDIA.STORE_KEY.isNotNull())
                .and(MEDIA.WIDTH.isNotNull())
                .forEach(row -> {
                    var key = row.value2();
                    photos.put(
                            row.value1(),
                            () -> store.open(key)
                                    .orElseThrow(() -> new FileNotFoundException("No object " + key))
                                    .bytes());
                });
        return photos;
    }
}
