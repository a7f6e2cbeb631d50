package id.laporpustaka.conversation;

import id.laporpustaka.form.Answers;
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
                        && !Trial.is(open)
                        && open.formId().equals(form.id())
                        && open.libraryId() == library.libraryId());
        if (begun.isPresent()) {
            return scene.state().openIsReport()
                    ? scene.silently().end()
                    : resume(scene, scene.fillingOf(begun.get()).orElseThrow());
        }
        return begin(scene, form, form.version(), library.libraryId());
    }

    private static Step begin(Scene scene, Form form, String version, long library) {
        var empty = Draft.begin(scene.context().position(), form.id(), version, library, Answers.none());
        var known = scene.fillingOf(empty).orElseThrow().evaluation().settled();
        return begin(scene, Draft.begin(empty.id(), form.id(), version, library, known), Optional.empty());
    }

    /// Begins a report like an earlier one; a second tap finds what the first one began.
    Step repeat(Scene scene, PastReport past) {
        var form = scene.findForm(past.form().id()).orElseThrow();
        var facts = scene.facts(Draft.begin(0, form.id(), form.version(), past.libraryId(), Answers.none()));
        var draft = Repeating.begin(scene.context().position(), form, past, facts);
        var begun = scene.draft()
                .filter(open ->
                        open.formId().equals(draft.formId()) && open.answers().equals(draft.answers()));
        if (begun.isPresent()) {
            return resume(scene, scene.fillingOf(begun.get()).orElseThrow());
        }
        return begin(scene, draft, Optional.of(new Notice.LikeBefore(past.title())));
    }

    /// The first question that what was sent before does not answer.
    private static Step begin(Scene scene, Draft draft, Optional<Notice> notice) {
        var prepared =
                Preparing.with(scene.state().material(), scene.fillingOf(draft).orElseThrow());
        var said = prepared.notice().or(() -> notice);
        return scene.say(reply(scene, prepared.filling(), said, prepared.echoes(), Optional.empty()))
                .remember(state -> state.with(Material.none()))
                .keep(prepared.filling().draft())
                .end();
    }

    /// Opens a report that was put away. If its form has changed in the meantime, the person chooses with which version
    /// it goes on.
    Step open(Scene scene, Filling filled) {
        if (scene.findNewer(filled.form()).isEmpty()) {
            return resume(scene, filled);
        }
        var draft = filled.draft().withPending(new Pending.Nothing());
        return scene.say(new Reply.NewVersion(filled.with(draft))).keep(draft).end();
    }

    private Step renew(Scene scene, Filling filled) {
        var newer = scene.findNewer(filled.form());
        if (newer.isEmpty()) {
            return resume(scene, filled);
        }
        var renewal = Renewal.of(filled, newer.get());
        var renewed = scene.fillingOf(renewal.draft()).orElseThrow();
        var checked = renewed.rechecked();
        var notice = new Notice.Renewed(filled, renewal.left());
        return scene.say(reply(scene, renewed.with(checked.draft()), Optional.of(notice), List.of(), checked.problem()))
                .keep(checked.draft())
                .end();
    }

    /// Asks what is not right any more, for instance because the day is another one by now.
    static Step show(Scene scene, Filling filled, Filling.Attempt.Accepted checked) {
        return go(scene, filled.with(checked.draft()), List.of(), checked.problem())
                .keep(checked.draft())
                .end();
    }

    /// Asks the present question again as it stands.
    Scene.Ending ask(Scene scene, Filling filled) {
        return go(scene, filled, List.of(), Optional.empty());
    }

    /// Walks through a form that is not published; nothing of it is kept.
    Step beginTrial(Scene scene, Form form, long candidate) {
        var library = scene.actor().stream()
                .flatMap(actor -> actor.reportsFor().stream())
                .map(Reporting::libraryId)
                .findFirst()
                .orElse(0L);
        return begin(scene, form, Trial.version(candidate), library);
    }

    private static Step endTrial(Scene scene, Filling filled, boolean sent) {
        var candidate = Trial.candidate(filled.draft().formVersion()).orElseThrow();
        return scene.say(new Reply.TrialOver(candidate, filled.form(), sent))
                .putAway()
                .end();
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
        var told = new Material.Told(messageId, text, scene.today());
        if (filled.draft().answers().isEmpty()) {
            var reading = Preparing.read(filled, told);
            if (Preparing.isWholeReport(filled, reading)) {
                var prepared = Preparing.tell(filled, told, reading);
                return scene.say(reply(
                                scene, prepared.filling(), prepared.notice(), prepared.echoes(), Optional.empty()))
                        .keep(prepared.filling().draft())
                        .end();
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
        var place = filled.place();
        var reviewing = place instanceof Place.Review;
        var another = place instanceof Place.Question(var _, Prompt.Another prompt)
                ? Optional.of(prompt)
                : Optional.<Prompt.Another>empty();
        return switch (control) {
            case CANCEL -> Optional.of(cancelling ? discard(scene, filled) : cancel(scene));
            case BACK -> Optional.of(back(scene, filled));
            case SKIP -> skipOrDone(scene, filled);
            case DONE ->
                draft.pending() instanceof Pending.Marked || another.isPresent()
                        ? skipOrDone(scene, filled)
                        : Optional.empty();
            case SAVE -> Optional.of(save(scene, filled));
            case SEND -> reviewing ? Optional.of(send(scene, filled)) : Optional.empty();
            case CHANGE -> reviewing ? Optional.of(edit(scene, filled, 0)) : Optional.empty();
            case HELP -> Optional.of(scene.say(new Reply.Help(scene.commands())).end());
            case THANKS ->
                Optional.of(scene.silently().sayForGood(new Reply.Thanks()).end());
            case MENU, GREETING -> Optional.of(resume(scene, filled));
            case YES -> {
                if (cancelling) {
                    yield Optional.of(discard(scene, filled));
                }
                if (unusual) {
                    yield Optional.of(confirm(scene, filled));
                }
                if (another.isPresent()) {
                    yield Optional.of(settle(scene, filled, answering.add(filled, another.get())));
                }
                yield reviewing ? Optional.of(send(scene, filled)) : Optional.empty();
            }
            case NO -> {
                if (cancelling || unusual) {
                    yield Optional.of(resume(scene, filled));
                }
                yield another.map(prompt -> skip(scene, filled, prompt));
            }
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
        var prompt = Optional.of(prompts.getFirst());
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
        return scene.say(reply(scene, prepared.filling(), prepared.notice(), changed, Optional.empty()))
                .keep(prepared.filling().draft())
                .end();
    }

    Step pressed(Scene scene, Press.OfPrompt press) {
        var filled = scene.filling().filter(it -> it.draft().id() == press.draft());
        if (filled.isEmpty()) {
            return elsewhere(scene, press.draft());
        }
        var present = filled.get();
        var pressed = present.evaluation().findPromptAt(press.place());
        if (pressed.isEmpty()) {
            return Conversation.stale(scene);
        }
        var prompt = pressed.get();
        if (!(present.place() instanceof Place.Question(var _, var asked))
                || !asked.place().equals(press.place())) {
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
            case CHOOSE, DAY, TOTAL, NUMBER, MARK, UNMARK, MONTH, PAGE, ADD, PROPOSED, AGREE ->
                answering
                        .press(present, prompt, press.verb(), press.argument())
                        .map(shown -> show(scene, present, shown))
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
        return switch (press.verb()) {
            case SEND -> send(scene, present);
            case DISCARD -> discard(scene, present);
            case CANCEL -> cancel(scene);
            case GO_ON, REVIEW -> resume(scene, present);
            case SAVE -> save(scene, present);
            case EDIT -> edit(scene, present, Press.place(press.argument()).orElse(0));
            case DETAILS -> details(scene, present);
            case RENEW -> renew(scene, present);
            case JUMP ->
                present.evaluation()
                        .findPromptAt(press.argument())
                        .map(prompt -> jump(scene, present, prompt))
                        .orElseGet(() -> Conversation.stale(scene));
            case REMOVE -> remove(scene, present, press.argument());
        };
    }

    private static Step elsewhere(Scene scene, long draftId) {
        var sent = scene.state().lastSent();
        return sent.isPresent() && sent.getAsLong() == draftId
                ? scene.silently().toast(new Toast.AlreadySent()).end()
                : Conversation.stale(scene);
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

    private Step skip(Scene scene, Filling filled, Prompt prompt) {
        var draft = filled.draft();
        if (filled.findImpasse(prompt).isPresent()) {
            return resume(scene, filled);
        }
        if (FileAnswers.findMedia(prompt).isPresent() && filled.isAnswered(prompt)) {
            var emptied = draft.withoutAnswer(
                            FileAnswers.findMedia(prompt).orElseThrow().name())
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
            case Place.Review() -> filled.evaluation().prompts().size();
        };
        var next = filled.findPrevious(number)
                .map(prompt -> filled.draft().withFocus(prompt.name()))
                .orElseGet(() -> filled.draft().withPending(new Pending.Nothing()));
        return keep(scene, filled, next);
    }

    private Step done(Scene scene, Filling filled, Prompt prompt) {
        if (filled.draft().pending() instanceof Pending.Marked(var codes, var _) && !codes.isEmpty()) {
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
        for (var prompt : filled.evaluation().prompts()) {
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

    /// The argument is the place of what offers another instance, `_`, and the instance.
    private Step remove(Scene scene, Filling filled, String argument) {
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
                                : settle(scene, filled, attempt))
                .orElseGet(() -> Conversation.stale(scene));
    }

    private static int pageOf(Filling filled) {
        return filled.draft().pending() instanceof Pending.Editing(var page) ? page : 0;
    }

    private Step jump(Scene scene, Filling filled, Prompt prompt) {
        var next = filled.draft().withFocus(prompt.name());
        return keep(scene, filled, next);
    }

    private static Step save(Scene scene, Filling filled) {
        if (Trial.is(filled.draft())) {
            return endTrial(scene, filled, false);
        }
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

    private Step send(Scene scene, Filling filled) {
        return Trial.is(filled.draft()) ? endTrial(scene, filled, true) : sending.send(scene, filled);
    }

    private static Step discard(Scene scene, Filling filled) {
        if (Trial.is(filled.draft())) {
            return endTrial(scene, filled, false);
        }
        var draft = filled.draft();
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

    static Scene.Ending go(Scene scene, Filling filled, List<Echo> echoes, Optional<Problem> problem) {
        return scene.say(reply(scene, filled, echoes, problem));
    }

    static Reply reply(Scene scene, Filling filled, List<Echo> echoes, Optional<Problem> problem) {
        return reply(scene, filled, Optional.empty(), echoes, problem);
    }

    private static Reply reply(
            Scene scene, Filling filled, Optional<Notice> notice, List<Echo> echoes, Optional<Problem> problem) {
        return switch (filled.place()) {
            case Place.Question(var number, var prompt) ->
                new Reply.Ask(
                        filled,
                        prompt,
                        filled.progress(prompt),
                        filled.findPrevious(number).isPresent(),
                        notice,
                        echoes,
                        problem.or(() -> filled.findImpasse(prompt)));
            case Place.Review() ->
                new Reply.Review(
                        filled,
                        libraryName(scene, filled),
                        !Trial.is(filled.draft())
                                && scene.findNewer(filled.form()).isPresent(),
                        notice,
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
