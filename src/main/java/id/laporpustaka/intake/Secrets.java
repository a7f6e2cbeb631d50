package id.laporpustaka.intake;

import java.security.SecureRandom;
import java.util.Base64;

/// Random tokens for links. Safe to use from all threads.
final class Secrets {
    private final SecureRandom random = new SecureRandom();

    /// 128 random bits in base64url, 22 characters.
    String next() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
