package id.laporpustaka.people;

import id.laporpustaka.place.Region;
import java.util.Optional;

/// Somebody's wish to report for a library, decided or not.
///
/// @param status as it is stored: `waiting`, `accepted`, `refused` or `left`
/// @param decidedBy the name of who decided; empty if nobody has, or they have been erased
/// @param telegramId of who wishes it
/// @param region where the library is
/// @param around what that lies in
/// @param proposed whether they have proposed the library, which the register did not have
/// @param reports how many reports wait with it
public record MembershipLine(
        long id,
        String status,
        Optional<String> decidedBy,
        long personId,
        String personName,
        long telegramId,
        MemberRole role,
        long libraryId,
        String libraryName,
        Region region,
        Optional<Region> around,
        boolean proposed,
        int reports) {}
