package id.laporpustaka.web;

import id.laporpustaka.form.xlsform.CsvSheets;
import id.laporpustaka.intake.PublishedForms;
import id.laporpustaka.submission.publishing.FormCandidate;
import id.laporpustaka.submission.publishing.FormHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Words the page of forms.
final class FormListViews {
    private final Frame frame;
    private final FormLabels labels;
    private final ZoneId zone;

    FormListViews(Frame frame, FormLabels labels, ZoneId zone) {
        this.frame = frame;
        this.labels = labels;
        this.zone = zone;
    }

    FormListView view(List<FormHistory> histories, List<FormCandidate> candidates, Optional<FormNotice.Shown> notice) {
        return new FormListView(
                notice.map(shown -> shown.text(frame.words(), title(shown.form())))
                        .orElse(""),
                candidates.stream().map(this::candidate).toList(),
                histories.stream().map(this::card).toList());
    }

    private FormListView.Candidate candidate(FormCandidate candidate) {
        return new FormListView.Candidate(
                frame.text("forms.candidate", title(candidate.formId()), candidate.version()),
                frame.text(
                        "forms.candidate.note",
                        date(candidate.uploadedAt()),
                        candidate.uploadedBy().orElse("–")),
                frame.link(FormRoutes.CANDIDATES + candidate.id()));
    }

    private FormListView.Card card(FormHistory history) {
        return new FormListView.Card(
                history.formId(),
                title(history.formId()),
                history.retiredAt().isEmpty(),
                history.retiredAt()
                        .map(since -> frame.text("forms.retired", date(since)))
                        .orElseGet(() -> frame.text("forms.offered")),
                frame.text("forms.counts", history.present().version(), history.reports(), history.drafts()),
                newer(history),
                history.retiredAt().isEmpty()
                        ? frame.text("forms.retire.text", history.drafts())
                        : frame.text("forms.offer.text", history.present().version()),
                history.versions().stream()
                        .map(version -> version(
                                history.formId(),
                                version,
                                version.equals(history.versions().getLast())))
                        .toList());
    }

    /// An admin's version is never replaced by a newer built-in one, so whoever made it is told.
    private String newer(FormHistory history) {
        return PublishedForms.findBuiltIn(history.formId())
                .filter(_ -> !history.present().builtIn())
                .filter(builtIn -> history.versions().stream()
                        .noneMatch(version -> version.source().equals(builtIn)))
                .map(builtIn -> frame.text("forms.newer", versionOf(builtIn)))
                .orElse("");
    }

    private static String versionOf(String source) {
        return CsvSheets.read(source).find("settings").stream()
                .flatMap(sheet -> sheet.rows().stream())
                .flatMap(row -> row.find("version").stream())
                .findFirst()
                .orElse("");
    }

    private FormListView.Version version(String formId, FormHistory.Version version, boolean isFirst) {
        return new FormListView.Version(
                version.version(),
                date(version.publishedAt()),
                version.publishedBy().orElseGet(() -> version.builtIn() ? frame.text("forms.built_in") : "–"),
                frame.text("forms.version.counts", version.reports(), version.drafts()),
                FormRoutes.download(formId, version.version(), "xlsx"),
                FormRoutes.download(formId, version.version(), "csv"),
                isFirst ? "" : frame.link(FormRoutes.comparison(formId, version.version())));
    }

    private String title(String formId) {
        return labels.form(formId, frame.words().language());
    }

    private String date(Instant time) {
        return frame.words().shortDate(LocalDate.ofInstant(time, zone));
    }
}
