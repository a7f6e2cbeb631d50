package id.laporpustaka.schedule;

import id.laporpustaka.conversation.Job;
import id.laporpustaka.intake.ReminderJobs;
import id.laporpustaka.people.DueDigest;
import id.laporpustaka.people.GroupChat;
import id.laporpustaka.people.GroupChats;
import id.laporpustaka.people.Reminder;
import id.laporpustaka.people.ReminderZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.DSLContext;

/// Sets off the digests of groups that are due. Each batch locks its groups and plans their next digests in the
/// transaction in which it sets off these, so that any number of processes may do this at once.
///
/// A group that may not hear totals at this moment is passed over until the next time.
public final class GroupDigests {
    private static final int BATCH = 200;

    private final DSLContext db;
    private final ZoneId otherwise;

    /// @param otherwise the zone of groups for the whole country
    public GroupDigests(DSLContext db, ZoneId otherwise) {
        this.db = db;
        this.otherwise = otherwise;
    }

    public void tell(Instant now) {
        var batches = true;
        while (batches) {
            batches = db.transactionResult(tx -> tellSome(tx.dsl(), now)) == BATCH;
        }
    }

    /// @return how many were due
    private int tellSome(DSLContext tx, Instant now) {
        var groups = new GroupChats(tx);
        var locked = DueReminders.lockChats(tx, groups.listDueDigests(now, BATCH));
        var due = groups.lockDueDigests(locked, now);
        var open = groups.findOpen(due.stream().map(DueDigest::chatId).toList());
        var jobs = new LinkedHashMap<Job.MakeGroupDigest, OptionalInt>();
        for (var digest : due) {
            var group = Optional.ofNullable(open.get(digest.chatId()));
            var zone = group.map(it -> ReminderZone.of(it, otherwise)).orElse(otherwise);
            var reminder = digest.digest();
            switch (outcome(digest, group, zone, now)) {
                case Reminder.Outcome.Send(var period) -> {
                    var sent = reminder.sent(period);
                    jobs.put(new Job.MakeGroupDigest(digest.chatId(), LocalDate.ofInstant(now, zone)), digest.thread());
                    groups.goOn(digest.chatId(), sent, sent.next(zone, now));
                }
                case Reminder.Outcome.Wait(var until) -> groups.goOn(digest.chatId(), reminder, Optional.of(until));
                case Reminder.Outcome.Skip() -> groups.goOn(digest.chatId(), reminder, reminder.next(zone, now));
            }
        }
        new ReminderJobs().makeDigestsOfGroups(tx, jobs);
        return due.size();
    }

    private static Reminder.Outcome outcome(DueDigest digest, Optional<GroupChat> group, ZoneId zone, Instant now) {
        return group.isPresent() ? digest.digest().at(digest.due(), now, zone) : new Reminder.Outcome.Skip();
    }
}
