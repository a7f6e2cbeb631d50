package id.laporpustaka.form;

import java.util.Optional;
import java.util.Set;

/// A part of a form that can be answered several times. The number of instances is an answer under its name,
/// unless it is `counted`: computed by the form's `repeat_count`.
///
/// @param group its place in [Rules#groups()]
/// @param members the names of its questions and of its groups, without instance
public record Repeat(String name, int group, LocalizedText label, boolean counted, Set<String> members) {
    public Repeat {
        members = Set.copyOf(members);
    }

    /// What a name is called once an instance has been removed: names of later instances move up by one, and
    /// names of the removed one are gone.
    public Optional<String> renamed(String name, int removed) {
        var instance = Instances.number(name);
        var base = Instances.base(name);
        if (instance < removed || instance == 0 || !members.contains(base)) {
            return Optional.of(name);
        }
        return instance == removed ? Optional.empty() : Optional.of(Instances.name(base, instance - 1));
    }
}
