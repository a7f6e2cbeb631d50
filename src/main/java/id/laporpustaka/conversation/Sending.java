package id.laporpustaka.conversation;

import id.laporpustaka.form.Value;
import id.laporpustaka.submission.Deadlines;
import id.laporpustaka.submission.Status;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The last step of a report: what was seen is what is sent, once.
final class Sending {

    /// @param sure whether it is sent though it may have been reported already
    Step send(Scene scene, Filling filled, boolean sure) {
        var draft = filled.draft();
        var actor = scene.actor().orElseThrow();
        var reporting = scene.findReporting(draft.libraryId());
        if (reporting.isEmpty()) {
            return scene.say(new Reply.LostLibrary()).putAway().end();
        }
        var checked = filled.rechecked();
        if (checked.problem().isPresent() || filled.with(checked.draft()).place() instanceof Place.Question) {
            return Asking.show(scene, filled, checked);
        }
        var now = scene.context().now();
        var sentOn = LocalDate.ofInstant(now, reporting.get().zone());
        var sentIn = YearMonth.from(sentOn);
        var held = YearMonth.from(heldOn(filled));
        var number = new Lookup.SubmissionNumber(draft.formId(), sentIn.getYear(), sentIn.getMonthValue());
        var count = new Lookup.ReportsInMonth(draft.libraryId(), draft.formId(), held.getYear(), held.getMonthValue());
        var doubles = DoubleChecking.lookup(filled, sentOn);
        var findings = scene.context().findings();
        if (!sure) {
            var alike = findings.find(doubles);
            if (alike.isEmpty()) {
                return Step.Needs.of(doubles);
            }
            if (!alike.get().isEmpty()) {
                return DoubleChecking.ask(scene, filled, alike.get());
            }
        }
        var waiting = !reporting.get().accepted();
        var answers = filled.evaluation().effective();
        var score = ReceiptScoring.ofSent(draft.libraryId(), filled.form(), answers, sentOn);
        if (findings.find(number).isEmpty() || findings.find(count).isEmpty()) {
            return waiting ? Step.Needs.of(number, count) : Step.Needs.of(number, count, score);
        }
        var given = findings.find(number).get();
        var standing = new Reply.Standing(
                given,
                reporting.get().libraryName(),
                waiting ? Status.WAITING : Status.SENT,
                true,
                false,
                Deadlines.ofSender(heldOn(filled), sentOn),
                Optional.empty(),
                List.of(),
                Optional.empty());
        var month = new Reply.MonthSoFar(held, findings.find(count).get() + 1);
        var receipt = new Reply.Receipt(
                filled, standing, Optional.of(month), findings.find(score).flatMap(found -> found), false, false);
        return scene.silently()
                .sayForGood(receipt)
                .putAway()
                .remember(state -> state.withSent(draft.id()))
                .alsoOnCard(card -> new Effect.Submit(
                        draft, filled.form(), actor.personId(), waiting, given, now, sentOn, answers, card))
                .end();
    }

    private static LocalDate heldOn(Filling filled) {
        return filled.form().questions().stream()
                .filter(question ->
                        question.indicator().filter("date_start"::equals).isPresent())
                .flatMap(question -> filled.draft().answers().find(question.name()).stream())
                .flatMap(value -> value instanceof Value.Day(var date) ? Stream.of(date) : Stream.<LocalDate>empty())
                .findFirst()
                .orElse(filled.facts().today());
    }
}
