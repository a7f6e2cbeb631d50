package id.laporpustaka.conversation;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import id.laporpustaka.submission.Doubles;
import id.laporpustaka.submission.Report;
import id.laporpustaka.submission.ReportChange;
import id.laporpustaka.submission.ReportRevision;
import id.laporpustaka.submission.RevisionAction;
import id.laporpustaka.submission.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A report that has been sent, with all that its sender or a reviewer may know of it.
///
/// @param form the version it was sent with
/// @param history all that became of it, the oldest first
/// @param alike reports of the same library that may be about the same activity
/// @param nearby reports of other libraries of the regency that may be about the same event
/// @param mayAsk whether the reader may ask for corrections
/// @param mayReview whether the reader may verify and reject it
public record ReportCard(
        Report report,
        Form form,
        Answers answers,
        List<Past> history,
        List<Doubles.Lookalike> alike,
        List<Doubles.Lookalike> nearby,
        boolean mayAsk,
        boolean mayReview) {
    public ReportCard {
        history = List.copyOf(history);
        alike = List.copyOf(alike);
        nearby = List.copyOf(nearby);
    }

    /// Something that became of the report.
    ///
    /// @param from the answers that it changed, as they were
    /// @param to as they were from then on
    public record Past(ReportRevision revision, Answers from, Answers to) {}

    /// The answers through the form as it was on the day of sending.
    public Filling filling(Language language) {
        var draft = Draft.begin(
                report.draftId(), form.id(), form.version(), report.library().id(), answers);
        return new Filling(
                draft, form, new Facts(report.sentOn(), report.library().zone(), language));
    }

    /// As it is after a change, but for its history.
    ReportCard after(ReportChange change) {
        return new ReportCard(report.after(change), form, answers, history, alike, nearby, mayAsk, mayReview);
    }

    /// What to look for among other reports of the library.
    public Doubles.Asked asked() {
        return new Doubles.Asked(
                report.draftId(),
                report.library().id(),
                form.id(),
                report.title().orElse(""),
                report.dateStart(),
                report.dateEnd(),
                photos().stream().map(MediaFile::uniqueId).toList());
    }

    public ReportCard with(List<Doubles.Lookalike> others, List<Doubles.Lookalike> ofOtherLibraries) {
        return new ReportCard(report, form, answers, history, others, ofOtherLibraries, mayAsk, mayReview);
    }

    /// Why it was sent back or refused, and by whom, if that is how it stands.
    public Optional<ReportRevision> findDecision() {
        return switch (report.status()) {
            case NEEDS_CORRECTION -> findLast(RevisionAction.ASKED);
            case REJECTED -> findLast(RevisionAction.REJECTED);
            case VERIFIED -> findLast(RevisionAction.VERIFIED);
            case WAITING, SENT, WITHDRAWN, MERGED -> Optional.empty();
        };
    }

    /// The correction that has not been reviewed yet.
    public Optional<Past> findCorrection() {
        return report.status() == Status.SENT
                ? history.reversed().stream()
                        .filter(past -> past.revision().action() != RevisionAction.COMMENTED)
                        .findFirst()
                        .filter(past -> past.revision().action() == RevisionAction.CORRECTED)
                : Optional.empty();
    }

    Optional<ReportRevision> findLast(RevisionAction action) {
        return history.reversed().stream()
                .map(Past::revision)
                .filter(revision -> revision.action() == action)
                .findFirst();
    }

    Optional<ReportRevision> findRevision(int number) {
        return history.stream()
                .map(Past::revision)
                .filter(revision -> revision.revision() == number)
                .findFirst();
    }

    /// The prompts with these names that the report has, in the order of the form.
    public static List<Prompt> prompts(Filling filling, List<String> names) {
        return filling.evaluation().prompts().stream()
                .filter(prompt -> names.contains(prompt.name()))
                .toList();
    }

    /// All photos of the report.
    public List<MediaFile> photos() {
        return answers.names().stream()
                .flatMap(name -> form.findQuestion(name).stream())
                .filter(question -> question.type() == QuestionType.IMAGE)
                .flatMap(question -> answers.find(question.name()).stream())
                .flatMap(value -> value instanceof Value.Media(var files) ? files.stream() : Stream.<MediaFile>empty())
                .toList();
    }
}
