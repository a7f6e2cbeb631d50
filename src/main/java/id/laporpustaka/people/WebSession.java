package id.laporpustaka.people;

import java.time.Instant;

/// A signed-in browser.
///
/// @param id names the session in lists; not a secret and of no use as a cookie
/// @param csrfToken must come back with every request that changes something
/// @param lastSeenAt within a few minutes
public record WebSession(
        String id,
        long personId,
        String csrfToken,
        SignInKind kind,
        Device device,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt) {}
