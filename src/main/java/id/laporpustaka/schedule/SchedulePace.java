package id.laporpustaka.schedule;

import java.time.Duration;

/// How soon the [Schedule] does things.
///
/// @param looking how often it is looked whether anything is due
/// @param reminders how long after a run of reminders the next one comes
/// @param heartbeat how often a process says that it is alive; what a dead one was at is taken up by another after a
///     few
record SchedulePace(Duration looking, Duration reminders, Duration heartbeat) {
    static SchedulePace usual() {
        return new SchedulePace(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(15));
    }
}
