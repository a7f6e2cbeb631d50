package id.laporpustaka.people;

/// What became of taking a role back.
public sealed interface Revocation {

    /// Taken back; the person is signed out everywhere.
    record Done(long personId, Role role) implements Revocation {}

    /// It had been taken back before, or there is no such assignment.
    record NotGiven() implements Revocation {}

    /// Somebody has to be able to run the installation.
    record LastAdmin() implements Revocation {}
}
