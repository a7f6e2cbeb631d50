package id.laporpustaka.conversation;

import id.laporpustaka.summary.Coverage;
import id.laporpustaka.summary.Totals;
import java.util.List;

/// A summary as it is told in a chat, one page of its rows.
///
/// @param place what it is about, as people call it; empty when there is nothing that the person may see
/// @param filters the names of what narrows it
/// @param before what the period before adds up to
/// @param up the code of the place that this one lies in, if the person may see that; else empty
/// @param lines the rows of the page
/// @param rows how many there are on all pages
/// @param tooFew whether a group may not hear the totals, as too few libraries stand behind them
public record SummaryAnswer(
        String place,
        List<String> filters,
        Totals totals,
        Totals before,
        Coverage coverage,
        String up,
        List<Line> lines,
        int rows,
        boolean tooFew) {
    /// How many lines a message has at most.
    public static final int MOST_LINES = 10;

    public SummaryAnswer {
        filters = List.copyOf(filters);
        lines = List.copyOf(lines);
    }

    /// A group of reports, or one of them.
    ///
    /// @param label a month such as `2025-08`, else a name; empty for reports that do not say
    /// @param opens what lies behind it: the code of a place, `n` and the number of a report to be reviewed, or
    ///     the address of one that is only to be read; may be empty
    public record Line(String label, long reports, long participants, String opens) {}
}
