package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.AUDIT;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/// Who did what to whom, for ever; ids and codes only, so that erasing a person leaves nothing of them here.
/// [AuditLog] reads it.
public final class Audit {
    private final DSLContext db;

    public Audit(DSLContext db) {
        this.db = db;
    }

    /// Records an action in the transaction that does it, with the time of the database.
    ///
    /// @param details no names and no texts that people wrote
    public void record(By by, AuditAction action, AuditSubject about, ObjectNode details) {
        db.insertInto(AUDIT)
                .set(AUDIT.PERSON_ID, nullable(by.personId()))
                .set(AUDIT.CHANNEL, by.channel().stored())
                .set(AUDIT.ADDRESS, by.address().orElse(null))
                .set(AUDIT.ACTION, action.stored())
                .set(AUDIT.SUBJECT_ID, nullable(about.rowId()))
                .set(AUDIT.ABOUT_PERSON_ID, nullable(about.personId()))
                .set(AUDIT.LIBRARY_ID, nullable(about.libraryId()))
                .set(AUDIT.REGION_ID, nullable(about.regionId()))
                .set(AUDIT.DETAILS, JSONB.jsonb(details.toString()))
                .execute();
    }

    /// Records an action of which nothing more is to be said.
    public void record(By by, AuditAction action, AuditSubject about) {
        record(by, action, about, noDetails());
    }

    /// Records the same action about many, in batches.
    public void recordAll(By by, AuditAction action, Collection<AuditSubject> about) {
        var rows = about.stream()
                .map(subject -> new @Nullable Object[] {
                    nullable(by.personId()),
                    by.channel().stored(),
                    by.address().orElse(null),
                    action.stored(),
                    nullable(subject.rowId()),
                    nullable(subject.personId()),
                    nullable(subject.libraryId()),
                    nullable(subject.regionId())
                })
                .toArray(Object[][]::new);
        if (rows.length > 0) {
            db.batch(
                            db.insertInto(
                                            AUDIT,
                                            AUDIT.PERSON_ID,
                                            AUDIT.CHANNEL,
                                            AUDIT.ADDRESS,
                                            AUDIT.ACTION,
                                            AUDIT.SUBJECT_ID,
                                            AUDIT.ABOUT_PERSON_ID,
                                            AUDIT.LIBRARY_ID,
                                            AUDIT.REGION_ID)
                                    .values((Long) null, null, null, null, null, null, null, null),
                            rows)
                    .execute();
        }
    }

    /// Forgets from where things were done before this time.
    public int emptyAddressesBefore(Instant time) {
        return db.update(AUDIT)
                .setNull(AUDIT.ADDRESS)
                .where(AUDIT.ADDRESS.isNotNull())
                .and(AUDIT.AT.lt(time))
                .execute();
    }

    static ObjectNode noDetails() {
        return JsonNodeFactory.instance.objectNode();
    }

    static @Nullable Long nullable(OptionalLong id) {
        return id.isPresent() ? (Long) id.getAsLong() : null;
    }
}
