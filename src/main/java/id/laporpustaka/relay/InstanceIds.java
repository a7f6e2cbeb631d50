package id.laporpustaka.relay;

import static id.laporpustaka.db.generated.Tables.INSTALLATION;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jooq.DSLContext;

/// Under which ids reports are known to OpenRosa servers: the same answers of the same report of the same
/// installation always have the same one (UUID version 5), so what is sent twice is known to be the same.
final class InstanceIds {
    /// Never changes.
    private static final String NAME = "openrosa_namespace";

    private static final int VERSION = 5;

    private final UUID installation;

    private InstanceIds(UUID installation) {
        this.installation = installation;
    }

    /// Those of this installation, which is given an id of its own the first time.
    static InstanceIds of(DSLContext db) {
        db.insertInto(INSTALLATION)
                .set(INSTALLATION.NAME, NAME)
                .set(INSTALLATION.VALUE, UUID.randomUUID().toString())
                .onConflictDoNothing()
                .execute();
        return new InstanceIds(UUID.fromString(db.select(INSTALLATION.VALUE)
                .from(INSTALLATION)
                .where(INSTALLATION.NAME.eq(NAME))
                .fetchSingle()
                .value1()));
    }

    /// The id of a report with certain answers.
    ///
    /// @param revision that gave it them
    String of(String number, int revision) {
        try {
            var hash = MessageDigest.getInstance("SHA-1");
            hash.update(ByteBuffer.allocate(Long.BYTES * 2)
                    .putLong(installation.getMostSignificantBits())
                    .putLong(installation.getLeastSignificantBits())
                    .flip());
            var bytes = ByteBuffer.wrap(hash.digest((number + "/" + revision).getBytes(StandardCharsets.UTF_8)));
            var most = (bytes.getLong() & ~0xf000L) | ((long) VERSION << 12);
            var least = (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
            return "uuid:" + new UUID(most, least);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-1", e);
        }
    }
}
