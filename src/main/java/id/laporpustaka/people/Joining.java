package id.laporpustaka.people;

/// What became of joining a library by an invitation.
public sealed interface Joining {

    record Joined(Admission admission) implements Joining {}

    /// The code does not let them in; a code for a role is not known here.
    record Refused(InviteState why) implements Joining {}
}
