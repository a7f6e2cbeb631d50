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
import java.time.Clock;
import java.time.Duration;

/// Runs tasks by the clock. Each run is done by one process, also when several are there.
public final class Schedule implements AutoCloseable {
    private static final Duration CLEAN_EVERY = Duration.ofHours(1);

    private static final Duration REMIND_EVERY = Duration.ofMinutes(10);

    /// A report can pass the decision about its sender, or the merging of its library.
    private static final Duration FOLLOW_EVERY = Duration.ofMinutes(1);

    /// Summaries are right without it; it keeps few what they have to read besides the sums.
    private static final Duration FOLD_EVERY = Duration.ofSeconds(30);
    /// Once a year something is to be done, as soon as the day has come.
    private static final Duration FREEZE_EVERY = Duration.ofHours(1);

    private final Scheduler scheduler;

    public Schedule(Database database, MediaStore media, Clock clock) {
        var cleaning = Tasks.recurring("clean-up", FixedDelay.of(CLEAN_EVERY)).execute((_, _) -> {
            new Retention(database.context()).clean(clock.instant());
            new Leftovers(database.context(), media).delete();
        });
        var reminders = new DraftReminders();
        var reminding = Tasks.recurring("reminders-of-drafts", FixedDelay.of(REMIND_EVERY))
                .execute((_, _) -> reminders.remind(database.context(), clock.instant()));
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
        scheduler = Scheduler.create(database.dataSource())
                .startTasks(cleaning, reminding, following, folding, freezing)
                .schedulerName(new SchedulerName.Fixed("lapor-pustaka"))
                .threads(1)
                .pollingInterval(Duration.ofSeconds(30))
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
