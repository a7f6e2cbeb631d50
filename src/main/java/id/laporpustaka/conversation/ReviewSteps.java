package id.laporpustaka.conversation;

import id.laporpustaka.form.Prompt;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.submission.Doubles;
import id.laporpustaka.submission.Reason;
import id.laporpustaka.submission.ReportChange;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What reviewers do with the reports of others: look through those that wait, decide, and say why.
///
/// A decision is about a report exactly as it was shown; whoever comes second sees what has become of it.
final class ReviewSteps {

    /// The report that has waited longest.
    Step begin(Scene scene) {
        return next(scene, Optional.empty(), Optional.empty(), 0);
    }

    Step pressed(Scene scene, Press.OnReview verb, String argument) {
        return switch (verb) {
            case SHOW -> with(scene, argument, false, card -> show(scene, card, Optional.empty(), false, 0));
            case NEXT -> next(scene, Optional.of(argument).filter(it -> !it.isEmpty()), Optional.empty(), 0);
            case LIST -> list(scene, Press.place(argument).orElse(0));
            case VERIFY -> decide(scene, argument, Verdict.VERIFY);
            case REOPEN -> decide(scene, argument, Verdict.REOPEN);
            case VERIFY_ALL -> verifyAll(scene);
            case REJECT -> begin(scene, argument, Verdict.REJECT);
            case COMMENT -> begin(scene, argument, Verdict.COMMENT);
            case ASK -> begin(scene, argument, Verdict.ASK);
            case MARK -> mark(scene, argument, true);
            case UNMARK -> mark(scene, argument, false);
            case QUESTIONS -> questions(scene, Press.place(argument).orElse(0));
            case ASKED -> asked(scene);
            case MERGE -> merge(scene, argument);
            case SHARE -> share(scene, argument);
            case UNSHARE -> withRevision(scene, argument, true, card -> share(scene, card, OptionalLong.empty()));
            case PHOTOS -> with(scene, argument, false, card -> photos(scene, card));
            case REASON ->
                Press.name(Reason.Kind.values(), argument)
                        .map(kind -> reasoned(scene, new Reason.Offered(kind)))
                        .orElseGet(() -> Conversation.stale(scene));
        };
    }

    private static Step photos(Scene scene, ReportCard card) {
        return card.photos().isEmpty()
                ? Conversation.stale(scene)
                : scene.silently()
                        .sayForGood(new Reply.ReportPhotos(card, address(scene, card)))
                        .end();
    }

    private static String address(Scene scene, ReportCard card) {
        return scene.context().publicUrl() + "/laporan/" + card.report().number();
    }

    /// Words that may be a reason.
    Optional<Step> typed(Scene scene, String text) {
        return switch (scene.state().expecting()) {
            case Expecting.ReasonFor wanted ->
                Optional.of(withRevision(
                        scene,
                        wanted.number() + "/" + wanted.revision(),
                        true,
                        card -> written(scene, card, wanted.verdict(), text, wanted.asked())));
            case Expecting.Questions questions
            when !questions.marked().isEmpty() ->
                Optional.of(withQuestions(
                        scene,
                        questions,
                        (card, filling) ->
                                written(scene, card, Verdict.ASK, text, names(filling, questions.marked()))));
            default -> Optional.empty();
        };
    }

    /// A reason from which the sender would learn nothing is asked for again; what was picked stays.
    private static Step written(Scene scene, ReportCard card, Verdict verdict, String text, List<String> asked) {
        return verdict.mustTell() && !Reason.isTelling(text) && isAllowed(scene, card, verdict)
                ? askReason(scene, card, verdict, asked, Optional.of(text))
                : decide(scene, card, verdict, Optional.of(Reason.written(text)), asked);
    }

    private static Step with(Scene scene, String number, boolean toChange, Function<ReportCard, Step> then) {
        var lookup = new Lookup.SeenReports(personId(scene), List.of(number), toChange);
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> found.stream()
                        .findFirst()
                        .map(then)
                        .orElseGet(() -> scene.silently()
                                .sayOnTapped(new Reply.ReviewGone())
                                .end()))
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    /// @param gone how many fewer wait than are stored, because of what this step decides
    private static Step next(Scene scene, Optional<String> after, Optional<Reply.Decided> decided, int gone) {
        var lookup = new Lookup.NextReview(personId(scene), after);
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        var number = found.get().number();
        if (number.isEmpty()) {
            return scene.silently()
                    .sayOnTapped(new Reply.ReviewsDone(found.get().all() - gone, decided))
                    .remember(state -> state.expecting(new Expecting.Nothing()))
                    .end();
        }
        return with(scene, number.get(), false, card -> show(scene, card, decided, false, gone));
    }

    private static Step showChanged(Scene scene, ReportCard card) {
        return show(scene, card, Optional.empty(), true, 0);
    }

    private static Step show(Scene scene, ReportCard card, Optional<Reply.Decided> decided, boolean changed, int gone) {
        var lookup = new Lookup.NextReview(personId(scene), Optional.empty());
        return scene.context()
                .findings()
                .find(lookup)
                .map(queue -> scene.silently()
                        .sayOnTapped(new Reply.ReviewReport(
                                card,
                                card.filling(scene.language()),
                                queue.all() - gone,
                                decided,
                                changed,
                                allowed(scene, card),
                                address(scene, card)))
                        .remember(state -> state.expecting(new Expecting.Nothing()))
                        .end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static Step list(Scene scene, int page) {
        var lookup = new Lookup.ReviewsOf(personId(scene), page);
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> {
                    var shown = found.lines().stream()
                            .map(line -> new Expecting.ReviewOf.Seen(line.number(), line.revision()))
                            .toList();
                    return scene.silently()
                            .sayOnTapped(new Reply.Reviews(found, mayVerify(scene)))
                            .remember(state -> state.expecting(new Expecting.ReviewOf(shown)))
                            .end();
                })
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static boolean mayVerify(Scene scene) {
        return scene.actor()
                .filter(actor -> Permissions.mayDoSomewhere(actor, Action.REVIEW)
                        || Permissions.mayDoSomewhere(actor, Action.STAND_IN))
                .isPresent();
    }

    /// Those of the list that are still as they were shown.
    private static Step verifyAll(Scene scene) {
        if (!(scene.state().expecting() instanceof Expecting.ReviewOf(var shown)) || shown.isEmpty()) {
            return Conversation.stale(scene);
        }
        var lookup = new Lookup.SeenReports(
                personId(scene),
                shown.stream().map(Expecting.ReviewOf.Seen::number).toList(),
                true);
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        var ending = scene.silently();
        var verified = 0;
        for (var card : found.get()) {
            var seen = new Expecting.ReviewOf.Seen(
                    card.report().number(), card.report().revision());
            if (shown.contains(seen) && isAllowed(scene, card, Verdict.VERIFY)) {
                ending.also(new Effect.Review(change(scene, card, Verdict.VERIFY, Optional.empty(), List.of())));
                verified++;
            }
        }
        return ending.sayOnTapped(new Reply.ManyVerified(verified, shown.size() - verified))
                .remember(state -> state.expecting(new Expecting.Nothing()))
                .end();
    }

    private static Set<Verdict> allowed(Scene scene, ReportCard card) {
        return EnumSet.allOf(Verdict.class).stream()
                .filter(verdict -> isAllowed(scene, card, verdict))
                .collect(Collectors.toSet());
    }

    private static boolean isAllowed(Scene scene, ReportCard card, Verdict verdict) {
        return (verdict.needsReview() ? card.mayReview() : card.mayAsk())
                && card.report().allows(verdict, scene.context().now());
    }

    private static ReportChange change(
            Scene scene, ReportCard card, Verdict verdict, Optional<Reason> reason, List<String> asked) {
        return ReportChange.reviewed(
                card.report(),
                verdict,
                reason,
                asked,
                personId(scene),
                scene.context().now());
    }

    /// A decision without words. The argument is `number/revision`.
    private static Step decide(Scene scene, String argument, Verdict verdict) {
        return withRevision(scene, argument, true, card -> decide(scene, card, verdict, Optional.empty(), List.of()));
    }

    /// The report, if it is still as it was shown; else it is shown anew.
    private static Step withRevision(Scene scene, String argument, boolean toChange, Function<ReportCard, Step> then) {
        var slash = argument.lastIndexOf('/');
        var revision = Press.place(argument.substring(slash + 1));
        return slash < 1 || revision.isEmpty()
                ? Conversation.stale(scene)
                : with(
                        scene,
                        argument.substring(0, slash),
                        toChange,
                        card -> card.report().revision() == revision.get()
                                ? then.apply(card)
                                : showChanged(scene, card));
    }

    /// Goes on with the next report that waits; a remark, or what is taken back, leaves the same one on the card.
    private static Step decide(
            Scene scene, ReportCard card, Verdict verdict, Optional<Reason> reason, List<String> asked) {
        if (!isAllowed(scene, card, verdict)) {
            return showChanged(scene, card);
        }
        return decide(scene, card, verdict, change(scene, card, verdict, reason, asked));
    }

    private static Step decide(Scene scene, ReportCard card, Verdict verdict, ReportChange change) {
        var decided = Optional.of(
                new Reply.Decided(card.report().number(), card.report().revision() + 1, verdict));
        var gone = waits(card.report().status()) - waits(change.status());
        var step = verdict == Verdict.COMMENT || verdict == Verdict.REOPEN
                ? show(scene, card.after(change), decided, false, gone)
                : next(scene, Optional.of(card.report().number()), decided, gone);
        return step instanceof Step.Done(var turn) ? new Step.Done(turn.with(new Effect.Review(change))) : step;
    }

    private static Step merge(Scene scene, String argument) {
        return withOther(scene, argument, ReportCard::alike, (card, kept) -> {
            var now = scene.context().now();
            return isAllowed(scene, card, Verdict.MERGE)
                    ? decide(scene, card, Verdict.MERGE, ReportChange.merged(card.report(), kept, personId(scene), now))
                    : showChanged(scene, card);
        });
    }

    private static Step share(Scene scene, String argument) {
        return withOther(
                scene, argument, ReportCard::nearby, (card, other) -> share(scene, card, OptionalLong.of(other)));
    }

    private interface OnPair {
        Step of(ReportCard card, long other);
    }

    /// The report and one of those it is like. The argument is `number/revision/` and the place of that one.
    private static Step withOther(
            Scene scene, String argument, Function<ReportCard, List<Doubles.Lookalike>> others, OnPair then) {
        var slash = argument.lastIndexOf('/');
        var place = Press.place(argument.substring(slash + 1));
        return slash < 1 || place.isEmpty()
                ? Conversation.stale(scene)
                : withRevision(
                        scene,
                        argument.substring(0, slash),
                        true,
                        card -> place.get() < others.apply(card).size()
                                ? then.of(
                                        card,
                                        others.apply(card).get(place.get()).id())
                                : showChanged(scene, card));
    }

    private static Step share(Scene scene, ReportCard card, OptionalLong with) {
        if (!isAllowed(scene, card, Verdict.MERGE)) {
            return showChanged(scene, card);
        }
        return scene.silently()
                .sayOnTapped(new Reply.EventShared(card, with.isPresent()))
                .also(new Effect.Review(ReportChange.shared(
                        card.report(), with, personId(scene), scene.context().now())))
                .end();
    }

    private static int waits(Status status) {
        return status == Status.SENT ? 1 : 0;
    }

    /// Asks for what a decision needs. The argument is `number/revision`.
    private static Step begin(Scene scene, String argument, Verdict verdict) {
        return withRevision(
                scene,
                argument,
                false,
                card -> isAllowed(scene, card, verdict)
                        ? verdict == Verdict.ASK
                                ? pick(scene, card, List.of(), 0)
                                : askReason(scene, card, verdict, List.of(), Optional.empty())
                        : showChanged(scene, card));
    }

    private static Step pick(Scene scene, ReportCard card, List<String> marked, int page) {
        var report = card.report();
        return scene.silently()
                .sayOnTapped(new Reply.PickQuestions(card, card.filling(scene.language()), marked, page))
                .remember(state -> state.expecting(new Expecting.Questions(report.number(), report.revision(), marked)))
                .end();
    }

    private static Step askReason(
            Scene scene, ReportCard card, Verdict verdict, List<String> asked, Optional<String> unclear) {
        var report = card.report();
        var filling = card.filling(scene.language());
        return scene.silently()
                .sayOnTapped(
                        new Reply.ReasonWanted(card, filling, verdict, ReportCard.prompts(filling, asked), unclear))
                .remember(state ->
                        state.expecting(new Expecting.ReasonFor(report.number(), report.revision(), verdict, asked)))
                .end();
    }

    private interface OnQuestions {
        Step of(ReportCard card, Filling filling);
    }

    private static Step withQuestions(Scene scene, Expecting.Questions questions, OnQuestions then) {
        return withRevision(
                scene,
                questions.number() + "/" + questions.revision(),
                true,
                card -> then.of(card, card.filling(scene.language())));
    }

    private static Step mark(Scene scene, String place, boolean on) {
        if (!(scene.state().expecting() instanceof Expecting.Questions questions)) {
            return Conversation.stale(scene);
        }
        return withQuestions(scene, questions, (card, filling) -> {
            var places = filling.answeredPrompts().stream()
                    .filter(filling::isAsked)
                    .map(Prompt::place)
                    .toList();
            if (!places.contains(place)) {
                return Conversation.stale(scene);
            }
            var marked = new ArrayList<>(questions.marked());
            marked.remove(place);
            if (on) {
                marked.add(place);
            }
            return pick(scene, card, marked, places.indexOf(place) / Reply.PickQuestions.PAGE);
        });
    }

    private static Step questions(Scene scene, int page) {
        return scene.state().expecting() instanceof Expecting.Questions questions
                ? withQuestions(scene, questions, (card, _) -> pick(scene, card, questions.marked(), page))
                : Conversation.stale(scene);
    }

    private static Step asked(Scene scene) {
        if (!(scene.state().expecting() instanceof Expecting.Questions questions)
                || questions.marked().isEmpty()) {
            return Conversation.stale(scene);
        }
        return withQuestions(
                scene,
                questions,
                (card, filling) ->
                        askReason(scene, card, Verdict.ASK, names(filling, questions.marked()), Optional.empty()));
    }

    private static List<String> names(Filling filling, List<String> places) {
        return filling.evaluation().prompts().stream()
                .filter(prompt -> places.contains(prompt.place()))
                .map(Prompt::name)
                .toList();
    }

    private static Step reasoned(Scene scene, Reason reason) {
        return scene.state().expecting()
                        instanceof Expecting.ReasonFor(var number, var revision, var verdict, var asked)
                ? withRevision(
                        scene,
                        number + "/" + revision,
                        true,
                        card -> decide(scene, card, verdict, Optional.of(reason), asked))
                : Conversation.stale(scene);
    }

    private static long personId(Scene scene) {
        return scene.actor().map(Actor::personId).orElse(0L);
    }
}
