package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.ROLLUP;
import static id.laporpustaka.db.generated.Tables.ROLLUP_DELTA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static java.util.Comparator.naturalOrder;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.toChar;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import id.laporpustaka.place.RegionLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/// Adds up the period asked for and the one before, in all and by key, in one statement: from the kept sums and
/// what has not been folded into them, where there are such, else from the reports.
final class TotalsQuery {
    private static final String MONTHLY_STATISTICS = "ST";
    private static final String STORIES = "CD";

    private static final id.laporpustaka.db.generated.tables.Submission FIRST = SUBMISSION.as("first");

    private static final Field<Boolean> OF_ROW = field(name("of_row"), Boolean.class);
    private static final Field<Boolean> IS_NOW = field(name("is_now"), Boolean.class);
    private static final Field<String> KEY = field(name("key"), String.class);
    private static final Field<String[]> KEYS = field(name("keys"), String[].class);
    private static final Field<String> FORM_ID = field(name("form_id"), String.class);
    private static final Field<Long> REPORTS = field(name("reports"), Long.class);
    private static final Field<Long> SESSIONS = field(name("sessions"), Long.class);
    private static final Field<Long> MALE = field(name("male"), Long.class);
    private static final Field<Long> FEMALE = field(name("female"), Long.class);
    private static final Field<Long> TOTAL = field(name("total"), Long.class);
    private static final Field<Boolean> ONCE = field(name("once"), Boolean.class);
    private static final Field<Long> DISABLED = field(name("disabled"), Long.class);
    private static final Field<Long> AMOUNT = field(name("amount"), Long.class);
    private static final Field<Long> PHOTOS = field(name("photos"), Long.class);
    private static final Field<Long> REGULATIONS = field(name("regulations"), Long.class);
    private static final Field<BigDecimal> MEASURED = field(name("measured"), BigDecimal.class);

    private final DSLContext db;
    private final SummaryQuery query;
    private final SummaryPlan plan;

    TotalsQuery(DSLContext db, SummaryQuery query) {
        this.db = db;
        this.query = query;
        this.plan = SummaryPlan.of(query);
    }

    /// The sums of the period and of the one before.
    ///
    /// @param byKey sums of the period by the text of the key; without keys that have no reports in it
    /// @param beforeByKey sums of the period before
    record Groups(Totals totals, Totals before, Map<String, Totals> byKey, Map<String, Totals> beforeByKey) {}

    Groups run() {
        var facts = facts();
        var parts = new ArrayList<Select<Record>>();
        facts.ifPresent(_ -> parts.addAll(partsOfFacts()));
        parts.addAll(partsOfSums());
        var now = new HashMap<String, Totals>();
        var earlier = new HashMap<String, Totals>();
        var all = new HashMap<Boolean, Totals>();
        if (parts.isEmpty()) {
            return new Groups(Totals.NONE, Totals.NONE, now, earlier);
        }
        var united = parts.stream().reduce((one, other) -> one.unionAll(other)).orElseThrow();
        var people = hasPeople();
        var sums = facts.map(rows -> db.with(name("facts").as(rows)).select(sums(people)))
                .orElseGet(() -> db.select(sums(people)));
        sums.from(united.asTable("parts"))
                .groupBy(OF_ROW, IS_NOW, KEY)
                .having(sum(REPORTS).gt(inline(BigDecimal.ZERO)))
                .forEach(row -> {
                    if (row.get(OF_ROW)) {
                        (row.get(IS_NOW) ? now : earlier).put(row.get(KEY), totals(row));
                    } else {
                        all.put(row.get(IS_NOW), totals(row));
                    }
                });
        return new Groups(all.getOrDefault(true, Totals.NONE), all.getOrDefault(false, Totals.NONE), now, earlier);
    }

    /// The visitors of a month are no participants: they count only where nothing but monthly statistics is
    /// asked for.
    private Condition hasPeople() {
        return query.formId().isPresent() ? noCondition() : FORM_ID.ne(inline(MONTHLY_STATISTICS));
    }

    private static List<Field<?>> sums(Condition people) {
        return List.of(
                OF_ROW,
                IS_NOW,
                KEY,
                sum(REPORTS).as(REPORTS),
                sum(SESSIONS).as(SESSIONS),
                sum(MALE).filterWhere(people).as(MALE),
                sum(FEMALE).filterWhere(people).as(FEMALE),
                sum(TOTAL).filterWhere(people).as(TOTAL),
                sum(DISABLED).as(DISABLED),
                sum(AMOUNT).as(AMOUNT),
                sum(PHOTOS).as(PHOTOS),
                sum(TOTAL).filterWhere(FORM_ID.eq(inline(MONTHLY_STATISTICS))).as("visits"),
                sum(REGULATIONS).as(REGULATIONS),
                sum(REPORTS).filterWhere(FORM_ID.eq(inline(STORIES))).as("stories"),
                sum(MEASURED).as(MEASURED));
    }

    // ---------------------------------------------------------------- one by one: reports and what is not folded

    /// A row for each report, and for each difference; empty if all of them are in the kept sums.
    private Optional<Select<Record>> facts() {
        var sources = new ArrayList<Select<Record>>();
        reports().ifPresent(sources::add);
        if (!plan.wholes().isEmpty()) {
            sources.add(differences());
        }
        return sources.stream().reduce((one, other) -> one.unionAll(other));
    }

    private Optional<Select<Record>> reports() {
        var which = new ArrayList<Condition>();
        if (hasReportsOutsideOfWholes()) {
            var outside = plan.wholes().stream()
                    .map(code -> ScopeCondition.liesIn(code).not())
                    .toList();
            which.add(and(outside).and(inDays(SUBMISSION.DATE_START)));
        }
        for (var code : plan.wholes()) {
            if (plan.readsEdgesFromReports(code)) {
                which.add(liesIn(code, LIBRARY.REGION_CODE).and(inEdges(SUBMISSION.DATE_START)));
            }
        }
        if (which.isEmpty()) {
            return Optional.empty();
        }
        var once = FIRST.ID.isNull().or(CountedReports.counts(FIRST.STATUS).not());
        return Optional.of(select(List.of(
                        isNow(SUBMISSION.DATE_START).as(IS_NOW),
                        keyOfReports().as(KEY),
                        keysOfReports().as(KEYS),
                        SUBMISSION.FORM_ID.as(FORM_ID),
                        inline(1L).as(REPORTS),
                        whole(SUBMISSION.SESSIONS).as(SESSIONS),
                        whole(SUBMISSION.MALE).as(MALE),
                        whole(SUBMISSION.FEMALE).as(FEMALE),
                        whole(SUBMISSION.TOTAL).as(TOTAL),
                        field(once).as(ONCE),
                        whole(SUBMISSION.DISABLED).as(DISABLED),
                        coalesce(SUBMISSION.AMOUNT, inline(0L)).as(AMOUNT),
                        whole(SUBMISSION.PHOTO_COUNT).as(PHOTOS),
                        when(SUBMISSION.REGULATION.isNotNull(), inline(1L))
                                .otherwise(inline(0L))
                                .as(REGULATIONS),
                        measured().as(MEASURED)))
                .from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .leftJoin(FIRST)
                .on(FIRST.ID.eq(SUBMISSION.SHARED_WITH))
                .where(or(which))
                .and(CountedReports.areMeant(query.filter()))
                .and(CountedReports.areSeen(query)));
    }

    private boolean hasReportsOutsideOfWholes() {
        return plan.wholes().isEmpty()
                || switch (query.scope()) {
                    case Scope.Everything() -> false;
                    case Scope.Parts(var codes, var libraries) ->
                        !libraries.isEmpty()
                                || codes.stream()
                                        .anyMatch(code -> plan.wholes().stream()
                                                .noneMatch(
                                                        whole -> Scope.lies(code, whole) || Scope.lies(whole, code)));
                };
    }

    private Select<Record> differences() {
        var which = plan.wholes().stream()
                .map(code -> liesIn(code, ROLLUP_DELTA.REGION_CODE)
                        .and(
                                plan.readsEdgesFromReports(code)
                                        ? inMonths(ROLLUP_DELTA.DATE_START)
                                        : inDays(ROLLUP_DELTA.DATE_START)))
                .toList();
        return select(List.of(
                        isNow(ROLLUP_DELTA.DATE_START).as(IS_NOW),
                        keyOfDifferences().as(KEY),
                        keysOfDifferences().as(KEYS),
                        ROLLUP_DELTA.FORM_ID.as(FORM_ID),
                        cast(ROLLUP_DELTA.REPORTS, SQLDataType.BIGINT).as(REPORTS),
                        ROLLUP_DELTA.SESSIONS.as(SESSIONS),
                        ROLLUP_DELTA.MALE.as(MALE),
                        ROLLUP_DELTA.FEMALE.as(FEMALE),
                        ROLLUP_DELTA.TOTAL.as(TOTAL),
                        inline(true).as(ONCE),
                        ROLLUP_DELTA.DISABLED.as(DISABLED),
                        ROLLUP_DELTA.AMOUNT.as(AMOUNT),
                        ROLLUP_DELTA.PHOTOS.as(PHOTOS),
                        ROLLUP_DELTA.REGULATIONS.as(REGULATIONS),
                        inline(BigDecimal.ZERO).as(MEASURED)))
                .from(ROLLUP_DELTA)
                .where(or(which))
                .and(differencesAreMeant());
    }

    private Condition differencesAreMeant() {
        var filter = query.filter();
        return Stream.of(
                        filter.formId().map(ROLLUP_DELTA.FORM_ID::eq),
                        filter.status().map(status -> ROLLUP_DELTA.STATUS.eq(status.stored())),
                        filter.topic().map(ROLLUP_DELTA.TOPIC::eq),
                        filter.activityForm().map(ROLLUP_DELTA.ACTIVITY_FORM::eq),
                        filter.ageGroup().map(ROLLUP_DELTA.AGE_GROUP::eq),
                        filter.partner().map(code -> val(code).eq(any(ROLLUP_DELTA.PARTNERS))),
                        filter.fund().map(code -> val(code).eq(any(ROLLUP_DELTA.FUNDS))))
                .flatMap(Optional::stream)
                .reduce(noCondition(), Condition::and);
    }

    private List<Select<Record>> partsOfFacts() {
        var facts = table(name("facts"));
        var parts = new ArrayList<Select<Record>>();
        parts.add(select(part(false, inline((String) null, SQLDataType.VARCHAR), countsOnce()))
                .from(facts));
        if (query.groupBy() != GroupBy.NONE) {
            var once = countsOnce() && !isWithinRegency(query.groupBy());
            parts.add(
                    hasManyKeys()
                            ? select(part(true, field("one.code", String.class), once))
                                    .from(facts)
                                    .crossJoin(table("unnest({0}) as one (code)", KEYS))
                            : select(part(true, KEY, once)).from(facts));
        }
        return parts;
    }

    private static List<Field<?>> part(boolean ofRow, Field<String> key, boolean once) {
        return List.of(
                inline(ofRow).as(OF_ROW),
                IS_NOW,
                key.as(KEY),
                FORM_ID,
                REPORTS,
                SESSIONS,
                people(MALE, once),
                people(FEMALE, once),
                people(TOTAL, once),
                DISABLED,
                AMOUNT,
                PHOTOS,
                REGULATIONS,
                MEASURED);
    }

    private static Field<Long> people(Field<Long> column, boolean once) {
        return once ? when(condition(ONCE), column).otherwise(inline(0L)).as(column) : column;
    }

    // ---------------------------------------------------------------- kept sums

    private List<Select<Record>> partsOfSums() {
        var parts = new ArrayList<Select<Record>>();
        for (var level = 0; level <= 2; level++) {
            var ofLevel = level;
            var wholes = plan.wholes().stream()
                    .filter(code -> SummaryPlan.level(code) == ofLevel)
                    .toList();
            if (wholes.isEmpty()) {
                continue;
            }
            parts.add(sums(
                    false,
                    level,
                    plan.totalsBy(),
                    wholes,
                    wholes.stream().map(ROLLUP.REGION_CODE::eq).toList()));
            if (query.groupBy() != GroupBy.NONE) {
                var rowsLevel = plan.rowsLevel(wholes.getFirst());
                parts.add(sums(
                        true,
                        rowsLevel,
                        plan.rowsBy(),
                        wholes,
                        wholes.stream()
                                .map(code -> rowsLevel == ofLevel
                                        ? ROLLUP.REGION_CODE.eq(code)
                                        : liesIn(code, ROLLUP.REGION_CODE))
                                .toList()));
            }
        }
        return parts;
    }

    private Select<Record> sums(
            boolean ofRow, int level, SummaryPlan.Dimension dimension, List<String> wholes, List<Condition> where) {
        var inMonths =
                ROLLUP.GRAIN.eq(inline("M")).and(ROLLUP.DAY.eq(any(plan.months().toArray(LocalDate[]::new))));
        var days = plan.edges().stream()
                .flatMap(edge -> edge.from().datesUntil(edge.to().plusDays(1)))
                .toArray(LocalDate[]::new);
        var inEdges = ROLLUP.GRAIN.eq(inline("D")).and(ROLLUP.DAY.eq(any(days)));
        var readsEdges = !plan.edges().isEmpty() && !plan.readsEdgesFromReports(wholes.getFirst());
        return select(List.of(
                        inline(ofRow).as(OF_ROW),
                        isNow(ROLLUP.DAY).as(IS_NOW),
                        (ofRow ? keyOfSums() : inline((String) null, SQLDataType.VARCHAR)).as(KEY),
                        ROLLUP.FORM_ID.as(FORM_ID),
                        ROLLUP.REPORTS.as(REPORTS),
                        ROLLUP.SESSIONS.as(SESSIONS),
                        ROLLUP.MALE.as(MALE),
                        ROLLUP.FEMALE.as(FEMALE),
                        ROLLUP.TOTAL.as(TOTAL),
                        ROLLUP.DISABLED.as(DISABLED),
                        ROLLUP.AMOUNT.as(AMOUNT),
                        ROLLUP.PHOTOS.as(PHOTOS),
                        ROLLUP.REGULATIONS.as(REGULATIONS),
                        inline(BigDecimal.ZERO).as(MEASURED)))
                .from(ROLLUP)
                .where(ROLLUP.LEVEL.eq((short) level))
                .and(ROLLUP.DIM.eq(dimension.number()))
                .and(readsEdges ? inMonths.or(inEdges) : inMonths)
                .and(or(where))
                .and(plan.code().map(ROLLUP.CODE::eq).orElse(noCondition()))
                .and(query.formId().map(ROLLUP.FORM_ID::eq).orElse(noCondition()));
    }

    // ---------------------------------------------------------------- days, places, keys

    private Field<Boolean> isNow(Field<LocalDate> day) {
        return field(day.ge(query.from()));
    }

    /// Says the whole span, too, which an index of libraries and days finds at once.
    private Condition inDays(Field<LocalDate> day) {
        var before = query.period().before();
        return day.between(before.from(), query.to()).and(day.ge(query.from()).or(day.le(before.to())));
    }

    private Condition inMonths(Field<LocalDate> day) {
        return or(Stream.of(query.period(), query.period().before())
                .map(SummaryPlan::months)
                .filter(months -> !months.isEmpty())
                .map(months ->
                        day.between(months.getFirst().atDay(1), months.getLast().atEndOfMonth()))
                .toList());
    }

    /// Says the whole span, too, as [#inDays] does.
    private Condition inEdges(Field<LocalDate> day) {
        var edges = plan.edges();
        var span = day.between(
                edges.stream().map(SummaryPlan.Edge::from).min(naturalOrder()).orElseThrow(),
                edges.stream().map(SummaryPlan.Edge::to).max(naturalOrder()).orElseThrow());
        return span.and(or(
                edges.stream().map(edge -> day.between(edge.from(), edge.to())).toList()));
    }

    private static Condition liesIn(String code, Field<String> region) {
        return code.isEmpty() ? noCondition() : region.ge(code).and(region.lt(code + "/"));
    }

    private boolean hasManyKeys() {
        return switch (query.groupBy()) {
            case PARTNER, FUND, QUESTION -> true;
            default -> false;
        };
    }

    private Field<String> keyOfReports() {
        return switch (query.groupBy()) {
            case NONE, PARTNER, FUND, QUESTION -> inline((String) null, SQLDataType.VARCHAR);
            case MONTH -> month(SUBMISSION.DATE_START);
            case TYPE -> SUBMISSION.FORM_ID;
            case STATUS -> SUBMISSION.STATUS;
            case TOPIC -> coalesce(SUBMISSION.TOPIC, inline(""));
            case AGE_GROUP -> coalesce(SUBMISSION.AGE_GROUP, inline(""));
            case ACTIVITY_FORM -> coalesce(SUBMISSION.ACTIVITY_FORM, inline(""));
            case PROVINCE, REGENCY, DISTRICT, VILLAGE -> left(LIBRARY.REGION_CODE, inline(length(query.groupBy())));
            case LIBRARY -> cast(LIBRARY.ID, SQLDataType.VARCHAR);
            case REPORTER -> cast(SUBMISSION.REPORTER_ID, SQLDataType.VARCHAR);
        };
    }

    private Field<String> keyOfDifferences() {
        return switch (query.groupBy()) {
            case NONE, PARTNER, FUND -> inline((String) null, SQLDataType.VARCHAR);
            case MONTH -> month(ROLLUP_DELTA.DATE_START);
            case TYPE -> ROLLUP_DELTA.FORM_ID;
            case STATUS -> ROLLUP_DELTA.STATUS;
            case TOPIC -> coalesce(ROLLUP_DELTA.TOPIC, inline(""));
            case AGE_GROUP -> coalesce(ROLLUP_DELTA.AGE_GROUP, inline(""));
            case ACTIVITY_FORM -> coalesce(ROLLUP_DELTA.ACTIVITY_FORM, inline(""));
            case PROVINCE, REGENCY -> left(ROLLUP_DELTA.REGION_CODE, inline(length(query.groupBy())));
            case DISTRICT, VILLAGE, LIBRARY, REPORTER, QUESTION -> throw noSums();
        };
    }

    private Field<String> keyOfSums() {
        return switch (query.groupBy()) {
            case NONE -> inline((String) null, SQLDataType.VARCHAR);
            case MONTH -> month(ROLLUP.DAY);
            case TYPE -> ROLLUP.FORM_ID;
            case STATUS, TOPIC, AGE_GROUP, ACTIVITY_FORM, PARTNER, FUND -> ROLLUP.CODE;
            case PROVINCE, REGENCY -> left(ROLLUP.REGION_CODE, inline(length(query.groupBy())));
            case DISTRICT, VILLAGE, LIBRARY, REPORTER, QUESTION -> throw noSums();
        };
    }

    private IllegalStateException noSums() {
        return new IllegalStateException("No sums are kept by " + query.groupBy());
    }

    private Field<String[]> keysOfReports() {
        return switch (query.groupBy()) {
            case PARTNER -> keys(SUBMISSION.PARTNERS);
            case FUND -> keys(SUBMISSION.FUNDS);
            case QUESTION ->
                field(
                        """
                        case jsonb_typeof({0} -> {1})
                            when 'array' then array(select jsonb_array_elements_text({0} -> {1}))
                            else array[coalesce({0} ->> {1}, '')] end\
                        """,
                        String[].class,
                        SUBMISSION.ANSWERS,
                        inline(query.groupedQuestion().orElseThrow()));
            default -> inline((String[]) null, SQLDataType.VARCHAR.array());
        };
    }

    private Field<String[]> keysOfDifferences() {
        return switch (query.groupBy()) {
            case PARTNER -> keys(ROLLUP_DELTA.PARTNERS);
            case FUND -> keys(ROLLUP_DELTA.FUNDS);
            default -> inline((String[]) null, SQLDataType.VARCHAR.array());
        };
    }

    /// A report that names none is in the group of those that do not say.
    private static Field<String[]> keys(Field<String[]> codes) {
        return field("case when {0} = '{}' then array['']::text[] else {0} end", String[].class, codes);
    }

    private static Field<String> month(Field<LocalDate> day) {
        return toChar(day, inline("YYYY-MM"));
    }

    private static int length(GroupBy groupBy) {
        return RegionLevel.valueOf(groupBy.name()).codeLength();
    }

    private static Field<Long> whole(Field<Integer> column) {
        return cast(coalesce(column, inline(0)), SQLDataType.BIGINT);
    }

    private Field<BigDecimal> measured() {
        return query.measuredQuestion()
                .map(question -> field(
                        "case when jsonb_typeof({0} -> {1}) = 'number' then ({0} ->> {1})::numeric else 0 end",
                        BigDecimal.class, SUBMISSION.ANSWERS, inline(question)))
                .orElseGet(() -> inline(BigDecimal.ZERO));
    }

    // ---------------------------------------------------------------- people of an event of several libraries

    /// Whether people of an event that several libraries have reported count for one of them only.
    private boolean countsOnce() {
        return query.filter().library().isEmpty()
                && !(query.scope() instanceof Scope.Parts(var codes, var libraries)
                        && codes.isEmpty()
                        && libraries.size() == 1);
    }

    /// Below the regency each library has all of its people; from there on those of a shared event count once.
    private static boolean isWithinRegency(GroupBy groupBy) {
        return switch (groupBy) {
            case LIBRARY, VILLAGE, DISTRICT, REPORTER -> true;
            default -> false;
        };
    }

    private static Totals totals(Record row) {
        return new Totals(
                number(row, REPORTS),
                number(row, SESSIONS),
                number(row, MALE),
                number(row, FEMALE),
                number(row, TOTAL),
                number(row, DISABLED),
                number(row, AMOUNT),
                number(row, PHOTOS),
                number(row, field(name("visits"), Long.class)),
                number(row, REGULATIONS),
                number(row, field(name("stories"), Long.class)),
                row.get(MEASURED));
    }

    private static long number(Record row, Field<Long> field) {
        var number = row.get(field.getName(), BigDecimal.class);
        return number == null ? 0 : number.longValueExact();
    }
}
