package id.laporpustaka.people;

import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import java.util.List;
import java.util.Optional;

/// Why a row of a sheet of libraries cannot be taken over.
public sealed interface ImportProblem {

    /// No region has this code, or this name within what the row says of the larger regions.
    ///
    /// @param level which of the names; empty if it is the code
    record UnknownRegion(Optional<RegionLevel> level, String text) implements ImportProblem {}

    /// Ten digits may be a code of the ministry or one of the statistics office; only dots tell.
    record UndottedCode(String text) implements ImportProblem {}

    /// Several regions have these names.
    record AmbiguousRegion(List<Region> candidates) implements ImportProblem {
        public AmbiguousRegion {
            candidates = List.copyOf(candidates);
        }
    }

    /// A library of this type lies in a smaller region.
    record RegionTooLarge(Region region, RegionLevel wanted) implements ImportProblem {}

    /// Whoever imports has nothing to say there.
    record OutsideScope(Region region) implements ImportProblem {}

    record NameTooShort(String text) implements ImportProblem {}

    record NameTooLong(String text) implements ImportProblem {}

    record UnknownType(String text) implements ImportProblem {}

    record UnknownScheme(String text) implements ImportProblem {}

    record BadNpp(String text) implements ImportProblem {}

    /// Another library has this number.
    record NppTaken(String npp, String libraryName) implements ImportProblem {}

    record BadReporters(String text) implements ImportProblem {}

    /// The same library, or the same NPP, stands in an earlier row.
    record DoubleInSheet(int earlierRow) implements ImportProblem {}

    /// The library is there and not active; somebody has to decide whether it is to be again.
    record Inactive(long libraryId, String libraryName) implements ImportProblem {}
}
