package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.util.List;
import org.jooq.DSLContext;

/// Who decides who may report for a library.
final class Deciders {
    private static final id.laporpustaka.db.generated.tables.Region OVER = REGION.as("over");

    private final DSLContext db;

    Deciders(DSLContext db) {
        this.db = db;
    }

    /// The nearest level at which somebody can be reached; if nobody can anywhere, the nearest at which there is
    /// somebody.
    List<Long> find(long libraryId) {
        var far = when(ASSIGNMENT.ROLE.eq(Role.PIC_KAB.name()), inline(0))
                .when(ASSIGNMENT.ROLE.in(Role.PIC_PROV.name(), Role.KONSULTAN.name()), inline(1))
                .otherwise(inline(2));
        var unreachable = when(PERSON.UNREACHABLE_SINCE.isNotNull(), inline(3)).otherwise(inline(0));
        var rank = far.plus(unreachable).as("rank");
        var rows = db.selectDistinct(PERSON.TELEGRAM_ID, rank)
                .from(LIBRARY)
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.REVOKED_AT.isNull())
                .leftJoin(OVER)
                .on(OVER.ID.eq(ASSIGNMENT.REGION_ID))
                .join(PERSON)
                .on(PERSON.ID.eq(ASSIGNMENT.PERSON_ID))
                .where(LIBRARY.ID.eq(libraryId))
                .and(PERSON.TELEGRAM_ID.isNotNull())
                .and(ASSIGNMENT
                        .ROLE
                        .in(Role.PIC_KAB.name(), Role.PIC_PROV.name(), Role.KONSULTAN.name())
                        .and(REGION.CODE.ge(OVER.CODE))
                        .and(REGION.CODE.lt(OVER.CODE.concat("/")))
                        .or(ASSIGNMENT
                                .ROLE
                                .in(Role.NASIONAL.name(), Role.ADMIN.name())
                                .and(ASSIGNMENT.REGION_ID.isNull())))
                .orderBy(rank, PERSON.TELEGRAM_ID)
                .fetch();
        return rows.stream()
                .filter(row -> row.get(rank).equals(rows.getFirst().get(rank)))
                .map(row -> row.get(PERSON.TELEGRAM_ID))
                .toList();
    }
}
