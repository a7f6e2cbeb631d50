package id.laporpustaka.people;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a token of the API may read. The names, in lower case, are stored and never change.
public enum ApiRight {
    SUMMARY,
    REPORTS,
    LIBRARIES,
    PEOPLE,
    FORMS;

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ApiRight> find(String stored) {
        return Stream.of(values())
                .filter(right -> right.stored().equals(stored))
                .findFirst();
    }

    /// Whether its person could read any of it now.
    public boolean isFor(Actor actor) {
        return switch (this) {
            case SUMMARY -> Permissions.mayDoSomewhere(actor, Action.SEE_SUMMARY);
            case REPORTS -> Permissions.mayDoSomewhere(actor, Action.SEE_REPORTS);
            case LIBRARIES -> Permissions.mayDoSomewhere(actor, Action.SEE_LIBRARIES);
            case PEOPLE -> Permissions.mayDoSomewhere(actor, Action.SEE_PEOPLE);
            case FORMS -> !actor.duties().isEmpty();
        };
    }
}
