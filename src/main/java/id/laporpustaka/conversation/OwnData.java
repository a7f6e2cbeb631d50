package id.laporpustaka.conversation;

import java.util.List;

/// What became of a person's wish about their own data.
public sealed interface OwnData {
    /// A copy of all that is kept.
    ///
    /// @param file of the outbox
    record Copied(long file) implements OwnData {}

    record Erased() implements OwnData {}

    /// Something depends on them and must be handed over first.
    record MustHandOver(List<Obstacle> obstacles) implements OwnData {
        public MustHandOver {
            obstacles = List.copyOf(obstacles);
        }
    }

    /// Nothing is kept about them.
    record Nothing() implements OwnData {}

    /// What depends on the person.
    ///
    /// @param what the regency or the library; empty for an admin
    /// @param library 0 if it is none
    record Obstacle(Kind kind, String what, long library) {
        public enum Kind {
            LAST_ADMIN,
            ONLY_COORDINATOR,
            ONLY_REPORTER
        }
    }
}
