package id.laporpustaka.conversation;

import id.laporpustaka.form.Prompt;
import java.util.List;
import java.util.Optional;

/// Corrects answers when the message that gave them is edited.
final class Correcting {
    private final Answering answering;

    Correcting(Answering answering) {
        this.answering = answering;
    }

    /// An edit of the message that gave an answer corrects that answer.
    Step edited(Scene scene, int messageId, String text) {
        if (scene.actor().isEmpty() || scene.filling().isEmpty()) {
            return scene.silently().end();
        }
        var filled = scene.filling().get();
        var prompts = filled.draft().sources().entrySet().stream()
                .filter(source -> source.getValue() == messageId)
                .flatMap(source -> filled.evaluation().findQuestion(source.getKey()).stream())
                .flatMap(question -> filled.evaluation().findPromptOf(question).stream())
                .filter(found -> FileAnswers.findMedia(found).isEmpty())
                .distinct()
                .toList();
        if (prompts.isEmpty()) {
            return scene.silently().end();
        }
        if (prompts.size() > 1) {
            return toldAgain(scene, filled, prompts, new Material.Told(messageId, text, scene.today()));
        }
        var prompt = prompts.getFirst();
        var focused = filled.with(filled.draft().withFocus(prompt.name()));
        var attempt = answering.read(focused, prompt, text, Optional.of(messageId));
        var restored = attempt instanceof Filling.Attempt.Accepted(var draft, var echo, var problem)
                        && problem.isEmpty()
                        && filled.draft().focus().isPresent()
                        && !filled.draft().focus().get().equals(prompt.name())
                ? new Filling.Attempt.Accepted(
                        draft.withFocus(filled.draft().focus().get()), echo, problem)
                : attempt;
        return Asking.settle(scene, filled, restored);
    }

    /// The message that gave several answers has been edited: what it says now takes the place of all of them.
    private static Step toldAgain(Scene scene, Filling filled, List<Prompt> prompts, Material.Told told) {
        var emptied = filled.draft();
        for (var prompt : prompts) {
            for (var question : prompt.questions()) {
                emptied = emptied.withoutAnswer(question.name());
            }
        }
        var prepared = Preparing.tell(filled.with(emptied), told);
        var changed = prepared.echoes().stream()
                .filter(echo -> !echo.values().equals(filled.valuesOf(echo.prompt())))
                .toList();
        return scene.say(Asking.reply(scene, prepared.filling(), prepared.notices(), changed, prepared.problem()))
                .keep(prepared.filling().draft())
                .end();
    }
}
