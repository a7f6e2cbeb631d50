package id.laporpustaka.web;

import static java.util.Objects.requireNonNull;

import id.laporpustaka.conversation.ReportCard;
import id.laporpustaka.intake.ReportCardReader;
import id.laporpustaka.intake.ReportReviews;
import id.laporpustaka.intake.ReportReviews.Outcome;
import id.laporpustaka.submission.ReviewQueue;
import id.laporpustaka.submission.Verdict;
import id.laporpustaka.texts.Texts;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One report with all that became of it, and what a reviewer decides about it.
///
/// Every form carries the revision of the report that was seen. Of two who decide about the same one only the
/// first does; the other sees the report as it is now, with what they typed.
final class ReportRoutes {
    static final String PATH = "/laporan";

    /// Says that the visitor goes through the queue and wants to go on with the next.
    static final String QUEUE = "antrean";

    static final String IN_QUEUE = "1";

    /// The number of the report that is kept of two that are the same.
    static final String KEPT = "kept";

    /// What follows the address of a report for each decision.
    private static final Map<Verdict, String> STEPS = Map.of(
            Verdict.VERIFY, "/verifikasi",
            Verdict.ASK, "/perbaikan",
            Verdict.REJECT, "/tolak",
            Verdict.MERGE, "/gabung",
            Verdict.REOPEN, "/batalkan",
            Verdict.COMMENT, "/komentar");

    private static final String ONE = PATH + "/{number}";

    private final Desk desk;
    private final ReportCardReader cards;
    private final Texts texts = new Texts();

    ReportRoutes(Desk desk) {
        this.desk = desk;
        this.cards = new ReportCardReader(desk.parts().catalogue());
    }

    static String address(String number) {
        return PATH + "/" + Pages.encode(number);
    }

    /// Where a form with a decision is sent.
    static String address(String number, Verdict verdict) {
        return address(number) + requireNonNull(STEPS.get(verdict));
    }

    /// The page of a report for who goes through the queue.
    static String inQueue(String number, QueueQuery query) {
        return query.at(Addresses.with(address(number), QUEUE, IN_QUEUE));
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, ONE, Access.SIGNED_IN, this::show);
        Stream.of(Verdict.values())
                .filter(STEPS::containsKey)
                .forEach(verdict -> routes.guarded(
                        HandlerType.POST,
                        ONE + STEPS.get(verdict),
                        Access.COORDINATOR,
                        (context, visitor) -> decide(context, visitor, verdict)));
    }

    private void show(Context context, Visitor visitor) {
        show(context, visitor, card(context, visitor), Optional.empty(), "");
    }

    private ReportCard card(Context context, Visitor visitor) {
        return cards.find(desk.db(), visitor.actor(), context.pathParam("number"))
                .orElseThrow(Desk::notFound);
    }

    private void show(Context context, Visitor visitor, ReportCard card, Optional<TypedVerdict> typed, String problem) {
        var frame = desk.frame(context);
        var query = isInQueue(context) ? Optional.of(QueueQuery.typed(context)) : Optional.<QueueQuery>empty();
        var view = new ReportViews(desk, frame, visitor, card, texts, query)
                .view(DoneReview.find(context, desk, frame, visitor), typed, problem);
        desk.show(context, "report.jte", frame, view);
    }

    private static boolean isInQueue(Context context) {
        return IN_QUEUE.equals(Desk.typed(context, QUEUE));
    }

    private void decide(Context context, Visitor visitor, Verdict verdict) {
        var card = card(context, visitor);
        if (!(verdict.needsReview() ? card.mayReview() : card.mayAsk())) {
            throw RequestProblem.Kind.NOT_ALLOWED.problem("Not for this person.");
        }
        var typed = TypedVerdict.of(context, verdict);
        var language = desk.frame(context).words().language();
        var words = texts.reviews(language);
        var questions = ReportViews.questions(card, language);
        var isAsSeen = typed.revision()
                .filter(seen -> seen == card.report().revision())
                .isPresent();
        var problem = isAsSeen ? typed.findProblem(questions, words) : Optional.<String>empty();
        if (problem.isPresent()) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, visitor, card, Optional.of(typed), problem.get());
            return;
        }
        var number = card.report().number();
        var revision = typed.revision().orElse(0);
        var kept = Desk.typed(context, KEPT);
        var outcome = desk.parts().database().<Outcome>inTransaction(db -> {
            var reviews = new ReportReviews(db, desk.now());
            return verdict == Verdict.MERGE
                    ? reviews.merge(visitor.actor(), number, revision, kept)
                    : reviews.decide(
                            visitor.actor(),
                            number,
                            revision,
                            verdict,
                            typed.findReason(words),
                            typed.askedOf(questions));
        });
        answer(context, visitor, typed, outcome);
    }

    private void answer(Context context, Visitor visitor, TypedVerdict typed, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done(var before, var revision) ->
                desk.goTo(
                        context,
                        DoneReview.at(
                                next(context, visitor, before.number(), typed.verdict()), before.number(), revision));
            case Outcome.Changed _ -> showAnew(context, visitor, typed, HttpStatus.CONFLICT, "report.changed");
            case Outcome.NotAllowed() ->
                showAnew(context, visitor, typed, HttpStatus.UNPROCESSABLE_CONTENT, "report.not_now");
            case Outcome.NotFound() -> throw Desk.notFound();
        }
    }

    private void showAnew(Context context, Visitor visitor, TypedVerdict typed, HttpStatus status, String notice) {
        context.status(status);
        show(context, visitor, card(context, visitor), Optional.of(typed), notice);
    }

    /// The report after it in the queue, for who goes through it and is done with this one.
    private String next(Context context, Visitor visitor, String number, Verdict verdict) {
        if (!isInQueue(context)) {
            return address(number);
        }
        var query = QueueQuery.typed(context);
        if (verdict == Verdict.REOPEN || verdict == Verdict.COMMENT) {
            return inQueue(number, query);
        }
        return new ReviewQueue(desk.db(), visitor.actor(), desk.now())
                .filtered(query.filter())
                .findAfter(Optional.of(number))
                .map(after -> inQueue(after, query))
                .orElseGet(() -> query.at(QueueRoutes.PATH));
    }
}
