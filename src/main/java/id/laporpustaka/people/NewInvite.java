package id.laporpustaka.people;

/// An invitation that has just been made. The code is kept nowhere else.
public record NewInvite(long id, InviteTarget target, InviteCode code) {}
