package id.laporpustaka.submission;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Value;
import java.util.Set;

/// Whether the photos of a report may be shown beyond those who report and review (UU 27/2022, articles 20 and
/// 25), as its answers to questions with an indicator `…consent` say.
///
/// @param guardiansMissing a child can be recognised, and no parent or guardian has agreed
/// @param reportingOnly whom the report is about has agreed to be reported on, and to nothing more
public record PhotoConsent(boolean guardiansMissing, boolean reportingOnly) {
    private static final String CONSENT = "consent";
    private static final String OF_GUARDIANS = "photo_consent";
    private static final String REFUSED = "NO";

    /// Everything but being published.
    private static final String INTERNAL = "INT";

    /// Reads the answers that count.
    public static PhotoConsent of(Form form, Answers sent) {
        var guardiansMissing = false;
        var reportingOnly = false;
        for (var answer : sent.values().entrySet()) {
            var indicator = form.findQuestion(answer.getKey())
                    .flatMap(question -> question.indicator())
                    .orElse("");
            if (indicator.endsWith(OF_GUARDIANS)) {
                guardiansMissing |= isOneOf(answer.getValue(), Set.of(REFUSED));
            } else if (indicator.endsWith(CONSENT)) {
                reportingOnly |= isOneOf(answer.getValue(), Set.of(REFUSED, INTERNAL));
            }
        }
        return new PhotoConsent(guardiansMissing, reportingOnly);
    }

    private static boolean isOneOf(Value answer, Set<String> codes) {
        return answer instanceof Value.Selected(var chosen) && chosen.stream().anyMatch(codes::contains);
    }

    public boolean given() {
        return !guardiansMissing && !reportingOnly;
    }
}
