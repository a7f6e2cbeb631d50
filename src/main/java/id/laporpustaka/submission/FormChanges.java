package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.FORM_CHANGE;

import org.jooq.DSLContext;

/// Tells every process whether the forms that it keeps in memory are still those of the database.
public final class FormChanges {
    private final DSLContext db;

    public FormChanges(DSLContext db) {
        this.db = db;
    }

    /// How often forms have been changed. What is read after this is at least as new as that change.
    public long number() {
        return db.select(FORM_CHANGE.NUMBER).from(FORM_CHANGE).fetchSingle().value1();
    }

    /// Counts a change in its transaction. Until that ends, nobody else changes a form.
    public void count() {
        db.update(FORM_CHANGE)
                .set(FORM_CHANGE.NUMBER, FORM_CHANGE.NUMBER.plus(1))
                .execute();
    }
}
