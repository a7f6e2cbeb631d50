package id.laporpustaka.people;

/// What became of somebody's wish to report for a library.
public sealed interface MembershipRequest {

    /// A coordinator has to decide. After a refusal and after having left, one may ask again.
    record Made(long membershipId) implements MembershipRequest {}

    /// They have asked before, and it is not decided yet.
    record MadeBefore(long membershipId) implements MembershipRequest {}

    record AlreadyAccepted(long membershipId) implements MembershipRequest {}
}
