package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.ASSIGNMENT_LIBRARY;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SortField;

/// Reads the people of a scope: a page of them, and what they are in it, in four queries.
final class DirectoryOfPeople {
    private static final String ACCEPTED = "accepted";

    private final DSLContext db;

    DirectoryOfPeople(DSLContext db) {
        this.db = db;
    }

    List<PersonLine> list(Scope scope, String search, Order order, int limit, int offset) {
        var by = order.column().equals(Directory.PERSON_SINCE) ? PERSON.CREATED_AT : lower(PERSON.NAME);
        return read(scope, areWanted(scope, search), List.of(order.plainlyBy(by), PERSON.ID.asc()), limit, offset);
    }

    int count(Scope scope, String search) {
        return db.fetchCount(PERSON, areWanted(scope, search));
    }

    private static Condition areWanted(Scope scope, String search) {
        return isWithin(scope).and(Directory.contains(PERSON.NAME, search));
    }

    List<PersonLine> listAfter(Scope scope, long personId, int most) {
        return read(scope, isWithin(scope).and(PERSON.ID.gt(personId)), List.of(PERSON.ID.asc()), most, 0);
    }

    Optional<PersonLine> find(Scope scope, long personId) {
        return read(scope, isWithin(scope).and(PERSON.ID.eq(personId)), List.of(PERSON.ID.asc()), 1, 0).stream()
                .findFirst();
    }

    private static Condition isWithin(Scope scope) {
        return PERSON.ERASED_AT.isNull().and(PERSON.ID.in(idsWithin(scope)));
    }

    private List<PersonLine> read(Scope scope, Condition wanted, List<SortField<?>> order, int limit, int offset) {
        var people = db.select(PERSON.ID, PERSON.NAME, PERSON.UNREACHABLE_SINCE, PERSON.CREATED_AT)
                .from(PERSON)
                .where(wanted)
                .orderBy(order)
                .limit(limit)
                .offset(offset)
                .fetch();
        var ids = people.getValues(PERSON.ID);
        var posts = findPosts(scope, ids);
        var reports = findReports(scope, ids);
        return people.map(row -> {
            var id = row.value1();
            var post = posts.getOrDefault(id, List.of());
            var report = reports.getOrDefault(id, List.of());
            return new PersonLine(
                    id, row.value2(), post, report, since(post, report).orElse(row.value4()), row.value3() != null);
        });
    }

    private static Optional<Instant> since(List<PersonLine.Post> posts, List<PersonLine.Report> reports) {
        return Stream.concat(
                        posts.stream().map(PersonLine.Post::since),
                        reports.stream().map(PersonLine.Report::since))
                .min(Instant::compareTo);
    }

    private static Select<Record1<Long>> idsWithin(Scope scope) {
        return select(MEMBERSHIP.PERSON_ID)
                .from(MEMBERSHIP)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(MEMBERSHIP.LIBRARY_ID))
                .where(MEMBERSHIP.STATUS.eq(inline(ACCEPTED)))
                .and(ScopeCondition.restrict(scope))
                .union(select(ASSIGNMENT.PERSON_ID)
                        .from(ASSIGNMENT)
                        .leftJoin(REGION)
                        .on(REGION.ID.eq(ASSIGNMENT.REGION_ID))
                        .where(ASSIGNMENT.REVOKED_AT.isNull())
                        .and(over(scope)));
    }

    /// True for the assignments that lie within the scope: their region, or one of their libraries. Those over the
    /// whole country are seen only by who sees everything.
    private static Condition over(Scope scope) {
        var single = ASSIGNMENT.ID.in(select(ASSIGNMENT_LIBRARY.ASSIGNMENT_ID)
                .from(ASSIGNMENT_LIBRARY)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(ASSIGNMENT_LIBRARY.LIBRARY_ID))
                .where(ScopeCondition.restrict(scope)));
        return switch (scope) {
            case Scope.Everything() -> noCondition();
            case Scope.Parts(var _, var _) ->
                ScopeCondition.restrictRegions(scope).or(single);
        };
    }

    private Map<Long, List<PersonLine.Post>> findPosts(Scope scope, Collection<Long> personIds) {
        var libraries = array(select(LIBRARY.NAME)
                .from(ASSIGNMENT_LIBRARY)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(ASSIGNMENT_LIBRARY.LIBRARY_ID))
                .where(ASSIGNMENT_LIBRARY.ASSIGNMENT_ID.eq(ASSIGNMENT.ID))
                .orderBy(LIBRARY.NAME));
        return db.select(
                        ASSIGNMENT.PERSON_ID,
                        ASSIGNMENT.ID,
                        ASSIGNMENT.ROLE,
                        ASSIGNMENT.GRANTED_AT,
                        libraries,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME)
                .from(ASSIGNMENT)
                .leftJoin(REGION)
                .on(REGION.ID.eq(ASSIGNMENT.REGION_ID))
                .where(ASSIGNMENT.PERSON_ID.eq(any(personIds.toArray(Long[]::new))))
                .and(ASSIGNMENT.REVOKED_AT.isNull())
                .and(over(scope))
                .orderBy(ASSIGNMENT.ID)
                .fetchGroups(
                        row -> row.get(ASSIGNMENT.PERSON_ID),
                        row -> new PersonLine.Post(
                                row.get(ASSIGNMENT.ID),
                                Role.valueOf(row.get(ASSIGNMENT.ROLE)),
                                Optional.ofNullable(row.get(REGION.ID)).map(_ -> Directory.region(row)),
                                List.of(row.get(libraries)),
                                row.get(ASSIGNMENT.GRANTED_AT)));
    }

    private Map<Long, List<PersonLine.Report>> findReports(Scope scope, Collection<Long> personIds) {
        var since = coalesce(MEMBERSHIP.DECIDED_AT, MEMBERSHIP.CREATED_AT);
        return db.select(MEMBERSHIP.PERSON_ID, LIBRARY.ID, LIBRARY.NAME, MEMBERSHIP.ROLE, since)
                .from(MEMBERSHIP)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(MEMBERSHIP.LIBRARY_ID))
                .where(MEMBERSHIP.PERSON_ID.eq(any(personIds.toArray(Long[]::new))))
                .and(MEMBERSHIP.STATUS.eq(inline(ACCEPTED)))
                .and(ScopeCondition.restrict(scope))
                .orderBy(MEMBERSHIP.ID)
                .fetchGroups(
                        row -> row.value1(),
                        row -> new PersonLine.Report(
                                row.value2(), row.value3(), MemberRole.valueOf(row.value4()), row.value5()));
    }
}
