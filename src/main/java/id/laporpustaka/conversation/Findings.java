package id.laporpustaka.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the look-ups of a step have found so far.
public final class Findings {
    private static final Findings NONE = new Findings(Map.of());

    private final Map<Lookup<?>, Object> found;

    private Findings(Map<Lookup<?>, Object> found) {
        this.found = found;
    }

    public static Findings none() {
        return NONE;
    }

    public <T> Findings with(Lookup<T> lookup, T value) {
        var more = new HashMap<>(found);
        more.put(lookup, value);
        return new Findings(more);
    }

    /// Empty when it has not been looked up yet.
    @SuppressWarnings("unchecked") // [#with] ties the type of the value to that of the look-up
    <T> Optional<T> find(Lookup<T> lookup) {
        return Optional.ofNullable((T) found.get(lookup));
    }
}
