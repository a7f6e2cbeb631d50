package id.laporpustaka.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One question of a form, as written there or, from [Evaluation#prompts()], as it stands now.
///
/// `slot` is its place among [Form#questions()]. `instance` counts from 1 in a repeat and is then part of the
/// name, as in `name[2]`; outside of repeats, and for questions of [Form#questions()], it is 0. `indicator`
/// names the reported column it feeds. A `detail` is asked only on request. `choices` are all of them;
/// [Evaluation#choices(Question)] has those that fit the other answers. `maximumFiles` is 0 for all but files.
public record Question(
        String name,
        int slot,
        int instance,
        QuestionType type,
        LocalizedText label,
        Optional<LocalizedText> hint,
        Optional<LocalizedText> requiredMessage,
        Set<String> appearances,
        Map<String, String> parameters,
        Optional<String> indicator,
        boolean detail,
        boolean readOnly,
        List<Choice> choices,
        int maximumFiles) {
    public Question {
        appearances = Collections.unmodifiableSet(new LinkedHashSet<>(appearances));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        choices = List.copyOf(choices);
    }

    /// A number of rupiah, by the appearance `thousands-sep`.
    public boolean isMoney() {
        return appearances.contains("thousands-sep");
    }

    /// A day that stands for its month, by the appearance `month-year`; it is the first of the month.
    public boolean isMonth() {
        return appearances.contains("month-year");
    }

    public Optional<Choice> findChoice(String code) {
        return choices.stream().filter(choice -> choice.code().equals(code)).findFirst();
    }

    /// The same question in an instance of its repeat.
    Question in(int ofInstance) {
        return ofInstance == instance
                ? this
                : as(
                        Instances.name(Instances.base(name), ofInstance),
                        ofInstance,
                        label,
                        hint,
                        requiredMessage,
                        choices);
    }

    /// The same question with the texts and choices that it has now.
    Question with(
            LocalizedText ofLabel,
            Optional<LocalizedText> ofHint,
            Optional<LocalizedText> ofRequiredMessage,
            List<Choice> ofChoices) {
        return as(name, instance, ofLabel, ofHint, ofRequiredMessage, ofChoices);
    }

    private Question as(
            String ofName,
            int ofInstance,
            LocalizedText ofLabel,
            Optional<LocalizedText> ofHint,
            Optional<LocalizedText> ofRequiredMessage,
            List<Choice> ofChoices) {
        return new Question(
                ofName,
                slot,
                ofInstance,
                type,
                ofLabel,
                ofHint,
                ofRequiredMessage,
                appearances,
                parameters,
                indicator,
                detail,
                readOnly,
                ofChoices,
                maximumFiles);
    }
}
