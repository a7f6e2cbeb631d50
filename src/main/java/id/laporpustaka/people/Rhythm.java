package id.laporpustaka.people;

import java.util.Locale;

/// How often somebody is reminded. The names are stored and never change.
public enum Rhythm {
    WEEK,
    MONTH,
    NEVER;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Rhythm of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
