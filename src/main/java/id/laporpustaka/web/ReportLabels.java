package id.laporpustaka.web;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.submission.SentReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What reports and their kinds are called in one language.
final class ReportLabels {
    private final Map<String, String> kinds = new HashMap<>();

    /// @param forms the newest version of each
    ReportLabels(List<Form> forms, Language language) {
        forms.forEach(form -> kinds.put(form.id(), Typed.harmless(form.title().in(language))));
    }

    /// The name of the form, or its id if it cannot be read any more.
    String kind(String formId) {
        return kinds.getOrDefault(formId, formId);
    }

    /// Its own title, or what kind of report it is.
    String title(SentReport report) {
        return report.title()
                .map(Typed::harmless)
                .filter(title -> !title.isEmpty())
                .orElseGet(() -> kind(report.formId()));
    }
}
