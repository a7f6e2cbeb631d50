package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;

/// Single reports of a scope in any order, for who looks through them.
public final class ReportListing {
    /// Columns to order by.
    public static final String DAY = "tanggal";

    public static final String LIBRARY_NAME = "perpustakaan";
    public static final String KIND = "jenis";
    public static final String PEOPLE = "peserta";
    public static final String SESSIONS = "sesi";
    public static final String PHOTOS = "foto";
    public static final String STATUS = "status";
    public static final String SENT = "dikirim";

    private static final Pattern NUMBER = Pattern.compile("\\p{Alpha}+-\\d");
    private static final id.laporpustaka.db.generated.tables.Library NAMED = LIBRARY.as("named");

    private final DSLContext db;

    public ReportListing(DSLContext db) {
        this.db = db;
    }

    /// Which reports.
    ///
    /// @param period the days on which their activities began
    /// @param regionCode narrows the scope to a region and what lies in it
    /// @param status empty for all that count
    /// @param search words that must all be in the title or in the name of the library, or a number as on a
    ///     receipt; may be empty
    public record Filter(
            Period period,
            Scope scope,
            Optional<String> regionCode,
            Optional<String> formId,
            Optional<Status> status,
            Optional<String> topic,
            String search) {}

    /// A report.
    ///
    /// @param people who took part, 0 where it does not say
    public record Line(
            String number,
            Optional<String> title,
            String formId,
            Status status,
            LocalDate day,
            Instant sentAt,
            Optional<String> topic,
            int sessions,
            int male,
            int female,
            int people,
            int photos,
            long libraryId,
            String libraryName,
            Region region) {}

    public List<Line> list(Filter filter, Order order, int limit, int offset) {
        var inOrder = List.of(by(order), order.descending() ? SUBMISSION.ID.desc() : SUBMISSION.ID.asc());
        var page = select(SUBMISSION.ID)
                .from(order.column().equals(LIBRARY_NAME) ? withLibraries() : reports(filter))
                .where(isMeant(filter))
                .orderBy(inOrder)
                .limit(limit)
                .offset(offset);
        return db.select(
                        SUBMISSION.NUMBER,
                        SUBMISSION.TITLE,
                        SUBMISSION.FORM_ID,
                        SUBMISSION.STATUS,
                        SUBMISSION.DATE_START,
                        SUBMISSION.SUBMITTED_AT,
                        SUBMISSION.TOPIC,
                        SUBMISSION.SESSIONS,
                        coalesce(SUBMISSION.MALE, 0).as("men"),
                        coalesce(SUBMISSION.FEMALE, 0).as("women"),
                        coalesce(SUBMISSION.TOTAL, 0).as("people"),
                        SUBMISSION.PHOTO_COUNT,
                        LIBRARY.ID,
                        LIBRARY.NAME,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME)
                .from(withLibraries())
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(SUBMISSION.ID.in(page))
                .orderBy(inOrder)
                .fetch(ReportListing::line);
    }

    /// How many there are, or `most` if there are more.
    public int countUpTo(Filter filter, int most) {
        return db.fetchCount(
                selectOne().from(reports(filter)).where(isMeant(filter)).limit(most));
    }

    /// Of the whole country no library needs to be looked up.
    private static Table<?> reports(Filter filter) {
        return filter.scope() instanceof Scope.Everything && filter.regionCode().isEmpty()
                ? SUBMISSION
                : withLibraries();
    }

    private static Table<?> withLibraries() {
        return SUBMISSION.join(LIBRARY).on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID));
    }

    private static Line line(Record row) {
        return new Line(
                row.get(SUBMISSION.NUMBER),
                Optional.ofNullable(row.get(SUBMISSION.TITLE)),
                row.get(SUBMISSION.FORM_ID),
                Status.of(row.get(SUBMISSION.STATUS)),
                row.get(SUBMISSION.DATE_START),
                row.get(SUBMISSION.SUBMITTED_AT),
                Optional.ofNullable(row.get(SUBMISSION.TOPIC)),
                row.get(SUBMISSION.SESSIONS),
                row.get("men", Integer.class),
                row.get("women", Integer.class),
                row.get("people", Integer.class),
                row.get(SUBMISSION.PHOTO_COUNT),
                row.get(LIBRARY.ID),
                row.get(LIBRARY.NAME),
                new Region(
                        row.get(REGION.ID),
                        row.get(REGION.CODE),
                        RegionLevel.of(row.get(REGION.LEVEL)),
                        row.get(REGION.NAME)));
    }

    private static SortField<?> by(Order order) {
        return switch (order.column()) {
            case DAY -> order.plainlyBy(SUBMISSION.DATE_START);
            case LIBRARY_NAME -> order.plainlyBy(lower(LIBRARY.NAME));
            case KIND -> order.plainlyBy(SUBMISSION.FORM_ID);
            case PEOPLE -> order.plainlyBy(coalesce(SUBMISSION.TOTAL, 0));
            case SESSIONS -> order.plainlyBy(SUBMISSION.SESSIONS);
            case PHOTOS -> order.plainlyBy(SUBMISSION.PHOTO_COUNT);
            case STATUS ->
                order.plainlyBy(when(SUBMISSION.STATUS.eq(inline(Status.NEEDS_CORRECTION.stored())), inline(0))
                        .when(SUBMISSION.STATUS.eq(inline(Status.SENT.stored())), inline(1))
                        .otherwise(inline(2)));
            case SENT -> order.plainlyBy(SUBMISSION.SUBMITTED_AT);
            default -> throw new IllegalArgumentException("Reports are not ordered by " + order.column());
        };
    }

    private static Condition isMeant(Filter filter) {
        return and(
                ScopeCondition.restrict(filter.scope()),
                filter.regionCode().map(ScopeCondition::liesIn).orElse(noCondition()),
                SUBMISSION.DATE_START.between(
                        filter.period().from(), filter.period().to()),
                filter.status()
                        .map(status -> SUBMISSION.STATUS.eq(inline(status.stored())))
                        .orElseGet(() -> CountedReports.counts(SUBMISSION.STATUS)),
                filter.formId().map(SUBMISSION.FORM_ID::eq).orElse(noCondition()),
                filter.topic().map(SUBMISSION.TOPIC::eq).orElse(noCondition()),
                contains(filter.search()));
    }

    private static Condition contains(String search) {
        return and(Arrays.stream(search.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> or(
                        SUBMISSION.SEARCH_KEY.contains(word.toLowerCase(Locale.ROOT)),
                        SUBMISSION.LIBRARY_ID.in(
                                select(NAMED.ID).from(NAMED).where(NAMED.NAME.containsIgnoreCase(word))),
                        NUMBER.matcher(word).lookingAt()
                                ? SUBMISSION.NUMBER.startsWithIgnoreCase(word)
                                : falseCondition()))
                .toList());
    }
}
