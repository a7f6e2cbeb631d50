package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import id.laporpustaka.db.Trigrams;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/// The register of libraries. What a person may see of it is decided by their scope, elsewhere: these methods
/// are for libraries that are known already.
public final class Libraries {
    private static final float SIMILAR = 0.4F;
    private static final int SIMILAR_ONES = 10;
    private static final int LONGEST_PAGE = 100;
    private static final int LAST_OFFSET = 200_000;

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

    /// Writes all that is known of a library anew. Whether it is active stays as it is.
    ///
    /// @param npp as [Npp] writes it
    /// @return whether there is such a library
    /// @throws org.jooq.exception.DataAccessException as [#add] does
    public boolean update(long id, String name, LibraryType type, Scheme scheme, Optional<String> npp, long regionId) {
        return db.update(LIBRARY)
                        .set(LIBRARY.NAME, name)
                        .set(LIBRARY.TYPE, type.name())
                        .set(LIBRARY.SCHEME, scheme.name())
                        .set(LIBRARY.NPP, npp.orElse(null))
                        .set(LIBRARY.REGION_ID, regionId)
                        .where(LIBRARY.ID.eq(id))
                        .execute()
                > 0;
    }

    /// Takes a library out of use; what it has reported stays.
    ///
    /// @return whether it was active
    public boolean deactivate(long id) {
        return setActive(id, false);
    }

    /// Takes a library into use again.
    ///
    /// @return whether it was not active
    public boolean activate(long id) {
        return setActive(id, true);
    }

    private boolean setActive(long id, boolean active) {
        return db.update(LIBRARY)
                        .set(LIBRARY.ACTIVE, active)
                        .where(LIBRARY.ID.eq(id))
                        .and(LIBRARY.ACTIVE.ne(active))
                        .execute()
                > 0;
    }

    public Optional<Library> findById(long id) {
        return list(LIBRARY.ID.eq(id)).stream().findFirst();
    }

    /// Those of the ids that there are, in one query.
    public Map<Long, Library> findAll(Collection<Long> ids) {
        return list(LIBRARY.ID.eq(any(ids.toArray(Long[]::new)))).stream()
                .collect(toMap(Library::id, library -> library));
    }

    /// The active libraries of exactly this region, by name: what a new one may be a double of.
    public List<Library> listInRegion(long regionId) {
        return list(LIBRARY.REGION_ID.eq(regionId).and(LIBRARY.ACTIVE));
    }

    /// The active libraries of exactly this region with a name like the given one, the likeliest first: "is it
    /// this one?"
    ///
    /// Words that most names have, such as "Perpustakaan Desa", only count where there are no others.
    public List<Library> findSimilar(long regionId, String name) {
        var typed = LibraryName.of(name);
        if (typed.words().isEmpty()) {
            return List.of();
        }
        var likeness = Trigrams.wordSimilarity(val(String.join(" ", typed.telling())), lower(LIBRARY.NAME));
        return select(LIBRARY.REGION_ID.eq(regionId).and(LIBRARY.ACTIVE).and(likeness.ge(inline(SIMILAR))))
                .orderBy(likeness.desc(), LIBRARY.NAME, LIBRARY.ID)
                .limit(SIMILAR_ONES)
                .fetch(Libraries::library);
    }

    /// The libraries in a region and all that lies in it whose names have every word that was typed somewhere,
    /// those that begin so first; if there are none, those with similar names. An NPP finds its library; nothing
    /// finds all.
    ///
    /// @param inactiveToo whether those out of use are wanted, too
    /// @param offset how many results to pass over
    public LibraryPage search(String typed, long regionId, boolean inactiveToo, int offset, int limit) {
        var from = Math.clamp(offset, 0, LAST_OFFSET);
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        var here = isIn(regionId).and(inactiveToo ? noCondition() : LIBRARY.ACTIVE.isTrue());
        var name = lower(LIBRARY.NAME);
        var words = LibraryName.of(typed).words();
        var npp = Npp.find(typed);
        if (npp.isPresent()) {
            return page(here.and(LIBRARY.NPP.eq(npp.orElseThrow().text())), List.of(), from, size);
        }
        var all = String.join(" ", words);
        var named = here.and(words.stream().map(name::contains).reduce(noCondition(), Condition::and));
        var page = page(named, List.of(field(name.startsWith(all)).desc()), from, size);
        if (!page.results().isEmpty() || words.isEmpty() || (from > 0 && exists(named))) {
            return page;
        }
        return page(
                here.and(Trigrams.partIsSimilar(name, val(all))),
                List.of(Trigrams.wordSimilarity(val(all), name).desc()),
                from,
                size);
    }

    private boolean exists(Condition condition) {
        return db.fetchExists(select(condition).limit(1));
    }

    private LibraryPage page(Condition condition, List<OrderField<?>> order, int offset, int limit) {
        var all = new ArrayList<>(order);
        all.add(LIBRARY.NAME);
        all.add(LIBRARY.ID);
        var found =
                select(condition).orderBy(all).offset(offset).limit(limit + 1).fetch(Libraries::library);
        return new LibraryPage(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }

    private static Condition isIn(long regionId) {
        var whole = REGION.as("whole");
        var code = field(DSL.select(whole.CODE).from(whole).where(whole.ID.eq(regionId)));
        return REGION.CODE.ge(code).and(REGION.CODE.lt(concat(code, inline("/"))));
    }

    private List<Library> list(Condition condition) {
        return select(condition).orderBy(LIBRARY.NAME, LIBRARY.ID).fetch(Libraries::library);
    }

    private SelectConditionStep<? extends Record> select(Condition condition) {
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
                .where(condition);
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
