package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.REGION_DATA;
import static id.laporpustaka.db.generated.Tables.REGION_FORMER;
import static id.laporpustaka.db.generated.Tables.REGION_SUCCESSOR;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.place.RegionChange.Added;
import id.laporpustaka.place.RegionChange.Ended;
import id.laporpustaka.place.RegionChange.Named;
import id.laporpustaka.place.RegionChange.Recoded;
import id.laporpustaka.place.RegionChange.Renamed;
import id.laporpustaka.place.RegionChange.Respelled;
import id.laporpustaka.place.RegionUpdate.Kind;
import id.laporpustaka.place.RegionUpdate.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;

/// One application of a change set, within a transaction.
final class RegionUpdating {
    private final DSLContext db;
    private final RegionChangeSet changes;
    private final LocalDate validFrom;
    private final List<Respelled> respelled;
    private final List<Renamed> renamed;
    private final List<Recoded> recoded;
    private final List<Added> added;
    private final Map<Long, Ended> ended;
    private final Map<Long, List<String>> decisions;

    RegionUpdating(DSLContext db, RegionChangeSet changes, Map<Long, List<String>> decisions, LocalDate validFrom) {
        this.db = db;
        this.changes = changes;
        this.validFrom = validFrom;
        this.decisions = decisions;
        respelled = changes.list(Respelled.class);
        renamed = changes.list(Renamed.class);
        recoded = changes.list(Recoded.class);
        added = changes.list(Added.class);
        ended = changes.list(Ended.class).stream()
                .collect(toMap(it -> it.region().id(), identity()));
    }

    RegionUpdate run() {
        var problems = problems();
        if (!problems.isEmpty()) {
            return new RegionUpdate.Refused(problems);
        }
        keepFormer();
        end();
        rename();
        for (var level : RegionLevel.values()) {
            recode(level);
            add(level);
        }
        putUnderParents();
        check();
        setSuccessors();
        var libraries = giveLibraries();
        var assignments = giveAssignments();
        db.insertInto(REGION_DATA).set(REGION_DATA.VERSION, changes.to()).execute();
        return new RegionUpdate.Done(
                respelled.size(),
                renamed.size()
                        + (int) recoded.stream()
                                .filter(it -> !it.to().name().equals(it.region().name()))
                                .count(),
                recoded.size(),
                added.size(),
                ended.size(),
                libraries,
                assignments.given(),
                assignments.added());
    }

    // ---------------------------------------------------------------- may it be done?

    private List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        changes.listUnclear().stream()
                .map(it -> it.region().id())
                .filter(id -> !decisions.containsKey(id))
                .forEach(id -> problems.add(new Problem(Kind.UNDECIDED, id)));
        var known = codesAfter(decisions.values().stream().flatMap(List::stream).collect(toSet()));
        decisions.keySet().stream().sorted().forEach(id -> addProblems(id, known, problems));
        listTooEarly().forEach(id -> problems.add(new Problem(Kind.TOO_EARLY, id)));
        return problems;
    }

    private void addProblems(long id, Set<String> known, List<Problem> problems) {
        var ending = ended.get(id);
        var codes = decisions.getOrDefault(id, List.of());
        if (ending == null) {
            problems.add(new Problem(Kind.NOT_ENDED, id));
        } else if (!codes.stream()
                .allMatch(code -> known.contains(code)
                        && code.length() == ending.region().level().codeLength())) {
            problems.add(new Problem(Kind.NO_SUCH_SUCCESSOR, id));
        } else if (codes.isEmpty() && isInUse(id)) {
            problems.add(new Problem(Kind.IN_USE, id));
        }
    }

    /// Those of the codes that present regions will have.
    private Set<String> codesAfter(Set<String> codes) {
        var present = new HashSet<>(idsByCode(codes).keySet());
        ended.values().forEach(it -> present.remove(it.region().code()));
        recoded.forEach(it -> present.remove(it.region().code()));
        recoded.forEach(it -> present.add(it.to().code()));
        added.forEach(it -> present.add(it.region().code()));
        return present;
    }

    private boolean isInUse(long regionId) {
        return db.fetchExists(LIBRARY, LIBRARY.REGION_ID.eq(regionId))
                || db.fetchExists(ASSIGNMENT, ASSIGNMENT.REGION_ID.eq(regionId).and(ASSIGNMENT.REVOKED_AT.isNull()));
    }

    private List<Long> listTooEarly() {
        var affected = Stream.of(
                        renamed.stream().map(Renamed::region),
                        recoded.stream().map(Recoded::region),
                        ended.values().stream().map(Ended::region))
                .flatMap(identity())
                .map(Region::id)
                .toArray(Long[]::new);
        return db.select(REGION.ID)
                .from(REGION)
                .where(REGION.ID.eq(any(affected)))
                .and(REGION.VALID_FROM
                        .ge(validFrom)
                        .or(exists(selectOne()
                                .from(REGION_FORMER)
                                .where(REGION_FORMER.REGION_ID.eq(REGION.ID))
                                .and(REGION_FORMER.VALID_TO.ge(validFrom)))))
                .orderBy(REGION.CODE)
                .fetch(REGION.ID);
    }

    // ---------------------------------------------------------------- regions

    private void keepFormer() {
        var ids = Stream.concat(
                        renamed.stream().map(it -> it.region().id()),
                        recoded.stream().map(it -> it.region().id()))
                .toArray(Long[]::new);
        var since = coalesce(
                field(select(max(REGION_FORMER.VALID_TO))
                        .from(REGION_FORMER)
                        .where(REGION_FORMER.REGION_ID.eq(REGION.ID))),
                REGION.VALID_FROM);
        db.insertInto(
                        REGION_FORMER,
                        REGION_FORMER.REGION_ID,
                        REGION_FORMER.CODE,
                        REGION_FORMER.NAME,
                        REGION_FORMER.VALID_FROM,
                        REGION_FORMER.VALID_TO)
                .select(select(REGION.ID, REGION.CODE, REGION.NAME, since, val(validFrom))
                        .from(REGION)
                        .where(REGION.ID.eq(any(ids))))
                .execute();
    }

    /// The recoded ones end, too, until each level gives them their codes: so two can exchange theirs.
    private void end() {
        var ids = Stream.concat(
                        ended.keySet().stream(),
                        recoded.stream().map(it -> it.region().id()))
                .toArray(Long[]::new);
        db.update(REGION)
                .set(REGION.VALID_TO, validFrom)
                .where(REGION.ID.eq(any(ids)))
                .execute();
    }

    private void rename() {
        var rows = Stream.concat(
                        respelled.stream()
                                .map(it -> new Object[] {it.name(), it.region().id()}),
                        renamed.stream()
                                .map(it -> new Object[] {it.name(), it.region().id()}))
                .toArray(Object[][]::new);
        if (rows.length > 0) {
            db.batch(db.update(REGION).set(REGION.NAME, (String) null).where(REGION.ID.eq((Long) null)), rows)
                    .execute();
        }
    }

    private void recode(RegionLevel level) {
        var rows = recoded.stream()
                .filter(it -> it.region().level() == level)
                .map(it -> new Object[] {
                    it.to().code(), it.to().name(), it.region().id()
                })
                .toArray(Object[][]::new);
        if (rows.length > 0) {
            db.batch(
                            db.update(REGION)
                                    .set(REGION.CODE, (String) null)
                                    .set(REGION.NAME, (String) null)
                                    .set(REGION.VALID_TO, inline((LocalDate) null))
                                    .where(REGION.ID.eq((Long) null)),
                            rows)
                    .execute();
        }
    }

    private void add(RegionLevel level) {
        var regions = added.stream()
                .map(Added::region)
                .filter(it -> it.code().length() == level.codeLength())
                .toList();
        if (regions.isEmpty()) {
            return;
        }
        var parents = level == RegionLevel.PROVINCE
                ? Map.<String, Long>of()
                : idsByCode(
                        regions.stream().map(it -> RegionCode.parent(it.code())).collect(toSet()));
        var rows = regions.stream()
                .map(it -> new Object[] {
                    it.code(),
                    (short) level.number(),
                    it.name(),
                    level == RegionLevel.PROVINCE ? null : parents.get(RegionCode.parent(it.code())),
                    validFrom
                })
                .toArray(Object[][]::new);
        db.batch(
                        db.insertInto(
                                        REGION,
                                        REGION.CODE,
                                        REGION.LEVEL,
                                        REGION.NAME,
                                        REGION.PARENT_ID,
                                        REGION.VALID_FROM)
                                .values((String) null, null, null, null, null),
                        rows)
                .execute();
    }

    private Map<String, Long> idsByCode(Collection<String> codes) {
        return db.select(REGION.CODE, REGION.ID)
                .from(REGION)
                .where(REGION.CODE.eq(any(codes.toArray(String[]::new))))
                .and(REGION.VALID_TO.isNull())
                .fetchMap(REGION.CODE, REGION.ID);
    }

    /// A code begins with the code of what it lies in.
    private void putUnderParents() {
        var parent = REGION.as("parent");
        db.update(REGION)
                .set(REGION.PARENT_ID, parent.ID)
                .from(parent)
                .where(parent.CODE.eq(left(REGION.CODE, codeLengthAbove(REGION.LEVEL))))
                .and(parent.VALID_TO.isNull())
                .and(REGION.VALID_TO.isNull())
                .and(REGION.PARENT_ID.ne(parent.ID))
                .execute();
    }

    private static Field<Integer> codeLengthAbove(TableField<?, Short> level) {
        return level.cast(Integer.class).times(inline(3)).minus(inline(4));
    }

    /// Whatever was worked out, the database must have the new version now.
    private void check() {
        var parent = REGION.as("parent");
        var present = db.fetchCount(REGION, REGION.VALID_TO.isNull());
        var astray = db.fetchCount(db.selectOne()
                .from(REGION)
                .join(parent)
                .on(parent.ID.eq(REGION.PARENT_ID))
                .where(REGION.VALID_TO.isNull())
                .and(parent.VALID_TO.isNotNull()));
        if (present != changes.regions() || astray > 0) {
            throw new IllegalStateException(
                    "After the change set to %s there would be %d regions instead of %d, %d in ended ones"
                            .formatted(changes.to(), present, changes.regions(), astray));
        }
    }

    // ---------------------------------------------------------------- what belongs to regions that ended

    private void setSuccessors() {
        var codes = new LinkedHashMap<Long, List<String>>();
        ended.forEach((id, ending) -> codes.put(
                id,
                decisions
                        .getOrDefault(
                                id,
                                ending.successors().stream().map(Named::code).toList())
                        .stream()
                        .distinct()
                        .toList()));
        var ids = idsByCode(codes.values().stream().flatMap(List::stream).collect(toSet()));
        var rows = new ArrayList<Object[]>();
        codes.forEach((id, successors) -> {
            for (var position = 0; position < successors.size(); position++) {
                rows.add(new Object[] {id, (short) position, ids.get(successors.get(position))});
            }
        });
        if (!rows.isEmpty()) {
            db.batch(
                            db.insertInto(
                                            REGION_SUCCESSOR,
                                            REGION_SUCCESSOR.REGION_ID,
                                            REGION_SUCCESSOR.POSITION,
                                            REGION_SUCCESSOR.SUCCESSOR_ID)
                                    .values((Long) null, null, null),
                            rows.toArray(Object[][]::new))
                    .execute();
        }
    }

    /// A library of exactly an ended region goes to the main successor.
    private int giveLibraries() {
        return db.update(LIBRARY)
                .set(LIBRARY.REGION_ID, REGION_SUCCESSOR.SUCCESSOR_ID)
                .from(REGION_SUCCESSOR)
                .where(REGION_SUCCESSOR.REGION_ID.eq(LIBRARY.REGION_ID))
                .and(REGION_SUCCESSOR.POSITION.eq((short) 0))
                .and(LIBRARY.REGION_ID.eq(any(ended.keySet().toArray(Long[]::new))))
                .execute();
    }

    private record Given(int given, int added) {}

    /// A coordinator of an ended region goes on in all of its successors. Whoever has a role there already has it
    /// once.
    private Given giveAssignments() {
        var given = 0;
        var added = 0;
        for (var assignment : db.selectFrom(ASSIGNMENT)
                .where(ASSIGNMENT.REGION_ID.eq(any(ended.keySet().toArray(Long[]::new))))
                .and(ASSIGNMENT.REVOKED_AT.isNull())
                .orderBy(ASSIGNMENT.ID)
                .forUpdate()
                .fetch()) {
            var free = listWithoutRole(assignment.getPersonId(), assignment.getRole(), assignment.getRegionId());
            given++;
            if (free.isEmpty()) {
                db.update(ASSIGNMENT)
                        .set(ASSIGNMENT.REVOKED_AT, DatabaseClock.now())
                        .where(ASSIGNMENT.ID.eq(assignment.getId()))
                        .execute();
                continue;
            }
            db.update(ASSIGNMENT)
                    .set(ASSIGNMENT.REGION_ID, free.getFirst())
                    .where(ASSIGNMENT.ID.eq(assignment.getId()))
                    .execute();
            for (var region : free.subList(1, free.size())) {
                db.insertInto(ASSIGNMENT)
                        .set(ASSIGNMENT.PERSON_ID, assignment.getPersonId())
                        .set(ASSIGNMENT.ROLE, assignment.getRole())
                        .set(ASSIGNMENT.REGION_ID, region)
                        .set(ASSIGNMENT.GRANTED_BY, assignment.getGrantedBy())
                        .set(ASSIGNMENT.GRANTED_AT, assignment.getGrantedAt())
                        .execute();
                added++;
            }
        }
        return new Given(given, added);
    }

    /// The successors of a region in which a person has not this role yet.
    private List<Long> listWithoutRole(long personId, String role, long regionId) {
        var other = ASSIGNMENT.as("other");
        return db.select(REGION_SUCCESSOR.SUCCESSOR_ID)
                .from(REGION_SUCCESSOR)
                .where(REGION_SUCCESSOR.REGION_ID.eq(regionId))
                .andNotExists(selectOne()
                        .from(other)
                        .where(other.PERSON_ID.eq(personId))
                        .and(other.ROLE.eq(role))
                        .and(other.REGION_ID.eq(REGION_SUCCESSOR.SUCCESSOR_ID))
                        .and(other.REVOKED_AT.isNull()))
                .orderBy(REGION_SUCCESSOR.POSITION)
                .fetch(REGION_SUCCESSOR.SUCCESSOR_ID);
    }
}
