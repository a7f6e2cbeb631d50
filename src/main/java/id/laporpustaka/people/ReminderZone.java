package id.laporpustaka.people;

import id.laporpustaka.place.TimeZones;
import java.time.ZoneId;

/// By which clock somebody is reminded.
public final class ReminderZone {
    private ReminderZone() {}

    /// That of the first library that the person reports for, or, for a digest, of the first region that they
    /// coordinate.
    ///
    /// @param otherwise where nothing says it, as for the whole country
    public static ZoneId of(Actor actor, ReminderKind kind, ZoneId otherwise) {
        return kind.isForReporters()
                ? actor.reportsFor().stream().map(Reporting::zone).findFirst().orElse(otherwise)
                : actor.duties().stream()
                        .flatMap(duty -> duty.region().stream())
                        .map(region -> TimeZones.of(region.code()))
                        .findFirst()
                        .orElse(otherwise);
    }

    /// That of the region of a group.
    ///
    /// @param otherwise for the whole country
    public static ZoneId of(GroupChat group, ZoneId otherwise) {
        return group.region().map(region -> TimeZones.of(region.code())).orElse(otherwise);
    }
}
