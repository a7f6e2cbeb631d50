package id.laporpustaka.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was answered so far, by the name of the question, in the order of answering; immutable.
///
/// An answer that is given again keeps its first place. Answers in the instances of a repeat are named
/// `name[2]`; how many instances have been begun is itself an answer, under the name of the repeat.
public final class Answers {
    private static final Answers NONE = new Answers(Map.of());

    private final Map<String, Value> values;

    private Answers(Map<String, Value> values) {
        this.values = values;
    }

    public static Answers none() {
        return NONE;
    }

    static Answers of(Map<String, Value> values) {
        return values.isEmpty() ? NONE : new Answers(values);
    }

    public Optional<Value> find(String question) {
        return Optional.ofNullable(values.get(question));
    }

    public Answers with(String question, Value value) {
        var copy = new LinkedHashMap<>(values);
        copy.put(question, value);
        return new Answers(copy);
    }

    public Answers without(String question) {
        if (!values.containsKey(question)) {
            return this;
        }
        var copy = new LinkedHashMap<>(values);
        copy.remove(question);
        return of(copy);
    }

    /// By the name of the question, in the order of answering.
    public Map<String, Value> values() {
        return Collections.unmodifiableMap(values);
    }

    /// Takes one instance of a repeat away, counted from 1; those after it move up.
    public Answers withoutInstance(Repeat repeat, int instance) {
        var rest = new LinkedHashMap<String, Value>();
        values.forEach((name, value) -> repeat.renamed(name, instance).ifPresent(renamed -> rest.put(renamed, value)));
        if (!repeat.counted()) {
            var count = values.get(repeat.name()) instanceof Value.Whole(var number) ? number : 1;
            rest.put(repeat.name(), new Value.Whole(Math.max(0, count - 1)));
        }
        return of(rest);
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Answers answers && values.equals(answers.values));
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
