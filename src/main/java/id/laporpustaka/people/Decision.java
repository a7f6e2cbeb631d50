package id.laporpustaka.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What became of a coordinator's decision about somebody who wants to report.
public sealed interface Decision {

    /// Decided now.
    ///
    /// @param reportsReleased those of their reports that were waiting and count now; none after a refusal
    record Made(long personId, long libraryId, boolean accepted, List<Long> reportsReleased) implements Decision {
        public Made {
            reportsReleased = List.copyOf(reportsReleased);
        }
    }

    /// Somebody else was faster; nothing was changed.
    ///
    /// @param by empty if it was by the product itself
    /// @param name of who decided; empty if they have been erased since
    record MadeBefore(boolean accepted, OptionalLong by, Optional<String> name, Instant at) implements Decision {}

    /// They do not want to report any more, or never did; nothing was changed.
    record NotAsked() implements Decision {}
}
