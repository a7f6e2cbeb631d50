package id.laporpustaka.conversation;

import id.laporpustaka.people.Role;
import java.time.LocalDate;
import java.util.Optional;

/// An invitation that has just been made.
///
/// @param what the library, or the region
/// @param role over a region; empty to report for a library
/// @param code as people read it
/// @param link that opens the bot with it
/// @param uses for how many people
/// @param until the last day on which it works
/// @param picture the link as a QR code, in the outbox's files
public record Invitation(
        String what, Optional<Role> role, String code, String link, int uses, LocalDate until, long picture) {}
