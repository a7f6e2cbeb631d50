package id.laporpustaka.people;

import java.util.OptionalLong;

/// What became of taking up a role by an invitation.
public sealed interface Appointment {

    /// They have the role now, or had it before.
    record Made(long assignmentId, Role role, OptionalLong regionId) implements Appointment {}

    /// The code does not give a role; one for a library is not known here.
    record Refused(InviteState why) implements Appointment {}
}
