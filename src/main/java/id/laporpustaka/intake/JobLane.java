package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.JOB;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.conversation.Job;
import java.util.Collection;
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
        if (jobs.isEmpty()) {
            return;
        }
        var chats = new TreeSet<Long>();
        jobs.forEach(job -> chats.add(job.telegramId()));
        db.batch(
                        db.insertInto(CHAT, CHAT.ID).values((Long) null).onConflictDoNothing(),
                        chats.stream().map(id -> new Object[] {id}).toArray(Object[][]::new))
                .execute();
        db.batch(
                        db.insertInto(JOB, JOB.CHAT_ID, JOB.BODY).values((Long) null, null),
                        jobs.stream()
                                .map(job -> new Object[] {job.telegramId(), json.write(job)})
                                .toArray(Object[][]::new))
                .execute();
    }
}
