package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.REMINDER;
import static id.laporpustaka.db.generated.Tables.REMINDER_SENT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.row;

import id.laporpustaka.db.generated.tables.records.ReminderRecord;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStep8;
import org.jspecify.annotations.Nullable;

/// What people are reminded of and when. Who has no row for a kind gets it as [Reminder#standard] says.
public final class Reminders {
    private final DSLContext db;

    public Reminders(DSLContext db) {
        this.db = db;
    }

    /// Those of these persons that have been planned, in one query.
    public Map<Long, Map<ReminderKind, Reminder>> findAll(Collection<Long> personIds) {
        var found = new HashMap<Long, Map<ReminderKind, Reminder>>();
        db.selectFrom(REMINDER)
                .where(REMINDER.PERSON_ID.eq(any(personIds.toArray(Long[]::new))))
                .forEach(row -> {
                    var reminder = reminder(
                            row.getKind(),
                            row.getRhythm(),
                            row.getWeekday(),
                            row.getHour(),
                            row.getPausedUntil(),
                            row.getLastPeriod());
                    found.computeIfAbsent(row.getPersonId(), _ -> new HashMap<>())
                            .put(reminder.kind(), reminder);
                });
        return found;
    }

    /// Locks those that are due, the longest first; what somebody else has locked is left to them.
    ///
    /// @param personIds whose chats have been locked before
    public List<PlannedReminder> lockDue(Collection<Long> personIds, Instant now) {
        return db.selectFrom(REMINDER)
                .where(REMINDER.PERSON_ID.eq(any(personIds.toArray(Long[]::new))))
                .and(REMINDER.DUE_AT.le(now))
                .orderBy(REMINDER.DUE_AT, REMINDER.PERSON_ID)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new PlannedReminder(
                        row.getPersonId(),
                        reminder(
                                row.getKind(),
                                row.getRhythm(),
                                row.getWeekday(),
                                row.getHour(),
                                row.getPausedUntil(),
                                row.getLastPeriod()),
                        Optional.ofNullable(row.getDueAt())));
    }

    private static Reminder reminder(
            String kind,
            String rhythm,
            short weekday,
            short hour,
            @Nullable LocalDate pausedUntil,
            @Nullable LocalDate lastPeriod) {
        return new Reminder(
                ReminderKind.of(kind),
                Rhythm.of(rhythm),
                DayOfWeek.of(weekday),
                hour,
                Optional.ofNullable(pausedUntil),
                Optional.ofNullable(lastPeriod));
    }

    /// Plans reminders that have not been planned yet; others stay as they are.
    public void addAll(Collection<PlannedReminder> plans) {
        if (!plans.isEmpty()) {
            db.batch(insert().onConflictDoNothing(), values(plans)).execute();
        }
    }

    /// Plans reminders as their people have chosen. When they came the last time stays as it is.
    public void chooseAll(Collection<PlannedReminder> plans) {
        if (!plans.isEmpty()) {
            db.batch(
                            insert().onConflict(REMINDER.PERSON_ID, REMINDER.KIND)
                                    .doUpdate()
                                    .set(REMINDER.RHYTHM, excluded(REMINDER.RHYTHM))
                                    .set(REMINDER.WEEKDAY, excluded(REMINDER.WEEKDAY))
                                    .set(REMINDER.HOUR, excluded(REMINDER.HOUR))
                                    .set(REMINDER.PAUSED_UNTIL, excluded(REMINDER.PAUSED_UNTIL))
                                    .set(REMINDER.DUE_AT, excluded(REMINDER.DUE_AT)),
                            values(plans))
                    .execute();
        }
    }

    /// Plans the next time of reminders that have been [locked][#lockDue], and remembers when they came the last time.
    public void goOn(Collection<PlannedReminder> plans) {
        if (!plans.isEmpty()) {
            db.batch(
                            db.update(REMINDER)
                                    .set(REMINDER.LAST_PERIOD, (LocalDate) null)
                                    .set(REMINDER.DUE_AT, (Instant) null)
                                    .where(REMINDER.PERSON_ID.eq((Long) null))
                                    .and(REMINDER.KIND.eq((String) null)),
                            plans.stream()
                                    .map(plan -> new Object[] {
                                        plan.reminder().lastPeriod().orElse(null),
                                        plan.due().orElse(null),
                                        plan.personId(),
                                        plan.reminder().kind().stored()
                                    })
                                    .toArray(Object[][]::new))
                    .execute();
        }
    }

    private InsertValuesStep8<ReminderRecord, Long, String, String, Short, Short, LocalDate, LocalDate, Instant>
            insert() {
        return db.insertInto(
                        REMINDER,
                        REMINDER.PERSON_ID,
                        REMINDER.KIND,
                        REMINDER.RHYTHM,
                        REMINDER.WEEKDAY,
                        REMINDER.HOUR,
                        REMINDER.PAUSED_UNTIL,
                        REMINDER.LAST_PERIOD,
                        REMINDER.DUE_AT)
                .values((Long) null, null, null, null, null, null, null, null);
    }

    private static Object[][] values(Collection<PlannedReminder> plans) {
        return plans.stream().map(Reminders::values).toArray(Object[][]::new);
    }

    private static Object[] values(PlannedReminder plan) {
        var reminder = plan.reminder();
        return new Object[] {
            plan.personId(),
            reminder.kind().stored(),
            reminder.rhythm().stored(),
            (short) reminder.weekday().getValue(),
            (short) reminder.hour(),
            reminder.pausedUntil().orElse(null),
            reminder.lastPeriod().orElse(null),
            plan.due().orElse(null)
        };
    }

    /// Writes down that these persons are told of a period; whoever calls it tells them in the same transaction.
    ///
    /// @return those who had not been told yet
    public Set<Long> beginSending(ReminderKind kind, Map<Long, LocalDate> periods, Instant now) {
        if (periods.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(db.insertInto(
                        REMINDER_SENT,
                        REMINDER_SENT.PERSON_ID,
                        REMINDER_SENT.KIND,
                        REMINDER_SENT.PERIOD,
                        REMINDER_SENT.SENT_AT)
                .valuesOfRows(periods.entrySet().stream()
                        .map(entry -> row(entry.getKey(), kind.stored(), entry.getValue(), now))
                        .toList())
                .onConflictDoNothing()
                .returningResult(REMINDER_SENT.PERSON_ID)
                .fetch(REMINDER_SENT.PERSON_ID));
    }

    public void deleteSentBefore(Instant time) {
        db.deleteFrom(REMINDER_SENT).where(REMINDER_SENT.SENT_AT.lt(time)).execute();
    }
}
