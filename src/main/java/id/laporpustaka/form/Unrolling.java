package id.laporpustaka.form;

import id.laporpustaka.form.expression.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Prompts and questions as they stand now: repeats unrolled, texts and choices filled in.
final class Unrolling {
    private final Form form;
    private final Values values;
    private final Structure structure;

    Unrolling(Form form, Values values) {
        this.form = form;
        this.values = values;
        this.structure = form.structure();
    }

    List<Prompt> prompts() {
        if (structure.isFixed()) {
            return form.prompts();
        }
        var unrolled = new ArrayList<Prompt>();
        var written = form.prompts();
        for (var first = 0; first < written.size(); ) {
            var repeat = findRepeatOf(written.get(first));
            var end = first + 1;
            while (repeat.isPresent()
                    && end < written.size()
                    && findRepeatOf(written.get(end)).equals(repeat)) {
                end++;
            }
            var part = written.subList(first, end);
            if (repeat.isEmpty()) {
                part.forEach(prompt -> unrolled.add(filled(prompt)));
            } else {
                unroll(part, repeat.get(), unrolled);
            }
            first = end;
        }
        return List.copyOf(unrolled);
    }

    private Optional<Repeat> findRepeatOf(Prompt prompt) {
        return prompt.questions().stream().findFirst().flatMap(form::findRepeatOf);
    }

    private void unroll(List<Prompt> part, Repeat repeat, List<Prompt> unrolled) {
        for (var instance = 1; instance <= values.count(repeat); instance++) {
            var label = groupLabel(repeat.group(), instance);
            for (var prompt : part) {
                unrolled.add(inInstance(prompt, instance, Optional.of(new Prompt.Within(label, instance))));
            }
        }
    }

    private Prompt filled(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Single(var question, var _, var _) when !structure.isChanging(question.slot()) -> prompt;
            case Prompt.Single _, Prompt.FieldList _ -> inInstance(prompt, 0, Optional.empty());
            case Prompt.Another another ->
                form.findRepeat(another.name())
                        .<Prompt>map(repeat -> new Prompt.Another(
                                another.name(),
                                groupLabel(repeat.group(), 0),
                                groupHint(repeat.group(), 0),
                                another.detail(),
                                values.count(repeat),
                                another.place()))
                        .orElse(another);
        };
    }

    private Prompt inInstance(Prompt prompt, int instance, Optional<Prompt.Within> within) {
        var place = instance == 0 ? prompt.place() : prompt.place() + "_" + instance;
        return switch (prompt) {
            case Prompt.Single(var question, var _, var _) ->
                new Prompt.Single(inInstance(question, instance), place, within);
            case Prompt.FieldList list -> {
                var group = structure.groupOf(list.name());
                yield new Prompt.FieldList(
                        Instances.name(list.name(), instance),
                        groupLabel(group, instance),
                        groupHint(group, instance),
                        list.detail(),
                        list.questions().stream()
                                .map(question -> inInstance(question, instance))
                                .toList(),
                        place,
                        within);
            }
            case Prompt.Another another -> another;
        };
    }

    /// Empty if there is no such instance now.
    Optional<Question> findInstance(Question written, int instance) {
        var repeat = form.findRepeatOf(written);
        var exists = repeat.isEmpty() ? instance == 0 : instance >= 1 && instance <= values.count(repeat.get());
        return exists ? Optional.of(inInstance(written, instance)) : Optional.empty();
    }

    private Question inInstance(Question written, int instance) {
        if (!structure.isChanging(written.slot())) {
            return written;
        }
        var wording = form.rules().questions().get(written.slot()).wording();
        var own = written.in(instance);
        if (wording.isFixed()) {
            return own.with(own.label(), own.hint(), own.requiredMessage(), choices(own));
        }
        var view = values.view(own, values.value(own));
        return own.with(
                wording.label().fill(view),
                wording.hint().map(hint -> hint.fill(view)),
                wording.requiredMessage().map(message -> message.fill(view)),
                choices(own));
    }

    /// All choices of a question, whether or not they fit the other answers.
    List<Choice> choices(Question question) {
        var written = form.questions().get(question.slot());
        var rules = form.rules().questions().get(question.slot());
        if (rules.choiceTable().isPresent()) {
            return values.rows(rules.choiceTable().getAsInt()).stream()
                    .map(row -> new Choice(row.getOrDefault("name", ""), label(row)))
                    .toList();
        }
        var labels = rules.wording().choices();
        if (labels.isEmpty()) {
            return written.choices();
        }
        var view = values.view(question, values.value(question));
        var filled = new ArrayList<Choice>();
        for (var i = 0; i < labels.size(); i++) {
            var choice = written.choices().get(i);
            filled.add(new Choice(choice.code(), labels.get(i).fill(view), choice.synonyms()));
        }
        return filled;
    }

    private static LocalizedText label(Map<String, String> row) {
        var label = row.getOrDefault("label", "");
        return label.isEmpty() ? LocalizedText.empty() : LocalizedText.of(label, label);
    }

    /// What a filter looks at for each of the choices.
    List<Map<String, String>> columns(Question question, Rules.ChoiceFilter filter) {
        var table = form.rules().questions().get(question.slot()).choiceTable();
        return table.isPresent() ? values.rows(table.getAsInt()) : filter.columns();
    }

    private LocalizedText groupLabel(int group, int instance) {
        return form.rules().groups().get(group).label().fill(view(group, instance));
    }

    private Optional<LocalizedText> groupHint(int group, int instance) {
        return form.rules().groups().get(group).hint().map(hint -> hint.fill(view(group, instance)));
    }

    private Context view(int group, int instance) {
        return values.view(group, instance);
    }
}
