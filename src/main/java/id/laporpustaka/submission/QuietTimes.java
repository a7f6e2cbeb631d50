package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.NO_ACTIVITY;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.people.Audit;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditSubject;
import id.laporpustaka.people.By;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// What libraries say of weeks and months in which they had no activity ("tidak ada kegiatan").
///
/// It says nothing any more once a report of that time counts, and everything again if that report is taken back. Who
/// may say it, the caller decides.
public final class QuietTimes {
    private final DSLContext db;

    /// @param db a transaction for what changes something
    public QuietTimes(DSLContext db) {
        this.db = db;
    }

    /// What became of saying it, or of taking it back.
    public enum Outcome {
        DONE,
        ALREADY_SO,
        /// There are reports of that time.
        REPORTED,
        /// That time is still to come or closed.
        NOT_OPEN
    }

    /// Says it for a library.
    ///
    /// @param firstDay of the period
    /// @param today in the library's zone
    public Outcome say(
            By by,
            long personId,
            long libraryId,
            QuietPeriod period,
            LocalDate firstDay,
            LocalDate today,
            Instant now) {
        if (!firstDay.equals(period.firstDay(firstDay)) || !period.isOpen(firstDay, today)) {
            return Outcome.NOT_OPEN;
        }
        if (countReports(libraryId, period, firstDay) > 0) {
            return Outcome.REPORTED;
        }
        var said = db.insertInto(NO_ACTIVITY)
                .set(NO_ACTIVITY.LIBRARY_ID, libraryId)
                .set(NO_ACTIVITY.PERIOD, period.stored())
                .set(NO_ACTIVITY.FIRST_DAY, firstDay)
                .set(NO_ACTIVITY.SAID_BY, personId)
                .set(NO_ACTIVITY.SAID_AT, now)
                .onConflictDoNothing()
                .execute();
        if (said == 0) {
            return Outcome.ALREADY_SO;
        }
        record(by, AuditAction.NO_ACTIVITY_SAID, libraryId, period, firstDay);
        return Outcome.DONE;
    }

    /// Takes it back, whoever of the library had said it.
    public Outcome takeBack(By by, long personId, long libraryId, QuietPeriod period, LocalDate firstDay, Instant now) {
        var taken = db.update(NO_ACTIVITY)
                .set(NO_ACTIVITY.TAKEN_BACK_BY, personId)
                .set(NO_ACTIVITY.TAKEN_BACK_AT, now)
                .where(NO_ACTIVITY.LIBRARY_ID.eq(libraryId))
                .and(isPresent(period, firstDay))
                .execute();
        if (taken == 0) {
            return Outcome.ALREADY_SO;
        }
        record(by, AuditAction.NO_ACTIVITY_TAKEN_BACK, libraryId, period, firstDay);
        return Outcome.DONE;
    }

    /// How many reports of that time count.
    public int countReports(long libraryId, QuietPeriod period, LocalDate firstDay) {
        return db.fetchCount(
                SUBMISSION,
                SUBMISSION
                        .LIBRARY_ID
                        .eq(libraryId)
                        .and(SUBMISSION.DATE_START.between(firstDay, period.lastDay(firstDay)))
                        .and(SUBMISSION.STATUS.in(Status.counted().stream()
                                .map(status -> inline(status.stored()))
                                .toList())));
    }

    /// Those of the libraries that have said it of the period, whether or not something was reported since.
    public Set<Long> listQuiet(Collection<Long> libraryIds, QuietPeriod period, LocalDate firstDay) {
        return db.select(NO_ACTIVITY.LIBRARY_ID)
                .from(NO_ACTIVITY)
                .where(NO_ACTIVITY.LIBRARY_ID.eq(any(libraryIds.toArray(Long[]::new))))
                .and(isPresent(period, firstDay))
                .fetchSet(NO_ACTIVITY.LIBRARY_ID);
    }

    /// Those of the libraries that have said it of the week or the month of a day, so that nobody needs to be reminded
    /// of reporting on it.
    public Set<Long> listQuietOn(Collection<Long> libraryIds, LocalDate day) {
        var ofWeek = listQuiet(libraryIds, QuietPeriod.WEEK, QuietPeriod.WEEK.firstDay(day));
        ofWeek.addAll(listQuiet(libraryIds, QuietPeriod.MONTH, QuietPeriod.MONTH.firstDay(day)));
        return ofWeek;
    }

    private static Condition isPresent(QuietPeriod period, LocalDate firstDay) {
        return NO_ACTIVITY
                .PERIOD
                .eq(period.stored())
                .and(NO_ACTIVITY.FIRST_DAY.eq(firstDay))
                .and(NO_ACTIVITY.TAKEN_BACK_AT.isNull());
    }

    private void record(By by, AuditAction action, long libraryId, QuietPeriod period, LocalDate firstDay) {
        new Audit(db).record(by, action, AuditSubject.ofLibrary(libraryId), details(period, firstDay));
    }

    private static ObjectNode details(QuietPeriod period, LocalDate firstDay) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("period", period.stored())
                .put("first_day", firstDay.toString());
    }
}
