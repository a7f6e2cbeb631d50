package id.laporpustaka.form.reading;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was found in a message so far. A question for which two different answers are found gets none.
final class QuickFindings {
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Set<String> approximate = new HashSet<>();
    private final Set<String> contradicted = new HashSet<>();
    private final List<String> unread = new ArrayList<>();

    /// `source` is the part of the message that says so.
    void put(Question question, Value value, String source) {
        put(question, value, source, false);
    }

    void put(Question question, Value value, String source, boolean isApproximate) {
        var before = values.putIfAbsent(question.name(), value);
        if (before == null) {
            sources.put(question.name(), source);
        } else if (!before.equals(value)) {
            if (contradicted.add(question.name())) {
                unread(sources.getOrDefault(question.name(), ""));
            }
            unread(source);
        }
        if (isApproximate) {
            approximate.add(question.name());
        }
    }

    boolean has(Question question) {
        return values.containsKey(question.name());
    }

    /// False if there is nothing but marks in the text.
    boolean putText(Question question, String text) {
        if (text.chars().noneMatch(Character::isLetterOrDigit)) {
            return false;
        }
        put(question, new Value.Text(Spelling.singleSpaced(Pictures.without(text))), text);
        return true;
    }

    Optional<String> findText(Question question) {
        return values.get(question.name()) instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty();
    }

    void unread(String text) {
        var stripped = Spelling.singleSpaced(Pictures.without(text));
        if (!stripped.isEmpty() && !unread.contains(stripped)) {
            unread.add(stripped);
        }
    }

    QuickReading inOrderOf(Form form) {
        var ordered = new LinkedHashMap<String, Value>();
        var about = new LinkedHashSet<String>();
        for (var question : form.questions()) {
            var value = values.get(question.name());
            if (value != null && !contradicted.contains(question.name())) {
                ordered.put(question.name(), value);
                if (approximate.contains(question.name())) {
                    about.add(question.name());
                }
            }
        }
        return new QuickReading(ordered, about, unread);
    }
}
