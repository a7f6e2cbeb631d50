package id.laporpustaka.conversation;

import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How an answer was understood, said back with the next question.
///
/// @param approximate it was given as "about"
/// @param corrected it replaces an answer given before
public record Echo(Prompt prompt, Map<String, Value> values, boolean approximate, boolean corrected) {
    public Echo {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
