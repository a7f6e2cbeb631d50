package id.laporpustaka.export.chart;

import java.util.List;
import java.util.Optional;

/// What a picture with bars says, all of it in words already.
///
/// @param subtitle place and period
/// @param series what the bars are, and what the second ones are if there are any
/// @param upright whether the bars stand, as those of months do
/// @param note what is not among the bars, or why there are none; may be empty
/// @param source how many libraries stand behind it
record BarChart(
        String title, String subtitle, Series series, List<Bar> bars, boolean upright, String note, String source) {
    BarChart {
        bars = List.copyOf(bars);
    }

    record Series(String now, Optional<String> before) {}

    /// @param shown the value as people write it
    /// @param before the same in the period before, if the series has it
    record Bar(String label, long value, String shown, long before, String shownBefore) {}

    long highest() {
        return bars.stream()
                .mapToLong(bar -> Math.max(bar.value(), series.before().isPresent() ? bar.before() : 0))
                .max()
                .orElse(0);
    }
}
