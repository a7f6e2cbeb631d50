package id.laporpustaka.conversation;

import id.laporpustaka.people.Actor;
import java.util.Optional;
import java.util.function.Function;

/// Who may report: a coordinator lets people in, or asks them something first.
final class MemberSteps {
    private static final int LONGEST_WORDS = 1_000;

    Step list(Scene scene, int page) {
        var lookup = new Lookup.JoinRequestsFor(personId(scene), page);
        return scene.context()
                .findings()
                .find(lookup)
                .<Step>map(found ->
                        scene.silently().sayOnTapped(new Reply.Members(found)).end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    /// Of a press of anybody; what is not theirs to decide is not found.
    Step pressed(Scene scene, Press.OnMember verb, String argument) {
        if (verb == Press.OnMember.LIST) {
            return list(scene, Press.place(argument).orElse(0));
        }
        var membership = Press.number(argument);
        if (membership.isEmpty()) {
            return Conversation.stale(scene);
        }
        var id = membership.get();
        return switch (verb) {
            case LIST -> list(scene, 0);
            case SHOW -> decider(scene, id, request -> show(scene, request, false));
            case ACCEPT -> decider(scene, id, request -> decide(scene, request, true));
            case REFUSE -> decider(scene, id, request -> show(scene, request, true));
            case REFUSE_YES -> decider(scene, id, request -> decide(scene, request, false));
            case ASK -> decider(scene, id, request -> askForWords(scene, request, true));
            case END ->
                decider(
                        scene,
                        id,
                        request -> scene.silently()
                                .sayOnTapped(new Reply.ReallyEnd(request))
                                .end());
            case END_YES -> LibraryChangeSteps.change(scene, new DirectoryChange.EndMembership(id));
            case ANSWER ->
                find(
                        scene,
                        new Lookup.JoinRequestOf(personId(scene), id),
                        request -> askForWords(scene, request, false));
        };
    }

    private static Step decider(Scene scene, long membership, Function<JoinRequest, Step> then) {
        return find(scene, new Lookup.JoinRequestFor(personId(scene), membership), then);
    }

    private static Step find(Scene scene, Lookup<Optional<JoinRequest>> lookup, Function<JoinRequest, Step> then) {
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> found.map(then)
                        .orElseGet(() -> scene.silently()
                                .sayOnTapped(new Reply.JoinGone())
                                .end()))
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static Step show(Scene scene, JoinRequest request, boolean refusing) {
        return scene.silently()
                .sayOnTapped(
                        request.isWaiting() ? new Reply.JoinAsked(request, refusing) : new Reply.JoinDecided(request))
                .end();
    }

    private static Step decide(Scene scene, JoinRequest request, boolean accept) {
        if (!request.isWaiting()) {
            return show(scene, request, false);
        }
        var decided = request.decided(accept, scene.actor().map(Actor::name).orElse(""));
        return scene.silently()
                .sayOnTapped(new Reply.JoinDecided(decided))
                .also(new Effect.Decide(personId(scene), request.membership(), accept))
                .end();
    }

    private static Step askForWords(Scene scene, JoinRequest request, boolean toJoiner) {
        if (!request.isWaiting()) {
            return toJoiner
                    ? show(scene, request, false)
                    : scene.silently().sayOnTapped(new Reply.Decision(request)).end();
        }
        var expecting = toJoiner
                ? new Expecting.QuestionAbout(request.membership())
                : new Expecting.AnswerAbout(request.membership());
        return scene.silently()
                .sayForGood(new Reply.AskForWords(request, toJoiner))
                .remember(state -> state.expecting(expecting))
                .end();
    }

    /// The words of a question or an answer.
    Step words(Scene scene, long membership, boolean toJoiner, String text) {
        var lookup = toJoiner
                ? new Lookup.JoinRequestFor(personId(scene), membership)
                : new Lookup.JoinRequestOf(personId(scene), membership);
        return find(
                scene,
                lookup,
                request -> scene.say(new Reply.PassedOn(request, toJoiner))
                        .remember(state -> state.expecting(new Expecting.Nothing()))
                        .also(new Effect.PassOn(
                                personId(scene),
                                membership,
                                toJoiner,
                                text.substring(0, Math.min(text.length(), LONGEST_WORDS))))
                        .end());
    }

    /// Somebody new, for who decides.
    Step joinerShown(Scene scene, Optional<JoinRequest> request) {
        return request.filter(JoinRequest::isWaiting)
                .map(waiting -> scene.silently()
                        .sayForGood(new Reply.JoinAsked(waiting, false))
                        .end())
                .orElseGet(() -> scene.silently().end());
    }

    Step decisionTold(Scene scene, Optional<JoinRequest> request) {
        return request.filter(decided -> !decided.isWaiting())
                .map(decided ->
                        scene.silently().sayForGood(new Reply.Decision(decided)).end())
                .orElseGet(() -> scene.silently().end());
    }

    Step passedOn(Scene scene, Job.PassOn asked, Optional<JoinRequest> request) {
        return request.map(about -> scene.silently()
                        .sayForGood(new Reply.Asked(about, asked.toJoiner(), asked.from(), asked.text()))
                        .end())
                .orElseGet(() -> scene.silently().end());
    }

    private static long personId(Scene scene) {
        return scene.actor().map(Actor::personId).orElse(0L);
    }
}
