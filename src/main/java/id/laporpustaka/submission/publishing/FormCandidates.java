package id.laporpustaka.submission.publishing;

import static id.laporpustaka.db.generated.Tables.FORM_CANDIDATE;
import static id.laporpustaka.db.generated.Tables.PERSON;

import id.laporpustaka.submission.FormChanges;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record7;
import org.jooq.SelectJoinStep;

/// The forms that have been uploaded and are not published. Nobody is asked them, except who tries one in a chat.
public final class FormCandidates {
    private final DSLContext db;

    public FormCandidates(DSLContext db) {
        this.db = db;
    }

    /// Keeps a form for its admin to look at, with the time of the database. It takes the place of an earlier one of
    /// the same form and version.
    ///
    /// @param source text that has been read as a form with that id and version
    /// @return the id of the candidate
    public long add(String formId, String version, String source, boolean builtIn, long uploadedBy) {
        new FormChanges(db).count();
        discard(formId, version);
        return db.insertInto(FORM_CANDIDATE)
                .set(FORM_CANDIDATE.FORM_ID, formId)
                .set(FORM_CANDIDATE.VERSION, version)
                .set(FORM_CANDIDATE.SOURCE, source)
                .set(FORM_CANDIDATE.BUILT_IN, builtIn)
                .set(FORM_CANDIDATE.UPLOADED_BY, uploadedBy)
                .returningResult(FORM_CANDIDATE.ID)
                .fetchSingle()
                .value1();
    }

    public Optional<FormCandidate> find(long id) {
        return select().where(FORM_CANDIDATE.ID.eq(id)).fetchOptional(FormCandidates::candidate);
    }

    /// The newest first.
    public List<FormCandidate> listAll() {
        return listNewest(Integer.MAX_VALUE);
    }

    public List<FormCandidate> listNewest(int most) {
        return select().orderBy(FORM_CANDIDATE.ID.desc()).limit(most).fetch(FormCandidates::candidate);
    }

    /// Deletes what waits of this form and version.
    void discard(String formId, String version) {
        db.deleteFrom(FORM_CANDIDATE)
                .where(FORM_CANDIDATE.FORM_ID.eq(formId))
                .and(FORM_CANDIDATE.VERSION.eq(version))
                .execute();
    }

    /// Deletes a candidate.
    ///
    /// @return whether it was still there
    public boolean discard(long id) {
        new FormChanges(db).count();
        return db.deleteFrom(FORM_CANDIDATE).where(FORM_CANDIDATE.ID.eq(id)).execute() > 0;
    }

    /// Deletes those that nobody has published for long.
    public void deleteUploadedBefore(Instant time) {
        var deleted = db.deleteFrom(FORM_CANDIDATE)
                .where(FORM_CANDIDATE.UPLOADED_AT.lt(time))
                .execute();
        if (deleted > 0) {
            new FormChanges(db).count();
        }
    }

    private SelectJoinStep<Record7<Long, String, String, String, Boolean, String, Instant>> select() {
        return db.select(
                        FORM_CANDIDATE.ID,
                        FORM_CANDIDATE.FORM_ID,
                        FORM_CANDIDATE.VERSION,
                        FORM_CANDIDATE.SOURCE,
                        FORM_CANDIDATE.BUILT_IN,
                        PERSON.NAME,
                        FORM_CANDIDATE.UPLOADED_AT)
                .from(FORM_CANDIDATE)
                .join(PERSON)
                .on(PERSON.ID.eq(FORM_CANDIDATE.UPLOADED_BY));
    }

    private static FormCandidate candidate(Record7<Long, String, String, String, Boolean, String, Instant> row) {
        return new FormCandidate(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                Optional.ofNullable(row.value6()),
                row.value7());
    }
}
