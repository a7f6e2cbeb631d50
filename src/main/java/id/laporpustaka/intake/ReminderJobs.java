package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.JOB;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.conversation.Job;
import java.util.Collection;
import org.jooq.DSLContext;

/// Sets off reminders, which go through each person's lane like everything else that is said to them.
public final class ReminderJobs {
    private final JobJson json = new JobJson(new ObjectMapper());

    /// Adds a reminder of unfinished reports for each of these people, in the caller's transaction.
    ///
    /// @param telegramIds of people who have written to the bot
    public void remindOfDrafts(DSLContext db, Collection<Long> telegramIds) {
        var rows = telegramIds.stream()
                .map(id -> new Object[] {id, json.write(new Job.RemindOfDrafts(id))})
                .toArray(Object[][]::new);
        if (rows.length > 0) {
            db.batch(db.insertInto(JOB, JOB.CHAT_ID, JOB.BODY).values((Long) null, null), rows)
                    .execute();
        }
    }
}
