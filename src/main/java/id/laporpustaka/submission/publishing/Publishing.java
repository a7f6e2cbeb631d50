package id.laporpustaka.submission.publishing;

import id.laporpustaka.form.xlsform.FormProblem;
import java.util.List;

/// What became of a wish to publish a candidate.
public sealed interface Publishing {
    /// It is the present version of its form now, and the candidate is gone.
    record Published(String formId, String version) implements Publishing {}

    /// The same text is published already under this version; the candidate is gone.
    record AlreadyPublished(String formId, String version) implements Publishing {}

    /// It would break what earlier versions promised. The candidate stays.
    record Refused(List<FormProblem> problems) implements Publishing {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// It was published or discarded meanwhile, or kept for too long.
    record Gone() implements Publishing {}
}
