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
                .map(it -> start(scene, new ScoreQuestion(it, new ScoreQuestion.Focus.Best())))
                .orElseGet(() ->
                        scene.say(new Reply.ScorePeriodNotUnderstood(words)).end());
    }

    /// The argument is a [ScoreQuestion].
    Step pressed(Scene scene, String argument) {
        var question = ScoreQuestion.find(argument);
        if (question.isEmpty() || !Command.SCORE.isFor(scene.actor())) {
            return Conversation.stale(scene);
        }
        return start(scene, question.get());
    }

    private static Step start(Scene scene, ScoreQuestion question) {
        return scene.startOnCard(
                card -> new Job.Score(scene.incoming().senderId(), question, scene.today(), scene.language(), card));
    }

    static Step finished(Scene scene, JobResult.Scored result) {
        var asked = result.asked();
        return scene.silently()
                .in(asked.language())
                .sayOnKept(asked.card(), new Reply.ScoreCard(result.answer(), asked))
                .end();
    }
}
