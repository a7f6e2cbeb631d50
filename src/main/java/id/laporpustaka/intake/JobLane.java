package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.JOB;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.JobResult;
import id.laporpustaka.db.DatabaseClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jooq.DSLContext;

/// Puts jobs into the private chats of those whose they are, who may never have written to the bot.
final class JobLane {
    private final DSLContext db;
    private final JobJson json;

    /// @param db the transaction that the jobs belong to
    JobLane(DSLContext db) {
        this(db, new JobJson(new ObjectMapper()));
    }

    JobLane(DSLContext db, JobJson json) {
        this.db = db;
        this.json = json;
    }

    void addAll(Collection<? extends Job> jobs) {
        addAll(jobs, Duration.ZERO);
    }

    /// @param apart how long each one waits after the one before
    void addAll(Collection<? extends Job> jobs, Duration apart) {
        if (jobs.isEmpty()) {
            return;
        }
        openChats(jobs);
        var wait = Duration.ZERO;
        var rows = new ArrayList<Object[]>();
        for (var job : jobs) {
            rows.add(new Object[] {job.telegramId(), json.write(job), wait.toMillis()});
            wait = wait.plus(apart);
        }
        db.batch(
                        db.insertInto(JOB, JOB.CHAT_ID, JOB.BODY, JOB.DUE_AT)
                                .values(val((Long) null), val((String) null), DatabaseClock.after(val((Long) null))),
                        rows.toArray(Object[][]::new))
                .execute();
    }

    /// Puts jobs that are done as soon as they are known into the lanes, with what came of them: many at once, and
    /// without a worker that would do them one by one.
    void addDone(Map<? extends Job, JobResult> results) {
        if (results.isEmpty()) {
            return;
        }
        openChats(results.keySet());
        var jobs = List.copyOf(results.keySet());
        var ids = db.insertInto(JOB, JOB.CHAT_ID, JOB.BODY, JOB.FINISHED_AT)
                .valuesOfRows(jobs.stream()
                        .map(job -> row(val(job.telegramId()), val(json.write(job)), DatabaseClock.now()))
                        .toList())
                .returningResult(JOB.ID)
                .fetch(JOB.ID);
        var updates = new ArrayList<Object[]>();
        for (var place = 0; place < jobs.size(); place++) {
            var job = jobs.get(place);
            updates.add(new Object[] {
                JobJson.OURSELVES,
                ids.get(place),
                job.telegramId(),
                json.write(job, Objects.requireNonNull(results.get(job)))
            });
        }
        db.batch(
                        db.insertInto(INBOX, INBOX.BOT_ID, INBOX.UPDATE_ID, INBOX.CHAT_ID, INBOX.BODY)
                                .values((Long) null, null, null, null),
                        updates.toArray(Object[][]::new))
                .execute();
    }

    private void openChats(Collection<? extends Job> jobs) {
        var chats = new TreeSet<Long>();
        jobs.forEach(job -> chats.add(job.telegramId()));
        db.batch(
                        db.insertInto(CHAT, CHAT.ID).values((Long) null).onConflictDoNothing(),
                        chats.stream().map(id -> new Object[] {id}).toArray(Object[][]::new))
                .execute();
    }
}
