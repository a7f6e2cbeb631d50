package id.laporpustaka.form;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// What looks random in a report but is always the same for the same place in it, so that an evaluation depends on
/// nothing but answers and facts.
final class Drawn {
    private static final double PARTS = 0x1.0p-53;

    private Drawn() {}

    /// Of version 3: drawn from a name (RFC 9562, section 5.3).
    static String uuid(String seed, int node, int instance) {
        return from(seed, node, instance).toString();
    }

    static double number(String seed, int node, int instance) {
        return (from(seed, node, instance).getLeastSignificantBits() & ((1L << 53) - 1)) * PARTS;
    }

    private static UUID from(String seed, int node, int instance) {
        return UUID.nameUUIDFromBytes((seed + "/" + node + "/" + instance).getBytes(StandardCharsets.UTF_8));
    }
}
