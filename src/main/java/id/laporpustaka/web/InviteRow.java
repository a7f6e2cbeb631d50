package id.laporpustaka.web;

/// An open invitation.
///
/// @param what to what it invites
/// @param uses how many may still come
/// @param revoke where to take it back; empty if the visitor may not
record InviteRow(String what, String where, String uses, String until, String creator, String revoke) {}
