package id.laporpustaka.intake;

import id.laporpustaka.conversation.Job;
import id.laporpustaka.people.Actor;
import id.laporpustaka.submission.Reason;
import id.laporpustaka.submission.Report;
import id.laporpustaka.submission.ReportChange;
import id.laporpustaka.submission.ReportChanges;
import id.laporpustaka.submission.Reports;
import id.laporpustaka.submission.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/// Decides about reports on behalf of reviewers who are not in a chat. The senders are told in theirs.
///
/// Everything happens in the caller's transaction; of two decisions about the same revision of a report only the
/// first is made.
public final class ReportReviews {
    private final DSLContext db;
    private final Instant now;

    public ReportReviews(DSLContext db, Instant now) {
        this.db = db;
        this.now = now;
    }

    /// What became of a decision.
    public sealed interface Outcome {
        /// It has been made.
        ///
        /// @param revision of the report since then
        record Done(Report before, int revision) implements Outcome {}

        /// The report is not any more as the reviewer saw it.
        record Changed(Report present) implements Outcome {}

        /// Not for this person, or not for a report that stands like this.
        record NotAllowed() implements Outcome {}

        /// There is no such report where this person coordinates.
        record NotFound() implements Outcome {}
    }

    /// Decides about a report as the reviewer saw it.
    ///
    /// @param revision of the report as the reviewer saw it
    /// @param reason there if [Verdict#needsReason()]
    /// @param asked the names of the prompts to be answered anew, at least one with [Verdict#ASK]
    public Outcome decide(
            Actor actor, String number, int revision, Verdict verdict, Optional<Reason> reason, List<String> asked) {
        var reports = new Reports(db);
        reports.lock(List.of(number));
        var found = reports.find(actor, number);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var report = found.get().report();
        if (report.revision() != revision) {
            return new Outcome.Changed(report);
        }
        if (verdict == Verdict.MERGE || !isAllowed(found.get(), verdict)) {
            return new Outcome.NotAllowed();
        }
        apply(List.of(ReportChange.reviewed(report, verdict, reason, asked, actor.personId(), now)));
        return new Outcome.Done(report, revision + 1);
    }

    /// Lets a report count with another one of the same library from now on.
    ///
    /// @param kept the number of the other one
    public Outcome merge(Actor actor, String number, int revision, String kept) {
        var reports = new Reports(db);
        reports.lock(List.of(number, kept));
        var found = reports.find(actor, number);
        var other = reports.find(actor, kept);
        if (found.isEmpty() || other.isEmpty()) {
            return new Outcome.NotFound();
        }
        var report = found.get().report();
        if (report.revision() != revision) {
            return new Outcome.Changed(report);
        }
        if (!isAllowed(found.get(), Verdict.MERGE)
                || !report.canBeMergedInto(other.get().report())) {
            return new Outcome.NotAllowed();
        }
        apply(List.of(ReportChange.merged(report, other.get().report().id(), actor.personId(), now)));
        return new Outcome.Done(report, revision + 1);
    }

    /// Verifies those of the reports that are still as the reviewer saw them.
    ///
    /// @param shown revisions by the numbers of the reports
    /// @return how many were verified
    public int verifyAll(Actor actor, Map<String, Integer> shown) {
        var reports = new Reports(db);
        reports.lock(shown.keySet());
        var changes = new ArrayList<ReportChange>();
        for (var seen : reports.list(actor, shown.keySet())) {
            var report = seen.report();
            if (Integer.valueOf(report.revision()).equals(shown.get(report.number()))
                    && isAllowed(seen, Verdict.VERIFY)) {
                changes.add(ReportChange.reviewed(
                        report, Verdict.VERIFY, Optional.empty(), List.of(), actor.personId(), now));
            }
        }
        apply(changes);
        return changes.size();
    }

    private boolean isAllowed(Reports.Seen seen, Verdict verdict) {
        return seen.may(verdict) && seen.report().allows(verdict, now);
    }

    private void apply(List<ReportChange> changes) {
        new ReportChanges(db).apply(changes);
        new JobLane(db)
                .addAll(changes.stream()
                        .flatMap(change -> listToTell(change).stream())
                        .toList());
    }

    /// What the sender of a report is to be told of what a reviewer did: the receipt follows, and words are said.
    static List<Job> listToTell(ReportChange change) {
        var report = change.before();
        var jobs = new ArrayList<>(listToRefresh(report));
        if (report.sender().telegramId().isPresent() && change.isNews()) {
            jobs.add(new Job.TellReview(
                    report.sender().telegramId().getAsLong(), report.number(), report.revision() + 1));
        }
        return jobs;
    }

    /// Rewrites the receipt of a report, if it has one.
    static List<Job> listToRefresh(Report report) {
        return report.receipt().isPresent() && report.sender().telegramId().isPresent()
                ? List.of(new Job.RefreshReceipt(report.sender().telegramId().getAsLong(), report.number()))
                : List.of();
    }
}
