package id.laporpustaka.web;

import java.util.List;
import java.util.Optional;

/// All that the summary page shows, worded and formatted; the template only lays it out.
///
/// @param place what is summed up, such as `Kab. Purworejo`
/// @param comparisons with what the totals can be compared
/// @param reports where the single reports of the period are; empty if the visitor may not see them
/// @param league how the libraries stand in this year's score; empty while that is not known
/// @param months the last twelve, beside those of the year before; empty without any report
/// @param from first day, as a date field wants it; `to` is the last
/// @param problems what could not be understood in the address
/// @param totals empty when nothing was reported
/// @param charts those that have something to show
record SummaryView(
        String period,
        String place,
        RegionPicker picker,
        List<Choice> periods,
        List<Choice> comparisons,
        String from,
        String to,
        String region,
        List<String> problems,
        List<Figure> totals,
        Optional<Split> people,
        Coverage coverage,
        String reports,
        Optional<League> league,
        Optional<TileMap> map,
        Optional<Trend> months,
        List<Chart> charts) {

    /// How many libraries have which colour.
    ///
    /// @param text how many in all, by which rules and when
    /// @param all where the list of them is
    record League(String text, List<Medal> medals, String all) {}

    /// @param look a class of the style sheet
    /// @param address the libraries of this colour
    record Medal(String label, String count, String share, double begin, double width, String look, String address) {}

    /// Months beside those of the year before, as a table that is drawn as a chart, too.
    record Trend(List<Month> months) {}

    /// @param label as in `Agu 2025`
    /// @param address the summary of the month
    record Month(
            String label,
            String address,
            long reports,
            long before,
            long participants,
            String shown,
            String shownBefore,
            String shownPeople) {}

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
    /// @param silent those that reported nothing, if they are few
    /// @param board where they are listed if they are many; empty otherwise
    record Coverage(
            String text, List<Bar> steps, List<Silent> silent, String silentTitle, String board, String advice) {}

    record Silent(String name, String place, String note) {}

    /// A table of groups with a bar each.
    ///
    /// @param folded those that show only when asked for, under `foldedTitle`
    record Chart(String title, String groupLabel, List<Bar> bars, List<Bar> folded, String foldedTitle) {}

    /// One group.
    ///
    /// @param width of the bar, in percent of the widest
    /// @param address where the group is shown by itself; empty when nowhere
    record Bar(String label, String address, String reports, String participants, double width) {}
}
