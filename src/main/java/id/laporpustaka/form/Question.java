package id.laporpustaka.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One question of a form, as written there.
///
/// `slot` is its place among [Form#questions()]. `indicator` names the reported column it feeds. A `detail` is asked
/// only
/// on request. `choices` are all of them; [Evaluation#choices(Question)] has those that fit the other answers.
/// `maximumFiles` is 0 for all but images.
public record Question(
        String name,
        int slot,
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

    public Optional<Choice> findChoice(String code) {
        return choices.stream().filter(choice -> choice.code().equals(code)).findFirst();
    }
}
