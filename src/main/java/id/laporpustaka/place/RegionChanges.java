package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.REGION_DATA;

import id.laporpustaka.db.Database;
import id.laporpustaka.place.RegionUpdate.Kind;
import id.laporpustaka.place.RegionUpdate.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// Takes the database from one version of the region data to the next: first a preview that people look at, then,
/// with what they decided, all of it in one transaction.
///
/// A region keeps its id for as long as it goes on, whatever its name, its code and what it lies in; what it was
/// called before is kept in `region_former`. One that ends keeps its row and its id, with `valid_to`; what takes
/// its place is in `region_successor`, and its libraries and coordinators are given to that. Reports are not
/// touched: they belong to libraries.
public final class RegionChanges {
    private final Database database;

    public RegionChanges(Database database) {
        this.database = database;
    }

    /// What would change; changes nothing. Takes seconds for the whole country.
    public RegionChangeSet preview(RegionVersion to) {
        var db = database.context();
        var from = RegionData.read(db).present();
        var changes = RegionComparison.compare(listPresent(db), to);
        return new RegionChangeSet(from, to.version(), changes, to.names().size());
    }

    private static List<Region> listPresent(DSLContext db) {
        return db.select(REGION.ID, REGION.CODE, REGION.LEVEL, REGION.NAME)
                .from(REGION)
                .where(REGION.VALID_TO.isNull())
                .fetch(row -> new Region(row.value1(), row.value2(), RegionLevel.of(row.value3()), row.value4()));
    }

    /// Does all of a change set, or nothing of it. Doing it again does nothing.
    ///
    /// @param decisions by the ids of regions that end, the codes of what takes their place, the main one first;
    ///     empty for nothing, which only regions without libraries and coordinators can have. Every unclear
    ///     ending needs one; others are replaced by theirs
    /// @param validFrom the first day of the new version
    /// @throws org.jooq.exception.DataAccessException if the database fails; nothing is changed then
    public RegionUpdate apply(RegionChangeSet changes, Map<Long, List<String>> decisions, LocalDate validFrom) {
        return database.inTransaction(db -> applyIn(db, changes, decisions, validFrom));
    }

    /// The same within a transaction of the caller.
    public static RegionUpdate applyIn(
            DSLContext db, RegionChangeSet changes, Map<Long, List<String>> decisions, LocalDate validFrom) {
        // one at a time, so that the next one sees what this one did
        db.selectOne().from(REGION_DATA).forUpdate().execute();
        var data = RegionData.read(db);
        if (data.hasHad(changes.to())) {
            return new RegionUpdate.AlreadyDone();
        }
        if (!data.present().equals(changes.from())) {
            return new RegionUpdate.Refused(List.of(new Problem(Kind.STALE, 0)));
        }
        return new RegionUpdating(db, changes, decisions, validFrom).run();
    }
}
