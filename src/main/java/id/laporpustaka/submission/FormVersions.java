package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.FORM_VERSION;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.SelectJoinStep;

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
        if (same.isPresent() && same.get().source().equals(source)) {
            return Publication.ALREADY_PUBLISHED;
        }
        if (same.isPresent() && same.get().builtIn()) {
            return Publication.VERSION_TAKEN;
        }
        var newest = find(FORM_VERSION.FORM_ID.eq(formId));
        if (same.isPresent() || newest.filter(it -> !it.builtIn()).isPresent()) {
            return Publication.KEPT_ADMINS_VERSION;
        }
        new FormChanges(db).count();
        db.insertInto(FORM_VERSION)
                .set(FORM_VERSION.FORM_ID, formId)
                .set(FORM_VERSION.VERSION, version)
                .set(FORM_VERSION.SOURCE, source)
                .set(FORM_VERSION.BUILT_IN, true)
                .set(
                        FORM_VERSION.RETIRED_AT,
                        newest.flatMap(FormSource::retiredAt).orElse(null))
                .onConflictDoNothing()
                .execute();
        return Publication.PUBLISHED;
    }

    /// All versions of all forms, older ones first, so that the last one of a form is the present one.
    public List<FormSource> listAll() {
        return list(noCondition());
    }

    /// All versions of one form, older ones first.
    public List<FormSource> listOf(String formId) {
        return list(FORM_VERSION.FORM_ID.eq(formId));
    }

    public Optional<FormSource> find(String formId, String version) {
        return find(FORM_VERSION.FORM_ID.eq(formId).and(FORM_VERSION.VERSION.eq(version)));
    }

    private List<FormSource> list(Condition condition) {
        return select().where(condition).orderBy(FORM_VERSION.POSITION).fetch(FormVersions::source);
    }

    private Optional<FormSource> find(Condition condition) {
        return select().where(condition)
                .orderBy(FORM_VERSION.POSITION.desc())
                .limit(1)
                .fetchOptional(FormVersions::source);
    }

    private SelectJoinStep<Record5<String, String, String, Boolean, Instant>> select() {
        return db.select(
                        FORM_VERSION.FORM_ID,
                        FORM_VERSION.VERSION,
                        FORM_VERSION.SOURCE,
                        FORM_VERSION.BUILT_IN,
                        FORM_VERSION.RETIRED_AT)
                .from(FORM_VERSION);
    }

    private static FormSource source(Record5<String, String, String, Boolean, Instant> row) {
        return new FormSource(
                row.value1(), row.value2(), row.value3(), row.value4(), Optional.ofNullable(row.value5()));
    }
}
