package id.laporpustaka.conversation;

import id.laporpustaka.people.Actor;
import java.util.Optional;
import java.util.function.Function;

/// Those who report or coordinate, for who coordinates them.
final class PersonSteps {
    private static final int LONGEST_SEARCH = 80;

    Step list(Scene scene, String search, int page) {
        var wanted =
                search.substring(0, Math.min(search.length(), LONGEST_SEARCH)).strip();
        var lookup = new Lookup.PeopleOf(personId(scene), wanted, page);
        return scene.context()
                .findings()
                .find(lookup)
                .<Step>map(found -> scene.silently()
                        .sayOnTapped(new Reply.People(wanted, found))
                        .remember(state -> state.expecting(new Expecting.PersonSearch(wanted)))
                        .end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    /// @param argument begins with the person, but for the list
    Step pressed(Scene scene, Press.OnPerson verb, String argument) {
        if (verb == Press.OnPerson.LIST) {
            var search = scene.state().expecting() instanceof Expecting.PersonSearch(var typed) ? typed : "";
            return list(scene, search, Press.place(argument).orElse(0));
        }
        var parts = argument.split("/", 2);
        var person = Press.number(parts[0]);
        if (person.isEmpty()) {
            return Conversation.stale(scene);
        }
        var rest = parts.length > 1 ? Press.number(parts[1]).orElse(0L) : 0L;
        return withCard(
                scene,
                person.get(),
                found -> found,
                found -> found.map(card -> switch (verb) {
                            case LIST, SHOW -> say(scene, new Reply.PersonDetail(card, Optional.empty()));
                            case REVOKE -> reallyRevoke(scene, card, rest);
                            case REVOKE_YES ->
                                LibraryChangeSteps.change(
                                        scene,
                                        new DirectoryChange.RevokeRole(
                                                card.line().id(), rest));
                            case HISTORY -> history(scene, card, Math.clamp(rest, 0, Integer.MAX_VALUE));
                        })
                        .orElseGet(() -> say(scene, new Reply.PersonGone())));
    }

    /// @param about what is said of the person, or of nobody
    static <T> Step withCard(
            Scene scene, long person, Function<Optional<PersonCard>, T> about, Function<T, Step> then) {
        var lookup = new Lookup.PersonOf(personId(scene), person);
        return scene.context().findings().find(lookup).map(about).map(then).orElseGet(() -> Step.Needs.of(lookup));
    }

    private static Step reallyRevoke(Scene scene, PersonCard card, long assignment) {
        return card.line().posts().stream()
                .filter(post -> post.assignmentId() == assignment)
                .filter(_ -> card.revocable().contains(assignment))
                .findFirst()
                .map(post -> say(scene, new Reply.ReallyRevoke(card, post)))
                .orElseGet(() -> Conversation.stale(scene));
    }

    private static Step history(Scene scene, PersonCard card, int page) {
        if (!card.history()) {
            return Conversation.stale(scene);
        }
        var lookup = new Lookup.PersonHistory(personId(scene), card.line().id(), page);
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> say(scene, new Reply.PersonHistory(card, found, scene.zone())))
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static Step say(Scene scene, Reply reply) {
        return scene.silently().sayOnTapped(reply).end();
    }

    private static long personId(Scene scene) {
        return scene.actor().map(Actor::personId).orElse(0L);
    }
}
