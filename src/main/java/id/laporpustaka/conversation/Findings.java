package id.laporpustaka.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the look-ups of a step have found so far.
public final class Findings {
    private static final Findings NONE = new Findings(Map.of(), 0);

    private final Map<Lookup<?>, Object> found;
    private final int rounds;

    private Findings(Map<Lookup<?>, Object> found, int rounds) {
        this.found = found;
        this.rounds = rounds;
    }

    public static Findings none() {
        return NONE;
    }

    public <T> Findings with(Lookup<T> lookup, T value) {
        var more = new HashMap<>(found);
        more.put(lookup, value);
        return new Findings(more, rounds);
    }

    /// Together with what one more round of look-ups has found.
    public Findings and(Findings next) {
        var more = new HashMap<>(found);
        more.putAll(next.found);
        return new Findings(more, rounds + 1);
    }

    /// How often look-ups have been answered for this step.
    int rounds() {
        return rounds;
    }

    /// Empty when it has not been looked up yet.
    @SuppressWarnings("unchecked") // [#with] ties the type of the value to that of the look-up
    <T> Optional<T> find(Lookup<T> lookup) {
        return Optional.ofNullable((T) found.get(lookup));
    }
}
