package id.laporpustaka.conversation;

import id.laporpustaka.people.Reporting;
import java.util.List;
import java.util.Optional;

/// Says where a report stands: the question that comes next, or all answers before sending.
final class Asking {
    private Asking() {}

    /// Asks what is not right any more, for instance because the day is another one by now.
    static Step show(Scene scene, Filling filled, Filling.Attempt.Accepted checked) {
        return go(scene, filled.with(checked.draft()), List.of(), checked.problem())
                .keep(checked.draft())
                .end();
    }

    /// Asks the present question again as it stands.
    static Scene.Ending ask(Scene scene, Filling filled) {
        return go(scene, filled, List.of(), Optional.empty());
    }

    /// Asks the present question once more, without what was pending.
    static Step resume(Scene scene, Filling filled) {
        var draft = filled.draft().withPending(new Pending.Nothing());
        return keep(scene, filled, draft);
    }

    static Step settle(Scene scene, Filling filled, Filling.Attempt attempt) {
        return switch (attempt) {
            case Filling.Attempt.Accepted(var draft, var echo, var problem) ->
                go(scene, filled.with(draft), echo.stream().toList(), problem)
                        .keep(draft)
                        .end();
            case Filling.Attempt.Asked(var draft, var problem) ->
                go(scene, filled.with(draft), List.of(), Optional.of(problem))
                        .keep(draft)
                        .end();
        };
    }

    /// Shows where the draft now stands, and keeps it.
    static Step keep(Scene scene, Filling filled, Draft next) {
        return go(scene, filled.with(next), List.of(), Optional.empty())
                .keep(next)
                .end();
    }

    static Scene.Ending go(Scene scene, Filling filled, List<Echo> echoes, Optional<Problem> problem) {
        return scene.say(reply(scene, filled, echoes, problem));
    }

    static Reply reply(Scene scene, Filling filled, List<Echo> echoes, Optional<Problem> problem) {
        return reply(scene, filled, List.of(), echoes, problem);
    }

    static Reply reply(
            Scene scene, Filling filled, List<Notice> notices, List<Echo> echoes, Optional<Problem> problem) {
        return switch (filled.place()) {
            case Place.Question(var number, var prompt) ->
                new Reply.Ask(
                        filled,
                        prompt,
                        filled.progress(prompt),
                        !filled.isAskedAnew(prompt)
                                && filled.findPrevious(number).isPresent(),
                        notices,
                        echoes,
                        problem.or(() -> filled.findImpasse(prompt)));
            case Place.Review() ->
                new Reply.Review(
                        filled,
                        libraryName(scene, filled),
                        !Trial.is(filled.draft())
                                && filled.draft().correction().isEmpty()
                                && scene.findNewer(filled.form()).isPresent(),
                        notices,
                        echoes,
                        problem);
        };
    }

    static String libraryName(Scene scene, Filling filled) {
        return scene.findReporting(filled.draft().libraryId())
                .map(Reporting::libraryName)
                .orElse("");
    }
}
