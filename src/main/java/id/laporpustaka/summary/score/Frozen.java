package id.laporpustaka.summary.score;

import java.time.Instant;
import java.util.List;

/// The figures of a year as they were when it was frozen, with the names and places of then.
///
/// @param version of the rules that were in force
public record Frozen(ScoreVersion version, Instant at, List<LibraryFigures> libraries) {
    public Frozen {
        libraries = List.copyOf(libraries);
    }
}
