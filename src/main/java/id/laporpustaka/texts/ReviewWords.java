package id.laporpustaka.texts;

import id.laporpustaka.conversation.Difference;
import id.laporpustaka.conversation.Filling;
import id.laporpustaka.conversation.ReportCard;
import id.laporpustaka.form.Value;
import id.laporpustaka.submission.Reason;
import id.laporpustaka.submission.Verdict;
import java.util.List;
import java.util.Map;

/// What reviewers say of reports and what senders change in them, in the words of one language, for pages. Plain
/// text, to be escaped where it is shown.
public final class ReviewWords {
    private final Wording words;
    private final ReviewCard cards;
    private final ReportCards reports;

    ReviewWords(Wording words) {
        this.words = words;
        this.cards = new ReviewCard(words);
        this.reports = new ReportCards(words);
    }

    /// An answer before and after a correction; a side without an answer says so.
    public record Changed(String question, String from, String to) {}

    public String reason(Reason reason) {
        return reports.reason(reason);
    }

    /// The reasons that are offered for a decision, the likeliest first; none where only own words will do.
    public List<Reason.Kind> reasons(Verdict verdict) {
        return ReviewingCards.kinds(verdict);
    }

    /// What a correction changed, in the order of the form.
    public List<Changed> changes(Filling filling, ReportCard.Past past) {
        return Difference.list(filling.evaluation(), past.from(), past.to()).stream()
                .map(difference -> new Changed(
                        cards.question(difference.prompt()),
                        answer(filling, difference, difference.from()),
                        answer(filling, difference, difference.to())))
                .toList();
    }

    private String answer(Filling filling, Difference difference, Map<String, Value> values) {
        return values.isEmpty()
                ? words.plain(Phrase.NO_ANSWER)
                : words.answer(filling.evaluation(), difference.prompt(), values);
    }

    /// The questions that were to be answered anew, as far as the report has them.
    public List<String> questions(Filling filling, List<String> names) {
        return ReportCard.prompts(filling, names).stream().map(cards::question).toList();
    }
}
