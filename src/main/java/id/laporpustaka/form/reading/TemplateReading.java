package id.laporpustaka.form.reading;

import id.laporpustaka.form.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What a filled template says.
///
/// @param values by the name of the question
/// @param approximate the questions whose number the person called approximate
/// @param problems by the name of the prompt: what was written there and is no answer yet, and why; never
///     [Reading.Understood]
public record TemplateReading(Map<String, Value> values, Set<String> approximate, Map<String, Reading> problems) {
    public TemplateReading {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        approximate = Collections.unmodifiableSet(new LinkedHashSet<>(approximate));
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }
}
