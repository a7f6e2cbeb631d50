package id.laporpustaka.conversation;

/// What became of looking for an invitation.
public sealed interface InviteFound {
    record Good(Joining.Invited invited) implements InviteFound {}

    record Bad(Reason reason) implements InviteFound {}

    enum Reason {
        /// There is no such code.
        UNKNOWN,
        EXPIRED,
        /// As many as it was made for have come.
        USED_UP,
        REVOKED,
        /// Too many wrong codes from the same person.
        TOO_MANY_TRIES
    }
}
