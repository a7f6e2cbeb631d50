package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.AUDIT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/// Who did what to whom, for ever; ids and codes only, so that erasing a person leaves nothing of them here.
public final class Audit {
    private final DSLContext db;

    public Audit(DSLContext db) {
        this.db = db;
    }

    /// Records an action in the transaction that does it, with the time of the database.
    ///
    /// @param personId who; empty for the product itself
    /// @param action a lower-case word or two joined by underscores, such as `role_given`; never changed once
    ///     used
    /// @param details no names and no texts that people wrote
    public void record(OptionalLong personId, String action, OptionalLong subjectId, ObjectNode details) {
        db.insertInto(AUDIT)
                .set(AUDIT.PERSON_ID, personId.isPresent() ? personId.getAsLong() : null)
                .set(AUDIT.ACTION, action)
                .set(AUDIT.SUBJECT_ID, subjectId.isPresent() ? subjectId.getAsLong() : null)
                .set(AUDIT.DETAILS, JSONB.jsonb(details.toString()))
                .execute();
    }
}
