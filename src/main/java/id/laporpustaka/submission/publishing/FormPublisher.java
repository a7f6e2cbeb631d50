package id.laporpustaka.submission.publishing;

import static id.laporpustaka.db.generated.Tables.FORM_VERSION;
import static org.jooq.impl.DSL.currentInstant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.xlsform.CsvSheets;
import id.laporpustaka.form.xlsform.FormProblem;
import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.Sheets;
import id.laporpustaka.form.xlsform.XlsForms;
import id.laporpustaka.people.Audit;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditSubject;
import id.laporpustaka.people.By;
import id.laporpustaka.submission.FormChanges;
import id.laporpustaka.submission.FormSource;
import id.laporpustaka.submission.FormVersions;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/// Makes versions of forms, offers forms and takes them out of the offer. Each method wants a transaction of its
/// own; one at a time runs in all processes together, and each is on record with who did it.
public final class FormPublisher {
    private final DSLContext db;

    public FormPublisher(DSLContext db) {
        this.db = db;
    }

    /// What a form would break that was published before; empty if it may be published.
    ///
    /// @param sheets those that the form was read from, so that problems have their rows
    public List<FormProblem> problems(Form form, Sheets sheets) {
        if (!VersionRules.isUsable(form.version())) {
            return List.of(VersionRules.unusableVersion(form, sheets));
        }
        var earlier = listEarlier(form.id());
        var same = earlier.stream()
                .filter(source -> source.version().equals(form.version()))
                .findFirst();
        if (same.isPresent()) {
            return CsvSheets.write(CsvSheets.read(same.get().source())).equals(CsvSheets.write(sheets))
                    ? List.of()
                    : List.of(VersionRules.versionTaken(form, sheets));
        }
        return new VersionRules(compiled(earlier)).problems(form, sheets);
    }

    /// What to know before a form is published, though nothing forbids it.
    public List<FormProblem> remarks(Form form, Sheets sheets) {
        var remarks = new VersionRemarks(form, sheets);
        var all = new ArrayList<>(remarks.ofTexts());
        compiled(listEarlier(form.id())).stream()
                .reduce((_, later) -> later)
                .filter(present -> !present.version().equals(form.version()))
                .ifPresent(present -> all.addAll(remarks.comparedWith(present)));
        return all;
    }

    /// Makes a candidate the present version of its form, for ever unchanged. A retired form is offered again.
    ///
    /// @param by a person, never the product
    public Publishing publish(long candidateId, By by) {
        new FormChanges(db).count();
        var candidates = new FormCandidates(db);
        var found = candidates.find(candidateId);
        if (found.isEmpty()) {
            return new Publishing.Gone();
        }
        var candidate = found.get();
        var sheets = CsvSheets.read(candidate.source());
        return switch (XlsForms.read(sheets)) {
            case FormReading.Refused(var problems) -> new Publishing.Refused(problems);
            case FormReading.Accepted(var form, var _) -> {
                var problems = problems(form, sheets);
                yield problems.isEmpty() ? publish(candidate, by) : new Publishing.Refused(problems);
            }
        };
    }

    private Publishing publish(FormCandidate candidate, By by) {
        new FormCandidates(db).discard(candidate.formId(), candidate.version());
        var added = db.insertInto(FORM_VERSION)
                .set(FORM_VERSION.FORM_ID, candidate.formId())
                .set(FORM_VERSION.VERSION, candidate.version())
                .set(FORM_VERSION.SOURCE, candidate.source())
                .set(FORM_VERSION.BUILT_IN, candidate.builtIn())
                .set(FORM_VERSION.PUBLISHED_BY, by.personId().getAsLong())
                .onConflictDoNothing()
                .execute();
        if (added == 0) {
            return new Publishing.AlreadyPublished(candidate.formId(), candidate.version());
        }
        record(by, AuditAction.FORM_PUBLISHED, details(candidate.formId()).put("version", candidate.version()));
        return new Publishing.Published(candidate.formId(), candidate.version());
    }

    /// Takes a form out of the offer. Drafts of it can still be finished and reports corrected.
    ///
    /// @return whether it was offered until now
    public boolean retire(String formId, By by) {
        new FormChanges(db).count();
        var retired = db.update(FORM_VERSION)
                        .set(FORM_VERSION.RETIRED_AT, currentInstant())
                        .where(FORM_VERSION.FORM_ID.eq(formId))
                        .and(FORM_VERSION.RETIRED_AT.isNull())
                        .execute()
                > 0;
        if (retired) {
            record(by, AuditAction.FORM_RETIRED, details(formId));
        }
        return retired;
    }

    /// Offers the newest version of a retired form again.
    ///
    /// @return whether it was retired until now
    public boolean offerAgain(String formId, By by) {
        new FormChanges(db).count();
        var offered = db.update(FORM_VERSION)
                        .setNull(FORM_VERSION.RETIRED_AT)
                        .where(FORM_VERSION.FORM_ID.eq(formId))
                        .and(FORM_VERSION.RETIRED_AT.isNotNull())
                        .execute()
                > 0;
        if (offered) {
            record(by, AuditAction.FORM_OFFERED, details(formId));
        }
        return offered;
    }

    private List<FormSource> listEarlier(String formId) {
        return new FormVersions(db).listOf(formId);
    }

    /// Without those that the product can't read any more; nothing is known of their questions.
    private static List<Form> compiled(List<FormSource> sources) {
        return sources.stream()
                .map(source -> XlsForms.read(source.source()))
                .filter(FormReading.Accepted.class::isInstance)
                .map(reading -> ((FormReading.Accepted) reading).form())
                .toList();
    }

    private static ObjectNode details(String formId) {
        return JsonNodeFactory.instance.objectNode().put("form", formId);
    }

    private void record(By by, AuditAction action, ObjectNode details) {
        new Audit(db).record(by, action, AuditSubject.none(), details);
    }
}
