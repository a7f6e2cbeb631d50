package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The register of libraries. What a person may see of it is decided by their scope, elsewhere: these methods
/// are for libraries that are known already.
public final class Libraries {
    private final DSLContext db;

    public Libraries(DSLContext db) {
        this.db = db;
    }

    /// Adds a library that is active from now on.
    ///
    /// @return its id
    /// @throws org.jooq.exception.DataAccessException if the name has not 3 to 120 characters, the NPP is not
    ///     one, or there is no such region
    public long add(String name, LibraryType type, Scheme scheme, Optional<String> npp, long regionId) {
        return db.insertInto(LIBRARY)
                .set(LIBRARY.NAME, name)
                .set(LIBRARY.TYPE, type.name())
                .set(LIBRARY.SCHEME, scheme.name())
                .set(LIBRARY.NPP, npp.orElse(null))
                .set(LIBRARY.REGION_ID, regionId)
                .returningResult(LIBRARY.ID)
                .fetchSingle()
                .value1();
    }

    /// Adds a library that somebody wants to report for and the register does not have.
    ///
    /// @param personId who proposes it
    /// @return its id
    public long propose(
            long personId, String name, LibraryType type, Scheme scheme, Optional<String> npp, long regionId) {
        var id = add(name, type, scheme, npp, regionId);
        db.update(LIBRARY)
                .set(LIBRARY.PROPOSED_BY, personId)
                .where(LIBRARY.ID.eq(id))
                .execute();
        return id;
    }

    /// Takes a library out of use; what it has reported stays.
    public void deactivate(long id) {
        db.update(LIBRARY).set(LIBRARY.ACTIVE, false).where(LIBRARY.ID.eq(id)).execute();
    }

    public Optional<Library> findById(long id) {
        return select(LIBRARY.ID.eq(id)).stream().findFirst();
    }

    /// Those of the ids that there are, in one query.
    public Map<Long, Library> findAll(Collection<Long> ids) {
        return select(LIBRARY.ID.eq(any(ids.toArray(Long[]::new)))).stream()
                .collect(toMap(Library::id, library -> library));
    }

    /// The active libraries of exactly this region, by name: what a new one may be a double of.
    public List<Library> listInRegion(long regionId) {
        return select(LIBRARY.REGION_ID.eq(regionId).and(LIBRARY.ACTIVE));
    }

    private List<Library> select(Condition condition) {
        return db.select(
                        LIBRARY.ID,
                        LIBRARY.NAME,
                        LIBRARY.TYPE,
                        LIBRARY.SCHEME,
                        LIBRARY.NPP,
                        LIBRARY.ACTIVE,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME)
                .from(LIBRARY)
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(condition)
                .orderBy(LIBRARY.NAME, LIBRARY.ID)
                .fetch(Libraries::library);
    }

    private static Library library(Record row) {
        return new Library(
                row.get(LIBRARY.ID),
                row.get(LIBRARY.NAME),
                LibraryType.valueOf(row.get(LIBRARY.TYPE)),
                Scheme.valueOf(row.get(LIBRARY.SCHEME)),
                Optional.ofNullable(row.get(LIBRARY.NPP)),
                new Region(
                        row.get(REGION.ID),
                        row.get(REGION.CODE),
                        RegionLevel.of(row.get(REGION.LEVEL)),
                        row.get(REGION.NAME)),
                row.get(LIBRARY.ACTIVE));
    }
}
