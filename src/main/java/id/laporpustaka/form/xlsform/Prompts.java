package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Prompt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts questions together into what is asked in one message.
final class Prompts {
    private final Survey survey;
    private final List<Prompt> prompts = new ArrayList<>();
    private final Set<Integer> listed = new HashSet<>();

    private Prompts(Survey survey) {
        this.survey = survey;
    }

    static List<Prompt> of(Survey survey) {
        var prompts = new Prompts(survey);
        var repeat = -1;
        for (var asked : survey.questions()) {
            var around = survey.repeatOf(asked);
            if (around != repeat) {
                prompts.end(repeat);
            }
            repeat = around;
            if (asked.question().type().isShown()) {
                prompts.add(asked);
            }
        }
        prompts.end(repeat);
        return prompts.prompts;
    }

    private void add(Survey.Asked asked) {
        var list = survey.fieldListOf(asked);
        if (list < 0 || !isInList(asked)) {
            prompts.add(new Prompt.Single(asked.question(), place(), Optional.empty()));
        } else if (listed.add(list)) {
            prompts.add(fieldList(list));
        }
    }

    /// What can't be answered is not part of a message that asks for several answers at once.
    private static boolean isInList(Survey.Asked asked) {
        return asked.question().type().isAnswered() && !asked.isComputed();
    }

    private Prompt fieldList(int list) {
        var group = survey.groups().get(list);
        var questions = survey.questions().stream()
                .filter(asked -> survey.fieldListOf(asked) == list && isInList(asked))
                .map(Survey.Asked::question)
                .toList();
        return new Prompt.FieldList(
                group.name(), label(group), group.hint(), group.detail(), questions, place(), Optional.empty());
    }

    /// After a repeat whose instances are not counted by the form, another one is offered.
    private void end(int repeat) {
        if (repeat < 0 || survey.groups().get(repeat).row().find("repeat_count").isPresent()) {
            return;
        }
        var group = survey.groups().get(repeat);
        prompts.add(new Prompt.Another(group.name(), label(group), group.hint(), group.detail(), 1, place()));
    }

    private static LocalizedText label(Survey.Group group) {
        return group.label().orElseGet(() -> LocalizedText.of(group.name(), group.name()));
    }

    private String place() {
        return Integer.toString(prompts.size());
    }
}
