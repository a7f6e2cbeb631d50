package id.laporpustaka.conversation;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Evaluation;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What differs between two answers to a prompt, by the name of the question; a side without answers is empty.
public record Difference(Prompt prompt, Map<String, Value> from, Map<String, Value> to) {
    public Difference {
        from = Map.copyOf(from);
        to = Map.copyOf(to);
    }

    /// What people have answered otherwise, in the order of the form.
    public static List<Difference> list(Evaluation evaluation, Answers from, Answers to) {
        var all = new ArrayList<Difference>();
        for (var prompt : evaluation.prompts()) {
            var before = valuesOf(prompt, evaluation, from);
            var after = valuesOf(prompt, evaluation, to);
            if (!before.equals(after)) {
                all.add(new Difference(prompt, before, after));
            }
        }
        return all;
    }

    private static Map<String, Value> valuesOf(Prompt prompt, Evaluation evaluation, Answers answers) {
        var values = new LinkedHashMap<String, Value>();
        for (var question : prompt.questions()) {
            if (!evaluation.isComputed(question)) {
                answers.find(question.name()).ifPresent(value -> values.put(question.name(), value));
            }
        }
        return values;
    }
}
