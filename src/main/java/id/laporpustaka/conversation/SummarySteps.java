package id.laporpustaka.conversation;

import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.Periods;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// The coordinator's questions: periods in words or by buttons.
final class SummarySteps {

    /// `/ringkasan`, with or without a period in words.
    Step asked(Scene scene, String words) {
        if (words.isBlank()) {
            var today = scene.today();
            return start(scene, new Period(today.withDayOfMonth(1), today), Job.Grouping.TYPE, 0);
        }
        return findPeriod(scene, words)
                .orElseGet(() -> scene.silently()
                        .remember(state -> state.expecting(new Expecting.Period()))
                        .say(new Reply.PeriodNotUnderstood(words))
                        .end());
    }

    Optional<Step> findPeriod(Scene scene, String words) {
        return Periods.find(words, scene.today()).map(period -> start(scene, period, Job.Grouping.TYPE, 0));
    }

    /// The argument is `from/to/grouping`.
    Step pressed(Scene scene, String argument) {
        if (!Command.SUMMARY.isFor(scene.actor())) {
            return Conversation.stale(scene);
        }
        var card = scene.isTapOnOpenCard() ? scene.state().openCard().orElse(0) : 0;
        var parts = argument.split("/", 3);
        try {
            var period = new Period(LocalDate.parse(parts[0]), LocalDate.parse(parts[1]));
            return start(scene, period, Job.Grouping.valueOf(parts[2]), card);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return Conversation.stale(scene);
        }
    }

    private static Step start(Scene scene, Period period, Job.Grouping grouping, int card) {
        var job = new Job.Summarise(
                scene.incoming().senderId(), period.from(), period.to(), grouping, scene.language(), card);
        return scene.silently().also(new Effect.StartJob(job)).end();
    }

    Step finished(Scene scene, JobResult.Summarised result) {
        var asked = result.asked();
        return scene.silently()
                .in(asked.language())
                .remember(state -> state.expecting(new Expecting.Period()))
                .sayOver(asked.card(), new Reply.SummaryCard(result.summary(), asked, scene.today()))
                .end();
    }
}
