package id.laporpustaka.intake;

import id.laporpustaka.conversation.Lookup;
import id.laporpustaka.people.Reminder;
import id.laporpustaka.people.ReminderKind;
import id.laporpustaka.people.Reminders;
import id.laporpustaka.summary.LibraryActivities;
import id.laporpustaka.summary.LibraryActivity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/// What the steps of a round want to know about reminders: one query for what was chosen, one for each week and month
/// that is asked about.
final class ReminderAnswers {
    private final DSLContext db;
    private final Set<Long> people = new HashSet<>();
    private final Map<LibraryActivity.Time, Set<Long>> times = new HashMap<>();
    private Map<Long, Map<ReminderKind, Reminder>> chosen = Map.of();
    private final Map<LibraryActivity.Time, Map<Long, List<LibraryActivity>>> activities = new HashMap<>();

    ReminderAnswers(DSLContext db) {
        this.db = db;
    }

    void want(Lookup.RemindersOf wanted) {
        people.add(wanted.personId());
    }

    void want(Lookup.ActivityOf wanted) {
        times.computeIfAbsent(wanted.time(), _ -> new HashSet<>()).add(wanted.personId());
    }

    void ask() {
        if (!people.isEmpty()) {
            chosen = new Reminders(db).findAll(people);
        }
        times.forEach((time, ids) -> activities.put(time, new LibraryActivities(db).find(ids, time)));
    }

    Map<ReminderKind, Reminder> chosen(Lookup.RemindersOf wanted) {
        return chosen.getOrDefault(wanted.personId(), Map.of());
    }

    List<LibraryActivity> activity(Lookup.ActivityOf wanted) {
        return activities.getOrDefault(wanted.time(), Map.of()).getOrDefault(wanted.personId(), List.of());
    }
}
