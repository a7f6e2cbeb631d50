package id.laporpustaka.summary;

import java.util.OptionalInt;

/// The part of a summary that one key makes up.
///
/// @param before the same in the period before; [Totals#NONE] when grouped by month
/// @param libraries how many different libraries sent the reports; known only when grouped by regions or libraries
public record SummaryRow(GroupKey key, Totals totals, Totals before, OptionalInt libraries) {
    /// Without the number of libraries.
    public SummaryRow(GroupKey key, Totals totals, Totals before) {
        this(key, totals, before, OptionalInt.empty());
    }
}
