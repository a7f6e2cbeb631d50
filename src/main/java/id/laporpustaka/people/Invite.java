package id.laporpustaka.people;

import id.laporpustaka.place.Region;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// An invitation, without its code, which nobody keeps.
///
/// @param libraryName of the library to report for
/// @param region where the library is, or over which the role is; empty for a role over the whole country
/// @param uses how many people may come in by it
/// @param used how many have
public record Invite(
        long id,
        InviteTarget target,
        Optional<String> libraryName,
        Optional<Region> region,
        int uses,
        int used,
        OptionalLong createdBy,
        Instant createdAt,
        Instant expiresAt) {}
