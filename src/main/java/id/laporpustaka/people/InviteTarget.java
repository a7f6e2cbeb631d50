package id.laporpustaka.people;

import java.util.OptionalLong;

/// What an invitation is for.
public sealed interface InviteTarget {

    /// To report for a library, accepted at once.
    record ToReport(long libraryId) implements InviteTarget {}

    /// To take a role over a region, or over the whole country when there is none.
    record ToCoordinate(Role role, OptionalLong regionId) implements InviteTarget {}
}
