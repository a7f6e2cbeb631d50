package id.laporpustaka.people;

import java.util.List;

/// What became of the wish to be erased.
public sealed interface ErasureResult {

    /// Erased: only the id remains.
    record Done() implements ErasureResult {}

    /// Something depends on them and must be handed over first; nothing was changed. Nobody is kept by this: a
    /// reporter may leave a library, and a role can be taken back.
    record MustHandOver(List<Obstacle> obstacles) implements ErasureResult {
        public MustHandOver {
            obstacles = List.copyOf(obstacles);
        }
    }

    /// There is no such person any more.
    record NoSuchPerson() implements ErasureResult {}

    /// What depends on a person.
    sealed interface Obstacle {

        /// Nobody else could run the installation.
        record LastAdmin() implements Obstacle {}

        /// Nobody else coordinates this regency.
        ///
        /// @param region as people write it
        record OnlyCoordinator(long regionId, String region) implements Obstacle {}

        /// Nobody else may report for this active library.
        record OnlyReporter(long libraryId, String library) implements Obstacle {}
    }
}
