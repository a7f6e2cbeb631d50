package id.laporpustaka.schedule;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REMINDER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import id.laporpustaka.people.Actor;
import id.laporpustaka.people.People;
import id.laporpustaka.people.PlannedReminder;
import id.laporpustaka.people.Reminder;
import id.laporpustaka.people.ReminderKind;
import id.laporpustaka.people.ReminderZone;
import id.laporpustaka.people.Reminders;
import id.laporpustaka.people.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Plans the reminders of those who report or coordinate since lately and have chosen nothing.
public final class NewReminders {
    private static final int BATCH = 500;

    private static final List<ReminderKind> OF_REPORTERS =
            List.of(ReminderKind.WEEKLY, ReminderKind.MONTH_END, ReminderKind.CLOSING);

    private final DSLContext db;
    private final ZoneId otherwise;

    /// @param otherwise the zone of those whose library or region says none
    public NewReminders(DSLContext db, ZoneId otherwise) {
        this.db = db;
        this.otherwise = otherwise;
    }

    public void plan(Instant now) {
        planAll(
                exists(selectOne()
                        .from(MEMBERSHIP)
                        .where(MEMBERSHIP.PERSON_ID.eq(PERSON.ID))
                        .and(MEMBERSHIP.STATUS.eq(inline("accepted")))),
                OF_REPORTERS,
                now);
        planAll(
                exists(selectOne()
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.PERSON_ID.eq(PERSON.ID))
                        .and(ASSIGNMENT.REVOKED_AT.isNull())
                        .and(ASSIGNMENT.ROLE.ne(inline(Role.ADMIN.name())))),
                List.of(ReminderKind.DIGEST),
                now);
    }

    /// @param kinds which always come together
    private void planAll(Condition condition, List<ReminderKind> kinds, Instant now) {
        var missing = condition
                .and(PERSON.TELEGRAM_ID.isNotNull())
                .and(notExists(selectOne()
                        .from(REMINDER)
                        .where(REMINDER.PERSON_ID.eq(PERSON.ID))
                        .and(REMINDER.KIND.eq(kinds.getFirst().stored()))));
        var planned = BATCH;
        while (planned == BATCH) {
            var people = db.select(PERSON.TELEGRAM_ID)
                    .from(PERSON)
                    .where(missing)
                    .orderBy(PERSON.ID)
                    .limit(BATCH)
                    .fetch(PERSON.TELEGRAM_ID);
            var plans = new ArrayList<PlannedReminder>();
            for (var actor : new People(db).findActors(people).values()) {
                kinds.forEach(kind -> plans.add(plan(actor, kind, now)));
            }
            new Reminders(db).addAll(plans);
            planned = people.size();
        }
    }

    private PlannedReminder plan(Actor actor, ReminderKind kind, Instant now) {
        var reminder = Reminder.standard(kind, actor);
        return new PlannedReminder(
                actor.personId(), reminder, reminder.next(ReminderZone.of(actor, kind, otherwise), now));
    }
}
