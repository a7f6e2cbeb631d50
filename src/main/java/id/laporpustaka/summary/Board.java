package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.NO_ACTIVITY;
import static id.laporpustaka.db.generated.Tables.NUDGE;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.REPORTING_YEAR;
import static id.laporpustaka.db.generated.Tables.ROLLUP_DELTA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static java.util.Objects.requireNonNull;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import id.laporpustaka.people.Order;
import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.submission.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// Who should report in a month, and who has. Each method is one statement, which asks the indexes of reports
/// for each library of the scope; for the whole country it reads the months that are kept.
public final class Board {
    /// Columns to order by.
    public static final String LIBRARY_NAME = "perpustakaan";

    public static final String REPORTS = "laporan";
    public static final String LAST = "terakhir";

    private static final Field<Integer> REPORTED = field(name("reported"), SQLDataType.INTEGER);
    private static final Field<Integer> QUIET = field(name("quiet"), SQLDataType.INTEGER);
    private static final Field<Integer> OPEN = field(name("open"), SQLDataType.INTEGER);
    private static final Field<Integer> NOT_JOINED = field(name("not_joined"), SQLDataType.INTEGER);
    private static final Field<String> STATE = field(name("state"), SQLDataType.VARCHAR);
    private static final id.laporpustaka.db.generated.tables.Region PART = REGION.as("part");

    private final DSLContext db;

    public Board(DSLContext db) {
        this.db = db;
    }

    public BoardCounts countAll(BoardQuery query) {
        var states = states(query);
        return db.select(
                        countOf(BoardState.REPORTED),
                        countOf(BoardState.QUIET),
                        countOf(BoardState.OPEN),
                        countOf(BoardState.NOT_JOINED))
                .from(states)
                .fetchSingle(Board::counts);
    }

    /// The regions of this level in which there are libraries, by their codes, with how these stand. A library
    /// that belongs to a larger region is counted there.
    public List<BoardPart> countParts(BoardQuery query, RegionLevel level) {
        var states = states(query);
        var code = left(requireNonNull(states.field(LIBRARY.REGION_CODE)), inline(level.codeLength()));
        return db.select(
                        PART.ID,
                        PART.CODE,
                        PART.LEVEL,
                        PART.NAME,
                        countOf(BoardState.REPORTED).as(REPORTED),
                        countOf(BoardState.QUIET).as(QUIET),
                        countOf(BoardState.OPEN).as(OPEN),
                        countOf(BoardState.NOT_JOINED).as(NOT_JOINED))
                .from(states)
                .join(PART)
                .on(PART.CODE.eq(code))
                .and(PART.LEVEL.eq((short) level.number()))
                .and(PART.VALID_TO.isNull())
                .groupBy(PART.ID)
                .orderBy(PART.CODE)
                .fetch(row -> new BoardPart(
                        new Region(
                                row.get(PART.ID),
                                row.get(PART.CODE),
                                RegionLevel.of(row.get(PART.LEVEL)),
                                row.get(PART.NAME)),
                        new BoardCounts(row.get(REPORTED), row.get(QUIET), row.get(OPEN), row.get(NOT_JOINED))));
    }

    /// Libraries by name.
    ///
    /// @param state only those that stand so
    public List<BoardLine> list(BoardQuery query, Optional<BoardState> state, int limit, int offset) {
        return list(query, state, Order.up(LIBRARY_NAME), limit, offset);
    }

    public List<BoardLine> list(BoardQuery query, Optional<BoardState> state, Order order, int limit, int offset) {
        return read(
                query,
                isWanted(query).and(state.map(it -> state(query).eq(it.name())).orElse(noCondition())),
                order,
                limit,
                offset);
    }

    /// All libraries by name for which somebody may report and from which nothing has come.
    public List<OpenLibrary> listOpen(BoardQuery query) {
        return db.select(LIBRARY.ID, LIBRARY.NAME, LIBRARY.REGION_CODE)
                .from(LIBRARY)
                .where(isWanted(query))
                .and(state(query).eq(inline(BoardState.OPEN.name())))
                .orderBy(lower(LIBRARY.NAME), LIBRARY.ID)
                .fetch(mapping(OpenLibrary::new));
    }

    /// One of them.
    public Optional<BoardLine> find(BoardQuery query, long libraryId) {
        return read(query, isWanted(query).and(LIBRARY.ID.eq(libraryId)), Order.up(LIBRARY_NAME), 1, 0).stream()
                .findFirst();
    }

    private List<BoardLine> read(BoardQuery query, Condition wanted, Order order, int limit, int offset) {
        var reports = field(selectCount()
                        .from(SUBMISSION)
                        .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                        .and(isInMonth(query)))
                .as("reports");
        var inMonth = field(select(max(SUBMISSION.DATE_START))
                        .from(SUBMISSION)
                        .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                        .and(isInMonth(query)))
                .as("in_month");
        var ever = field(select(max(SUBMISSION.DATE_START))
                        .from(SUBMISSION)
                        .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                        .and(isCounted()))
                .as("ever");
        var quietWeek = field(select(max(NO_ACTIVITY.FIRST_DAY))
                        .from(NO_ACTIVITY)
                        .where(NO_ACTIVITY.LIBRARY_ID.eq(LIBRARY.ID))
                        .and(NO_ACTIVITY.PERIOD.eq(inline("week")))
                        .and(NO_ACTIVITY.FIRST_DAY.between(
                                query.month().atDay(1).minusDays(6),
                                query.month().atEndOfMonth()))
                        .and(NO_ACTIVITY.TAKEN_BACK_AT.isNull()))
                .as("quiet_week");
        var reminded = field(select(max(NUDGE.AT)).from(NUDGE).where(NUDGE.LIBRARY_ID.eq(LIBRARY.ID)))
                .as("reminded");
        return db.select(
                        LIBRARY.ID,
                        LIBRARY.NAME,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME,
                        state(query).as(STATE),
                        reports,
                        inMonth,
                        ever,
                        quietWeek,
                        reminded)
                .from(LIBRARY)
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(wanted)
                .orderBy(by(order, reports, coalesce(inMonth, ever)), lower(LIBRARY.NAME), LIBRARY.ID)
                .limit(limit)
                .offset(offset)
                .fetch(row -> new BoardLine(
                        row.get(LIBRARY.ID),
                        row.get(LIBRARY.NAME),
                        new Region(
                                row.get(REGION.ID),
                                row.get(REGION.CODE),
                                RegionLevel.of(row.get(REGION.LEVEL)),
                                row.get(REGION.NAME)),
                        BoardState.valueOf(row.get(STATE)),
                        row.get("reports", Integer.class),
                        Optional.ofNullable(row.get("in_month", LocalDate.class))
                                .or(() -> Optional.ofNullable(row.get("ever", LocalDate.class))),
                        Optional.ofNullable(row.get("quiet_week", LocalDate.class)),
                        Optional.ofNullable(row.get("reminded", Instant.class))));
    }

    private static SortField<?> by(Order order, Field<?> reports, Field<?> last) {
        return switch (order.column()) {
            case LIBRARY_NAME -> order.plainlyBy(lower(LIBRARY.NAME));
            case REPORTS -> order.by(reports);
            case LAST -> order.by(last);
            default -> throw new IllegalArgumentException("The board is not ordered by " + order.column());
        };
    }

    /// Each state once, behind a fence: pulled into a query that counts four states, it would be found out four
    /// times.
    private static Table<?> states(BoardQuery query) {
        return select(LIBRARY.REGION_CODE, state(query).as(STATE))
                .from(LIBRARY)
                .where(isWanted(query))
                .offset(inline(0))
                .asTable("states");
    }

    private static Field<Integer> countOf(BoardState state) {
        return count().filterWhere(STATE.eq(inline(state.name())));
    }

    private static BoardCounts counts(Record row) {
        return new BoardCounts(
                row.get(0, Integer.class),
                row.get(1, Integer.class),
                row.get(2, Integer.class),
                row.get(3, Integer.class));
    }

    private static Condition isWanted(BoardQuery query) {
        return and(
                ScopeCondition.restrict(query.scope()),
                query.regionCode().map(ScopeCondition::liesIn).orElse(trueCondition()),
                condition(LIBRARY.ACTIVE),
                and(Arrays.stream(query.search().strip().split("\\s+", -1))
                        .filter(word -> !word.isEmpty())
                        .map(LIBRARY.NAME::containsIgnoreCase)
                        .toList()));
    }

    private static Field<String> state(BoardQuery query) {
        var firstDay = query.month().atDay(1);
        return when(hasReported(query), inline(BoardState.REPORTED.name()))
                .when(
                        isThere(selectOne()
                                .from(NO_ACTIVITY)
                                .where(NO_ACTIVITY.LIBRARY_ID.eq(LIBRARY.ID))
                                .and(NO_ACTIVITY.PERIOD.eq(inline("month")))
                                .and(NO_ACTIVITY.FIRST_DAY.eq(firstDay))
                                .and(NO_ACTIVITY.TAKEN_BACK_AT.isNull())),
                        inline(BoardState.QUIET.name()))
                .when(
                        isOfCountry(query)
                                ? LIBRARY.ID.in(select(MEMBERSHIP.LIBRARY_ID)
                                        .from(MEMBERSHIP)
                                        .where(MEMBERSHIP.STATUS.eq(inline("accepted"))))
                                : isThere(selectOne()
                                        .from(MEMBERSHIP)
                                        .where(MEMBERSHIP.LIBRARY_ID.eq(LIBRARY.ID))
                                        .and(MEMBERSHIP.STATUS.eq(inline("accepted")))),
                        inline(BoardState.OPEN.name()))
                .otherwise(inline(BoardState.NOT_JOINED.name()));
    }

    private static boolean isOfCountry(BoardQuery query) {
        return query.scope() instanceof Scope.Everything && query.regionCode().isEmpty();
    }

    /// Of the whole country it is known from the months that are kept of each library, but of those with changes that
    /// are not in them yet.
    private static Condition hasReported(BoardQuery query) {
        var isThere = isThere(selectOne()
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                .and(isInMonth(query)));
        if (!isOfCountry(query)) {
            return isThere;
        }
        var month = query.month();
        var bit = 1 << (month.getMonthValue() - 1);
        var kept = LIBRARY.ID.in(select(REPORTING_YEAR.LIBRARY_ID)
                .from(REPORTING_YEAR)
                .where(REPORTING_YEAR.YEAR.eq((short) month.getYear()))
                .and(REPORTING_YEAR.FORM_ID.eq(inline("")))
                .and(REPORTING_YEAR.MONTHS.bitAnd(inline(bit)).ne(inline(0))));
        var isNew = LIBRARY.ID.in(select(ROLLUP_DELTA.LIBRARY_ID).from(ROLLUP_DELTA));
        return condition(when(isNew, field(isThere)).otherwise(field(kept)));
    }

    /// Looked up in an index for each library; `exists` may be answered by reading all rows of the country, even
    /// for a hundred libraries.
    private static Condition isThere(SelectConditionStep<Record1<Integer>> rows) {
        return field(rows.limit(inline(1))).isNotNull();
    }

    private static Condition isInMonth(BoardQuery query) {
        var month = query.month();
        return SUBMISSION
                .DATE_START
                .between(month.atDay(1), month.atEndOfMonth())
                .and(isCounted());
    }

    /// The words are written into the statement, as the index has them.
    private static Condition isCounted() {
        return SUBMISSION.STATUS.in(
                Status.counted().stream().map(status -> inline(status.stored())).toList());
    }
}
