package id.laporpustaka.people;

import java.time.Instant;

/// Somebody who reports for a library, or wants to.
///
/// @param accepted false while they wait
/// @param since when they were accepted or, while they wait, when they asked
/// @param unreachable whether they have blocked the bot
/// @param proposed whether they have proposed the library, which the register did not have
/// @param waitingReports how many of their reports wait with them
public record LibraryMember(
        long membershipId,
        long personId,
        String name,
        MemberRole role,
        boolean accepted,
        Instant since,
        boolean unreachable,
        boolean proposed,
        int waitingReports) {}
