package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.INVITE;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// What a coordinator sees of their part of the programme: its libraries, its people, and what was changed. Every
/// method takes the scope, and shows nothing outside of it.
public final class Directory {
    /// Without an activity for longer than this, a library is silent.
    public static final Duration SILENT_AFTER = Duration.ofDays(30);

    /// Columns to order libraries by.
    public static final String LIBRARY_NAME = "nama";

    public static final String LIBRARY_TYPE = "jenis";
    public static final String LIBRARY_REPORTERS = "pelapor";
    public static final String LIBRARY_LAST = "terakhir";

    /// Columns to order people by.
    public static final String PERSON_NAME = "nama";

    public static final String PERSON_SINCE = "sejak";

    /// Where the day begins first in most of the country; a day more or less makes no library silent.
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final String WAITING = "waiting";
    private static final String ACCEPTED = "accepted";

    /// What summaries count.
    private static final Condition COUNTED =
            SUBMISSION.STATUS.in(inline("sent"), inline("verified"), inline("needs_correction"));

    private final DSLContext db;

    public Directory(DSLContext db) {
        this.db = db;
    }

    /// How many libraries there are, how many of them have joined, and how many people wait, in one query.
    public DirectoryCounts countAll(Scope scope) {
        var accepted = count().filterWhere(MEMBERSHIP.STATUS.eq(inline(ACCEPTED)));
        var waiting = count().filterWhere(MEMBERSHIP.STATUS.eq(inline(WAITING)));
        var members = select(MEMBERSHIP.LIBRARY_ID, accepted.as("accepted"), waiting.as("waiting"))
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.STATUS.in(inline(WAITING), inline(ACCEPTED)))
                .groupBy(MEMBERSHIP.LIBRARY_ID)
                .asTable("members");
        var joined = count().filterWhere(
                        field(name("members", "accepted"), SQLDataType.INTEGER).gt(0));
        var people = coalesce(sum(field(name("members", "waiting"), SQLDataType.INTEGER)), inline(BigDecimal.ZERO));
        return db.select(count(), joined, people.cast(Integer.class))
                .from(LIBRARY)
                .leftJoin(members)
                .on(field(name("members", "library_id"), SQLDataType.BIGINT).eq(LIBRARY.ID))
                .where(LIBRARY.ACTIVE)
                .and(ScopeCondition.restrict(scope))
                .fetchSingle(row -> new DirectoryCounts(row.value1(), row.value2(), row.value3()));
    }

    /// A page of libraries by name.
    ///
    /// @param search words that must all be in the name; may be empty
    public Page<LibraryLine> listLibraries(Scope scope, LibraryFilter filter, String search, int page, Instant now) {
        return new Page<>(
                listLibraries(scope, filter, search, Order.up(LIBRARY_NAME), Page.SIZE, Page.offset(page), now),
                page,
                countLibraries(scope, filter, search, now));
    }

    /// Libraries in an order.
    ///
    /// @param search words that must all be in the name; may be empty
    public List<LibraryLine> listLibraries(
            Scope scope, LibraryFilter filter, String search, Order order, int limit, int offset, Instant now) {
        return readLibraries(areWanted(scope, filter, search, now), order, limit, offset, now);
    }

    public int countLibraries(Scope scope, LibraryFilter filter, String search, Instant now) {
        return db.fetchCount(db.selectOne().from(LIBRARY).where(areWanted(scope, filter, search, now)));
    }

    private static Condition areWanted(Scope scope, LibraryFilter filter, String search, Instant now) {
        return ScopeCondition.restrict(scope)
                .and(LIBRARY.MERGED_INTO.isNull())
                .and(condition(filter, now))
                .and(contains(LIBRARY.NAME, search));
    }

    /// One of them, active or not.
    public Optional<LibraryLine> findLibrary(Scope scope, long libraryId, Instant now) {
        return readLibraries(
                        ScopeCondition.restrict(scope).and(LIBRARY.ID.eq(libraryId)), Order.up(LIBRARY_NAME), 1, 0, now)
                .stream()
                .findFirst();
    }

    private List<LibraryLine> readLibraries(Condition which, Order order, int limit, int offset, Instant now) {
        var reporters = field(members(ACCEPTED));
        var last = field(select(max(SUBMISSION.DATE_START))
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                .and(COUNTED));
        var inOrder = List.of(by(order, reporters, last), lower(LIBRARY.NAME).asc(), LIBRARY.ID.asc());
        var page = select(LIBRARY.ID)
                .from(LIBRARY)
                .where(which)
                .orderBy(inOrder)
                .limit(limit)
                .offset(offset);
        return db.select(
                        LIBRARY.ID,
                        LIBRARY.NAME,
                        LIBRARY.ACTIVE,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME,
                        reporters.as("reporters"),
                        field(members(WAITING)).as("waiting"),
                        field(exists(openInvite(now))).as("invited"),
                        last.as("last"))
                .from(LIBRARY)
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(LIBRARY.ID.in(page))
                .orderBy(inOrder)
                .fetch(Directory::libraryLine);
    }

    private static SortField<?> by(Order order, Field<?> reporters, Field<?> last) {
        return switch (order.column()) {
            case LIBRARY_NAME -> order.plainlyBy(lower(LIBRARY.NAME));
            case LIBRARY_TYPE -> order.plainlyBy(LIBRARY.TYPE);
            case LIBRARY_REPORTERS -> order.by(reporters);
            case LIBRARY_LAST -> order.by(last);
            default -> throw new IllegalArgumentException("Libraries are not ordered by " + order.column());
        };
    }

    private static LibraryLine libraryLine(Record row) {
        return new LibraryLine(
                row.get(LIBRARY.ID),
                row.get(LIBRARY.NAME),
                region(row),
                row.get("reporters", Integer.class),
                row.get("waiting", Integer.class),
                row.get("invited", Boolean.class),
                Optional.ofNullable(row.get("last", LocalDate.class)).map(YearMonth::from),
                row.get(LIBRARY.ACTIVE));
    }

    static Region region(Record row) {
        return new Region(
                row.get(REGION.ID), row.get(REGION.CODE), RegionLevel.of(row.get(REGION.LEVEL)), row.get(REGION.NAME));
    }

    private static Condition condition(LibraryFilter filter, Instant now) {
        return switch (filter) {
            case ALL -> DSL.noCondition();
            case NEVER_JOINED -> DSL.condition(LIBRARY.ACTIVE).and(not(exists(member(ACCEPTED))));
            case WAITING -> DSL.condition(LIBRARY.ACTIVE).and(exists(member(WAITING)));
            case SILENT -> {
                var since = LocalDate.ofInstant(now.minus(SILENT_AFTER), ZONE);
                yield DSL.condition(LIBRARY.ACTIVE)
                        .and(exists(member(ACCEPTED)))
                        .and(not(exists(selectOne()
                                .from(SUBMISSION)
                                .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                                .and(SUBMISSION.DATE_START.ge(since))
                                .and(COUNTED))));
            }
            case INACTIVE -> LIBRARY.ACTIVE.isFalse();
        };
    }

    private static Select<?> member(String status) {
        return selectOne()
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.LIBRARY_ID.eq(LIBRARY.ID))
                .and(MEMBERSHIP.STATUS.eq(inline(status)));
    }

    private static Select<Record1<Integer>> members(String status) {
        return selectCount()
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.LIBRARY_ID.eq(LIBRARY.ID))
                .and(MEMBERSHIP.STATUS.eq(inline(status)));
    }

    private static Select<?> openInvite(Instant now) {
        return selectOne().from(INVITE).where(INVITE.LIBRARY_ID.eq(LIBRARY.ID)).and(Invites.isOpen(now));
    }

    static Condition contains(Field<String> name, String search) {
        return and(Arrays.stream(search.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .map(name::containsIgnoreCase)
                .toList());
    }

    /// Reporters and coordinators by name, each with what of theirs lies within the scope.
    ///
    /// @param search words that must all be in the name; may be empty
    public Page<PersonLine> listPeople(Scope scope, String search, int page) {
        return new Page<>(
                listPeople(scope, search, Order.up(PERSON_NAME), Page.SIZE, Page.offset(page)),
                page,
                countPeople(scope, search));
    }

    /// The same in an order.
    public List<PersonLine> listPeople(Scope scope, String search, Order order, int limit, int offset) {
        return new DirectoryOfPeople(db).list(scope, search, order, limit, offset);
    }

    public int countPeople(Scope scope, String search) {
        return new DirectoryOfPeople(db).count(scope, search);
    }

    /// The same in the order of their ids, from after one of them on.
    public List<PersonLine> listPeopleAfter(Scope scope, long personId, int most) {
        return new DirectoryOfPeople(db).listAfter(scope, personId, most);
    }

    /// One of them.
    public Optional<PersonLine> findPerson(Scope scope, long personId) {
        return new DirectoryOfPeople(db).find(scope, personId);
    }

    /// What was changed about a library, the newest first.
    public Page<AuditLine> historyOfLibrary(Scope scope, long libraryId, int page) {
        return withoutAddresses(new AuditLog(db).list(scope, AuditFilter.all().ofLibrary(libraryId), page));
    }

    /// What a person did and what was done to them within the scope, the newest first.
    public Page<AuditLine> historyOfPerson(Scope scope, long personId, int page) {
        return withoutAddresses(new AuditLog(db).list(scope, AuditFilter.all().ofPerson(personId), page));
    }

    private static Page<AuditLine> withoutAddresses(Page<AuditLine> page) {
        return new Page<>(page.rows().stream().map(AuditLine::withoutAddress).toList(), page.number(), page.total());
    }
}
