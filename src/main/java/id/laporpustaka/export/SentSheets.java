package id.laporpustaka.export;

import static id.laporpustaka.db.generated.Tables.LIBRARY_IMPORT;

import id.laporpustaka.outbox.OutgoingFiles;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The sheets of libraries that people have sent. A person has one open at most: a new one takes its place.
public final class SentSheets {
    private final DSLContext db;

    public SentSheets(DSLContext db) {
        this.db = db;
    }

    long add(long personId, String fileName, byte[] sheet, int rows, Instant now) {
        db.update(LIBRARY_IMPORT)
                .set(LIBRARY_IMPORT.STATUS, SentSheet.Status.CANCELLED.stored())
                .setNull(LIBRARY_IMPORT.SHEET)
                .where(LIBRARY_IMPORT.PERSON_ID.eq(personId))
                .and(LIBRARY_IMPORT.STATUS.in(SentSheet.Status.READ.stored(), SentSheet.Status.CHECKED.stored()))
                .execute();
        return db.insertInto(LIBRARY_IMPORT)
                .set(LIBRARY_IMPORT.PERSON_ID, personId)
                .set(LIBRARY_IMPORT.FILE_NAME, fileName)
                .set(LIBRARY_IMPORT.SHEET, sheet)
                .set(LIBRARY_IMPORT.STATUS, SentSheet.Status.READ.stored())
                .set(LIBRARY_IMPORT.ROW_COUNT, rows)
                .set(LIBRARY_IMPORT.CREATED_AT, now)
                .returningResult(LIBRARY_IMPORT.ID)
                .fetchSingle()
                .value1();
    }

    /// One of this person's.
    public Optional<SentSheet> find(long personId, long id) {
        return db.selectFrom(LIBRARY_IMPORT)
                .where(LIBRARY_IMPORT.ID.eq(id))
                .and(LIBRARY_IMPORT.PERSON_ID.eq(personId))
                .fetchOptional(SentSheets::sent);
    }

    /// The same, which nobody else changes before the transaction ends.
    Optional<SentSheet> lock(long personId, long id) {
        return db.selectFrom(LIBRARY_IMPORT)
                .where(LIBRARY_IMPORT.ID.eq(id))
                .and(LIBRARY_IMPORT.PERSON_ID.eq(personId))
                .forUpdate()
                .fetchOptional(SentSheets::sent);
    }

    /// What this person has sent last, unless they have given it up.
    public Optional<SentSheet> findLast(long personId) {
        return db.selectFrom(LIBRARY_IMPORT)
                .where(LIBRARY_IMPORT.PERSON_ID.eq(personId))
                .orderBy(LIBRARY_IMPORT.ID.desc())
                .limit(1)
                .fetchOptional(SentSheets::sent)
                .filter(sent -> sent.status() != SentSheet.Status.CANCELLED);
    }

    /// Empty once it is imported or given up.
    Optional<byte[]> findBytes(long id) {
        return db.select(LIBRARY_IMPORT.SHEET)
                .from(LIBRARY_IMPORT)
                .where(LIBRARY_IMPORT.ID.eq(id))
                .fetchOptional(LIBRARY_IMPORT.SHEET);
    }

    /// It may be imported now, unless it has been given up in the meantime.
    void checked(long id, int created, int existing, int wrong) {
        db.update(LIBRARY_IMPORT)
                .set(LIBRARY_IMPORT.STATUS, SentSheet.Status.CHECKED.stored())
                .set(LIBRARY_IMPORT.NEW_COUNT, created)
                .set(LIBRARY_IMPORT.EXISTING_COUNT, existing)
                .set(LIBRARY_IMPORT.WRONG_COUNT, wrong)
                .where(LIBRARY_IMPORT.ID.eq(id))
                .and(LIBRARY_IMPORT.SHEET.isNotNull())
                .execute();
    }

    /// Its sender wants it imported; nothing if it is not open any more.
    public void begin(long personId, long id) {
        db.update(LIBRARY_IMPORT)
                .set(LIBRARY_IMPORT.STATUS, SentSheet.Status.RUNNING.stored())
                .where(LIBRARY_IMPORT.ID.eq(id))
                .and(LIBRARY_IMPORT.PERSON_ID.eq(personId))
                .and(LIBRARY_IMPORT.STATUS.eq(SentSheet.Status.CHECKED.stored()))
                .execute();
    }

    /// Its sender does not want it any more; nothing if it is not open.
    public void cancel(long personId, long id) {
        db.update(LIBRARY_IMPORT)
                .set(LIBRARY_IMPORT.STATUS, SentSheet.Status.CANCELLED.stored())
                .setNull(LIBRARY_IMPORT.SHEET)
                .where(LIBRARY_IMPORT.ID.eq(id))
                .and(LIBRARY_IMPORT.PERSON_ID.eq(personId))
                .and(LIBRARY_IMPORT.STATUS.in(SentSheet.Status.READ.stored(), SentSheet.Status.CHECKED.stored()))
                .execute();
    }

    void done(long id, int created, int existing, int wrong, OptionalLong resultFile, Instant now) {
        db.update(LIBRARY_IMPORT)
                .set(LIBRARY_IMPORT.STATUS, SentSheet.Status.DONE.stored())
                .setNull(LIBRARY_IMPORT.SHEET)
                .set(LIBRARY_IMPORT.NEW_COUNT, created)
                .set(LIBRARY_IMPORT.EXISTING_COUNT, existing)
                .set(LIBRARY_IMPORT.WRONG_COUNT, wrong)
                .set(LIBRARY_IMPORT.RESULT_FILE, resultFile.isPresent() ? resultFile.getAsLong() : null)
                .set(LIBRARY_IMPORT.DONE_AT, now)
                .where(LIBRARY_IMPORT.ID.eq(id))
                .execute();
    }

    /// Deletes those that were sent before, with what was made of them and never sent.
    public void deleteSentBefore(Instant time) {
        var files = new HashSet<>(db.deleteFrom(LIBRARY_IMPORT)
                .where(LIBRARY_IMPORT.CREATED_AT.lt(time))
                .returningResult(LIBRARY_IMPORT.RESULT_FILE)
                .fetch(LIBRARY_IMPORT.RESULT_FILE));
        files.removeIf(Objects::isNull);
        new OutgoingFiles(db).deleteUnused(files);
    }

    private static SentSheet sent(Record row) {
        return new SentSheet(
                row.get(LIBRARY_IMPORT.ID),
                row.get(LIBRARY_IMPORT.FILE_NAME),
                SentSheet.Status.of(row.get(LIBRARY_IMPORT.STATUS)),
                row.get(LIBRARY_IMPORT.ROW_COUNT),
                row.get(LIBRARY_IMPORT.NEW_COUNT),
                row.get(LIBRARY_IMPORT.EXISTING_COUNT),
                row.get(LIBRARY_IMPORT.WRONG_COUNT),
                optional(row.get(LIBRARY_IMPORT.RESULT_FILE)),
                row.get(LIBRARY_IMPORT.CREATED_AT),
                Optional.ofNullable(row.get(LIBRARY_IMPORT.DONE_AT)));
    }

    private static OptionalLong optional(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
