package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.SPENT_INIT_DATA;

import java.time.Instant;
import org.jooq.DSLContext;

/// What Telegram has signed for a Mini App and what has signed somebody in: it does so once.
public final class SpentInitData {
    private final DSLContext db;

    public SpentInitData(DSLContext db) {
        this.db = db;
    }

    /// Uses it up: of all who try, at the same time too, one gets `true`.
    ///
    /// @param signature only a hash of it is kept
    /// @param until when it is too old to be accepted at all
    public boolean spend(String signature, Instant until) {
        return db.insertInto(SPENT_INIT_DATA)
                        .set(SPENT_INIT_DATA.HASH, Token.hash(signature))
                        .set(SPENT_INIT_DATA.EXPIRES_AT, until)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /// Deletes what is too old to be accepted.
    public int deleteExpired(Instant now) {
        return db.deleteFrom(SPENT_INIT_DATA)
                .where(SPENT_INIT_DATA.EXPIRES_AT.le(now))
                .execute();
    }
}
