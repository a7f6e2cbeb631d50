package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.FORM_VERSION;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;

/// The versions of forms that have been published. A version never changes; drafts and reports name theirs.
public final class FormVersions {
    private final DSLContext db;

    public FormVersions(DSLContext db) {
        this.db = db;
    }

    /// What became of a built-in form at the start.
    public enum Publication {
        PUBLISHED,
        ALREADY_PUBLISHED,
        /// The newest version was made by an admin, who should be told that there is a newer built-in one.
        KEPT_ADMINS_VERSION,
        /// This version was published with another text; whoever changed the form must also change its version.
        VERSION_TAKEN
    }

    /// Publishes a form that comes with the product, unless an admin has made a version of their own. Safe to
    /// call from several processes at once.
    public Publication publishBuiltIn(String formId, String version, String source) {
        var same = find(FORM_VERSION.FORM_ID.eq(formId).and(FORM_VERSION.VERSION.eq(version)));
        if (same.isPresent()) {
            return same.get().source().equals(source) ? Publication.ALREADY_PUBLISHED : Publication.VERSION_TAKEN;
        }
        if (find(FORM_VERSION.FORM_ID.eq(formId))
                .filter(newest -> !newest.builtIn())
                .isPresent()) {
            return Publication.KEPT_ADMINS_VERSION;
        }
        db.insertInto(FORM_VERSION)
                .set(FORM_VERSION.FORM_ID, formId)
                .set(FORM_VERSION.VERSION, version)
                .set(FORM_VERSION.SOURCE, source)
                .set(FORM_VERSION.BUILT_IN, true)
                .onConflictDoNothing()
                .execute();
        return Publication.PUBLISHED;
    }

    /// All versions of all forms, older ones first, so that the last one of a form is the present one.
    public List<FormSource> listAll() {
        return db.select(FORM_VERSION.FORM_ID, FORM_VERSION.VERSION, FORM_VERSION.SOURCE, FORM_VERSION.BUILT_IN)
                .from(FORM_VERSION)
                .orderBy(FORM_VERSION.POSITION)
                .fetch(Records.mapping(FormSource::new));
    }

    private Optional<FormSource> find(Condition condition) {
        return db.select(FORM_VERSION.FORM_ID, FORM_VERSION.VERSION, FORM_VERSION.SOURCE, FORM_VERSION.BUILT_IN)
                .from(FORM_VERSION)
                .where(condition)
                .orderBy(FORM_VERSION.POSITION.desc())
                .limit(1)
                .fetchOptional(Records.mapping(FormSource::new));
    }
}
