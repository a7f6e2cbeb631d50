package id.laporpustaka.conversation;

import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What files and places do to a report that is being written.
final class FileSteps {

    Step media(Scene scene, Input.Media media) {
        if (scene.filling().isEmpty()) {
            return scene.say(new Reply.NotUnderstood()).end();
        }
        var filled = scene.filling().get();
        return switch (FileAnswers.add(filled, media)) {
            case FileAnswers.Attempt.Added(var draft, var echo, var first) -> {
                var next = filled.with(draft);
                var reply = Asking.reply(scene, next, List.of(echo), next.findNoticed(echo.prompt()));
                var ending = scene.silently();
                var said = (first ? ending.say(reply) : ending.sayOverReport(reply)).keep(draft);
                yield (Trial.is(draft) ? said : said.also(new Effect.FetchFile(media.file()))).end();
            }
            case FileAnswers.Attempt.Refused(var problem) ->
                Asking.go(scene, filled, List.of(), Optional.of(problem)).end();
        };
    }

    /// Where something is; of use only to the question that asks for it.
    Step location(Scene scene, Input.Location sent) {
        if (scene.actor().isPresent()
                && scene.filling().isPresent()
                && scene.filling().get().place() instanceof Place.Question(var _, var prompt)
                && FileAnswers.asksPlace(prompt)) {
            var filled = scene.filling().get();
            var question = prompt.questions().getFirst().name();
            var place = new Value.Location(sent.latitude(), sent.longitude(), sent.accuracy());
            return Asking.settle(
                    scene,
                    filled,
                    filled.accept(prompt, Map.of(question, place), Optional.of(sent.messageId()), false, false));
        }
        return wrongKind(scene, Input.Kind.LOCATION);
    }

    Step wrongKind(Scene scene, Input.Kind kind) {
        return scene.filling()
                .map(filled -> {
                    var problem =
                            filled.place() instanceof Place.Question(var _, var prompt) && FileAnswers.wantsSent(prompt)
                                    ? new Problem.Wanted(FileAnswers.typeOf(prompt))
                                    : new Problem.WrongKind(kind);
                    return Asking.go(scene, filled, List.of(), Optional.of(problem))
                            .end();
                })
                .orElseGet(() -> scene.say(new Reply.NotUnderstood()).end());
    }

    /// Whether a file of any kind is what is asked for at this moment.
    boolean areWanted(Scene scene) {
        return scene.filling()
                .filter(filled -> filled.place() instanceof Place.Question(var _, var prompt)
                        && FileAnswers.findMedia(prompt)
                                .filter(question -> question.type() == QuestionType.FILE)
                                .isPresent())
                .isPresent();
    }
}
