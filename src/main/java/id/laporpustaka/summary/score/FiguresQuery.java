package id.laporpustaka.summary.score;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.bitOrAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.shl;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.year;

import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.TimeZones;
import id.laporpustaka.submission.Deadlines;
import id.laporpustaka.submission.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.AggregateFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record9;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// The one statement that counts, made for rules and a period. From the inside: the reports that count; which place
/// each has among those of its kind and day; their sums by library, or by library and month; and beside them the
/// libraries that have none.
final class FiguresQuery {
    private static final int MONTHS = 12;
    private static final String SUMS = "sums";

    private static final Field<Long> OF_LIBRARY = field(name("of_library"), SQLDataType.BIGINT);
    private static final Field<String> FORM = field(name("form"), SQLDataType.CLOB);
    private static final Field<LocalDate> HELD = field(name("held"), SQLDataType.LOCALDATE);
    private static final Field<Integer> SESSIONS = field(name("counted_sessions"), SQLDataType.INTEGER);
    private static final Field<Integer> PEOPLE = field(name("people"), SQLDataType.INTEGER);
    private static final Field<Integer> POSTS = field(name("post_count"), SQLDataType.INTEGER);
    private static final Field<Integer> MONTH = field(name("month"), SQLDataType.INTEGER);
    private static final Field<Boolean> IN_TIME = field(name("in_time"), SQLDataType.BOOLEAN);
    private static final Field<Long> REPORT = field(name("report"), SQLDataType.BIGINT);
    private static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);
    private static final Field<Integer> NUMBER = field(name("number"), SQLDataType.INTEGER);

    private static final Field<Instant> JOINED = field(name("joined_at"), SQLDataType.INSTANT);
    private static final Field<LocalDate> BEGAN = field(name("began"), SQLDataType.LOCALDATE);
    private static final Field<LocalDate> LAST = field(name("last_report"), SQLDataType.LOCALDATE);
    private static final Field<Integer> REPORTS = field(name("reports"), SQLDataType.INTEGER);
    private static final Field<Integer> REPORTED_MONTHS = field(name("reported_months"), SQLDataType.INTEGER);
    private static final Field<Integer> CLOSED_MONTHS = field(name("closed_months"), SQLDataType.INTEGER);

    private final ScoreRules rules;
    private final ScorePeriod period;
    private final LocalDate today;
    private final LocalDate to;
    private final List<FurtherReport> further;
    private final List<FurtherReport> counted;
    private final Set<Long> without;
    private final Map<Long, LocalDate> firstOfFurther;
    private final Map<Indicator, Field<Long>> columns = new EnumMap<>(Indicator.class);

    FiguresQuery(ScoreRules rules, ScorePeriod period, LocalDate today) {
        this(rules, period, today, List.of(), Set.of());
    }

    /// @param further reports to be counted as if they were stored
    /// @param without the ids of reports to be passed over as if they were not
    FiguresQuery(
            ScoreRules rules,
            ScorePeriod period,
            LocalDate today,
            Collection<FurtherReport> further,
            Collection<Long> without) {
        this.rules = rules;
        this.period = period;
        this.today = today;
        this.to = period.to().isBefore(today) ? period.to() : today;
        this.further = List.copyOf(further);
        this.counted = this.further.stream().filter(this::counts).toList();
        this.without = Set.copyOf(without);
        this.firstOfFurther = this.further.stream()
                .collect(Collectors.toMap(
                        FurtherReport::libraryId,
                        FurtherReport::dateStart,
                        BinaryOperator.minBy(LocalDate::compareTo)));
        summed().forEach(counting -> columns.put(counting.indicator(), column(counting)));
    }

    /// What a library has achieved in a month of the year; all that is counted adds up.
    ///
    /// @param month its number; 0 before the period, or if the library has no report
    record OfMonth(int month, LibraryFigures figures) {}

    List<LibraryFigures> list(DSLContext db, Condition seen) {
        return statement(db, seen, List.of(OF_LIBRARY)).fetch(this::figures);
    }

    /// The same in parts: a row for each library and month that has reports, one for a library that has none.
    List<OfMonth> listByMonth(DSLContext db, Condition seen) {
        return statement(db, seen, List.of(OF_LIBRARY, MONTH))
                .fetch(row -> new OfMonth(number(row.get(MONTH)), figures(row)));
    }

    private ResultQuery<Record> statement(DSLContext db, Condition seen, List<Field<?>> groups) {
        var member = lateral(select(min(coalesce(MEMBERSHIP.DECIDED_AT, MEMBERSHIP.CREATED_AT))
                                .as(JOINED))
                        .from(MEMBERSHIP)
                        .where(MEMBERSHIP.LIBRARY_ID.eq(LIBRARY.ID))
                        .and(MEMBERSHIP.STATUS.eq(inline("accepted"))))
                .as("member");
        var firstReport = field(select(min(SUBMISSION.DATE_START))
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                .and(isScored()));
        var mattersNot = JOINED.lt(period.from().atStartOfDay().toInstant(ZoneOffset.UTC));
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(
                LIBRARY.ID,
                LIBRARY.NAME,
                LIBRARY.TYPE,
                LIBRARY.REGION_CODE,
                JOINED,
                when(mattersNot, val((LocalDate) null)).otherwise(firstReport).as(BEGAN),
                LAST,
                REPORTS,
                REPORTED_MONTHS,
                CLOSED_MONTHS));
        groups.stream().filter(group -> !group.equals(OF_LIBRARY)).forEach(fields::add);
        fields.addAll(columns.values());
        return db.select(fields)
                .from(LIBRARY)
                .crossJoin(member)
                .leftJoin(sums(seen, groups))
                .on(OF_LIBRARY.eq(LIBRARY.ID))
                .where(seen)
                .orderBy(LIBRARY.ID);
    }

    private Stream<Counting> summed() {
        return rules.countings().stream().filter(counting -> counting.measure() != Measure.REGULAR_MONTHS);
    }

    private static Field<Long> column(Counting counting) {
        return field(name("sum_of_" + counting.indicator().name().toLowerCase(Locale.ROOT)), SQLDataType.BIGINT);
    }

    private Table<Record> sums(Condition seen, List<Field<?>> groups) {
        var inPeriod = HELD.ge(period.from());
        var monthBit = shl(inline(1), MONTH);
        var fields = new ArrayList<SelectFieldOrAsterisk>(groups);
        fields.addAll(List.of(
                max(HELD).as(LAST),
                count().filterWhere(inPeriod).as(REPORTS),
                bitOrAgg(monthBit)
                        .filterWhere(inPeriod.and(FORM.notIn(formsOfMonths())))
                        .as(REPORTED_MONTHS),
                bitOrAgg(monthBit)
                        .filterWhere(inPeriod.and(FORM.in(formsOfMonths())).and(IN_TIME))
                        .as(CLOSED_MONTHS)));
        summed().forEach(counting -> fields.add(aggregate(counting.measure())
                .filterWhere(inPeriod.and(FORM.eq(inline(counting.formId())))
                        .and(counting.limited() ? PLACE.le(inline(rules.mostADay())) : noCondition()))
                .cast(SQLDataType.BIGINT)
                .as(column(counting))));
        return select(fields).from(placed(seen)).groupBy(groups).asTable(SUMS);
    }

    private static AggregateFunction<? extends Number> aggregate(Measure measure) {
        return switch (measure) {
            case REPORTS, REGULAR_MONTHS -> count();
            case SESSIONS -> sum(SESSIONS);
            case PARTICIPANTS -> sum(PEOPLE);
            case POSTS -> sum(POSTS);
        };
    }

    private List<Field<String>> formsOfMonths() {
        return forms(counting -> counting.measure() == Measure.REGULAR_MONTHS);
    }

    private List<Field<String>> forms(Predicate<Counting> which) {
        return rules.countings().stream()
                .filter(which)
                .map(Counting::formId)
                .distinct()
                .map(DSL::inline)
                .map(form -> (Field<String>) form)
                .toList();
    }

    private Table<?> placed(Condition seen) {
        var place = rowNumber()
                .over()
                .partitionBy(OF_LIBRARY, HELD, FORM.collate("C"))
                .orderBy(SESSIONS.desc(), PEOPLE.desc(), REPORT)
                .as(PLACE);
        return select(OF_LIBRARY, FORM, HELD, MONTH, SESSIONS, PEOPLE, POSTS, IN_TIME, place)
                .from(reports(seen))
                .asTable("placed");
    }

    private Table<?> reports(Condition seen) {
        Select<Record9<Long, String, LocalDate, Integer, Integer, Integer, Integer, Boolean, Long>> stored = select(
                        SUBMISSION.LIBRARY_ID.as(OF_LIBRARY),
                        SUBMISSION.FORM_ID.as(FORM),
                        SUBMISSION.DATE_START.as(HELD),
                        sessions(SUBMISSION.SESSIONS, SUBMISSION.DATE_START, SUBMISSION.DATE_END)
                                .as(SESSIONS),
                        monthOf(SUBMISSION.DATE_START).as(MONTH),
                        coalesce(SUBMISSION.TOTAL, inline(0)).as(PEOPLE),
                        SUBMISSION.POSTS.as(POSTS),
                        field(SUBMISSION
                                        .FORM_ID
                                        .in(formsOfMonths())
                                        .and(SUBMISSION.SUBMITTED_AT.lt(TimeZones.choose(
                                                LIBRARY.REGION_CODE,
                                                zone -> arrayGet(
                                                        val(closings(zone)), monthOf(SUBMISSION.DATE_START))))))
                                .as(IN_TIME),
                        SUBMISSION.ID.as(REPORT))
                .from(LIBRARY)
                .join(SUBMISSION)
                .on(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                .where(seen)
                .and(isScored())
                .and(SUBMISSION.DATE_START.between(from(), to))
                .and(SUBMISSION.FORM_ID.notIn(forms(Counting::needsPhoto)).or(SUBMISSION.PHOTO_COUNT.gt(inline(0))));
        return (counted.isEmpty() ? stored : stored.unionAll(written())).asTable("counted");
    }

    private boolean counts(FurtherReport report) {
        var isLate = report.dateStart().isAfter(to);
        var lacksPhoto = report.photos() == 0
                && rules.countings().stream()
                        .anyMatch(counting ->
                                counting.needsPhoto() && counting.formId().equals(report.formId()));
        return !isLate && !lacksPhoto && !report.dateStart().isBefore(from());
    }

    /// As arrays, so that the statement reads the same however many there are and PostgreSQL need not plan it anew.
    private Select<Record9<Long, String, LocalDate, Integer, Integer, Integer, Integer, Boolean, Long>> written() {
        var start = each(FurtherReport::dateStart, LocalDate[]::new);
        return select(
                        each(FurtherReport::libraryId, Long[]::new),
                        each(FurtherReport::formId, String[]::new),
                        start,
                        sessions(
                                each(FurtherReport::sessions, Integer[]::new),
                                start,
                                each(FurtherReport::dateEnd, LocalDate[]::new)),
                        monthOf(start),
                        each(FurtherReport::total, Integer[]::new),
                        each(FurtherReport::posts, Integer[]::new),
                        each(FurtherReport::inTime, Boolean[]::new),
                        val(Long.MAX_VALUE))
                .from(generateSeries(inline(1), val(counted.size())).as("further", NUMBER.getName()));
    }

    private <T> Field<T> each(Function<FurtherReport, T> part, IntFunction<T[]> array) {
        return arrayGet(val(counted.stream().map(part).toArray(array)), NUMBER);
    }

    /// The first day that is looked at: before the period where it matters who is silent.
    private LocalDate from() {
        var silentSince = today.minusDays(Scores.SILENT_AFTER_DAYS);
        return period.isYear() && period.year() == today.getYear() && silentSince.isBefore(period.from())
                ? silentSince
                : period.from();
    }

    private Condition isScored() {
        return SUBMISSION
                .STATUS
                .in(Status.scored().stream()
                        .map(status -> inline(status.stored()))
                        .toList())
                .and(
                        without.isEmpty()
                                ? noCondition()
                                : SUBMISSION.ID.ne(all(without.stream().sorted().toArray(Long[]::new))));
    }

    /// A series has so many meetings as are told, up to the limit for each of the months that it has lasted so far.
    private Field<Integer> sessions(Field<Integer> told, Field<LocalDate> start, Field<LocalDate> end) {
        var last = least(coalesce(end, start), val(to));
        var months = year(last)
                .minus(year(start))
                .mul(inline(MONTHS))
                .plus(month(last).minus(month(start)))
                .plus(inline(1));
        return when(told.le(inline(rules.mostSessions())), told)
                .otherwise(least(told, months.mul(inline(rules.mostSessions())).cast(SQLDataType.INTEGER)));
    }

    /// Its number in the year of the period, below 1 before it; cheaper than what `extract` gives.
    private Field<Integer> monthOf(Field<LocalDate> day) {
        var firstDays = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(number -> LocalDate.of(period.year(), number, 1))
                .toArray(LocalDate[]::new);
        return function(name("width_bucket"), SQLDataType.INTEGER, day, val(firstDays));
    }

    /// When each month of the period's year closes for the libraries of a zone.
    private Instant[] closings(ZoneId zone) {
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(number -> Deadlines.ofMonth(YearMonth.of(period.year(), number))
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant())
                .toArray(Instant[]::new);
    }

    private LibraryFigures figures(Record row) {
        var code = row.get(LIBRARY.REGION_CODE);
        var joined = Optional.ofNullable(row.get(JOINED)).map(at -> LocalDate.ofInstant(at, TimeZones.of(code)));
        var began = Optional.ofNullable(row.get(BEGAN));
        var active = Stream.of(joined, began, Optional.ofNullable(firstOfFurther.get(row.get(LIBRARY.ID))))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
        var months = period.expected(today, active);
        var achieved = new EnumMap<Indicator, Long>(Indicator.class);
        for (var counting : rules.countings()) {
            achieved.put(
                    counting.indicator(),
                    counting.measure() == Measure.REGULAR_MONTHS
                            ? Integer.bitCount(
                                    number(row.get(REPORTED_MONTHS)) & number(row.get(CLOSED_MONTHS)) & months.bits())
                            : number(row.get(columns.get(counting.indicator()))));
        }
        return new LibraryFigures(
                row.get(LIBRARY.ID),
                row.get(LIBRARY.NAME),
                code,
                joined.isPresent(),
                Optional.ofNullable(row.get(LAST)),
                new Figures(
                        LibraryType.valueOf(row.get(LIBRARY.TYPE)),
                        months.count(),
                        number(row.get(REPORTS)),
                        achieved));
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static long number(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
