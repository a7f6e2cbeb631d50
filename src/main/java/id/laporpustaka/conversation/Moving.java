package id.laporpustaka.conversation;

import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Goes about in a report: on, back, past a question, to the optional ones, to the list of answers.
final class Moving {
    private Moving() {}

    static Step skip(Scene scene, Filling filled, Prompt prompt) {
        var draft = filled.draft();
        if (filled.findImpasse(prompt).isPresent()) {
            return Asking.resume(scene, filled);
        }
        if (FileAnswers.findMedia(prompt).isPresent() && filled.isAnswered(prompt)) {
            var emptied = draft.withoutAnswer(
                            FileAnswers.findMedia(prompt).orElseThrow().name())
                    .withFocus(prompt.name());
            return Asking.keep(scene, filled, emptied);
        }
        if (filled.evaluation().required(prompt)) {
            var message = prompt.questions().stream()
                    .flatMap(question -> question.requiredMessage().stream())
                    .findFirst()
                    .orElseGet(LocalizedText::empty);
            return Asking.go(scene, filled, List.of(), Optional.of(new Problem.Required(message)))
                    .end();
        }
        var emptied = draft;
        for (var question : prompt.questions()) {
            emptied = emptied.withoutAnswer(question.name());
        }
        var next = emptied.withSkipped(prompt.name()).withoutFocus().withoutToAsk(prompt.name());
        return Asking.keep(scene, filled, next);
    }

    static Step back(Scene scene, Filling filled) {
        var number = switch (filled.place()) {
            case Place.Question(var place, var _) -> place;
            case Place.Review() -> filled.evaluation().prompts().size();
        };
        var next = filled.findPrevious(number)
                .map(prompt -> filled.draft().withFocus(prompt.name()))
                .orElseGet(() -> filled.draft().withPending(new Pending.Nothing()));
        return Asking.keep(scene, filled, next);
    }

    static Step done(Scene scene, Filling filled, Prompt prompt) {
        if (filled.draft().pending() instanceof Pending.Marked(var codes, var _) && !codes.isEmpty()) {
            var question = prompt.questions().getFirst();
            var values = Map.<String, Value>of(question.name(), new Value.Selected(codes));
            return Asking.settle(scene, filled, filled.accept(prompt, values, Optional.empty(), false, false));
        }
        if (filled.isAnswered(prompt)) {
            var next = filled.draft().withoutFocus().withoutToAsk(prompt.name());
            return Asking.keep(scene, filled, next);
        }
        return skip(scene, filled, prompt);
    }

    static Step confirm(Scene scene, Filling filled) {
        if (!(filled.draft().pending() instanceof Pending.Unusual(var values, var source))
                || !(filled.place() instanceof Place.Question(var _, var prompt))) {
            return Conversation.stale(scene);
        }
        return Asking.settle(scene, filled, filled.accept(prompt, values, source, false, true));
    }

    static Step details(Scene scene, Filling filled) {
        var next = filled.draft().withDetails();
        for (var prompt : filled.evaluation().prompts()) {
            if (prompt.detail()) {
                next = next.withoutSkipped(prompt.name());
            }
        }
        return Asking.keep(scene, filled, next);
    }

    /// Leaves the optional questions that have not been asked yet.
    static Step enough(Scene scene, Filling filled) {
        var next = filled.draft().withoutDetails();
        return Asking.keep(scene, filled, next);
    }

    static Step edit(Scene scene, Filling filled, int page) {
        var next = filled.draft().withPending(new Pending.Editing(page));
        return scene.say(new Reply.Editing(filled.with(next), page)).keep(next).end();
    }

    /// The argument is the place of what offers another instance, `_`, and the instance.
    static Step remove(Scene scene, Filling filled, String argument) {
        var line = argument.lastIndexOf('_');
        var another =
                line < 0 ? Optional.<Prompt>empty() : filled.evaluation().findPromptAt(argument.substring(0, line));
        var instance = Press.place(argument.substring(line + 1));
        if (another.isEmpty() || instance.isEmpty() || !(another.get() instanceof Prompt.Another repeat)) {
            return Conversation.stale(scene);
        }
        return filled.withoutInstance(repeat, instance.get())
                .map(attempt ->
                        attempt instanceof Filling.Attempt.Accepted(var draft, var _, var problem) && problem.isEmpty()
                                ? edit(scene, filled.with(draft), pageOf(filled))
                                : Asking.settle(scene, filled, attempt))
                .orElseGet(() -> Conversation.stale(scene));
    }

    private static int pageOf(Filling filled) {
        return filled.draft().pending() instanceof Pending.Editing(var page) ? page : 0;
    }

    static Step jump(Scene scene, Filling filled, Prompt prompt) {
        var next = filled.draft().withFocus(prompt.name());
        return Asking.keep(scene, filled, next);
    }
}
