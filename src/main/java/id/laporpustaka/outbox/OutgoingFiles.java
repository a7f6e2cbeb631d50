package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.db.generated.Tables.OUTGOING_FILE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Where files lie until the messages that bring them have been sent.
public final class OutgoingFiles {
    private final DSLContext db;

    public OutgoingFiles(DSLContext db) {
        this.db = db;
    }

    /// Keeps a file, to be named by messages. What no message ever names is deleted after a month.
    ///
    /// @return its id, for [OutgoingMessage.Attached]
    public long add(OutgoingFile file) {
        return db.insertInto(OUTGOING_FILE)
                .set(OUTGOING_FILE.NAME, file.name())
                .set(OUTGOING_FILE.CONTENT_TYPE, file.contentType())
                .set(OUTGOING_FILE.BYTES, file.bytes())
                .returningResult(OUTGOING_FILE.ID)
                .fetchSingle()
                .value1();
    }

    /// Names a file that lies in the store of files, which must keep it until it has been sent.
    ///
    /// @param size in bytes, as in [OutgoingFile]
    /// @return its id, for [OutgoingMessage.Attached]
    public long addKept(String name, String contentType, long size, String storeKey) {
        return db.insertInto(OUTGOING_FILE)
                .set(OUTGOING_FILE.NAME, name)
                .set(OUTGOING_FILE.CONTENT_TYPE, contentType)
                .set(OUTGOING_FILE.SIZE, size)
                .set(OUTGOING_FILE.STORE_KEY, storeKey)
                .returningResult(OUTGOING_FILE.ID)
                .fetchSingle()
                .value1();
    }

    Optional<FileToSend> find(long id, FileToSend.Store store) {
        return db.select(
                        OUTGOING_FILE.NAME,
                        OUTGOING_FILE.CONTENT_TYPE,
                        OUTGOING_FILE.BYTES,
                        OUTGOING_FILE.SIZE,
                        OUTGOING_FILE.STORE_KEY)
                .from(OUTGOING_FILE)
                .where(OUTGOING_FILE.ID.eq(id))
                .fetchOptional(row -> {
                    var key = row.value5();
                    var bytes = row.value3();
                    return key == null
                            ? new FileToSend(
                                    row.value1(), row.value2(), bytes.length, () -> new ByteArrayInputStream(bytes))
                            : new FileToSend(row.value1(), row.value2(), row.value4(), () -> store.open(key));
                });
    }

    /// Deletes those of these files that no message has any more.
    public void deleteUnused(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            delete(OUTGOING_FILE.ID.eq(any(ids.toArray(Long[]::new))));
        }
    }

    /// Deletes files that were made for a message which never came.
    public void deleteUnusedSince(Instant before) {
        delete(OUTGOING_FILE.CREATED_AT.lt(before));
    }

    private void delete(Condition which) {
        db.deleteFrom(OUTGOING_FILE)
                .where(which)
                .and(notExists(selectOne().from(OUTBOX).where(OUTBOX.FILE.eq(OUTGOING_FILE.ID))))
                .execute();
    }
}
