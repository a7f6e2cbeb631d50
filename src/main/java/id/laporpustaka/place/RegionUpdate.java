package id.laporpustaka.place;

import java.util.List;

/// What came of applying a change set.
public sealed interface RegionUpdate {
    /// It was done; how many of each.
    ///
    /// @param renamed with the recoded ones that have another name, too
    /// @param assignments how many were given to successors
    /// @param assignmentsAdded further ones, because a region was split
    record Done(
            int respelled,
            int renamed,
            int recoded,
            int added,
            int ended,
            int libraries,
            int assignments,
            int assignmentsAdded)
            implements RegionUpdate {}

    /// The database has this version already.
    record AlreadyDone() implements RegionUpdate {}

    /// Nothing was changed.
    record Refused(List<Problem> problems) implements RegionUpdate {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// What stands against it.
    ///
    /// @param regionId what it is about; 0 for the whole change set
    record Problem(Kind kind, long regionId) {}

    enum Kind {
        /// The database has another version than the change set begins with: preview it again.
        STALE,
        /// It is unclear what takes the region's place, and nobody has decided.
        UNDECIDED,
        /// A decision about a region that does not end.
        NOT_ENDED,
        /// A decision names a successor that will not be there, or is larger or smaller.
        NO_SUCH_SUCCESSOR,
        /// Nothing shall take its place, but libraries or coordinators belong to it.
        IN_USE,
        /// The region, or what it was before, began on the day of the change or later.
        TOO_EARLY
    }
}
