package id.laporpustaka.conversation;

import id.laporpustaka.summary.Periods;
import id.laporpustaka.summary.score.ScorePeriod;
import java.util.Optional;

/// Scores: one's own, and of where one coordinates. What is asked for is worked out outside and then written over the
/// card that asked.
final class ScoreSteps {

    /// `/rapor`, with or without a period in words.
    Step asked(Scene scene, String words) {
        var period = words.isBlank()
                ? Optional.of(ScorePeriod.ofYear(scene.today().getYear()))
                : Periods.find(words, scene.today()).flatMap(ScorePeriod::of);
        return period.filter(it -> !it.from().isAfter(scene.today()))
                .map(it -> start(scene, new ScoreQuestion(it, new ScoreQuestion.Focus.Best()), 0))
                .orElseGet(() ->
                        scene.say(new Reply.ScorePeriodNotUnderstood(words)).end());
    }

    /// The argument is a [ScoreQuestion].
    Step pressed(Scene scene, String argument) {
        var question = ScoreQuestion.find(argument);
        if (question.isEmpty() || !Command.SCORE.isFor(scene.actor())) {
            return Conversation.stale(scene);
        }
        var card = scene.isTapOnOpenCard() ? scene.state().openCard().orElse(0) : 0;
        return start(scene, question.get(), card);
    }

    private static Step start(Scene scene, ScoreQuestion question, int card) {
        var job = new Job.Score(scene.incoming().senderId(), question, scene.today(), scene.language(), card);
        return scene.silently().also(new Effect.StartJob(job)).end();
    }

    static Step finished(Scene scene, JobResult.Scored result) {
        var asked = result.asked();
        return scene.silently()
                .in(asked.language())
                .sayOver(asked.card(), new Reply.ScoreCard(result.answer(), asked))
                .end();
    }
}
