package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.NO_ACTIVITY;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import id.laporpustaka.submission.Status;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// What the libraries of reporters have reported, for many people at once.
public final class LibraryActivities {
    private static final Duration WEEK = Duration.ofDays(7);

    private final DSLContext db;

    public LibraryActivities(DSLContext db) {
        this.db = db;
    }

    /// Of the active libraries for which these people are accepted, in one query; who has none is not in the map.
    public Map<Long, List<LibraryActivity>> find(Collection<Long> personIds, LibraryActivity.Time time) {
        var inMonth = field(selectCount()
                .from(SUBMISSION)
                .where(isOfMonth(time))
                .and(SUBMISSION.STATUS.in(stored(Status.counted())))
                .and(SUBMISSION.FORM_ID.ne(LibraryActivity.STATISTICS)));
        var sentInWeek = field(exists(selectOne()
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                .and(SUBMISSION.SUBMITTED_AT.ge(time.weekBegins()))
                .and(SUBMISSION.SUBMITTED_AT.lt(time.weekBegins().plus(WEEK)))
                .and(SUBMISSION.STATUS.in(stored(Status.standing())))));
        var statistics = field(exists(selectOne()
                .from(SUBMISSION)
                .where(isOfMonth(time))
                .and(SUBMISSION.FORM_ID.eq(LibraryActivity.STATISTICS))
                .and(SUBMISSION.STATUS.in(stored(Status.standing())))));
        var nothingInWeek = field(hadNothing("week", time.week()));
        var nothingInMonth = field(hadNothing("month", time.month().atDay(1)));
        var found = new HashMap<Long, List<LibraryActivity>>();
        db.select(
                        MEMBERSHIP.PERSON_ID,
                        LIBRARY.ID,
                        LIBRARY.NAME,
                        inMonth,
                        sentInWeek,
                        nothingInWeek,
                        nothingInMonth,
                        statistics)
                .from(MEMBERSHIP)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(MEMBERSHIP.LIBRARY_ID))
                .where(MEMBERSHIP.PERSON_ID.eq(any(personIds.toArray(Long[]::new))))
                .and(MEMBERSHIP.STATUS.eq(inline("accepted")))
                .and(LIBRARY.ACTIVE)
                .orderBy(MEMBERSHIP.ID)
                .forEach(row -> found.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                        .add(new LibraryActivity(
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                row.value7(),
                                row.value8())));
        return found;
    }

    private static Condition isOfMonth(LibraryActivity.Time time) {
        return SUBMISSION
                .LIBRARY_ID
                .eq(LIBRARY.ID)
                .and(SUBMISSION.DATE_START.between(
                        time.month().atDay(1), time.month().atEndOfMonth()));
    }

    private static Condition hadNothing(String period, LocalDate firstDay) {
        return exists(selectOne()
                .from(NO_ACTIVITY)
                .where(NO_ACTIVITY.LIBRARY_ID.eq(LIBRARY.ID))
                .and(NO_ACTIVITY.PERIOD.eq(period))
                .and(NO_ACTIVITY.FIRST_DAY.eq(firstDay))
                .and(NO_ACTIVITY.TAKEN_BACK_AT.isNull()));
    }

    private static List<String> stored(List<Status> statuses) {
        return statuses.stream().map(Status::stored).toList();
    }
}
