package id.laporpustaka.intake;

import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.JobResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jooq.DSLContext;

/// Sets off reminders, which go through each person's lane like everything else that is said to them.
public final class ReminderJobs {
    private static final Duration DIGESTS_APART = Duration.ofMillis(200);

    /// Adds a reminder of unfinished reports for each of these people, in the caller's transaction.
    ///
    /// @param telegramIds of people who have written to the bot
    public void remindOfDrafts(DSLContext db, Collection<Long> telegramIds) {
        new JobLane(db).addAll(telegramIds.stream().map(Job.RemindOfDrafts::new).toList());
    }

    /// Reminds each of these people of what their libraries have not reported, in the caller's transaction.
    public void remind(DSLContext db, Collection<Job.Remind> reminders) {
        var results = new LinkedHashMap<Job.Remind, JobResult>();
        reminders.forEach(
                reminder -> results.put(reminder, new JobResult.ReminderIsDue(reminder.kind(), reminder.period())));
        new JobLane(db).addDone(results);
    }

    /// Makes a digest for each of these people, in the caller's transaction; a few in a second, so that nobody
    /// who asks for a summary meanwhile waits for all of them.
    public void makeDigests(DSLContext db, Collection<Job.MakeDigest> digests) {
        new JobLane(db).addAll(digests, DIGESTS_APART);
    }

    /// The same for groups, each in a topic of its own if the group has any.
    public void makeDigestsOfGroups(DSLContext db, Map<Job.MakeGroupDigest, OptionalInt> topics) {
        var wait = Duration.ZERO;
        var placed = new ArrayList<JobLane.Placed>();
        for (var entry : topics.entrySet()) {
            placed.add(new JobLane.Placed(entry.getKey(), entry.getValue(), wait));
            wait = wait.plus(DIGESTS_APART);
        }
        new JobLane(db).place(placed);
    }
}
