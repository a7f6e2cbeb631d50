package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.REGION;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.people.ErasureResult.Obstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// What would be left without anybody if a person went. Locks the rows that say so, so that two who go at once
/// do not count on each other.
final class Dependents {
    private final DSLContext db;

    Dependents(DSLContext db) {
        this.db = db;
    }

    /// In the order of what is hardest to mend.
    List<Obstacle> find(long personId) {
        var reporters = lockReporters(personId);
        var coordinators = lockCoordinators(personId);
        var obstacles = new ArrayList<Obstacle>();
        if (isAlone(coordinators, personId, Role.ADMIN, null)) {
            obstacles.add(new Obstacle.LastAdmin());
        }
        for (var row : coordinators) {
            var regionId = row.get(ASSIGNMENT.REGION_ID);
            if (row.get(ASSIGNMENT.PERSON_ID) == personId
                    && regionId != null
                    && isAlone(coordinators, personId, Role.PIC_KAB, regionId)) {
                obstacles.add(new Obstacle.OnlyCoordinator(
                        regionId, Directory.region(row).title()));
            }
        }
        for (var row : reporters) {
            var libraryId = row.get(LIBRARY.ID);
            var all = reporters.stream()
                    .filter(other -> other.get(LIBRARY.ID).equals(libraryId))
                    .count();
            if (all == 1 && row.get(MEMBERSHIP.PERSON_ID) == personId) {
                obstacles.add(new Obstacle.OnlyReporter(libraryId, row.get(LIBRARY.NAME)));
            }
        }
        return obstacles;
    }

    private static boolean isAlone(
            List<? extends Record> assignments, long personId, Role role, @Nullable Long region) {
        var people = assignments.stream()
                .filter(row -> row.get(ASSIGNMENT.ROLE).equals(role.name()))
                .filter(row -> Objects.equals(row.get(ASSIGNMENT.REGION_ID), region))
                .map(row -> row.get(ASSIGNMENT.PERSON_ID))
                .distinct()
                .toList();
        return people.equals(List.of(personId));
    }

    private List<? extends Record> lockReporters(long personId) {
        var theirs = MEMBERSHIP.as("theirs");
        return db.select(MEMBERSHIP.PERSON_ID, LIBRARY.ID, LIBRARY.NAME)
                .from(MEMBERSHIP)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(MEMBERSHIP.LIBRARY_ID))
                .where(MEMBERSHIP.STATUS.eq("accepted"))
                .and(LIBRARY.ACTIVE)
                .and(MEMBERSHIP.LIBRARY_ID.in(select(theirs.LIBRARY_ID)
                        .from(theirs)
                        .where(theirs.PERSON_ID.eq(personId))
                        .and(theirs.STATUS.eq("accepted"))))
                .orderBy(MEMBERSHIP.ID)
                .forUpdate()
                .of(MEMBERSHIP)
                .fetch();
    }

    /// The nationwide admins, and the coordinators of the regencies that the person coordinates.
    private List<? extends Record> lockCoordinators(long personId) {
        var theirs = ASSIGNMENT.as("theirs");
        return db.select(
                        ASSIGNMENT.PERSON_ID,
                        ASSIGNMENT.ROLE,
                        ASSIGNMENT.REGION_ID,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME)
                .from(ASSIGNMENT)
                .leftJoin(REGION)
                .on(REGION.ID.eq(ASSIGNMENT.REGION_ID))
                .where(ASSIGNMENT.REVOKED_AT.isNull())
                .and(ASSIGNMENT
                        .ROLE
                        .eq(Role.ADMIN.name())
                        .and(ASSIGNMENT.REGION_ID.isNull())
                        .or(ASSIGNMENT
                                .ROLE
                                .eq(Role.PIC_KAB.name())
                                .and(ASSIGNMENT.REGION_ID.in(select(theirs.REGION_ID)
                                        .from(theirs)
                                        .where(theirs.PERSON_ID.eq(personId))
                                        .and(theirs.ROLE.eq(Role.PIC_KAB.name()))
                                        .and(theirs.REVOKED_AT.isNull())))))
                .orderBy(ASSIGNMENT.ID)
                .forUpdate()
                .of(ASSIGNMENT)
                .fetch();
    }
}
