package id.laporpustaka.intake;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.conversation.HistoryPage;
import id.laporpustaka.conversation.Lookup;
import id.laporpustaka.conversation.NextInQueue;
import id.laporpustaka.conversation.ReportCard;
import id.laporpustaka.conversation.ReviewPage;
import id.laporpustaka.form.Form;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.People;
import id.laporpustaka.submission.Doubles;
import id.laporpustaka.submission.Report;
import id.laporpustaka.submission.ReportRevision;
import id.laporpustaka.submission.Reports;
import id.laporpustaka.submission.ReviewQueue;
import id.laporpustaka.submission.SentReport;
import id.laporpustaka.submission.Submissions;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/// Answers look-ups of reports that have been sent. Those that are to be changed are locked before they are
/// read, so that what a step decides still holds when the transaction ends.
final class ReportAnswers {
    private final DSLContext db;
    private final DraftJson drafts;
    private final FormCatalogue forms;
    private final Instant now;
    private final Map<String, Long> ownWanted = new HashMap<>();
    private final Set<String> toLock = new HashSet<>();
    private Map<String, Report> own = Map.of();
    private Map<Long, List<ReportRevision>> histories = Map.of();

    ReportAnswers(DSLContext db, IntakeParts parts) {
        this.db = db;
        this.drafts = parts.drafts();
        this.forms = parts.forms();
        this.now = parts.clock().instant();
    }

    void want(Lookup.OwnReport wanted) {
        ownWanted.put(wanted.number(), wanted.personId());
        if (wanted.toChange()) {
            toLock.add(wanted.number());
        }
    }

    void want(Lookup.SeenReports wanted) {
        if (wanted.toChange()) {
            toLock.addAll(wanted.numbers());
        }
    }

    /// Asks for all that is wanted.
    void ask() {
        var reports = new Reports(db);
        if (!toLock.isEmpty()) {
            reports.lock(toLock);
        }
        if (!ownWanted.isEmpty()) {
            own = reports.findOwn(ownWanted);
            histories =
                    reports.listRevisions(own.values().stream().map(Report::id).toList());
        }
    }

    Optional<ReportCard> own(Lookup.OwnReport wanted) {
        return Optional.ofNullable(own.get(wanted.number()))
                .filter(report -> report.sender().personId() == wanted.personId())
                .flatMap(report ->
                        drafts.findCard(report, histories.getOrDefault(report.id(), List.of()), false, false));
    }

    List<ReportCard> seen(Lookup.SeenReports wanted) {
        return actor(wanted.personId())
                .map(actor -> cards(new Reports(db).list(actor, wanted.numbers())))
                .orElseGet(List::of);
    }

    private List<ReportCard> cards(Collection<Reports.Seen> reports) {
        var revisions = new Reports(db)
                .listRevisions(reports.stream().map(seen -> seen.report().id()).toList());
        var cards = reports.stream()
                .flatMap(seen -> drafts
                        .findCard(
                                seen.report(),
                                revisions.getOrDefault(seen.report().id(), List.of()),
                                seen.mayAsk(),
                                seen.mayReview())
                        .stream())
                .toList();
        var doubles = new Doubles(db).find(cards.stream().map(ReportCard::asked).toList());
        return cards.stream()
                .map(card -> card.with(doubles.getOrDefault(card.asked(), List.of()), nearby(card, cards.size())))
                .toList();
    }

    /// For one report that is looked at, not for a list of them.
    private List<Doubles.Lookalike> nearby(ReportCard card, int cards) {
        return cards == 1
                ? new Doubles(db)
                        .findNearby(card.asked(), card.report().library().regency())
                : List.of();
    }

    HistoryPage history(Lookup.HistoryOf wanted) {
        var submissions = new Submissions(db);
        var all = submissions.countOfReporter(wanted.filter());
        var page = page(wanted.page(), all, HistoryPage.SIZE);
        var lines = submissions.listOfReporter(wanted.filter(), HistoryPage.SIZE, page * HistoryPage.SIZE).stream()
                .map(report -> new HistoryPage.Line(
                        report.number(),
                        form(report),
                        report.title().orElse(""),
                        report.dateStart(),
                        report.libraryId(),
                        report.libraryName(),
                        report.status()))
                .toList();
        return new HistoryPage(wanted.filter(), page, all, lines);
    }

    ReviewPage reviews(Lookup.ReviewsOf wanted) {
        var found = actor(wanted.personId()).map(actor -> new ReviewQueue(db, actor, now));
        if (found.isEmpty()) {
            return new ReviewPage(0, 0, List.of());
        }
        var queue = found.get();
        var all = queue.count();
        var page = page(wanted.page(), all, ReviewPage.SIZE);
        var lines = queue.list(ReviewPage.SIZE, page * ReviewPage.SIZE).stream()
                .map(report -> new ReviewPage.Line(
                        report.number(),
                        report.revision(),
                        form(report),
                        report.title().orElse(""),
                        report.dateStart(),
                        report.libraryName(),
                        report.submittedAt()))
                .toList();
        return new ReviewPage(page, all, lines);
    }

    NextInQueue next(Lookup.NextReview wanted) {
        return actor(wanted.personId())
                .map(actor -> new ReviewQueue(db, actor, now))
                .map(queue -> new NextInQueue(queue.findAfter(wanted.after()), queue.count()))
                .orElseGet(() -> new NextInQueue(Optional.empty(), 0));
    }

    private static int page(int wanted, int all, int size) {
        return Math.clamp(wanted, 0, Math.max(0, (all - 1) / size));
    }

    /// The present version, for its name.
    private Optional<Form> form(SentReport report) {
        return forms.findCurrent(report.formId());
    }

    private Optional<Actor> actor(long personId) {
        return new People(db).findActor(personId);
    }
}
