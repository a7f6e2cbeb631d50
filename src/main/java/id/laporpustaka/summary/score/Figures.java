package id.laporpustaka.summary.score;

import id.laporpustaka.place.LibraryType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What a library has achieved in a period.
///
/// @param months complete ones that the targets are multiplied by, at least 1
/// @param reports that count, of any form
/// @param achieved by indicator; what is missing is 0
public record Figures(LibraryType type, int months, long reports, Map<Indicator, Long> achieved) {
    public Figures {
        if (months < 1) {
            throw new IllegalArgumentException("A score is of one month at least, not of " + months);
        }
        var copied = new EnumMap<Indicator, Long>(Indicator.class);
        copied.putAll(achieved);
        achieved = Collections.unmodifiableMap(copied);
    }

    /// Together with what was achieved in another part of the same period.
    Figures plus(Figures other) {
        var sums = new EnumMap<Indicator, Long>(Indicator.class);
        sums.putAll(achieved);
        other.achieved().forEach((indicator, number) -> sums.merge(indicator, number, Long::sum));
        return new Figures(type, months, reports + other.reports(), sums);
    }

    long achieved(Indicator indicator) {
        return achieved.getOrDefault(indicator, 0L);
    }
}
