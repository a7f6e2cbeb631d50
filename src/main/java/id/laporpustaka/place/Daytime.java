package id.laporpustaka.place;

import java.time.Instant;
import java.time.ZoneId;

/// When people may be disturbed unasked: from eight in the morning until eight in the evening, by their own clock.
public final class Daytime {
    public static final int FIRST_HOUR = 8;

    /// The first hour of the night.
    public static final int END_HOUR = 20;

    private Daytime() {}

    /// This moment if it is day there, else the next morning.
    public static Instant next(ZoneId zone, Instant now) {
        var local = now.atZone(zone);
        if (local.getHour() >= FIRST_HOUR && local.getHour() < END_HOUR) {
            return now;
        }
        var day = local.getHour() < FIRST_HOUR
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return day.atTime(FIRST_HOUR, 0).atZone(zone).toInstant();
    }

    /// Whether it is day there now.
    ///
    /// @param regionCode the dotted code of the region whose clock counts
    public static boolean holds(String regionCode, Instant now) {
        var hour = now.atZone(TimeZones.of(regionCode)).getHour();
        return hour >= FIRST_HOUR && hour < END_HOUR;
    }
}
