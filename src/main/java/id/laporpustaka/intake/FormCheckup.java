package id.laporpustaka.intake;

import id.laporpustaka.db.Database;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.xlsform.CsvSheets;
import id.laporpustaka.form.xlsform.FormProblem;
import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.Sheets;
import id.laporpustaka.form.xlsform.XlsForms;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.publishing.FormCandidates;
import id.laporpustaka.submission.publishing.FormPublisher;
import java.util.ArrayList;
import java.util.List;

/// Looks at a form that somebody has sent: whether it can be read, and whether it may follow its earlier
/// versions. One that may is kept as a candidate.
public final class FormCheckup {
    private FormCheckup() {}

    public sealed interface Outcome {
        /// All problems at once, in the order of sheets and rows.
        record Refused(List<FormProblem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /// This version has been published with the same content.
        record AlreadyPublished(Form form) implements Outcome {}

        /// It can be published.
        ///
        /// @param remarks what was left out without harm, and what to know before publishing
        record Kept(long candidate, Form form, List<FormProblem> remarks) implements Outcome {
            public Kept {
                remarks = List.copyOf(remarks);
            }
        }
    }

    /// Reads and checks a form and keeps it, if it is good, until it is published or dropped.
    ///
    /// @param personId who has sent it
    public static Outcome of(Database database, Sheets sheets, long personId) {
        return switch (XlsForms.read(sheets)) {
            case FormReading.Refused(var problems) -> new Outcome.Refused(problems);
            case FormReading.Accepted(var form, var remarks) -> {
                var publisher = new FormPublisher(database.context());
                var problems = publisher.problems(form, sheets);
                if (!problems.isEmpty()) {
                    yield new Outcome.Refused(problems);
                }
                if (isPublished(database, form)) {
                    yield new Outcome.AlreadyPublished(form);
                }
                var all = new ArrayList<>(publisher.remarks(form, sheets));
                all.addAll(remarks);
                yield new Outcome.Kept(keep(database, form, CsvSheets.write(sheets), personId), form, all);
            }
        };
    }

    private static boolean isPublished(Database database, Form form) {
        return new FormVersions(database.context())
                .find(form.id(), form.version())
                .isPresent();
    }

    /// A form that comes with the product stays as it is written there, so that it is known again at the next
    /// start.
    private static long keep(Database database, Form form, String source, long personId) {
        var builtIn = PublishedForms.findBuiltIn(form.id())
                .filter(written -> CsvSheets.write(CsvSheets.read(written)).equals(source));
        return database.inTransaction(db -> new FormCandidates(db)
                .add(form.id(), form.version(), builtIn.orElse(source), builtIn.isPresent(), personId));
    }
}
