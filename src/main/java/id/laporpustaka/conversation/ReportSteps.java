package id.laporpustaka.conversation;

import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.submission.HistoryFilter;
import id.laporpustaka.submission.ReportChange;
import id.laporpustaka.submission.RevisionAction;
import id.laporpustaka.submission.media.MediaReason;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.Periods;
import id.laporpustaka.summary.score.ReceiptScore;
import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What people do with the reports that they have sent: look at them, correct them, take them back. Their receipts
/// follow.
final class ReportSteps {
    private static final int LONGEST_SEARCH = 80;
    private static final int YEAR = 4;

    /// @param search words of a report, or a period; empty for all
    Step history(Scene scene, String search, int page) {
        var wanted =
                search.substring(0, Math.min(search.length(), LONGEST_SEARCH)).strip();
        var period = wanted.isEmpty() ? Optional.<Period>empty() : Periods.find(wanted, scene.today());
        var filter = new HistoryFilter(
                personId(scene), period.isPresent() ? "" : wanted, period.map(Period::from), period.map(Period::to));
        var lookup = new Lookup.HistoryOf(filter, page);
        return scene.context()
                .findings()
                .find(lookup)
                .<Step>map(found -> scene.silently()
                        .sayOnTapped(new Reply.History(found))
                        .remember(state -> state.expecting(new Expecting.ReportSearch(wanted)))
                        .end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    /// Another page of what was searched last.
    Step turn(Scene scene, int page) {
        var search = scene.state().expecting() instanceof Expecting.ReportSearch(var typed) ? typed : "";
        return history(scene, search, page);
    }

    /// The argument of every verb is the number of the report.
    Step pressed(Scene scene, Press.OnReport verb, String number) {
        return switch (verb) {
            case SHOW -> find(scene, number, false, card -> show(scene, card, false));
            case CORRECT -> find(scene, number, false, card -> correct(scene, card));
            case WITHDRAW ->
                find(
                        scene,
                        number,
                        false,
                        card -> card.report().canBeWithdrawn(scene.context().now())
                                ? scene.silently()
                                        .sayOnTapped(new Reply.ReallyWithdraw(
                                                card.filling(scene.language()), standing(scene, card)))
                                        .end()
                                : show(scene, card, true));
            case WITHDRAW_YES -> find(scene, number, true, card -> withdraw(scene, card));
            case RESTORE -> find(scene, number, true, card -> restore(scene, card));
            case PRINT -> print(scene, new Job.PrintReport(scene.incoming().senderId(), number, scene.language()));
            case PRINT_ALL -> printAll(scene, number);
        };
    }

    private static Step print(Scene scene, Job job) {
        return scene.silently()
                .toast(new Toast.BeingMade())
                .also(new Effect.StartJob(job))
                .end();
    }

    /// The argument is `month/library` or `year/library`.
    private static Step printAll(Scene scene, String argument) {
        var slash = argument.indexOf('/');
        var library = Press.number(argument.substring(slash + 1));
        if (slash < 0 || library.isEmpty()) {
            return Conversation.stale(scene);
        }
        try {
            var time = argument.substring(0, slash);
            var from = time.length() > YEAR
                    ? YearMonth.parse(time).atDay(1)
                    : Year.parse(time).atDay(1);
            var to = time.length() > YEAR
                    ? YearMonth.from(from).atEndOfMonth()
                    : from.plusYears(1).minusDays(1);
            return print(
                    scene, new Job.PrintBook(scene.incoming().senderId(), library.get(), from, to, scene.language()));
        } catch (DateTimeException _) {
            return Conversation.stale(scene);
        }
    }

    private static Step find(Scene scene, String number, boolean toChange, Function<ReportCard, Step> then) {
        var lookup = new Lookup.OwnReport(personId(scene), number, toChange);
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> found.map(then)
                        .orElseGet(() -> scene.silently()
                                .sayOnTapped(new Reply.ReportGone())
                                .end()))
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static Step show(Scene scene, ReportCard card, boolean refused) {
        return isOnReceipt(scene, card)
                ? ReceiptScoring.with(
                        scene,
                        card,
                        card,
                        score -> scene.silently()
                                .sayOnTapped(receipt(scene, card, score, refused))
                                .end())
                : scene.silently().sayOnTapped(listed(scene, card, refused)).end();
    }

    private static Reply.Receipt receipt(Scene scene, ReportCard card, Optional<ReceiptScore> score, boolean refused) {
        return new Reply.Receipt(
                card.filling(scene.language()), standing(scene, card), Optional.empty(), score, false, refused);
    }

    /// A report that is looked at elsewhere than on its receipt.
    static Reply.Receipt listed(Scene scene, ReportCard card, boolean refused) {
        return new Reply.Receipt(
                card.filling(scene.language()),
                standing(scene, card),
                Optional.empty(),
                Optional.empty(),
                true,
                refused);
    }

    static Reply.Standing standing(Scene scene, ReportCard card) {
        var report = card.report();
        var now = scene.context().now();
        var decision = card.findDecision();
        return new Reply.Standing(
                report.number(),
                report.library().name(),
                report.status(),
                report.canBeCorrected(now),
                report.canBeRestored(now),
                report.openUntil(),
                decision,
                ReportCard.prompts(
                        card.filling(scene.language()),
                        decision.map(it -> it.asked()).orElse(List.of())),
                report.mergedInto());
    }

    /// Goes on with a correction that has been begun, unless the report is another one by now.
    private static Step correct(Scene scene, ReportCard card) {
        var report = card.report();
        if (!report.canBeCorrected(scene.context().now())) {
            return show(scene, card, true);
        }
        if (scene.findReporting(report.library().id()).isEmpty()) {
            return scene.say(new Reply.LostLibrary()).end();
        }
        var lookup = new Lookup.OpenDraft(personId(scene), report.draftId());
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        var correction = correction(card);
        var draft = found.get()
                .map(begun -> begun.correction()
                                .filter(it -> it.revision() == report.revision())
                                .isPresent()
                        ? begun
                        : begun.correcting(correction))
                .orElseGet(() -> Draft.correct(
                        report.draftId(),
                        report.formId(),
                        report.formVersion(),
                        report.library().id(),
                        correction));
        var filled = scene.fillingOf(draft);
        if (filled.isEmpty()) {
            return scene.say(new Reply.DraftGone()).end();
        }
        return found.get().isEmpty() && correction.toAsk().isEmpty()
                ? Moving.edit(scene, filled.get(), 0)
                : Asking.resume(scene, filled.get());
    }

    /// What is to be corrected: all that the reviewer asks for, else whatever the sender likes.
    static Correction correction(ReportCard card) {
        var asked = card.findDecision().filter(it -> it.action() == RevisionAction.ASKED);
        return new Correction(
                card.report().number(),
                card.report().revision(),
                card.answers(),
                asked.map(it -> it.asked()).orElse(List.of()),
                asked.flatMap(it -> it.reason()));
    }

    private static Step withdraw(Scene scene, ReportCard card) {
        return card.report().canBeWithdrawn(scene.context().now())
                ? change(
                        scene,
                        card,
                        ReportChange.withdrawn(card.report(), scene.context().now()))
                : show(scene, card, true);
    }

    private static Step restore(Scene scene, ReportCard card) {
        var waits = scene.findReporting(card.report().library().id())
                .map(Reporting::accepted)
                .map(accepted -> !accepted);
        if (waits.isEmpty()) {
            return scene.silently().sayOnTapped(new Reply.LostLibrary()).end();
        }
        return card.report().canBeRestored(scene.context().now())
                ? change(
                        scene,
                        card,
                        ReportChange.restored(
                                card.report(), waits.get(), scene.context().now()))
                : show(scene, card, true);
    }

    /// Only who is told on another card than the receipt has that rewritten besides.
    private static Step change(Scene scene, ReportCard card, ReportChange change) {
        var after = card.after(change);
        if (!isOnReceipt(scene, card)) {
            return scene.silently()
                    .sayOnTapped(listed(scene, after, false))
                    .also(new Effect.ChangeOwn(change, false))
                    .end();
        }
        return ReceiptScoring.with(
                scene,
                card,
                after,
                score -> scene.silently()
                        .sayOnTapped(receipt(scene, after, score, false))
                        .also(new Effect.ChangeOwn(change, true))
                        .end());
    }

    private static boolean isOnReceipt(Scene scene, ReportCard card) {
        return scene.incoming().input() instanceof Input.Tap tap
                && tap.card().isPresent()
                && tap.card().equals(card.report().receipt());
    }

    /// Rewrites the receipt of a report, if there is one.
    Step receiptIsOld(Scene scene, String number) {
        var lookup = new Lookup.OwnReport(personId(scene), number, false);
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return scene.actor().isEmpty() ? scene.silently().end() : Step.Needs.of(lookup);
        }
        return found.get()
                .filter(card -> card.report().receipt().isPresent())
                .map(card -> ReceiptScoring.with(
                        scene,
                        card,
                        card,
                        score -> scene.silently()
                                .sayOnCard(
                                        card.report().receipt().getAsInt(),
                                        new Reply.RefreshedReceipt(receipt(scene, card, score, false)))
                                .end()))
                .orElseGet(() -> scene.silently().end());
    }

    /// Tells a sender that a file of a report has to be sent again.
    Step fileIsLost(Scene scene, String number, MediaReason reason) {
        var lookup = new Lookup.OwnReport(personId(scene), number, false);
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return scene.actor().isEmpty() ? scene.silently().end() : Step.Needs.of(lookup);
        }
        return found.get()
                .map(card -> scene.silently()
                        .sayForGood(new Reply.FileLost(card.filling(scene.language()), standing(scene, card), reason))
                        .end())
                .orElseGet(() -> scene.silently().end());
    }

    /// Tells a sender what a reviewer did; that a report is verified is seen on the receipt alone.
    Step reviewIsNews(Scene scene, JobResult.ReviewIsNews news) {
        var lookup = new Lookup.OwnReport(personId(scene), news.number(), false);
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return scene.actor().isEmpty() ? scene.silently().end() : Step.Needs.of(lookup);
        }
        var card = found.get();
        var revision = card.flatMap(it -> it.findRevision(news.revision()));
        return revision.isPresent()
                ? scene.silently()
                        .sayForGood(new Reply.ReviewNews(
                                card.get().filling(scene.language()), standing(scene, card.get()), revision.get()))
                        .end()
                : scene.silently().end();
    }

    private static long personId(Scene scene) {
        return scene.actor().map(Actor::personId).orElse(0L);
    }
}
