package id.laporpustaka.conversation;

/// Something about the register, or about who belongs to it, that a person wants changed; whether they may is
/// looked at when it is done.
public sealed interface DirectoryChange {
    /// What is known of a library becomes something else.
    ///
    /// @param value as it was typed, a choice's code, or a region's id; empty takes an NPP away
    record Edit(long library, LibraryField field, String value) implements DirectoryChange {}

    record Activate(long library, boolean active) implements DirectoryChange {}

    /// The one library is the same as the other, and goes into it.
    record Merge(long kept, long gone) implements DirectoryChange {}

    /// Somebody reports for a library no more.
    record EndMembership(long membership) implements DirectoryChange {}

    record RevokeRole(long person, long assignment) implements DirectoryChange {}

    record RevokeInvite(long library, long invite) implements DirectoryChange {}

    /// The person gives a library of theirs to another.
    record HandOver(long library, long person) implements DirectoryChange {}
}
