package id.laporpustaka.conversation;

import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.reading.Control;
import id.laporpustaka.form.reading.ControlWords;
import id.laporpustaka.people.Reporting;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What messages and presses do to a report that is being written.
final class FillingSteps {
    private final Answering answering = new Answering();
    private final Correcting correcting = new Correcting(answering);
    private final Sending sending = new Sending();
    private final Resending resending = new Resending();
    private final ControlWords words = new ControlWords();

    private static Step endTrial(Scene scene, Filling filled, boolean sent) {
        var candidate = Trial.candidate(filled.draft().formVersion()).orElseThrow();
        return scene.say(new Reply.TrialOver(candidate, filled.form(), sent))
                .putAway()
                .end();
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
                return scene.say(Asking.reply(
                                scene, prepared.filling(), prepared.notices(), prepared.echoes(), prepared.problem()))
                        .keep(prepared.filling().draft())
                        .end();
            }
        }
        return switch (filled.place()) {
            case Place.Question(var _, var prompt) ->
                Asking.settle(scene, filled, answering.read(filled, prompt, text, Optional.of(messageId)));
            case Place.Review() ->
                Asking.go(scene, filled, List.of(), Optional.of(new Problem.ButtonWanted()))
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
            case CANCEL -> Optional.of(cancelling ? discard(scene, filled) : cancel(scene, false));
            case BACK -> Optional.of(Moving.back(scene, filled));
            case SKIP -> skipOrDone(scene, filled);
            case DONE ->
                draft.pending() instanceof Pending.Marked || another.isPresent()
                        ? skipOrDone(scene, filled)
                        : Optional.empty();
            case SAVE -> Optional.of(save(scene, filled));
            case SEND -> reviewing ? Optional.of(send(scene, filled)) : Optional.empty();
            case CHANGE -> reviewing ? Optional.of(Moving.edit(scene, filled, 0)) : Optional.empty();
            case HELP -> Optional.of(scene.say(new Reply.Help(scene.commands())).end());
            case THANKS ->
                Optional.of(scene.silently().sayForGood(new Reply.Thanks()).end());
            case MENU, GREETING -> Optional.of(Asking.resume(scene, filled));
            case YES -> {
                if (cancelling) {
                    yield Optional.of(discard(scene, filled));
                }
                if (unusual) {
                    yield Optional.of(Moving.confirm(scene, filled));
                }
                if (another.isPresent()) {
                    yield Optional.of(Asking.settle(scene, filled, answering.add(filled, another.get())));
                }
                yield reviewing ? Optional.of(send(scene, filled)) : Optional.empty();
            }
            case NO -> {
                if (cancelling || unusual || draft.pending() instanceof Pending.Doubted) {
                    yield Optional.of(Asking.resume(scene, filled));
                }
                yield another.map(prompt -> Moving.skip(scene, filled, prompt));
            }
            case DO_NOT_KNOW ->
                draft.pending() instanceof Pending.Total(var total)
                                && filled.place() instanceof Place.Question(var _, var prompt)
                        ? answering.total(filled, prompt, total).map(attempt -> Asking.settle(scene, filled, attempt))
                        : Optional.empty();
        };
    }

    private Optional<Step> skipOrDone(Scene scene, Filling filled) {
        return filled.place() instanceof Place.Question(var _, var prompt)
                ? Optional.of(
                        filled.draft().pending() instanceof Pending.Marked
                                ? Moving.done(scene, filled, prompt)
                                : Moving.skip(scene, filled, prompt))
                : Optional.empty();
    }

    Step edited(Scene scene, int messageId, String text) {
        return correcting.edited(scene, messageId, text);
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
            case SKIP -> Moving.skip(scene, present, prompt);
            case BACK -> Moving.back(scene, present);
            case SAVE -> save(scene, present);
            case CANCEL -> cancel(scene, false);
            case GO_ON -> Asking.resume(scene, present);
            case DONE -> Moving.done(scene, present, prompt);
            case CONFIRM -> Moving.confirm(scene, present);
            case ENOUGH -> Moving.enough(scene, present);
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
            case Answering.Pressed.Answered(var attempt) -> Asking.settle(scene, filled, attempt);
            case Answering.Pressed.Shown(var draft) -> Asking.keep(scene, filled, draft);
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
        if (isSecondTap(present.draft(), press)) {
            return scene.silently().end();
        }
        if (present.draft().revision() != press.revision()) {
            return Asking.go(scene, present, List.of(), Optional.empty())
                    .toast(new Toast.ChangedSince())
                    .end();
        }
        return switch (press.verb()) {
            case SEND -> send(scene, present, false);
            case SEND_ANYWAY -> send(scene, present, true);
            case ADD_PHOTOS -> DoubleChecking.addPhotos(scene, present, sentOn(scene, present), press.argument());
            case DISCARD -> discard(scene, present);
            case CANCEL -> cancel(scene, false);
            case KIND -> Conversation.stale(scene);
            case GO_ON, REVIEW -> Asking.resume(scene, present);
            case SAVE -> save(scene, present);
            case EDIT ->
                Moving.edit(scene, present, Press.place(press.argument()).orElse(0));
            case DETAILS -> Moving.details(scene, present);
            case RENEW -> Beginning.renew(scene, present);
            case JUMP ->
                present.evaluation()
                        .findPromptAt(press.argument())
                        .map(prompt -> Moving.jump(scene, present, prompt))
                        .orElseGet(() -> Conversation.stale(scene));
            case REMOVE -> Moving.remove(scene, present, press.argument());
        };
    }

    /// Whether the first tap has led to what is shown now.
    private static boolean isSecondTap(Draft draft, Press.OfDraft press) {
        return press.revision() == draft.revision() - 1
                && switch (draft.pending()) {
                    case Pending.Doubted() -> press.verb() == Press.OnDraft.SEND;
                    case Pending.Editing _ -> press.verb() == Press.OnDraft.EDIT;
                    case Pending.Cancelling() -> press.verb() == Press.OnDraft.CANCEL;
                    case Pending.Nothing(), Pending.Marked _, Pending.Total _, Pending.Unusual _ -> false;
                    case Pending.Calendar _, Pending.Page _ -> false;
                };
    }

    private static LocalDate sentOn(Scene scene, Filling filled) {
        return LocalDate.ofInstant(
                scene.context().now(),
                scene.findReporting(filled.draft().libraryId())
                        .map(Reporting::zone)
                        .orElseGet(scene::zone));
    }

    private static Step elsewhere(Scene scene, long draftId) {
        var sent = scene.state().lastSent();
        return sent.isPresent() && sent.getAsLong() == draftId
                ? scene.silently().toast(new Toast.AlreadySent()).end()
                : Conversation.stale(scene);
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
    /// @param told whether something waits for a report to be begun; it is forgotten too
    Step cancel(Scene scene, boolean told) {
        return scene.filling()
                .map(filled -> {
                    var draft = filled.draft().withPending(new Pending.Cancelling());
                    return scene.say(new Reply.ReallyCancel(filled.with(draft)))
                            .keep(draft)
                            .end();
                })
                .orElseGet(() -> scene.say(told ? new Reply.ToldForgotten() : new Reply.NothingToCancel())
                        .remember(state -> state.with(Material.none()))
                        .end());
    }

    private Step send(Scene scene, Filling filled) {
        return send(scene, filled, filled.draft().pending() instanceof Pending.Doubted);
    }

    private Step send(Scene scene, Filling filled, boolean sure) {
        if (Trial.is(filled.draft())) {
            return endTrial(scene, filled, true);
        }
        return filled.draft().correction().isPresent()
                ? resending.send(scene, filled)
                : sending.send(scene, filled, sure);
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
}
