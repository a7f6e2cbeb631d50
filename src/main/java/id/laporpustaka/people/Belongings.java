package id.laporpustaka.people;

/// What belongs to a library.
///
/// @param reporters with those who wait
/// @param invites that are open
public record Belongings(int reporters, int drafts, int submissions, int invites) {}
