package id.laporpustaka.intake;

import id.laporpustaka.conversation.Job;
import java.util.Collection;
import org.jooq.DSLContext;

/// Sets off reminders, which go through each person's lane like everything else that is said to them.
public final class ReminderJobs {
    /// Adds a reminder of unfinished reports for each of these people, in the caller's transaction.
    ///
    /// @param telegramIds of people who have written to the bot
    public void remindOfDrafts(DSLContext db, Collection<Long> telegramIds) {
        new JobLane(db).addAll(telegramIds.stream().map(Job.RemindOfDrafts::new).toList());
    }
}
