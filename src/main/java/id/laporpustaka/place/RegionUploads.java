package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.REGION_UPLOAD;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Keeps the version of the region data that was uploaded last, until it is applied or has been there long enough.
public final class RegionUploads {
    private final DSLContext db;

    public RegionUploads(DSLContext db) {
        this.db = db;
    }

    /// Takes the place of the one before.
    ///
    /// @param zip that [RegionVersion#read(byte[], String)] accepts
    /// @return its id
    public long keep(String version, LocalDate validFrom, byte[] zip, Instant now) {
        return db.transactionResult(transaction -> {
            var inner = transaction.dsl();
            inner.deleteFrom(REGION_UPLOAD).execute();
            return inner.insertInto(REGION_UPLOAD)
                    .set(REGION_UPLOAD.VERSION, version)
                    .set(REGION_UPLOAD.VALID_FROM, validFrom)
                    .set(REGION_UPLOAD.ZIP, zip)
                    .set(REGION_UPLOAD.UPLOADED_AT, now)
                    .returningResult(REGION_UPLOAD.ID)
                    .fetchSingle()
                    .value1();
        });
    }

    /// The one with this id, if nothing has taken its place.
    public Optional<RegionUpload> find(long id) {
        return find(REGION_UPLOAD.ID.eq(id));
    }

    public Optional<RegionUpload> findLast() {
        return find(DSL.noCondition());
    }

    private Optional<RegionUpload> find(Condition condition) {
        return db.selectFrom(REGION_UPLOAD)
                .where(condition)
                .orderBy(REGION_UPLOAD.ID.desc())
                .limit(1)
                .fetchOptional(
                        row -> new RegionUpload(row.getId(), row.getVersion(), row.getValidFrom(), row.getZip()));
    }

    public void deleteVersion(String version) {
        db.deleteFrom(REGION_UPLOAD).where(REGION_UPLOAD.VERSION.eq(version)).execute();
    }

    public void deleteUploadedBefore(Instant time) {
        db.deleteFrom(REGION_UPLOAD).where(REGION_UPLOAD.UPLOADED_AT.lt(time)).execute();
    }
}
