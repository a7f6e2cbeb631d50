package id.laporpustaka.form.reading;

import id.laporpustaka.form.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a message that reports a whole activity says.
///
/// @param values by the name of the question, in the order of the form; each is of the type that its question
///     takes, but whether the form accepts it is for [id.laporpustaka.form.Evaluation] to say
/// @param approximate the questions whose number the person called approximate
/// @param unread the parts of the message that became no answer, as they were written: what is ambiguous, and
///     what no question asks for
public record QuickReading(Map<String, Value> values, Set<String> approximate, List<String> unread) {
    public QuickReading {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        approximate = Collections.unmodifiableSet(new LinkedHashSet<>(approximate));
        unread = List.copyOf(unread);
    }
}
