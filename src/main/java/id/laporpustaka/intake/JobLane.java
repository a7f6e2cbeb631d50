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
import java.util.OptionalInt;
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

    /// A job, and where and when it is to be done.
    ///
    /// @param thread the topic of a group
    record Placed(Job job, OptionalInt thread, Duration after) {}

    /// @param apart how long each one waits after the one before
    void addAll(Collection<? extends Job> jobs, Duration apart) {
        var wait = Duration.ZERO;
        var placed = new ArrayList<Placed>();
        for (var job : jobs) {
            placed.add(new Placed(job, OptionalInt.empty(), wait));
            wait = wait.plus(apart);
        }
        place(placed);
    }

    void place(Collection<Placed> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        openChats(jobs.stream().map(Placed::job).toList());
        var rows = jobs.stream()
                .map(placed -> new Object[] {
                    placed.job().telegramId(),
                    placed.thread().isPresent() ? placed.thread().getAsInt() : null,
                    json.write(placed.job()),
                    placed.after().toMillis()
                })
                .toArray(Object[][]::new);
        db.batch(
                        db.insertInto(JOB, JOB.CHAT_ID, JOB.THREAD_ID, JOB.BODY, JOB.DUE_AT)
                                .values(
                                        val((Long) null),
                                        val((Integer) null),
                                        val((String) null),
                                        DatabaseClock.after(val((Long) null))),
                        rows)
                .execute();
    }

    /// Puts jobs that are done as soon as they are known and for which nobody waits into the lanes, with what
    /// came of them: many at once, and without a worker that would do them one by one.
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
                json.write(job, Objects.requireNonNull(results.get(job)), OptionalInt.empty()),
                true
            });
        }
        db.batch(
                        db.insertInto(INBOX, INBOX.BOT_ID, INBOX.UPDATE_ID, INBOX.CHAT_ID, INBOX.BODY, INBOX.BULK)
                                .values((Long) null, null, null, null, null),
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
