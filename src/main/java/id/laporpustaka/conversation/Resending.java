package id.laporpustaka.conversation;

import id.laporpustaka.submission.Status;
import java.util.List;
import java.util.Optional;

/// The last step of a correction: what was seen becomes the content of the report, unless that is another one by
/// now.
final class Resending {

    Step send(Scene scene, Filling filled) {
        var draft = filled.draft();
        var correction = draft.correction().orElseThrow();
        var actor = scene.actor().orElseThrow();
        if (scene.findReporting(draft.libraryId()).isEmpty()) {
            return scene.say(new Reply.LostLibrary()).putAway().end();
        }
        var checked = filled.rechecked();
        if (checked.problem().isPresent() || filled.with(checked.draft()).place() instanceof Place.Question) {
            return Asking.show(scene, filled, checked);
        }
        var lookup = new Lookup.OwnReport(actor.personId(), correction.number(), true);
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> found.map(card -> send(scene, filled, correction, card))
                        .orElseGet(() ->
                                scene.say(new Reply.ReportGone()).putAway().end()))
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static Step send(Scene scene, Filling filled, Correction correction, ReportCard card) {
        if (!card.report().canBeCorrected(scene.context().now())) {
            return putAway(scene, filled, ReportSteps.listed(scene, card, true));
        }
        if (!card.answers().equals(correction.before())) {
            return rebase(scene, filled, card);
        }
        if (filled.differences().isEmpty() && card.report().status() != Status.NEEDS_CORRECTION) {
            var nothing = new Reply.NothingCorrected(card.filling(scene.language()), ReportSteps.standing(scene, card));
            return putAway(scene, filled, nothing);
        }
        var status = card.report().status() == Status.WAITING ? Status.WAITING : Status.SENT;
        var before = ReportSteps.standing(scene, card);
        var standing = new Reply.Standing(
                before.number(),
                before.libraryName(),
                status,
                true,
                false,
                before.openUntil(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        var answers = filled.evaluation().effective();
        return scene.silently()
                .sayForGood(new Reply.Corrected(filled, standing))
                .putAway()
                .remember(state -> state.withSent(filled.draft().id()))
                .also(new Effect.Correct(
                        filled.draft(), card, answers, scene.context().now()))
                .end();
    }

    private static Step putAway(Scene scene, Filling filled, Reply reply) {
        return scene.silently()
                .sayForGood(reply)
                .putAway()
                .also(new Effect.DiscardDraft(filled.draft().id()))
                .end();
    }

    /// The report has got other answers since the correction was begun: the person looks at what would change now.
    private static Step rebase(Scene scene, Filling filled, ReportCard card) {
        var now = new Correction(
                card.report().number(),
                card.report().revision(),
                card.answers(),
                List.of(),
                filled.draft().correction().flatMap(Correction::reason));
        var draft = filled.draft().correcting(now);
        return Asking.go(scene, filled.with(draft), List.of(), Optional.empty())
                .toast(new Toast.ChangedSince())
                .keep(draft)
                .end();
    }
}
