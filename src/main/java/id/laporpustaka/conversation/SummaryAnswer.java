package id.laporpustaka.conversation;

import id.laporpustaka.summary.Coverage;
import id.laporpustaka.summary.Totals;
import java.util.List;

/// A summary as it is told in a chat.
///
/// @param place the regions or libraries that it is about; empty when there are none
/// @param before what the period before adds up to
/// @param lines the largest groups
/// @param left how many groups are not among the lines
public record SummaryAnswer(String place, Totals totals, Totals before, Coverage coverage, List<Line> lines, int left) {
    /// How many lines a message has at most.
    public static final int MOST_LINES = 12;

    public SummaryAnswer {
        lines = List.copyOf(lines);
    }

    /// A group of reports.
    ///
    /// @param label a month such as `2025-08`, else a name; empty for reports that do not say
    public record Line(String label, long reports, long participants) {}
}
