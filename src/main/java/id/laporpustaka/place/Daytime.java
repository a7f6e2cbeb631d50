package id.laporpustaka.place;

import java.time.Instant;

/// When people may be disturbed unasked: from eight in the morning until eight in the evening, by their own clock.
public final class Daytime {
    public static final int FIRST_HOUR = 8;

    /// The first hour of the night.
    public static final int END_HOUR = 20;

    private Daytime() {}

    /// Whether it is day there now.
    ///
    /// @param regionCode the dotted code of the region whose clock counts
    public static boolean holds(String regionCode, Instant now) {
        var hour = now.atZone(TimeZones.of(regionCode)).getHour();
        return hour >= FIRST_HOUR && hour < END_HOUR;
    }
}
