package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.JOB;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.ROLLUP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;

/// How much there is, and how much waits, in one statement.
///
/// @param databaseVersion of PostgreSQL
/// @param databaseBytes on its disk
/// @param reports that count
/// @param mediaBytes of photos and other files
/// @param updates that came and are not handled yet
/// @param messages that are not sent yet
record StatusQuery(
        String databaseVersion,
        long databaseBytes,
        int people,
        int libraries,
        long reports,
        int media,
        long mediaBytes,
        int updates,
        int messages,
        int jobs) {

    static StatusQuery read(DSLContext db) {
        var isStored = MEDIA.STATE.eq(inline("stored"));
        var ofCountry = ROLLUP.LEVEL
                .eq(inline((short) 0))
                .and(ROLLUP.GRAIN.eq(inline("M")))
                .and(ROLLUP.DIM.eq(inline((short) 0)));
        return db.select(
                        field("current_setting('server_version')", SQLDataType.VARCHAR),
                        field("pg_database_size(current_database())", SQLDataType.BIGINT),
                        field(selectCount().from(PERSON).where(PERSON.ERASED_AT.isNull())),
                        field(selectCount().from(LIBRARY).where(LIBRARY.ACTIVE)),
                        coalesce(
                                field(select(sum(ROLLUP.REPORTS)).from(ROLLUP).where(ofCountry)),
                                inline(BigDecimal.ZERO)),
                        field(select(count()).from(MEDIA).where(isStored)),
                        coalesce(field(select(sum(MEDIA.SIZE)).from(MEDIA).where(isStored)), inline(BigDecimal.ZERO)),
                        field(selectCount().from(INBOX).where(INBOX.HANDLED_AT.isNull())),
                        field(selectCount().from(OUTBOX).where(OUTBOX.FINISHED_AT.isNull())),
                        field(selectCount().from(JOB).where(JOB.FINISHED_AT.isNull())))
                .fetchSingle(row -> new StatusQuery(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5().longValueExact(),
                        row.value6(),
                        row.value7().longValueExact(),
                        row.value8(),
                        row.value9(),
                        row.value10()));
    }
}
