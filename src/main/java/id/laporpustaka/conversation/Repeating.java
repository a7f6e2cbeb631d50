package id.laporpustaka.conversation;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import java.util.List;

/// Begins a report like an earlier one: what usually stays the same is kept, so that only dates, numbers, photos
/// and consents are asked.
final class Repeating {
    private Repeating() {}

    /// Whether anything of a report would be kept.
    static boolean isWorthwhile(PastReport past) {
        return past.answers().names().stream()
                .flatMap(name -> past.form().findQuestion(name).stream())
                .anyMatch(Repeating::isLasting);
    }

    /// @param current the version of the form that new reports are written with
    static Draft begin(long id, Form current, PastReport past, Facts facts) {
        var kept = Answers.none();
        for (var question : current.questions()) {
            var answer = past.answers().find(question.name());
            if (answer.isPresent() && isLasting(question) && fits(question, past.form(), answer.get())) {
                kept = kept.with(question.name(), answer.get());
            }
        }
        var evaluation = current.evaluate(kept, facts);
        for (var question : current.questions()) {
            if (!evaluation.relevant(question) || evaluation.violation(question).isPresent()) {
                kept = kept.without(question.name());
            }
        }
        var draft = Draft.begin(id, current.id(), current.version(), past.libraryId(), kept);
        for (var prompt : passedOver(past, facts)) {
            draft = draft.withSkipped(prompt.name());
        }
        return draft;
    }

    /// Names, places and choices last; what describes the one occasion does not, nor does a consent. A form
    /// marks the former itself where this cannot be known, with the appearance `once`.
    private static boolean isLasting(Question question) {
        if (question.appearances().contains("once")) {
            return false;
        }
        var consent = question.indicator().filter(it -> it.endsWith("consent")).isPresent();
        return question.type() == QuestionType.TEXT
                ? !question.appearances().contains("multiline")
                : question.type().isSelect() && !consent;
    }

    private static boolean fits(Question question, Form before, Value answer) {
        var sameType = before.findQuestion(question.name())
                .filter(old -> old.type() == question.type())
                .isPresent();
        return sameType && Renewal.hasChoices(question, answer);
    }

    /// The optional questions that were passed over the last time too.
    private static List<Prompt> passedOver(PastReport past, Facts facts) {
        var evaluation = past.form().evaluate(past.answers(), facts);
        return evaluation.prompts().stream()
                .filter(prompt -> prompt.within().isEmpty() && !(prompt instanceof Prompt.Another))
                .filter(prompt -> evaluation.relevant(prompt) && !evaluation.required(prompt))
                .filter(prompt -> prompt.questions().stream()
                        .noneMatch(
                                question -> past.answers().find(question.name()).isPresent()))
                .toList();
    }
}
