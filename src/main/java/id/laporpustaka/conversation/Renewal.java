package id.laporpustaka.conversation;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.Repeat;
import id.laporpustaka.form.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A draft taken over to another version of its form.
///
/// An answer goes along if its question is still there, is of the same type and still has the choices taken;
/// whether the new rules allow it is asked where all answers are looked at. What does not go along is told to
/// the person.
///
/// @param left answers that the new version has no place for, by prompt of the old one
public record Renewal(Draft draft, List<Left> left) {
    public Renewal {
        left = List.copyOf(left);
    }

    /// Answers that were given to a prompt and have no place any more.
    public record Left(Prompt prompt, Map<String, Value> values) {
        public Left {
            values = Map.copyOf(values);
        }
    }

    static Renewal of(Filling before, Form after) {
        var draft = before.draft();
        var kept = Answers.none();
        var left = new ArrayList<Left>();
        for (var prompt : before.evaluation().prompts()) {
            var lost = new LinkedHashMap<String, Value>();
            for (var question : prompt.questions()) {
                var answer = draft.answers().find(question.name());
                if (answer.isPresent() && fits(question, before.form(), after, answer.get())) {
                    kept = kept.with(question.name(), answer.get());
                } else {
                    answer.ifPresent(value -> lost.put(question.name(), value));
                }
            }
            if (!lost.isEmpty()) {
                left.add(new Left(prompt, lost));
            }
        }
        for (var repeat : after.repeats()) {
            var count = draft.answers().find(repeat.name());
            kept = count.isPresent() ? kept.with(repeat.name(), count.get()) : kept;
        }
        return new Renewal(draft.renewed(after.version(), kept, skipped(draft, after)), left);
    }

    private static boolean fits(Question question, Form before, Form after, Value answer) {
        return after.findQuestion(question.name())
                .filter(now -> now.type() == question.type()
                        && hasChoices(now, answer)
                        && nameOfRepeat(after, now).equals(nameOfRepeat(before, question)))
                .isPresent();
    }

    private static Optional<String> nameOfRepeat(Form form, Question question) {
        return form.findRepeatOf(question).map(Repeat::name);
    }

    /// Choices that are looked up are checked where all answers are.
    static boolean hasChoices(Question question, Value answer) {
        return !(answer instanceof Value.Selected(var codes))
                || question.choices().isEmpty()
                || codes.stream().allMatch(code -> question.findChoice(code).isPresent());
    }

    private static LinkedHashSet<String> skipped(Draft draft, Form after) {
        var skipped = new LinkedHashSet<String>();
        draft.skipped().stream()
                .filter(name -> after.findPrompt(name).isPresent()
                        || after.findQuestion(name).isPresent()
                        || after.findRepeat(name).isPresent())
                .forEach(skipped::add);
        return skipped;
    }
}
