package id.laporpustaka.people;

import java.time.Instant;

/// What a code that somebody brings is good for.
public sealed interface InviteState {

    /// It lets them in.
    record Good(Invite invite) implements InviteState {}

    record Expired(Instant at) implements InviteState {}

    /// As many as were invited have come.
    record UsedUp() implements InviteState {}

    /// Taken back, or its library is not active any more.
    record Revoked() implements InviteState {}

    /// There is no such code, or none any more.
    record Unknown() implements InviteState {}

    /// They have brought too many codes that do not exist; nothing was looked up.
    record TooManyTries(Instant until) implements InviteState {}
}
