package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.Form;
import java.util.List;

/// What became of a form's text.
public sealed interface FormReading {
    /// `remarks` is what was left out without harm, such as columns that only other tools use.
    record Accepted(Form form, List<FormProblem> remarks) implements FormReading {
        public Accepted {
            remarks = List.copyOf(remarks);
        }
    }

    /// All problems at once, in the order of sheets and rows.
    record Refused(List<FormProblem> problems) implements FormReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
