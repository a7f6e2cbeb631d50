package id.laporpustaka.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.db.Database;
import id.laporpustaka.place.RegionChangeSet;
import id.laporpustaka.place.RegionChanges;
import id.laporpustaka.place.RegionUpdate;
import id.laporpustaka.place.RegionUploads;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Takes the region data to another version as an admin has decided, in one transaction with its entry in the
/// audit log. Whether somebody may is for [Permissions] to say.
public final class RegionKeeping {
    private final Database database;

    public RegionKeeping(Database database) {
        this.database = database;
    }

    /// Does what [RegionChanges#apply] does.
    public RegionUpdate apply(By by, RegionChangeSet changes, Map<Long, List<String>> decisions, LocalDate validFrom) {
        return database.inTransaction(db -> {
            var update = RegionChanges.applyIn(db, changes, decisions, validFrom);
            if (update instanceof RegionUpdate.Done done) {
                new RegionUploads(db).deleteVersion(changes.to());
                new Audit(db).record(by, AuditAction.REGIONS_CHANGED, AuditSubject.none(), details(changes, done));
            }
            return update;
        });
    }

    private static ObjectNode details(RegionChangeSet changes, RegionUpdate.Done done) {
        return Audit.noDetails()
                .put("from", changes.from())
                .put("to", changes.to())
                .put("respelled", done.respelled())
                .put("renamed", done.renamed())
                .put("recoded", done.recoded())
                .put("added", done.added())
                .put("ended", done.ended())
                .put("libraries", done.libraries())
                .put("assignments", done.assignments())
                .put("assignments_added", done.assignmentsAdded());
    }
}
