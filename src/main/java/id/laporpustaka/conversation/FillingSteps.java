package id.laporpustaka.conversation;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Value;
import id.laporpustaka.form.reading.Control;
import id.laporpustaka.form.reading.ControlWords;
import id.laporpustaka.people.Reporting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What messages and presses do to a report that is being written.
final class FillingSteps {
    private final Answering answering = new Answering();
    private final Sending sending = new Sending();
    private final ControlWords words = new ControlWords();

    /// A second tap on the same form finds the draft that the first one began, and changes nothing.
    Step begin(Scene scene, Form form, Reporting library) {
        var begun = scene.draft()
                .filter(open -> open.revision() == 0
                        && open.formId().equals(form.id())
                        && open.libraryId() == library.libraryId());
        if (begun.isPresent()) {
            return scene.state().openIsReport()
                    ? scene.silently().end()
                    : resume(scene, scene.fillingOf(begun.get()).orElseThrow());
        }
        var draft = Draft.begin(scene.context().position(), form.id(), form.version(), library.libraryId());
        var filled = scene.fillingOf(draft).orElseThrow();
        return go(scene, filled, List.of(), Optional.empty()).keep(draft).end();
    }

    /// Asks the present question once more, without what was pending.
    Step resume(Scene scene, Filling filled) {
        var draft = filled.draft().withPending(new Pending.Nothing());
        return keep(scene, filled, draft);
    }

    Step text(Scene scene, Filling filled, int messageId, String text) {
        var control = words.find(text);
        if (control.isPresent()) {
            var step = controlled(scene, filled, control.get());
            if (step.isPresent()) {
                return step.get();
            }
        }
        return switch (filled.place()) {
            case Place.Question(var _, var prompt) ->
                settle(scene, filled, answering.read(filled, prompt, text, Optional.of(messageId)));
            case Place.Review() ->
                go(scene, filled, List.of(), Optional.of(new Problem.ButtonWanted()))
                        .end();
        };
    }

    /// Words work as well as buttons. Empty when the word is an answer here.
    private Optional<Step> controlled(Scene scene, Filling filled, Control control) {
        var draft = filled.draft();
        var cancelling = draft.pending() instanceof Pending.Cancelling;
        var unusual = draft.pending() instanceof Pending.Unusual;
        var reviewing = filled.place() instanceof Place.Review;
        return switch (control) {
            case CANCEL -> Optional.of(cancelling ? discard(scene, draft) : cancel(scene));
            case BACK -> Optional.of(back(scene, filled));
            case SKIP -> skipOrDone(scene, filled);
            case DONE -> draft.pending() instanceof Pending.Marked ? skipOrDone(scene, filled) : Optional.empty();
            case SAVE -> Optional.of(save(scene, filled));
            case SEND -> reviewing ? Optional.of(sending.send(scene, filled)) : Optional.empty();
            case CHANGE -> reviewing ? Optional.of(edit(scene, filled, 0)) : Optional.empty();
            case HELP -> Optional.of(scene.say(new Reply.Help(scene.commands())).end());
            case THANKS ->
                Optional.of(scene.silently().sayForGood(new Reply.Thanks()).end());
            case MENU, GREETING -> Optional.of(resume(scene, filled));
            case YES -> {
                if (cancelling) {
                    yield Optional.of(discard(scene, draft));
                }
                if (unusual) {
                    yield Optional.of(confirm(scene, filled));
                }
                yield reviewing ? Optional.of(sending.send(scene, filled)) : Optional.empty();
            }
            case NO -> cancelling || unusual ? Optional.of(resume(scene, filled)) : Optional.empty();
            case DO_NOT_KNOW ->
                draft.pending() instanceof Pending.Total(var total)
                                && filled.place() instanceof Place.Question(var _, var prompt)
                        ? answering.total(filled, prompt, total).map(attempt -> settle(scene, filled, attempt))
                        : Optional.empty();
        };
    }

    private Optional<Step> skipOrDone(Scene scene, Filling filled) {
        return filled.place() instanceof Place.Question(var _, var prompt)
                ? Optional.of(
                        filled.draft().pending() instanceof Pending.Marked
                                ? done(scene, filled, prompt)
                                : skip(scene, filled, prompt))
                : Optional.empty();
    }

    Step photo(Scene scene, Input.Photo photo) {
        if (scene.actor().isEmpty()) {
            return scene.say(new Reply.Stranger(
                            scene.incoming().senderId(), scene.incoming().senderName()))
                    .end();
        }
        if (scene.filling().isEmpty()) {
            return scene.say(new Reply.NotUnderstood()).end();
        }
        var filled = scene.filling().get();
        return switch (filled.addPhoto(photo.file(), photo.messageId())) {
            case Filling.PhotoAttempt.Added(var draft, var echo, var first) -> {
                var next = filled.with(draft);
                var reply = reply(scene, next, List.of(echo), Optional.empty());
                var ending = scene.silently();
                yield (first ? ending.say(reply) : ending.sayOverReport(reply))
                        .keep(draft)
                        .end();
            }
            case Filling.PhotoAttempt.Refused(var problem) ->
                go(scene, filled, List.of(), Optional.of(problem)).end();
        };
    }

    Step wrongKind(Scene scene, Input.Kind kind) {
        if (scene.actor().isEmpty()) {
            return scene.say(new Reply.Stranger(
                            scene.incoming().senderId(), scene.incoming().senderName()))
                    .end();
        }
        return scene.filling()
                .map(filled -> go(scene, filled, List.of(), Optional.of(new Problem.WrongKind(kind)))
                        .end())
                .orElseGet(() -> scene.say(new Reply.NotUnderstood()).end());
    }

    /// An edit of the message that gave an answer corrects that answer.
    Step edited(Scene scene, int messageId, String text) {
        if (scene.filling().isEmpty()) {
            return scene.silently().end();
        }
        var filled = scene.filling().get();
        var prompt = filled.draft().sources().entrySet().stream()
                .filter(source -> source.getValue() == messageId)
                .flatMap(source -> filled.form().findQuestion(source.getKey()).stream())
                .flatMap(question -> filled.form().findPromptOf(question).stream())
                .filter(found -> Filling.findImage(found).isEmpty())
                .findFirst();
        if (prompt.isEmpty()) {
            return scene.silently().end();
        }
        var focused = filled.with(filled.draft().withFocus(prompt.get().name()));
        var attempt = answering.read(focused, prompt.get(), text, Optional.of(messageId));
        var restored = attempt instanceof Filling.Attempt.Accepted(var draft, var echo, var problem)
                        && problem.isEmpty()
                        && filled.draft().focus().isPresent()
                        && !filled.draft().focus().get().equals(prompt.get().name())
                ? new Filling.Attempt.Accepted(
                        draft.withFocus(filled.draft().focus().get()), echo, problem)
                : attempt;
        return settle(scene, filled, restored);
    }

    Step pressed(Scene scene, Press.OfPrompt press) {
        var filled = scene.filling().filter(it -> it.draft().id() == press.draft());
        if (filled.isEmpty()) {
            return elsewhere(scene, press.draft());
        }
        var present = filled.get();
        var prompts = present.form().prompts();
        if (press.place() >= prompts.size()) {
            return Conversation.stale(scene);
        }
        var prompt = prompts.get(press.place());
        if (!(present.place() instanceof Place.Question(var number, var _)) || number != press.place()) {
            return answering.isTaken(present, prompt, press.verb(), press.argument())
                    ? scene.silently().end()
                    : Conversation.stale(scene);
        }
        return switch (press.verb()) {
            case SKIP -> skip(scene, present, prompt);
            case BACK -> back(scene, present);
            case SAVE -> save(scene, present);
            case CANCEL -> cancel(scene);
            case GO_ON -> resume(scene, present);
            case DONE -> done(scene, present, prompt);
            case CONFIRM -> confirm(scene, present);
            case ENOUGH -> enough(scene, present);
            case NOTHING -> scene.silently().end();
            case CHOOSE, DAY, TOTAL, NUMBER, MARK, UNMARK, MONTH, PAGE ->
                answering
                        .press(present, prompt, press.verb(), press.argument())
                        .map(pressed -> show(scene, present, pressed))
                        .orElseGet(() -> Conversation.stale(scene));
        };
    }

    private Step show(Scene scene, Filling filled, Answering.Pressed pressed) {
        return switch (pressed) {
            case Answering.Pressed.Answered(var attempt) -> settle(scene, filled, attempt);
            case Answering.Pressed.Shown(var draft) -> keep(scene, filled, draft);
            case Answering.Pressed.NotTogether(var message) ->
                scene.silently().toast(new Toast.NotTogether(message)).end();
            case Answering.Pressed.Same() -> scene.silently().end();
        };
    }

    Step pressed(Scene scene, Press.OfDraft press) {
        var filled = scene.filling().filter(it -> it.draft().id() == press.draft());
        if (filled.isEmpty()) {
            return elsewhere(scene, press.draft());
        }
        var present = filled.get();
        if (present.draft().revision() != press.revision()) {
            return go(scene, present, List.of(), Optional.empty())
                    .toast(new Toast.ChangedSince())
                    .end();
        }
        var prompts = present.form().prompts();
        return switch (press.verb()) {
            case SEND -> sending.send(scene, present);
            case DISCARD -> discard(scene, present.draft());
            case CANCEL -> cancel(scene);
            case GO_ON, REVIEW -> resume(scene, present);
            case SAVE -> save(scene, present);
            case EDIT -> edit(scene, present, Press.place(press.argument()).orElse(0));
            case DETAILS -> details(scene, present);
            case JUMP ->
                Press.place(press.argument())
                        .filter(place -> place < prompts.size())
                        .map(place -> jump(scene, present, prompts.get(place)))
                        .orElseGet(() -> Conversation.stale(scene));
        };
    }

    private static Step elsewhere(Scene scene, long draftId) {
        var sent = scene.state().lastSent();
        return sent.isPresent() && sent.getAsLong() == draftId
                ? scene.silently().toast(new Toast.AlreadySent()).end()
                : Conversation.stale(scene);
    }

    private Step settle(Scene scene, Filling filled, Filling.Attempt attempt) {
        return switch (attempt) {
            case Filling.Attempt.Accepted(var draft, var echo, var problem) ->
                go(scene, filled.with(draft), List.of(echo), problem)
                        .keep(draft)
                        .end();
            case Filling.Attempt.Asked(var draft, var problem) ->
                go(scene, filled.with(draft), List.of(), Optional.of(problem))
                        .keep(draft)
                        .end();
        };
    }

    private Step skip(Scene scene, Filling filled, Prompt prompt) {
        var draft = filled.draft();
        if (Filling.findImage(prompt).isPresent() && filled.isAnswered(prompt)) {
            var emptied = draft.withoutAnswer(
                            Filling.findImage(prompt).orElseThrow().name())
                    .withFocus(prompt.name());
            return keep(scene, filled, emptied);
        }
        if (filled.evaluation().required(prompt)) {
            var message = prompt.questions().stream()
                    .flatMap(question -> question.requiredMessage().stream())
                    .findFirst()
                    .orElseGet(LocalizedText::empty);
            return go(scene, filled, List.of(), Optional.of(new Problem.Required(message)))
                    .end();
        }
        var emptied = draft;
        for (var question : prompt.questions()) {
            emptied = emptied.withoutAnswer(question.name());
        }
        var next = emptied.withSkipped(prompt.name()).withoutFocus();
        return keep(scene, filled, next);
    }

    private Step back(Scene scene, Filling filled) {
        var number = switch (filled.place()) {
            case Place.Question(var place, var _) -> place;
            case Place.Review() -> filled.form().prompts().size();
        };
        var next = filled.findPrevious(number)
                .map(prompt -> filled.draft().withFocus(prompt.name()))
                .orElseGet(() -> filled.draft().withPending(new Pending.Nothing()));
        return keep(scene, filled, next);
    }

    private Step done(Scene scene, Filling filled, Prompt prompt) {
        if (filled.draft().pending() instanceof Pending.Marked(var codes) && !codes.isEmpty()) {
            var question = prompt.questions().getFirst();
            var values = Map.<String, Value>of(question.name(), new Value.Selected(codes));
            return settle(scene, filled, filled.accept(prompt, values, Optional.empty(), false, false));
        }
        if (filled.isAnswered(prompt)) {
            var next = filled.draft().withoutFocus();
            return keep(scene, filled, next);
        }
        return skip(scene, filled, prompt);
    }

    private Step confirm(Scene scene, Filling filled) {
        if (!(filled.draft().pending() instanceof Pending.Unusual(var values, var source))
                || !(filled.place() instanceof Place.Question(var _, var prompt))) {
            return Conversation.stale(scene);
        }
        return settle(scene, filled, filled.accept(prompt, values, source, false, true));
    }

    private Step details(Scene scene, Filling filled) {
        var next = filled.draft().withDetails();
        for (var prompt : filled.form().prompts()) {
            if (prompt.detail()) {
                next = next.withoutSkipped(prompt.name());
            }
        }
        return keep(scene, filled, next);
    }

    /// Leaves the optional questions that have not been asked yet.
    private Step enough(Scene scene, Filling filled) {
        var next = filled.draft().withoutDetails();
        return keep(scene, filled, next);
    }

    private Step edit(Scene scene, Filling filled, int page) {
        var next = filled.draft().withPending(new Pending.Editing(page));
        return scene.say(new Reply.Editing(filled.with(next), page)).keep(next).end();
    }

    private Step jump(Scene scene, Filling filled, Prompt prompt) {
        var next = filled.draft().withFocus(prompt.name());
        return keep(scene, filled, next);
    }

    private static Step save(Scene scene, Filling filled) {
        var draft = filled.draft().withPending(new Pending.Nothing());
        return scene.say(new Reply.Saved(filled.with(draft)))
                .keep(draft)
                .putAway()
                .end();
    }

    /// Asks once.
    Step cancel(Scene scene) {
        return scene.filling()
                .map(filled -> {
                    var draft = filled.draft().withPending(new Pending.Cancelling());
                    return scene.say(new Reply.ReallyCancel(filled.with(draft)))
                            .keep(draft)
                            .end();
                })
                .orElseGet(() -> scene.say(new Reply.NothingToCancel()).end());
    }

    private static Step discard(Scene scene, Draft draft) {
        return scene.say(new Reply.Cancelled(draft.id()))
                .putAway()
                .also(new Effect.DiscardDraft(draft.id()))
                .end();
    }

    /// Shows where the draft now stands, and keeps it.
    private static Step keep(Scene scene, Filling filled, Draft next) {
        return go(scene, filled.with(next), List.of(), Optional.empty())
                .keep(next)
                .end();
    }

    private static Scene.Ending go(Scene scene, Filling filled, List<Echo> echoes, Optional<Problem> problem) {
        return scene.say(reply(scene, filled, echoes, problem));
    }

    private static Reply reply(Scene scene, Filling filled, List<Echo> echoes, Optional<Problem> problem) {
        return switch (filled.place()) {
            case Place.Question(var number, var prompt) ->
                new Reply.Ask(
                        filled,
                        number,
                        prompt,
                        filled.progress(prompt),
                        filled.findPrevious(number).isPresent(),
                        echoes,
                        problem);
            case Place.Review() -> new Reply.Review(filled, libraryName(scene, filled), echoes, problem);
        };
    }

    static String libraryName(Scene scene, Filling filled) {
        return scene.findReporting(filled.draft().libraryId())
                .map(Reporting::libraryName)
                .orElse("");
    }
}
