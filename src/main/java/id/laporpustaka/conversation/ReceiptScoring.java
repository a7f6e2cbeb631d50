package id.laporpustaka.conversation;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Value;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.submission.Deadlines;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.SubmissionColumns;
import id.laporpustaka.summary.score.FurtherReport;
import id.laporpustaka.summary.score.ReceiptScore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// The score that the receipt of a report tells, as it is when the receipt is written.
final class ReceiptScoring {
    private static final int MOST_POSTS = 9_999;

    private ReceiptScoring() {}

    /// Of a report that is just being sent.
    static Lookup.ScoreWith ofSent(long libraryId, Form form, Answers effective, LocalDate sentOn) {
        var report = further(libraryId, form, effective, sentOn);
        return new Lookup.ScoreWith(new ReceiptScore.Asked(
                libraryId, form.id(), report.dateStart(), sentOn, OptionalLong.empty(), Optional.of(report)));
    }

    /// Goes on with the score as it is after a change of the report, which is not written yet, or with none for who
    /// is not accepted for the library or was not when they sent the report.
    ///
    /// @param card the report as it was
    /// @param after as it becomes
    static Step with(Scene scene, ReportCard card, ReportCard after, Function<Optional<ReceiptScore>, Step> then) {
        var report = card.report();
        var reporting = scene.findReporting(report.library().id()).filter(Reporting::accepted);
        if (reporting.isEmpty() || after.report().status() == Status.WAITING) {
            return then.apply(Optional.empty());
        }
        var isCounted = Status.scored().contains(report.status());
        var willBe = Status.scored().contains(after.report().status());
        var effective = card.filling(scene.language()).evaluation().effective();
        var lookup = new Lookup.ScoreWith(new ReceiptScore.Asked(
                report.library().id(),
                report.formId(),
                report.dateStart(),
                LocalDate.ofInstant(scene.context().now(), report.library().zone()),
                isCounted && !willBe ? OptionalLong.of(report.id()) : OptionalLong.empty(),
                willBe && !isCounted
                        ? Optional.of(further(report.library().id(), card.form(), effective, report.sentOn()))
                        : Optional.empty()));
        return scene.context().findings().find(lookup).map(then).orElseGet(() -> Step.Needs.of(lookup));
    }

    private static FurtherReport further(long libraryId, Form form, Answers effective, LocalDate sentOn) {
        var columns = SubmissionColumns.of(form, effective, sentOn);
        return new FurtherReport(
                libraryId,
                form.id(),
                columns.dateStart(),
                columns.dateEnd(),
                columns.sessions(),
                columns.total().orElse(0),
                posts(effective),
                columns.photoCount(),
                !sentOn.isAfter(Deadlines.ofMonth(YearMonth.from(columns.dateStart()))));
    }

    /// As the column of this name has it.
    private static int posts(Answers effective) {
        return effective
                .find("pb_count")
                .map(value -> value instanceof Value.Whole(var posts) && posts >= 1 && posts <= MOST_POSTS ? posts : 1L)
                .map(Math::toIntExact)
                .orElse(1);
    }
}
