package id.laporpustaka.app;

import static id.laporpustaka.db.generated.Tables.INSTALLATION;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jooq.DSLContext;

/// Small facts that all processes of an installation share, kept in the database.
final class Installation {
    private static final String WEBHOOK_SECRET = "telegram_webhook_secret";

    private final DSLContext db;

    Installation(DSLContext db) {
        this.db = db;
    }

    /// The secret that Telegram shows with every update; drawn once and then the same for ever.
    Secret webhookSecret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        db.insertInto(INSTALLATION)
                .set(INSTALLATION.NAME, WEBHOOK_SECRET)
                .set(INSTALLATION.VALUE, HexFormat.of().formatHex(bytes))
                .onConflictDoNothing()
                .execute();
        return new Secret(db.select(INSTALLATION.VALUE)
                .from(INSTALLATION)
                .where(INSTALLATION.NAME.eq(WEBHOOK_SECRET))
                .fetchSingle()
                .value1());
    }
}
