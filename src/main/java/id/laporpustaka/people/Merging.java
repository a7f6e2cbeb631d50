package id.laporpustaka.people;

/// What became of merging two libraries.
public sealed interface Merging {

    /// Merged. How many went over to the library that was kept, without those that it had already.
    record Done(int reporters, int drafts, int submissions, int invites) implements Merging {}

    /// One of them lies outside of the scope of who merges; nothing was changed.
    record OutsideScope() implements Merging {}

    /// There is no such library, or both are the same; nothing was changed.
    record NoSuchPair() implements Merging {}

    /// The one that is to be kept is not active; nothing was changed.
    record KeptInactive() implements Merging {}

    /// The other one was merged before, into this library; nothing was changed.
    record MergedBefore(long into) implements Merging {}
}
