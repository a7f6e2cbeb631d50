package id.laporpustaka.web;

import java.util.List;
import java.util.Optional;

/// All that the summary page shows, worded and formatted; the template only lays it out.
///
/// @param place what is summed up, such as `Kab. Purworejo`
/// @param path the regions above it that the person may see, the largest first
/// @param from first day, as a date field wants it; `to` is the last
/// @param problems what could not be understood in the address
/// @param totals empty when nothing was reported
/// @param charts those that have something to show
record SummaryView(
        String period,
        String place,
        List<Choice> path,
        List<Choice> periods,
        String from,
        String to,
        String region,
        List<String> problems,
        List<Figure> totals,
        Optional<Split> people,
        Coverage coverage,
        List<Chart> charts) {

    /// Something to go to; `current` when it is what is shown.
    record Choice(String label, String address, boolean current) {}

    record Figure(String label, String value, Optional<Change> change) {}

    /// Against the period before.
    record Change(Direction direction, String text) {}

    enum Direction {
        UP("▲", "up"),
        DOWN("▼", "down"),
        SAME("=", "same");

        private final String sign;
        private final String style;

        Direction(String sign, String style) {
            this.sign = sign;
            this.style = style;
        }

        String sign() {
            return sign;
        }

        String style() {
            return style;
        }
    }

    /// Shares of one whole, in percent of its width.
    record Split(String text, List<Part> parts) {}

    record Part(String label, String value, String share, double begin, double width, int shade) {}

    /// How many libraries stand behind the totals.
    ///
    /// @param silent the first of those that reported nothing
    /// @param more how many silent ones are not listed; empty for none
    record Coverage(
            String text, List<Bar> steps, List<Silent> silent, String silentTitle, String more, String advice) {}

    record Silent(String name, String place, String note) {}

    /// A table of groups with a bar each.
    ///
    /// @param folded those that show only when asked for, under `foldedTitle`
    record Chart(String title, String groupLabel, List<Bar> bars, List<Bar> folded, String foldedTitle) {}

    /// One group.
    ///
    /// @param width of the bar, in percent of the widest
    /// @param strong drawn in full colour; the others are there to compare
    /// @param address where the group is shown by itself; empty when nowhere
    record Bar(String label, String address, String reports, String participants, double width, boolean strong) {}
}
