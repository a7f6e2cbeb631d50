package id.laporpustaka.summary;

import java.util.List;

/// The answer to a [SummaryQuery]. Reports count from the moment they are sent, corrected or verified ones too;
/// waiting, rejected, withdrawn and merged ones do not.
///
/// @param rows those with reports in the period: months in their order, everything else by the number of
///     reports
/// @param before what the period before adds up to, which is [Period#before]
/// @param libraries how many different libraries sent the reports, those out of use too
public record Summary(
        SummaryQuery query, Totals totals, List<SummaryRow> rows, Totals before, Coverage coverage, int libraries) {
    public Summary {
        rows = List.copyOf(rows);
    }
}
