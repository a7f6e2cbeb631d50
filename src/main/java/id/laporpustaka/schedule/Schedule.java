package id.laporpustaka.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.laporpustaka.db.Database;
import id.laporpustaka.people.LibraryMerging;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.submission.media.Leftovers;
import id.laporpustaka.submission.media.MediaStore;
import id.laporpustaka.summary.Rollups;
import id.laporpustaka.summary.score.Snapshots;
import id.laporpustaka.summary.score.Standings;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/// Runs tasks by the clock. Each run is done by one process, also when several are there.
public final class Schedule implements AutoCloseable {
    private static final Duration CLEAN_EVERY = Duration.ofHours(1);

    private static final Duration REMIND_OF_DRAFTS_EVERY = Duration.ofMinutes(10);

    /// A report can pass the decision about its sender, or the merging of its library.
    private static final Duration FOLLOW_EVERY = Duration.ofMinutes(1);

    /// Summaries are right without it; it keeps few what they have to read besides the sums.
    private static final Duration FOLD_EVERY = Duration.ofSeconds(30);
    /// Once a year something is to be done, as soon as the day has come.
    private static final Duration FREEZE_EVERY = Duration.ofHours(1);

    /// Lists of scores are so old at most; of 10,000 libraries it takes about a second.
    private static final Duration JUDGE_EVERY = Duration.ofMinutes(5);

    /// So that reminders do not wait for a long clean-up.
    private static final int THREADS = 2;

    private static final int MISSED_HEARTBEATS = 4;

    private final Scheduler scheduler;

    /// @param otherwise the zone of those whose library or region says none
    public Schedule(Database database, MediaStore media, Clock clock, ZoneId otherwise) {
        this(database, media, clock, otherwise, SchedulePace.usual());
    }

    Schedule(Database database, MediaStore media, Clock clock, ZoneId otherwise, SchedulePace pace) {
        var cleaning = Tasks.recurring("clean-up", FixedDelay.of(CLEAN_EVERY)).execute((_, _) -> {
            new Retention(database.context()).clean(clock.instant());
            new Leftovers(database.context(), media).delete();
        });
        var reminders = new DraftReminders();
        var reminding = Tasks.recurring("reminders-of-drafts", FixedDelay.of(REMIND_OF_DRAFTS_EVERY))
                .execute((_, _) -> reminders.remind(database.context(), clock.instant()));
        var planning = new NewReminders(database.context(), otherwise);
        var due = new DueReminders(database.context(), otherwise);
        var groups = new GroupDigests(database.context(), otherwise);
        var telling = Tasks.recurring("reminders", FixedDelay.of(pace.reminders()))
                .execute((_, _) -> {
                    planning.plan(clock.instant());
                    due.remind(clock.instant());
                    groups.tell(clock.instant());
                });
        var following = Tasks.recurring("late-reports", FixedDelay.of(FOLLOW_EVERY))
                .execute((_, _) -> {
                    new Memberships(database.context()).releaseOfAccepted(clock.instant());
                    new LibraryMerging(database.context()).moveLate(clock.instant());
                });
        var rollups = new Rollups(database);
        var folding =
                Tasks.recurring("sums-of-reports", FixedDelay.of(FOLD_EVERY)).execute((_, _) -> rollups.fold());
        var freezing = Tasks.recurring("score-of-last-year", FixedDelay.of(FREEZE_EVERY))
                .execute((_, _) -> new Snapshots(database.context()).freezeDue(clock.instant()));
        var judging = Tasks.recurring("standings", FixedDelay.of(JUDGE_EVERY))
                .execute((_, _) -> new Standings(database.context()).refresh(clock.instant()));
        scheduler = Scheduler.create(database.dataSource())
                .startTasks(cleaning, reminding, telling, following, folding, freezing, judging)
                .schedulerName(new SchedulerName.Fixed("lapor-pustaka"))
                .threads(THREADS)
                .pollingInterval(pace.looking())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(2))
                .build();
    }

    public void start() {
        scheduler.start();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
