package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.REGION_DATA;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import id.laporpustaka.db.BulkCopy;
import id.laporpustaka.db.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// Loads the regions that come with the product (`db/regions`, with its own licence) into a database that has
/// none.
public final class RegionLoader {
    /// The version of the data, as it is remembered in `region_data`.
    public static final String VERSION = "idn-area-data 4.0.1";

    /// The date of Kepmendagri 300.2.2-2138 Tahun 2025, whose codes the data follows.
    public static final LocalDate VALID_FROM = LocalDate.of(2025, 4, 25);

    private static final Table<Record> READ = table(name("region_read"));
    private static final Field<String> CODE = field(name("region_read", "code"), SQLDataType.CLOB);
    private static final Field<String> PARENT = field(name("region_read", "parent_code"), SQLDataType.CLOB);
    private static final Field<String> NAME = field(name("region_read", "name"), SQLDataType.CLOB);

    private final Database database;

    public RegionLoader(Database database) {
        this.database = database;
    }

    /// Loads the regions once in the life of a database, in one transaction; takes seconds. Of several
    /// processes that start together one loads and the others wait for it.
    ///
    /// A database that has another version is left as it is: to go from one version to the next is a change
    /// that people look at first.
    ///
    /// @return whether they were loaded now
    public boolean load() {
        return database.inTransaction(db -> {
            if (!isFirst(db)) {
                return false;
            }
            read(db);
            for (var level : RegionLevel.values()) {
                insert(db, level);
            }
            BulkCopy.analyze(db, REGION);
            return true;
        });
    }

    /// Waits for another process that is loading, because both write the same key.
    private static boolean isFirst(DSLContext db) {
        return !db.fetchExists(REGION_DATA, REGION_DATA.VERSION.ne(VERSION))
                && db.insertInto(REGION_DATA)
                                .set(REGION_DATA.VERSION, VERSION)
                                .onConflictDoNothing()
                                .execute()
                        > 0;
    }

    private static void read(DSLContext db) {
        db.createTemporaryTable(READ)
                .column(CODE.getUnqualifiedName(), SQLDataType.CLOB)
                .column(PARENT.getUnqualifiedName(), SQLDataType.CLOB)
                .column(NAME.getUnqualifiedName(), SQLDataType.CLOB)
                .onCommitDrop()
                .execute();
        for (var level : RegionLevel.values()) {
            append(db, level);
        }
    }

    private static void append(DSLContext db, RegionLevel level) {
        var columns =
                level == RegionLevel.PROVINCE ? List.<Field<?>>of(CODE, NAME) : List.<Field<?>>of(CODE, PARENT, NAME);
        try (var csv = RegionFiles.builtIn().open(level)) {
            BulkCopy.appendCsv(db, READ, columns, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The larger regions must be there already.
    private static void insert(DSLContext db, RegionLevel level) {
        var parent = REGION.as("parent");
        db.insertInto(REGION, REGION.CODE, REGION.LEVEL, REGION.NAME, REGION.PARENT_ID, REGION.VALID_FROM)
                .select(select(CODE, inline((short) level.number()), NAME, parent.ID, inline(VALID_FROM))
                        .from(READ)
                        .leftJoin(parent)
                        .on(parent.CODE.eq(PARENT))
                        .and(parent.VALID_TO.isNull())
                        .where(length(CODE).eq(level.codeLength())))
                .onConflictDoNothing()
                .execute();
    }
}
