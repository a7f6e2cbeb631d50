package id.laporpustaka.place;

import java.util.List;

/// What becomes of a region, or what is new, between two versions of the data.
public sealed interface RegionChange {
    /// A region of the new version.
    record Named(String code, String name) {}

    /// The same name in other letters, such as small ones instead of capitals; nothing of substance.
    record Respelled(Region region, String name) implements RegionChange {}

    /// The code stays, the name is another.
    ///
    /// @param unlike the names have little in common: look whether it really is the same region
    record Renamed(Region region, String name, boolean unlike) implements RegionChange {}

    /// The region goes on under another code, perhaps with another name, too.
    ///
    /// @param moved it lies in another region now; otherwise only its number, or the code of what it lies in,
    ///     is another
    record Recoded(Region region, Named to, boolean moved) implements RegionChange {}

    record Added(Named region) implements RegionChange {}

    /// The region is no more.
    ///
    /// @param successors what takes its place, the one with the most of it first; empty where that is unclear
    /// @param suggestions where it is unclear, what it might be, the likeliest first
    record Ended(Region region, Ending ending, List<Named> successors, List<Named> suggestions)
            implements RegionChange {
        public Ended {
            successors = List.copyOf(successors);
            suggestions = List.copyOf(suggestions);
        }
    }

    /// The ways to end.
    enum Ending {
        /// Several regions have parts of it.
        SPLIT,
        /// It is part of a region that was there before or has other predecessors, too.
        MERGED,
        /// A new region is there instead.
        REPLACED,
        /// A person must say what takes its place.
        UNCLEAR
    }
}
