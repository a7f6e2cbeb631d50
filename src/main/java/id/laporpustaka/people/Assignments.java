package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.ASSIGNMENT_LIBRARY;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Who coordinates what: roles given and taken back. What is taken back stays on record.
public final class Assignments {
    private final DSLContext db;

    public Assignments(DSLContext db) {
        this.db = db;
    }

    /// Gives a role over a region or, without one, over the whole country. Somebody who has it already keeps
    /// the old one.
    ///
    /// @param by empty when the installation itself gives it, as to the first admin
    /// @return the id of the assignment
    /// @throws org.jooq.exception.DataAccessException if the role needs a region and none is given
    public long appoint(long personId, Role role, OptionalLong regionId, OptionalLong by) {
        db.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID.eq(personId))
                .forUpdate()
                .execute();
        return db.select(ASSIGNMENT.ID)
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.PERSON_ID.eq(personId))
                .and(ASSIGNMENT.ROLE.eq(role.name()))
                .and(ASSIGNMENT.REGION_ID.isNotDistinctFrom(nullable(regionId)))
                .and(ASSIGNMENT.REVOKED_AT.isNull())
                .and(notExists(
                        selectOne().from(ASSIGNMENT_LIBRARY).where(ASSIGNMENT_LIBRARY.ASSIGNMENT_ID.eq(ASSIGNMENT.ID))))
                .fetchOptional()
                .map(row -> row.value1())
                .orElseGet(() -> insert(personId, role, regionId, by));
    }

    /// Makes somebody a facilitator of single libraries.
    ///
    /// @param libraries at least one
    /// @return the id of the assignment
    public long appointForLibraries(long personId, Set<Long> libraries, OptionalLong by) {
        if (libraries.isEmpty()) {
            throw new IllegalArgumentException("A facilitator of single libraries needs at least one");
        }
        var id = insert(personId, Role.FASDA, OptionalLong.empty(), by);
        var rows = libraries.stream().map(library -> new Object[] {id, library}).toArray(Object[][]::new);
        db.batch(
                        db.insertInto(
                                        ASSIGNMENT_LIBRARY,
                                        ASSIGNMENT_LIBRARY.ASSIGNMENT_ID,
                                        ASSIGNMENT_LIBRARY.LIBRARY_ID)
                                .values((Long) null, null),
                        rows)
                .execute();
        return id;
    }

    /// Takes a role back.
    ///
    /// @return whether it was still given
    public boolean revoke(long assignmentId, Instant at) {
        return db.update(ASSIGNMENT)
                        .set(ASSIGNMENT.REVOKED_AT, at)
                        .where(ASSIGNMENT.ID.eq(assignmentId))
                        .and(ASSIGNMENT.REVOKED_AT.isNull())
                        .execute()
                > 0;
    }

    private long insert(long personId, Role role, OptionalLong regionId, OptionalLong by) {
        return db.insertInto(ASSIGNMENT)
                .set(ASSIGNMENT.PERSON_ID, personId)
                .set(ASSIGNMENT.ROLE, role.name())
                .set(ASSIGNMENT.REGION_ID, nullable(regionId))
                .set(ASSIGNMENT.GRANTED_BY, nullable(by))
                .returningResult(ASSIGNMENT.ID)
                .fetchSingle()
                .value1();
    }

    private static @Nullable Long nullable(OptionalLong id) {
        return id.isPresent() ? (Long) id.getAsLong() : null;
    }
}
