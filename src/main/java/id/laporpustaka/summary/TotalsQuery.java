package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.groupingSets;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.toChar;

import id.laporpustaka.people.Scope;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.submission.Status;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/// Adds reports up: the period asked for and the one before, in all and by key, in one pass over them.
final class TotalsQuery {
    private static final String MONTHLY_STATISTICS = "ST";

    private static final Field<Integer> REPORTS = count().as("reports");
    private static final Field<BigDecimal> SESSIONS = sum(SUBMISSION.SESSIONS).as("all_sessions");
    private static final Field<BigDecimal> MALE = field(name("all_male"), BigDecimal.class);
    private static final Field<BigDecimal> FEMALE = field(name("all_female"), BigDecimal.class);
    private static final Field<BigDecimal> PARTICIPANTS = field(name("all_participants"), BigDecimal.class);
    private static final Field<BigDecimal> MALE_ONCE = field(name("male_once"), BigDecimal.class);
    private static final Field<BigDecimal> FEMALE_ONCE = field(name("female_once"), BigDecimal.class);
    private static final Field<BigDecimal> PARTICIPANTS_ONCE = field(name("participants_once"), BigDecimal.class);
    private static final id.laporpustaka.db.generated.tables.Submission FIRST = SUBMISSION.as("first");
    private static final Field<BigDecimal> DISABLED = sum(SUBMISSION.DISABLED).as("all_disabled");
    private static final Field<BigDecimal> AMOUNT = sum(SUBMISSION.AMOUNT).as("all_amount");
    private static final Field<BigDecimal> PHOTOS = sum(SUBMISSION.PHOTO_COUNT).as("all_photos");
    private static final Field<Integer> LIBRARIES =
            countDistinct(SUBMISSION.LIBRARY_ID).as("libraries");

    private final DSLContext db;

    TotalsQuery(DSLContext db) {
        this.db = db;
    }

    /// The sums of the period and of the one before.
    ///
    /// @param byKey sums of the period by the text of the key; without keys that have no reports in it
    /// @param beforeByKey sums of the period before
    record Groups(Totals totals, Totals before, Map<String, Totals> byKey, Map<String, Totals> beforeByKey) {}

    Groups run(SummaryQuery query, Condition isSeen, Condition isCounted) {
        var before = query.period().before();
        // written into the statement, because it stands there twice and must be the same expression
        var isNow = field(SUBMISSION.DATE_START.ge(inline(query.from())));
        var key = findKey(query.groupBy());
        var sets = key.map(field -> groupingSets(List.of(isNow), List.of(isNow, field)))
                .orElseGet(() -> groupingSets(List.of(isNow)));
        var shownKey = key.orElse(inline((String) null, SQLDataType.VARCHAR));
        var now = new HashMap<String, Totals>();
        var earlier = new HashMap<String, Totals>();
        var all = new HashMap<Boolean, Totals>();
        db.select(
                        isNow,
                        shownKey,
                        REPORTS,
                        SESSIONS,
                        people(query, SUBMISSION.MALE, noCondition()).as(MALE),
                        people(query, SUBMISSION.FEMALE, noCondition()).as(FEMALE),
                        people(query, SUBMISSION.TOTAL, noCondition()).as(PARTICIPANTS),
                        people(query, SUBMISSION.MALE, countsOnce()).as(MALE_ONCE),
                        people(query, SUBMISSION.FEMALE, countsOnce()).as(FEMALE_ONCE),
                        people(query, SUBMISSION.TOTAL, countsOnce()).as(PARTICIPANTS_ONCE),
                        DISABLED,
                        AMOUNT,
                        PHOTOS,
                        LIBRARIES)
                .from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(SUBMISSION.DATE_START.between(before.from(), query.to()))
                .and(isCounted)
                .and(isSeen)
                .groupBy(sets)
                .forEach(row -> {
                    if (row.value2() == null) {
                        all.put(row.value1(), totals(row, !isOfOneLibrary(query)));
                    } else {
                        (row.value1() ? now : earlier)
                                .put(
                                        row.value2(),
                                        totals(row, !isWithinRegency(query.groupBy()) && !isOfOneLibrary(query)));
                    }
                });
        return new Groups(all.getOrDefault(true, Totals.NONE), all.getOrDefault(false, Totals.NONE), now, earlier);
    }

    /// The visitors of a month are no participants: they count only where nothing but monthly statistics is asked for.
    private static Field<BigDecimal> people(SummaryQuery query, Field<Integer> column, Condition which) {
        return sum(column)
                .filterWhere(
                        query.formId().isPresent()
                                ? which
                                : SUBMISSION
                                        .FORM_ID
                                        .ne(inline(MONTHLY_STATISTICS))
                                        .and(which));
    }

    /// Not for a report on an event that another library has reported too, as long as that one counts.
    private static Condition countsOnce() {
        return SUBMISSION
                .SHARED_WITH
                .isNull()
                .or(notExists(selectOne()
                        .from(FIRST)
                        .where(FIRST.ID.eq(SUBMISSION.SHARED_WITH))
                        .and(FIRST.STATUS.in(Status.counted().stream()
                                .map(status -> inline(status.stored()))
                                .toList()))));
    }

    /// Below the regency each library has all of its people; from there on those of a shared event count once.
    private static boolean isWithinRegency(GroupBy groupBy) {
        return switch (groupBy) {
            case LIBRARY, VILLAGE, DISTRICT -> true;
            case NONE, MONTH, TYPE, TOPIC, AGE_GROUP, ACTIVITY_FORM, PROVINCE, REGENCY -> false;
        };
    }

    private static boolean isOfOneLibrary(SummaryQuery query) {
        return query.scope() instanceof Scope.Parts(var codes, var libraries)
                && codes.isEmpty()
                && libraries.size() == 1;
    }

    /// Never null in the database, so that null marks the sum over all keys.
    private static Optional<Field<String>> findKey(GroupBy groupBy) {
        return switch (groupBy) {
            case NONE -> Optional.empty();
            case MONTH -> Optional.of(toChar(SUBMISSION.DATE_START, inline("YYYY-MM")));
            case TYPE -> Optional.of(SUBMISSION.FORM_ID);
            case TOPIC -> Optional.of(coalesce(SUBMISSION.TOPIC, inline("")));
            case AGE_GROUP -> Optional.of(coalesce(SUBMISSION.AGE_GROUP, inline("")));
            case ACTIVITY_FORM -> Optional.of(coalesce(SUBMISSION.ACTIVITY_FORM, inline("")));
            case PROVINCE -> Optional.of(codeOf(RegionLevel.PROVINCE));
            case REGENCY -> Optional.of(codeOf(RegionLevel.REGENCY));
            case DISTRICT -> Optional.of(codeOf(RegionLevel.DISTRICT));
            case VILLAGE -> Optional.of(codeOf(RegionLevel.VILLAGE));
            case LIBRARY -> Optional.of(cast(LIBRARY.ID, SQLDataType.VARCHAR));
        };
    }

    private static Field<String> codeOf(RegionLevel level) {
        return left(REGION.CODE, inline(level.codeLength()));
    }

    /// @param once whether people of an event of several libraries count once
    private static Totals totals(Record row, boolean once) {
        return new Totals(
                row.get(REPORTS),
                number(row, SESSIONS),
                number(row, once ? MALE_ONCE : MALE),
                number(row, once ? FEMALE_ONCE : FEMALE),
                number(row, once ? PARTICIPANTS_ONCE : PARTICIPANTS),
                number(row, DISABLED),
                number(row, AMOUNT),
                number(row, PHOTOS),
                row.get(LIBRARIES));
    }

    private static long number(Record row, Field<BigDecimal> field) {
        var number = row.get(field);
        return number == null ? 0 : number.longValueExact();
    }
}
